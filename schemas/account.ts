import { z } from 'zod'

/** What a person does here: keys in and confirms, checks others' work, approves, or looks after the accounts. */
export const Role = z.enum(['entry', 'check', 'approve', 'administer'])
export type Role = z.infer<typeof Role>

/** A role in one agency and all under it; `*` stands for all agencies. */
export const Grant = z.object({ role: Role, agency: z.string().min(1) })
export type Grant = z.infer<typeof Grant>

/** Who may sign in at the review station. `account` is what is typed, `name` is what stands in the records. */
export const Account = z.object({
  account: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/u),
  name: z.string().trim().min(1).max(120),
  /** argon2id, with its own salt and cost. */
  passwordHash: z.string(),
  grants: z.array(Grant),
  isDisabled: z.boolean(),
})
export type Account = z.infer<typeof Account>

/** What a log entry may hold besides its subject: ids, hashes, counts and codes, never a value of a person. */
export const AuditFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type AuditFacts = z.infer<typeof AuditFacts>

/** One entry of the audit log; `hash` covers everything else in it and so, through `previous`, all entries before. */
export const AuditEntry = z.object({
  sequence: z.int().positive(),
  at: z.iso.datetime(),
  account: z.string(),
  action: z.string(),
  subject: z.string(),
  facts: AuditFacts,
  previous: z.string(),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

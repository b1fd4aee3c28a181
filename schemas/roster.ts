import { z } from 'zod'

/** A node of the tree of agencies (cơ quan, đơn vị). */
export const Agency = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  parentCode: z.string().optional(),
  /** Whether scans marked MẬT, TỐI MẬT, TUYỆT MẬT may be read here. */
  mayHoldSecret: z.boolean(),
})
export type Agency = z.infer<typeof Agency>

/** A person the agency says it has. Dates with their own precision: `1980`, `1980-05`, `1980-05-12`. */
export const RosterEntry = z.object({
  entryId: z.string(),
  agency: z.string(),
  fullName: z.string(),
  birthDate: z.string().optional(),
  /** 9 or 12 digits. */
  citizenId: z.string().optional(),
  staffNumber: z.string().optional(),
  position: z.string().optional(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

import { z } from 'zod'
import { FieldCode, Value } from './fields.ts'

const head = { decisionId: z.string(), steward: z.string(), decidedAt: z.iso.datetime(), note: z.string().optional() }

/** A steward's word, append-only. `seen` is the hash of the reading looked at: if it changed since, the decision is outdated. */
export const StewardDecision = z.discriminatedUnion('kind', [
  z.object({ ...head, kind: z.literal('confirm'), dossier: z.string(), field: FieldCode, seen: z.string() }),
  z.object({
    ...head,
    kind: z.literal('correct'),
    dossier: z.string(),
    field: FieldCode,
    seen: z.string(),
    value: Value,
    code: z.string().optional(),
  }),
  z.object({
    ...head,
    kind: z.literal('waive'),
    dossier: z.string(),
    rule: z.string(),
    reason: z.string().min(1),
    /** The last day on which it holds; without it until it is taken back. */
    until: z.iso.date().optional(),
  }),
  /** Takes a waiver back. */
  z.object({ ...head, kind: z.literal('unwaive'), dossier: z.string(), rule: z.string(), reason: z.string().min(1) }),
  z.object({ ...head, kind: z.literal('same'), dossier: z.string(), other: z.string() }),
  z.object({ ...head, kind: z.literal('different'), dossier: z.string(), other: z.string() }),
])
export type StewardDecision = z.infer<typeof StewardDecision>

import { z } from 'zod'
import { FieldCode, TableCode, Value } from './fields.ts'
import { Outcome } from './reading.ts'

const head = {
  decisionId: z.string(),
  steward: z.string(),
  decidedAt: z.iso.datetime(),
  note: z.string().optional(),
  /** Hash of what stood on the screen, earlier decisions included; absent where nothing was shown. */
  shown: z.string().optional(),
}
/** `seen` is the hash of the reading looked at; `from` is what stood there before. */
const onField = { ...head, dossier: z.string(), field: FieldCode, seen: z.string(), from: Outcome.optional() }

/** A row as it was read, by its number, or as a steward added it, by the id of that decision. */
const inTable = { ...head, dossier: z.string(), table: TableCode, row: z.string(), seen: z.string() }
const onCell = { ...inTable, cell: z.string(), from: Outcome.optional() }

/** A steward's word, append-only. `seen` is the hash of the reading looked at: if it changed since, the decision is outdated. */
export const StewardDecision = z.discriminatedUnion('kind', [
  z.object({ ...onField, kind: z.literal('confirm') }),
  z.object({ ...onField, kind: z.literal('correct'), value: Value, code: z.string().optional() }),
  /** Nothing is written on the paper. */
  z.object({ ...onField, kind: z.literal('blank') }),
  /** Something is written, and no person can read it. */
  z.object({ ...onField, kind: z.literal('unreadable') }),
  z.object({ ...onCell, kind: z.literal('confirmCell') }),
  z.object({ ...onCell, kind: z.literal('correctCell'), value: Value, code: z.string().optional() }),
  z.object({ ...onCell, kind: z.literal('blankCell') }),
  z.object({ ...onCell, kind: z.literal('unreadableCell') }),
  z.object({ ...inTable, kind: z.literal('removeRow') }),
  /** An empty row; its cells are keyed in by decisions on them. It stands after the row `after`, or first. */
  z.object({
    ...head,
    kind: z.literal('addRow'),
    dossier: z.string(),
    table: TableCode,
    after: z.string().optional(),
  }),
  /** The page is to be scanned again. */
  z.object({ ...head, kind: z.literal('rescan'), dossier: z.string(), page: z.string(), reason: z.string() }),
  /** Undoes an earlier decision, of whatever kind. */
  z.object({ ...head, kind: z.literal('withdraw'), dossier: z.string(), withdrawn: z.string() }),
  /** Four eyes: who has worked on it hands it on; another person approves it as shown, or gives it back. */
  z.object({ ...head, kind: z.literal('submit'), dossier: z.string() }),
  z.object({ ...head, kind: z.literal('approve'), dossier: z.string() }),
  z.object({ ...head, kind: z.literal('return'), dossier: z.string(), reason: z.string().min(1) }),
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

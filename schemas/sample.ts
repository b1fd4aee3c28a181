// Values drawn for a second look: which were drawn, what the second person saw on the paper, and who was right in the end.
import { z } from 'zod'
import { FieldCode, Value } from './fields.ts'

/** `confirmed`: a steward vouched for it; `automatic`: read surely, nobody looked. */
export const SampleKind = z.enum(['confirmed', 'automatic'])
export type SampleKind = z.infer<typeof SampleKind>

/** Names the value that was drawn without holding it: a dossier that is closed later leaves nothing here. */
export const SampledValue = z.object({
  sampleId: z.string(),
  dossier: z.string(),
  field: FieldCode,
  agency: z.string(),
  kind: SampleKind,
  /** Hash of the value as it stood. */
  seen: z.string(),
  /** The decision that vouched for it, and whose it was: never the one who looks again. */
  decisionId: z.string().optional(),
  steward: z.string().optional(),
  drawnOn: z.iso.date(),
})
export type SampledValue = z.infer<typeof SampledValue>

/** What the second person saw, before anybody showed the first value. */
export const SeenAgain = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), value: Value, code: z.string().optional() }),
  z.object({ status: z.literal('blank') }),
  z.object({ status: z.literal('unreadable') }),
])
export type SeenAgain = z.infer<typeof SeenAgain>

const head = { sampleId: z.string(), steward: z.string(), at: z.iso.datetime() }

/** Append-only: one second look a value, and where the two differ one word on who was right. */
export const SecondLook = z.discriminatedUnion('kind', [
  z.object({ ...head, kind: z.literal('look'), saw: SeenAgain, agrees: z.boolean() }),
  z.object({ ...head, kind: z.literal('verdict'), firstIsRight: z.boolean() }),
  /** The value had changed before anybody looked: the sample says nothing any more. */
  z.object({ ...head, kind: z.literal('outdated') }),
])
export type SecondLook = z.infer<typeof SecondLook>

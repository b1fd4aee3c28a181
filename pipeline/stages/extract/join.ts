// One field that the form asks for in several places (both questions about foreign relations) is one reading.
import type { FieldDefinition, Outcome, Provenance } from '../../../schemas/index.ts'
import { unionOf } from '../../core/box.ts'
import { interpret } from '../../core/values/index.ts'
import type { Reader } from './outcome.ts'

type Written = Extract<Outcome, { raw: string }> & { provenance: Provenance }

/** Answers that say the same are one; others stand side by side. A blank answer beside a written one adds nothing. */
export function joinOutcomes(definition: FieldDefinition, outcomes: readonly Outcome[], reader: Reader): Outcome {
  const written = outcomes.filter((outcome): outcome is Written => 'raw' in outcome && outcome.provenance !== undefined)
  const [first, ...more] = written
  if (!first) return outcomes.find(({ status }) => status === 'blank') ?? outcomes[0] ?? { status: 'missing' }
  if (more.length === 0) return first
  const raw = [...new Set(written.map((outcome) => outcome.raw))].join('; ')
  const confidence = Math.min(...written.map((outcome) => outcome.confidence))
  const samePage = written.filter(({ provenance }) => provenance.pageId === first.provenance.pageId)
  const provenance = { ...first.provenance, box: unionOf(samePage.map((outcome) => outcome.provenance.box)) }
  const meaning = interpret(definition, raw, reader.knowledge)
  if (meaning.status === 'blank') return first
  if (meaning.status === 'unparsed') return { ...meaning, raw, confidence, provenance }
  const { isExact: _, ...read } = meaning
  return { ...read, raw, confidence, provenance }
}

// Code and step in one, "16.1191" for "16.119/1": the stroke between them was not read. Both cells then offer what they may be.
import type { Candidate, Outcome, TableDefinition } from '../../../schemas/index.ts'
import type { Token } from '../../core/form/tokens.ts'
import { interpret } from '../../core/values/index.ts'
import { provenanceOfTokens, rawOf, type Reader } from './outcome.ts'

/** Never good, and worth a look only because a person has to choose. */
const unsure = 0.7
/** What the engine makes of the stroke where it does not lose it. */
const stroke = /[/|\\71Il]$/u

interface Parts {
  readonly code: Candidate
  readonly step: Candidate
}

/** Both cells as unparsed; nothing where the writing is a rank's code by itself, or has no rank's code in it. */
export function gluedOutcomes(
  [codeCell = '', stepCell = '']: readonly string[],
  tokens: readonly Token[],
  definition: TableDefinition,
  reader: Reader,
): [string, Outcome][] {
  const raw = rawOf(tokens)
  if (reader.knowledge.pay.rank(raw)) return []
  const parts = [1, 2].flatMap((size) =>
    partsOf(raw.slice(0, -size), raw.slice(-size), definition.cells[stepCell], reader),
  )
  if (parts.length === 0) return []
  const told = (candidates: Candidate[]): Outcome => ({
    status: 'unparsed',
    raw,
    problem: 'Không đọc được dấu gạch giữa mã ngạch và bậc.',
    candidates,
    confidence: Math.min(unsure, ...tokens.map(({ confidence }) => confidence)),
    provenance: provenanceOfTokens(tokens, reader),
  })
  return [
    [codeCell, told(parts.map(({ code }) => code))],
    [stepCell, told(parts.map(({ step }) => step))],
  ]
}

/** The writing before the step is a known code, or a code and the misread stroke. */
function partsOf(
  before: string,
  behind: string,
  step: TableDefinition['cells'][string] | undefined,
  { knowledge }: Reader,
): Parts[] {
  if (!step) return []
  const meaning = interpret(step, behind, knowledge)
  if (meaning.status !== 'read' || !meaning.isExact) return []
  const heads = [before, before.replace(stroke, '')].filter((head, at, all) => all.indexOf(head) === at)
  return heads
    .filter((head) => knowledge.pay.rank(head) !== undefined)
    .map((head) => ({ code: { value: head }, step: { value: meaning.value } }))
}

// What the second model's reading of a value means for the first: agreement, or a choice between the two that says so. The texts
// of both stay beside the value; what was not chosen is a candidate.
import type {
  Candidate,
  DraftValue,
  FieldDefinition,
  Grading,
  Outcome,
  ReadingEvidence,
  SecondMeaning,
  SecondReading,
} from '../../../schemas/index.ts'
import { gradeOf } from '../grade.ts'
import { canonicalJson } from '../id.ts'
import { valueClassOf } from './value-class.ts'

const MAX_CANDIDATES = 5

type Opinion = Pick<DraftValue, 'outcome' | 'grade' | 'readings' | 'evidence'>
type Written = Extract<Outcome, { status: 'read' | 'unparsed' }>

export function opinionOf(
  outcome: Outcome,
  definition: FieldDefinition,
  second: SecondReading | undefined,
  grading: Grading | undefined,
): Opinion {
  if (second === undefined || grading === undefined || (outcome.status !== 'read' && outcome.status !== 'unparsed'))
    return { outcome, grade: gradeOf(outcome) }
  const { first, model, raw, confidence } = second
  const { outcome: chosen, evidence } = chosenOf(outcome, second)
  const grade = gradeOf(chosen, { grading, class: valueClassOf(definition.type), evidence })
  const readings = [
    { model: first.model, raw: first.raw, confidence: first.confidence },
    { model, raw, confidence },
  ]
  return { outcome: chosen, grade, readings, evidence }
}

interface Choice {
  readonly outcome: Written
  readonly evidence: ReadingEvidence
}

function chosenOf(outcome: Written, second: SecondReading): Choice {
  const { raw, meaning, first, merged } = second
  const told = (word: ReadingEvidence['second'], isExact: boolean): ReadingEvidence => ({
    second: word,
    isExact,
    cross: 'none',
  })
  // An engine that saw nothing in the rectangle says nothing.
  if (raw === '' || meaning.status === 'blank') return { outcome, evidence: told('none', first.isExact) }
  if (outcome.status === 'read' && meaning.status === 'read' && isSame(outcome.value, meaning.value))
    return { outcome, evidence: told('agrees', first.isExact || meaning.isExact) }
  const better = betterOf(outcome, second)
  if (better?.meaning.status !== 'read')
    return { outcome: withCandidates(outcome, [meaning, merged?.meaning]), evidence: told('differs', first.isExact) }
  const word = better === merged && merged.choice !== 'open' ? merged.choice : 'differs'
  return {
    outcome: withCandidates(meantBy(better.meaning, better, outcome), [asMeaning(outcome), meaning]),
    evidence: told(word, better.meaning.isExact),
  }
}

/** What is read instead of the first reading: only what is understood as written, where the first is not or is clearly worse. */
function betterOf(outcome: Written, second: SecondReading): Other | undefined {
  const { first, merged } = second
  const read = [merged, second].filter((other) => other?.meaning.status === 'read')
  const exact = read.find((other) => other?.meaning.status === 'read' && other.meaning.isExact)
  if (exact !== undefined && (!first.isExact || (exact === merged && merged.choice !== 'open'))) return exact
  return outcome.status === 'unparsed' ? read[0] : undefined
}

type Other = Pick<SecondReading, 'raw' | 'confidence' | 'meaning'>

function meantBy(
  { value, code }: Extract<SecondMeaning, { status: 'read' }>,
  { raw, confidence }: { raw: string; confidence: number },
  { provenance }: Written,
): Written {
  return {
    status: 'read',
    raw,
    value,
    ...(code === undefined ? {} : { code }),
    candidates: [],
    confidence,
    ...(provenance === undefined ? {} : { provenance }),
  }
}

function asMeaning(outcome: Written): SecondMeaning | undefined {
  if (outcome.status !== 'read') return undefined
  const { value, code } = outcome
  return { status: 'read', value, ...(code === undefined ? {} : { code }), isExact: false }
}

/** Case and tones count: one of the two would be wrong. */
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

function withCandidates(outcome: Written, others: readonly (SecondMeaning | undefined)[]): Written {
  const meant = others.flatMap((other): Candidate[] => {
    if (other?.status !== 'read') return []
    return [{ value: other.value, ...(other.code === undefined ? {} : { code: other.code }) }]
  })
  const seen = new Set(outcome.status === 'read' ? [canonicalJson(outcome.value)] : [])
  const candidates = [...meant, ...outcome.candidates].filter(
    ({ value }) => seen.size !== seen.add(canonicalJson(value)).size,
  )
  return { ...outcome, candidates: candidates.slice(0, MAX_CANDIDATES) }
}

/** The grade once more, now that it is known whether another field or paper agrees. */
export function crossed(
  value: DraftValue,
  definition: FieldDefinition,
  verdict: ReadingEvidence['cross'] | undefined,
  grading: Grading | undefined,
): DraftValue {
  if (verdict === undefined || grading === undefined) return value
  const evidence: ReadingEvidence = { second: 'none', isExact: true, ...value.evidence, cross: verdict }
  const grade = gradeOf(value.outcome, { grading, class: valueClassOf(definition.type), evidence })
  return { ...value, grade, evidence }
}

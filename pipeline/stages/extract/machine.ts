// What a card says to machines beside what is printed on it: where both say the same the value is sure, where they differ a
// person looks. Fields without print (the old number) are told by the machine's word alone.
import type { Box, FieldReading, Outcome, PageText } from '../../../schemas/index.ts'
import { fieldOf } from '../../../schemas/index.ts'
import { unionOf } from '../../core/box.ts'
import { type CardFact, factsOfLines, factsOfQr } from '../../core/identity-card/card-facts.ts'
import { linesOf, textOf } from '../../core/lines.ts'
import { disagree } from '../../core/same-value.ts'
import { interpret } from '../../core/values/index.ts'
import type { Reader } from './outcome.ts'

export interface PageCode {
  readonly text: string
  readonly box: Box
}
/** The QR codes by page. */
export type PageCodes = Readonly<Record<string, readonly PageCode[]>>

/** A QR code mends itself; the lines are proven by their check digits, yet read by the engine. */
const sureness = { qr: 1, lines: 0.97 } as const
/** Print and machine differ: never good. */
const unsure = 0.7

export function withMachine(
  fields: readonly FieldReading[],
  pages: readonly PageText[],
  codes: PageCodes,
  reader: Reader,
): FieldReading[] {
  const said = new Map(pages.flatMap((page) => saidOn(page, codes, reader)).map((each) => [each.field, each]))
  const printed = fields.map(({ field, outcome, documentId }) => {
    const machine = said.get(field)?.outcome
    return { documentId, field, outcome: machine === undefined ? outcome : joined(outcome, machine) }
  })
  return [...printed, ...[...said.values()].filter(({ field }) => fields.every((other) => other.field !== field))]
}

/** The lines first: where the code says it too, the code's word stands. */
function saidOn(page: PageText, codes: PageCodes, reader: Reader): FieldReading[] {
  const lines = linesOf(page.lines.flatMap(({ words }) => words)).filter((line) => line.words.length > 0)
  const foot = lines.filter(({ words }) => /[<«‹]|IDVNM/u.test(textOf(words)))
  const box = unionOf(foot.map((line) => line.box))
  const told = (facts: readonly CardFact[], place: Box, confidence: number) =>
    facts.map((fact) => readingOf(fact, { pageId: page.pageId, box: place, confidence }, reader))
  return [
    ...told(factsOfLines(foot.map(({ words }) => textOf(words))), box, sureness.lines),
    ...(codes[page.pageId] ?? []).flatMap((code) => told(factsOfQr(code.text), code.box, sureness.qr)),
  ]
}

function readingOf(
  { field, raw }: CardFact,
  { pageId, box, confidence }: { pageId: string; box: Box; confidence: number },
  { documentId, knowledge }: Reader,
): FieldReading {
  const provenance = { documentId, pageId, box }
  const meaning = interpret(fieldOf(field), raw, knowledge)
  if (meaning.status === 'blank') return { documentId, field, outcome: { status: 'blank', confidence, provenance } }
  if (meaning.status === 'unparsed') return { documentId, field, outcome: { ...meaning, raw, confidence, provenance } }
  const { isExact, ...read } = meaning
  const sure = isExact ? confidence : Math.min(confidence, unsure)
  return { documentId, field, outcome: { ...read, raw, confidence: sure, provenance } }
}

/** The machine's word; a surely read print that says otherwise makes it doubtful and is kept as a candidate. */
function joined(printed: Outcome, machine: Outcome): Outcome {
  if (machine.status !== 'read') return printed.status === 'missing' ? machine : printed
  if (printed.status !== 'read' || !disagree(printed, machine)) return machine
  const { value, code } = printed
  const candidates = [...machine.candidates, { value, ...(code === undefined ? {} : { code }) }]
  const isSureOfPrint = printed.confidence > unsure
  return {
    ...machine,
    candidates,
    confidence: isSureOfPrint ? Math.min(machine.confidence, unsure) : machine.confidence,
  }
}

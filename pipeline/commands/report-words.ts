// The scorecard as JSON, and the ids behind one of its numbers.
import { type Card, MeasureName, measureNames } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { figurePlaceNames } from '../core/scorecard/count-figures.ts'
import { ownReasons } from '../core/scorecard/measures.ts'
import { colourOf } from '../core/scorecard/rating.ts'
import { byMeasure, type DossierScore } from '../core/scorecard/score-dossier.ts'
import { personCards, reasonCounts } from '../core/scorecard/scorecard.ts'
import type { ReportData } from '../report/report-data.ts'
import { printJson, type Terminal } from './command.ts'

/** Part by part and dossier by dossier: a province's scorecard is never one text in memory. */
export function printScorecard(data: ReportData, { out }: Terminal): void {
  const { scorecard, scope, today, figures, coverage, trend, sampling } = data
  const parts: readonly (readonly [string, unknown])[] = [
    ['contract', 1],
    ['scope', scope],
    ['today', today],
    ['total', told(scorecard.total)],
    ...(coverage === undefined ? [] : [['coverage', Object.fromEntries(coverage)] as const]),
    ['reasons', reasonCounts(scorecard.scores)],
    ['figures', { total: figures.total, agencies: Object.fromEntries(figures.agencies) }],
    ['sampling', sampling],
    ['trend', trend.map(({ day, card }) => ({ day, ...told(card) }))],
  ]
  out('{\n')
  for (const [name, part] of parts) out(`${JSON.stringify(name)}: ${JSON.stringify(part)},\n`)
  printMap(out, 'agencies', scorecard.agencies, ({ own, whole }) => ({ own: told(own), whole: told(whole) }))
  printMap(out, 'batches', scorecard.batches, told)
  printMap(out, 'persons', personCards(scorecard.scores), told)
  printMap(
    out,
    'dossiers',
    scorecard.scores.map(({ dossier, card }) => [dossier, card] as const),
    told,
    '}\n}\n',
  )
}

function printMap<T>(
  out: (text: string) => void,
  name: string,
  entries: Iterable<readonly [string, T]>,
  tell: (value: T) => unknown,
  end = '},\n',
): void {
  out(`${JSON.stringify(name)}: {`)
  let separator = '\n'
  for (const [id, value] of entries) {
    out(`${separator}${JSON.stringify(id)}: ${JSON.stringify(tell(value))}`)
    separator = ',\n'
  }
  out(`\n${end}`)
}

const told = (card: Card) => ({
  ...card,
  measures: byMeasure((name) => ({ ...card.measures[name], colour: colourOf(name, card.measures[name]) })),
})

/** One id a line with what failed; a figure's are ids of persons. */
export function printBehind(number: string, data: ReportData, terminal: Terminal, isJson: boolean): void {
  const rows = personsBehind(number, data) ?? dossiersBehind(number, data)
  if (isJson) printJson(terminal, rows)
  else for (const { id, told: words } of rows) terminal.out(`${[id, ...words].join('\t')}\n`)
}

interface Behind {
  readonly id: string
  readonly told: readonly string[]
}

function personsBehind(number: string, { figures }: ReportData): Behind[] | undefined {
  if (!figurePlaceNames.some(({ place }) => place === number)) return undefined
  return figures.people
    .filter(({ places }) => places.includes(number))
    .map(({ personId }) => ({ id: personId, told: [] }))
}

function dossiersBehind(number: string, { scorecard: { scores }, reasonText }: ReportData): Behind[] {
  const measure = MeasureName.safeParse(number)
  if (measure.success)
    return scores
      .filter(({ card }) => card.measures[measure.data].total > card.measures[measure.data].passed)
      .map((score) => behindMeasure(score, measure.data, reasonText))
  const states: Readonly<Record<string, (score: DossierScore) => boolean>> = {
    dossiers: () => true,
    held: ({ card }) => card.held > 0,
    free: ({ card }) => card.held === 0 && card.unjudged === 0,
    unjudged: ({ card }) => card.unjudged > 0,
    waived: ({ card }) => card.waived > 0,
  }
  const [, code] = /^reason:(?<code>\w+)$/u.exec(number) ?? []
  const wanted =
    code === undefined ? states[number] : ({ reasons }: DossierScore) => reasons.some((each) => each.code === code)
  if (wanted !== undefined) return scores.filter(wanted).map(({ dossier }) => ({ id: dossier, told: [] }))
  const known = [
    ...measureNames,
    ...Object.keys(states),
    `reason:${Object.keys(ownReasons)[0] ?? ''}`,
    ...figurePlaceNames.map(({ place }) => place),
  ]
  throw new UsageError(`Không có con số nào tên "${number}". Dùng một trong: ${known.join(', ')}.`)
}

function behindMeasure(
  { dossier, card, reasons }: DossierScore,
  name: MeasureName,
  reasonText: (code: string) => string,
): Behind {
  const { passed, total } = card.measures[name]
  const why = reasons.filter(({ measure }) => measure === name).map(({ code }) => reasonText(code))
  return { id: dossier, told: [`${passed}/${total}`, why.join('; ')] }
}

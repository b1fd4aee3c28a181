// Reads the rectangles of values once more, with the model that did not read the page. Both texts are kept; what their
// agreement is worth is the business of assemble.
import { z } from 'zod'
import {
  Document,
  type FieldDefinition,
  FieldReading,
  fieldOf,
  type Outcome,
  PageImage,
  PageText,
  type ReadWord,
  RowReading,
  type SecondMeaning,
  SecondReading,
  tableOf,
} from '../../schemas/index.ts'
import { modelsOf } from '../core/config.ts'
import { type Merged, mergedWords } from '../core/reading/merge-words.ts'
import { linesOfValue, wordsOfValue } from '../core/reading/value-lines.ts'
import { defineStage, type Tools } from '../core/stage.ts'
import { interpret } from '../core/values/index.ts'

const Input = z.object({
  document: Document,
  fields: z.array(FieldReading),
  rows: z.array(RowReading),
  pages: z.array(PageText),
  images: z.array(PageImage),
})
type Input = z.infer<typeof Input>

type Written = Extract<Outcome, { status: 'read' | 'unparsed' }>

/** One value to be read again. */
interface Wanted {
  readonly place: Pick<SecondReading, 'place' | 'field' | 'cell'>
  readonly definition: FieldDefinition
  readonly outcome: Written
  readonly pageId: string
  readonly boxes: readonly SecondReading['boxes'][number][]
}

export const reread = defineStage({
  name: 'reread',
  version: 2,
  unit: 'document',
  reads: ['knowledge'],
  settings: ['models'],
  input: Input,
  output: z.object({ readings: z.array(SecondReading) }),
  run: async (input, tools) => {
    const wanted = wantedIn(input)
    const readings: SecondReading[] = []
    for (const { pageId, reading } of input.images) {
      const here = wanted.filter((one) => one.pageId === pageId)
      if (reading !== undefined) readings.push(...(await readAgain(here, reading, input, tools)))
    }
    return { readings }
  },
})

async function readAgain(
  wanted: readonly Wanted[],
  reading: string,
  { document, pages }: Input,
  { config, knowledge, scanReader, log, signal }: Tools,
): Promise<SecondReading[]> {
  const { pages: firstModel, again: model } = modelsOf(config)
  if (model === undefined || wanted.length === 0) return []
  const boxes = wanted.flatMap((one) => one.boxes)
  const lines = await scanReader.reread(reading, boxes, { log, signal })
  log.info('values read again', { values: wanted.length, lines: lines.length })
  let at = 0
  return wanted.map(({ place, definition, outcome, pageId, boxes: own }) => {
    const words = lines.slice(at, (at += own.length)).flat()
    const raw = textOf(words)
    const first = interpret(definition, outcome.raw, knowledge)
    const isExact = first.status === 'read' && first.isExact
    const page = pages.find((each) => each.pageId === pageId)
    const firstWords = page === undefined ? [] : wordsOfValue(outcome.raw, own, page)
    const merged =
      raw === '' || raw === outcome.raw
        ? undefined
        : mergedWords({ model: firstModel, words: firstWords }, { model, words }, knowledge)
    return {
      documentId: document.documentId,
      ...place,
      model,
      pageId,
      boxes: [...own],
      raw,
      confidence: leastOf(words),
      meaning: meaningOf(definition, raw, knowledge),
      first: { model: firstModel, raw: outcome.raw, confidence: leastOf(firstWords), isExact },
      ...(merged && { merged: keptOf(merged, definition, knowledge) }),
    }
  })
}

const keptOf = (
  { text: raw, confidence, choice }: Merged,
  definition: FieldDefinition,
  knowledge: Tools['knowledge'],
) => ({
  raw,
  confidence,
  choice,
  meaning: meaningOf(definition, raw, knowledge),
})

const textOf = (words: readonly ReadWord[]): string => words.map(({ text }) => text).join(' ')
const leastOf = (words: readonly ReadWord[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence))

function meaningOf(definition: FieldDefinition, raw: string, knowledge: Tools['knowledge']): SecondMeaning {
  const meaning = interpret(definition, raw, knowledge)
  if (meaning.status !== 'read') return { status: meaning.status }
  const { value, code, isExact } = meaning
  return { status: 'read', value, ...(code === undefined ? {} : { code }), isExact }
}

function wantedIn({ fields, rows, pages }: Input): Wanted[] {
  const wanted = (place: Wanted['place'], definition: FieldDefinition, outcome: Outcome): Wanted[] => {
    if (outcome.status !== 'read' && outcome.status !== 'unparsed') return []
    const page = pages.find(({ pageId }) => pageId === outcome.provenance?.pageId)
    if (page === undefined || outcome.provenance === undefined) return []
    const boxes = linesOfValue(outcome.raw, outcome.provenance.box, page)
    return boxes.length === 0 ? [] : [{ place, definition, outcome, pageId: page.pageId, boxes }]
  }
  return [
    ...fields.flatMap(({ field, outcome }) => wanted({ place: field, field }, fieldOf(field), outcome)),
    ...rows.flatMap(({ table, row, cells }) =>
      Object.entries(cells).flatMap(([cell, outcome]) => {
        const definition = tableOf(table).cells[cell]
        const place = { place: `${table}.${row}.${cell}`, cell: { table, row, cell } }
        return definition === undefined ? [] : wanted(place, definition, outcome)
      }),
    ),
  ]
}

// How much of a paper is read rightly from a typewritten copy: every value that stands on it, every cell of its tables.
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { gradeOf } from '../../pipeline/core/grade.ts'
import { extract } from '../../pipeline/stages/extract/extract.ts'
import {
  type FieldCode,
  type Outcome,
  type PageText,
  type TableCode,
  tableCodes,
  type Value,
} from '../../schemas/index.ts'
import type { Hand } from '../draw/written.ts'
import type { Facts } from '../invent/declare.ts'
import { inventPaperFacts } from '../invent/paper-facts.ts'
import { seeded } from '../random.ts'
import { sameFact } from '../wordings/same-fact.ts'
import { type Block, wordingOf } from '../wordings/wording.ts'
import { typedPages } from './typed-pages.ts'

export interface FormFigures {
  readonly fields: { readonly right: number; readonly total: number }
  readonly cells: { readonly right: number; readonly total: number }
  /** Wrong and graded good. */
  readonly falselySure: readonly string[]
  readonly misses: readonly string[]
}

/** Only what a stage of reading asks for. */
type ReadTools = Parameters<typeof extract.run>[1]

const known = { forms: loadForms(), knowledge: loadKnowledge() }
const hands: readonly Hand[] = [
  { dates: 'padded', height: '1m58' },
  { dates: 'official', height: '158 cm' },
  { dates: 'plain', height: '1,58 m' },
]

export async function measureForm(
  wording: string,
  seeds: readonly string[],
  damage: number,
  tools: (given: typeof known) => ReadTools,
): Promise<FormFigures> {
  const form = wording.split('.')[0] ?? wording
  const figures = []
  for (const [index, seed] of seeds.entries()) {
    const facts = factsOf(form, seed)
    const blocks = wordingOf(wording, facts, hands[index % hands.length] ?? { dates: 'padded', height: '1m58' })
    const pages = typedPages(blocks, damage, seeded(`typed ${wording} ${seed}`))
    figures.push(compare(facts, blocks, await readAs(form, pages, tools(known))))
  }
  return figures.reduce(sum)
}

/** A card of nine digits bears the old number. */
export function factsOf(form: string, seed: string): Facts {
  const facts = inventPaperFacts(seed)
  const { formerCitizenId } = facts.values
  return form === 'identity-card-9' && formerCitizenId !== undefined
    ? { ...facts, values: { ...facts.values, citizenId: formerCitizenId } }
    : facts
}

type Read = Awaited<ReturnType<typeof readAs>>

export async function readAs(form: string, pages: readonly PageText[], tools: ReadTools) {
  const ids = pages.map(({ pageId }) => pageId)
  const document = { documentId: 'D@1', dossier: 'D', kind: form, form, edition: 1, score: 1, pages: ids }
  const { fields, rows } = await extract.run({ document, pages: [...pages] }, tools)
  return { fields: new Map(fields.map(({ field, outcome }) => [field, outcome])), rows }
}

/** The fields with something written in them. */
export function fieldsOn(blocks: readonly Block[]): Set<FieldCode> {
  const parts = blocks.flatMap((block) =>
    block.kind === 'line' ? block.parts : block.kind === 'pair' ? [...block.left.flat(), ...block.right.flat()] : [],
  )
  return new Set(parts.flatMap((part) => ('field' in part && part.text !== '' ? [part.field] : [])))
}

function compare(facts: Facts, blocks: readonly Block[], read: Read): FormFigures {
  const fields = [...fieldsOn(blocks)].map((field) => told(field, facts.values[field], read.fields.get(field)))
  const cells = tableCodes.flatMap((table) => cellsOf(table, facts, read))
  const all = [...fields, ...cells]
  const share = (of: typeof all) => ({ right: of.filter(({ isRight }) => isRight).length, total: of.length })
  const wrong = all.filter(({ isRight }) => !isRight)
  return {
    fields: share(fields),
    cells: share(cells),
    misses: wrong.map(({ where }) => where),
    falselySure: wrong.filter(({ isSure }) => isSure).map(({ where }) => where),
  }
}

/** Only tables that stand on the paper; a row that was not found is wrong as a whole. */
function cellsOf(table: TableCode, facts: Facts, { rows }: Read) {
  const found = rows.filter((row) => row.table === table)
  if (found.length === 0) return []
  return (facts.tables[table] ?? []).flatMap((row, index) =>
    Object.entries(row).flatMap(([cell, value]) => {
      const outcome = found[index]?.cells[cell]
      return found[index] !== undefined && outcome === undefined
        ? []
        : [told(`${table}.${index}.${cell}`, value, outcome)]
    }),
  )
}

function told(where: string, expected: Value | undefined, outcome: Outcome | undefined) {
  const isRight =
    expected !== undefined && outcome?.status === 'read' && sameFact(expected, outcome.value, where === 'salaryFrom')
  const isSure = outcome?.status === 'read' && gradeOf(outcome) === 'good'
  return { where, isRight, isSure }
}

function sum(a: FormFigures, b: FormFigures): FormFigures {
  const both = (x: FormFigures['fields'], y: FormFigures['fields']) => ({
    right: x.right + y.right,
    total: x.total + y.total,
  })
  return {
    fields: both(a.fields, b.fields),
    cells: both(a.cells, b.cells),
    misses: [...a.misses, ...b.misses],
    falselySure: [...a.falselySure, ...b.falselySure],
  }
}

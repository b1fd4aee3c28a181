// The draft of an invented person's dossier, had every word on its papers been read rightly and surely: truth for the rules.
import type { Knowledge } from '../../pipeline/core/knowledge.ts'
import type { Tools } from '../../pipeline/core/stage.ts'
import { interpret, show } from '../../pipeline/core/values/index.ts'
import { draftOf } from '../../pipeline/stages/assemble.ts'
import {
  type FieldCode,
  type FieldDefinition,
  fieldCodes,
  type FieldReading,
  fieldOf,
  type Outcome,
  type PersonDraft,
  type RowReading,
  type StewardDecision,
  tableCodes,
  tableOf,
  type Value,
} from '../../schemas/index.ts'
import { forms as names } from '../truth.ts'
import { declarationMonth, declare, type FactRow, type Facts } from './declare.ts'
import { inventLife, type Life, type LifeWishes } from './life.ts'
import { inventPayRise } from './pay-rise.ts'
import { seeded } from '../random.ts'

export type Values = Partial<Record<FieldCode, Value>>

/** What lies in a dossier. `otherForm`: what a second résumé says where it differs; `otherDecision`: a second decision. */
export interface Papers {
  readonly form?: Facts
  readonly decision?: Values
  readonly otherForm?: Values
  readonly otherDecision?: Values
  readonly decisions?: readonly StewardDecision[]
}

/** One person with a résumé and the decision on the last pay rise. */
export function inventPapers(
  seed: string,
  wishes: LifeWishes = {},
): Papers & { life: Life; form: Facts; decision: Values } {
  const life = inventLife(seed, wishes)
  const month = declarationMonth(life, seeded(`month ${seed}`))
  return { life, form: declare(life, month, seed), decision: inventPayRise(life, month, seed).values }
}

export function draftOfPapers(
  dossier: string,
  papers: Papers,
  { knowledge, forms }: Pick<Tools, 'knowledge' | 'forms'>,
): PersonDraft {
  const lying = papersIn(papers).map((paper) => ({ ...paper, documentId: `${dossier}@${dossier}.pdf#${paper.page}` }))
  const reading = (documentId: string, field: FieldCode, value: Value | undefined): FieldReading => ({
    documentId,
    field,
    outcome: outcomeOf(fieldOf(field), value, documentId, knowledge),
  })
  return draftOf(
    {
      dossier: { dossier, batchId: 'invented', agency: 'TQ' },
      documents: lying.map(({ documentId, page, name }) => ({
        ...{ documentId, dossier, form: name, edition: 1, score: 0.95 },
        pages: [`${dossier}.pdf#${page}`],
      })),
      fields: lying.flatMap(({ documentId, name, values }) =>
        fieldsAsked(name, forms).map((field) => reading(documentId, field, values[field])),
      ),
      rows: lying.flatMap(({ documentId, tables }) => rowsOf(documentId, tables, knowledge)),
      marks: [],
      decisions: [...(papers.decisions ?? [])],
    },
    forms,
  )
}

interface LyingPaper {
  readonly page: number
  readonly name: string
  readonly values: Values
  readonly tables?: Facts['tables']
}

/** In the order of a dossier; a decision that says nothing does not lie there. */
function papersIn({ form, decision = {}, otherForm, otherDecision }: Papers): LyingPaper[] {
  const found: LyingPaper[] = []
  if (form) found.push({ page: 1, name: names.form, values: form.values, tables: form.tables })
  if (Object.keys(decision).length > 0) found.push({ page: 5, name: names.decision, values: decision })
  if (otherForm && form) found.push({ page: 6, name: names.form, values: { ...form.values, ...otherForm } })
  if (otherDecision) found.push({ page: 10, name: names.decision, values: otherDecision })
  return found
}

const fieldsAsked = (name: string, forms: Tools['forms']): FieldCode[] => {
  const items = forms.find(({ form }) => form === name)?.items ?? []
  return fieldCodes.filter((field) => items.some((item) => item.kind === 'field' && item.field === field))
}

function rowsOf(documentId: string, tables: Facts['tables'] | undefined, knowledge: Knowledge): RowReading[] {
  return tableCodes.flatMap((table) =>
    (tables?.[table] ?? []).map((cells: FactRow, row) => ({
      documentId,
      table,
      row,
      cells: Object.fromEntries(
        Object.entries(tableOf(table).cells).map(([cell, definition]) => [
          cell,
          outcomeOf(definition, cells[cell], documentId, knowledge),
        ]),
      ),
    })),
  )
}

/** What the reading makes of the writing, surely read: a meaning found by a tolerant comparison is no doubt here. */
function outcomeOf(
  definition: FieldDefinition,
  value: Value | undefined,
  documentId: string,
  knowledge: Knowledge,
): Outcome {
  const box = [0.1, 0.1, 0.2, 0.02] satisfies [number, number, number, number]
  const sure = { confidence: 0.96, provenance: { documentId, pageId: documentId, box } }
  const raw = value === undefined ? '' : show(definition, value)
  const meaning = interpret(definition, raw, knowledge)
  if (meaning.status === 'blank') return { status: 'blank', ...sure }
  if (meaning.status === 'unparsed') return { ...meaning, raw, ...sure }
  const { isExact: _, ...read } = meaning
  return { ...read, raw, ...sure }
}

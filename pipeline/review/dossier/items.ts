// What of a dossier a person may settle, one by one: each field and each cell, with what is wrong and what a decision on it
// has to name.
import {
  type Box,
  type DraftValue,
  FieldCode,
  fieldCodes,
  type FieldDefinition,
  fieldOf,
  type Finding,
  TableCode,
  tableCodes,
  tableOf,
} from '../../../schemas/index.ts'
import { type Expected, expectedAt } from '../../core/decision-subject.ts'
import { idOf } from '../../core/id.ts'
import { problemFields } from '../../core/problem-fields.ts'
import { type CellSteering, steered, type Steering } from '../../core/steer.ts'
import { keyOfRow } from '../../core/steer-rows.ts'
import { show } from '../../core/values/index.ts'
import type { ReviewedDossier } from '../../store/review-dossier.ts'
import type { Language } from '../visit.tsx'

export type Place =
  | { readonly kind: 'field'; readonly field: FieldCode }
  | { readonly kind: 'cell'; readonly table: TableCode; readonly row: string; readonly cell: string }

export interface Item {
  readonly place: Place
  readonly definition: FieldDefinition
  readonly value: DraftValue
  /** Open ones that name it, the worst first. */
  readonly findings: readonly Finding[]
  readonly isProblem: boolean
  readonly expected: Expected
  /** Hash of what stands on the screen, the word of an earlier steward included. */
  readonly shown: string
  readonly at: { readonly pageId: string; readonly box: Box } | undefined
}

/** Changes with whatever of the item is shown. */
export const versionOf = ({ shown, findings, isProblem }: Item): string =>
  idOf(shown, isProblem, ...findings.map(({ findingId, severity }) => `${findingId} ${severity}`))

export const subjectOfPlace = (place: Place): string =>
  place.kind === 'field' ? `field ${place.field}` : `cell ${place.table} ${place.row} ${place.cell}`

/** As an element of the page is named. */
export const idOfPlace = (place: Place): string => subjectOfPlace(place).replaceAll(' ', '-')

export function placeFrom(subject: string): Place | undefined {
  const [kind, first = '', row = '', cell = ''] = subject.split(' ')
  const field = FieldCode.safeParse(first)
  if (kind === 'field' && field.success) return { kind, field: field.data }
  const table = TableCode.safeParse(first)
  return kind === 'cell' && table.success ? { kind, table: table.data, row, cell } : undefined
}

/** What is written in the input: the value as people write it, or what was read of it. */
export function textOf({ value: { outcome }, definition }: Pick<Item, 'value' | 'definition'>): string {
  if (outcome.status === 'read') return show(definition, outcome.value)
  return outcome.status === 'unparsed' ? outcome.raw : ''
}

export function itemsOf(dossier: ReviewedDossier): Item[] {
  return [...fieldItems(dossier), ...tableCodes.flatMap((table) => cellItems(dossier, table))]
}

function fieldItems({ draft, findings, decisions }: ReviewedDossier): Item[] {
  const problems = new Map(problemFields(draft, findings).map((problem) => [problem.field, problem]))
  return fieldCodes.map((field) => {
    const problem = problems.get(field)
    const known = {
      place: { kind: 'field', field },
      definition: fieldOf(field),
      value: draft.values[field],
      findings: problem?.findings ?? findings.filter((finding) => !finding.isWaived && finding.fields.includes(field)),
      isProblem: problem !== undefined,
    } as const
    return itemOf(known, decisions)
  })
}

function cellItems({ draft, decisions }: ReviewedDossier, table: TableCode): Item[] {
  return draft.tables[table].flatMap((row, index) =>
    Object.entries(tableOf(table).cells).flatMap(([cell, definition]): Item[] => {
      const value = row.cells[cell]
      if (value === undefined) return []
      const place = { kind: 'cell', table, row: keyOfRow(row, index), cell } as const
      const isProblem = value.source?.kind !== 'steward' && value.grade !== 'good' && value.outcome.status !== 'missing'
      return [itemOf({ place, definition, value, findings: [], isProblem }, decisions)]
    }),
  )
}

/** Hashes are made when asked for: a key press is about one value of two hundred. */
function itemOf(known: Omit<Item, 'expected' | 'shown' | 'at'>, decisions: ReviewedDossier['decisions']): Item {
  const { value, place } = known
  const found = value.outcome.status === 'missing' ? undefined : value.outcome.provenance
  let [expected, shown]: [Expected | undefined, string | undefined] = [undefined, undefined]
  return {
    ...known,
    at: found === undefined ? undefined : { pageId: found.pageId, box: found.box },
    get expected() {
      return (expected ??= expectedAt(value, subjectOfPlace(place), decisions))
    },
    get shown() {
      return (shown ??= shownHash(value))
    },
  }
}

/** What a decision just kept leaves of the item, before everything that follows from it is computed. */
export function decided(item: Item, decision: Steering | CellSteering): Item {
  const value = steered(item.value, decision)
  return {
    ...item,
    value,
    isProblem: item.findings.some(({ severity }) => severity === 'error'),
    expected: { ...item.expected, newest: decision.decisionId },
    shown: shownHash(value),
  }
}

const shownHash = (value: DraftValue): string => idOf(value.outcome, value.source ?? null)

export function itemName({ place, definition }: Pick<Item, 'place' | 'definition'>, lang: Language): string {
  if (place.kind === 'field') return definition[lang]
  return `${tableOf(place.table)[lang]}, ${definition[lang]}`
}

// From the readings of a dossier's papers and the steward's decisions to one typed draft. Disagreement is kept, never settled.
import { z } from 'zod'
import {
  Document,
  Dossier,
  type DraftDocument,
  type DraftRow,
  type DraftValue,
  type FieldCode,
  type FieldDefinition,
  FieldReading,
  fieldCodes,
  fieldOf,
  ListedPerson,
  Mark,
  type Outcome,
  PersonDraft,
  RowReading,
  SecondReading,
  StewardDecision,
  tableCodes,
  tableOf,
} from '../../schemas/index.ts'
import { compareIds } from '../core/id.ts'
import { cellOf, ownRow } from '../core/own-row.ts'
import { type Paper, readText, wordsOn } from '../core/paper-words.ts'
import { crossChecked } from '../core/reading/cross-check.ts'
import { crossed, opinionOf } from '../core/reading/opinion.ts'
import { outdatedDecisions, steer } from '../core/steer.ts'
import { steerRows } from '../core/steer-rows.ts'
import { defineStage, type Tools } from '../core/stage.ts'
import { waivedBy } from '../core/waivers.ts'

const Input = z.object({
  dossier: Dossier,
  documents: z.array(Document),
  fields: z.array(FieldReading),
  rows: z.array(RowReading),
  /** Absent where nothing was read a second time. */
  seconds: z.array(SecondReading).optional(),
  /** What lists say of the same person; absent where none does. */
  listed: z.array(ListedPerson).optional(),
  marks: z.array(Mark),
  /** About this dossier, oldest first. */
  decisions: z.array(StewardDecision),
})
type Input = z.infer<typeof Input>

export const assemble = defineStage({
  name: 'assemble',
  version: 3,
  unit: 'dossier',
  reads: ['forms', 'knowledge', 'grading'],
  input: Input,
  output: PersonDraft,
  run: (input, tools) => {
    const hasSeconds = input.seconds !== undefined && input.seconds.length > 0
    return draftOf(input, tools.forms, hasSeconds ? { pay: tools.knowledge.pay, grading: tools.grading } : undefined)
  },
})

/** What the worth of second readings is judged by; without it grades go by the engine's confidence alone. */
interface Judging {
  readonly pay: Tools['knowledge']['pay']
  readonly grading: Tools['grading']
}

export function draftOf(input: Input, forms: Tools['forms'], judging?: Judging): PersonDraft {
  const asDraft = drafting(input, judging)
  const papers = withOwnRows(inOrderOfWeight(input, forms, asDraft), input, asDraft)
  const said = catalogue((field) => wordsOn(field, papers))
  const verdicts = judging && crossChecked(said, judging.pay)
  const read = catalogue((field) => crossed(said[field], fieldOf(field), verdicts?.get(field), judging?.grading))
  const tables = tablesOf(papers, input.rows, input.decisions, asDraft)
  return {
    dossier: input.dossier.dossier,
    agency: input.dossier.agency,
    documents: input.documents.flatMap(
      ({ documentId }) => papers.find(({ document }) => document.documentId === documentId)?.document ?? [],
    ),
    values: catalogue((field) => steer(read[field], field, input.decisions)),
    tables: tables.rows,
    marks: [...input.marks, ...outdatedDecisions(read, input.decisions), ...tables.marks],
    ...(input.listed && { listed: input.listed }),
    ...waivedBy(input.decisions),
  }
}

/** Newest first within its kind: what a paper says of the present is the newest paper's word. */
function inOrderOfWeight({ documents, fields }: Input, forms: Tools['forms'], asDraft: AsDraft): Paper[] {
  const kindOf = new Map(forms.map(({ form, kind }) => [form, kind]))
  const papers = documents.map((document): Paper => {
    const readings = fields.filter(({ documentId }) => documentId === document.documentId)
    const values = Object.fromEntries(
      readings.map(({ documentId, field, outcome }) => [field, asDraft(outcome, documentId, fieldOf(field), field)]),
    )
    const kind = kindOf.get(document.form) ?? 'other'
    const date = dateOf(values, kind)
    const { documentId, form, edition, score, pages, twinOf } = document
    const what = {
      ...(document.kind !== undefined && { kind: document.kind }),
      ...(twinOf !== undefined && { twinOf }),
    }
    return {
      kind,
      document: { documentId, ...what, form, edition, score, pages, ...(date === undefined ? {} : { date }), values },
    }
  })
  return papers.sort(
    (a, b) =>
      compareIds(b.document.date ?? '', a.document.date ?? '') ||
      compareIds(a.document.documentId, b.document.documentId),
  )
}

/** The day a paper was made, by what it is. */
const daysOf = {
  resume: ['declarationDate', 'supplementTo'],
  decision: ['decisionDate'],
  other: ['declarationDate', 'awardDate', 'birthRegisteredOn', 'citizenIdDate', 'healthDate'],
} as const satisfies Record<Paper['kind'], readonly FieldCode[]>

const dateOf = (values: DraftDocument['values'], kind: Paper['kind']): string | undefined =>
  daysOf[kind].map((field) => readText(values[field])).find((day) => day !== undefined)

/** A decision on many persons says of this one what his own row says, and never what others' rows do. */
function withOwnRows(papers: readonly Paper[], { rows }: Input, asDraft: AsDraft): Paper[] {
  const resume = papers.find(({ kind, document }) => kind === 'resume' && readText(document.values.fullName))
  const name = readText(resume?.document.values.fullName)
  const birthDate = readText(resume?.document.values.birthDate)
  return papers.map((paper) => {
    const { documentId, values } = paper.document
    const listed = rows.filter((row) => row.table === 'decisionPersons' && row.documentId === documentId)
    const own = name === undefined || listed.length === 0 ? undefined : ownRow(listed, { name, birthDate })
    if (own === undefined) return paper
    const place = (field: FieldCode): string => `decisionPersons.${own.row?.row ?? ''}.${cellOf(field)}`
    const told = [...own.outcomes].map(
      ([field, outcome]) => [field, asDraft(outcome, documentId, fieldOf(field), place(field))] as const,
    )
    return { ...paper, document: { ...paper.document, values: { ...values, ...Object.fromEntries(told) } } }
  })
}

/** `place` is the field, or the cell as "table.row.cell". */
type AsDraft = (outcome: Outcome, documentId: string, definition: FieldDefinition, place: string) => DraftValue

function drafting({ seconds = [] }: Input, judging: Judging | undefined): AsDraft {
  const byPlace = new Map(seconds.map((second) => [`${second.documentId} ${second.place}`, second]))
  return (outcome, documentId, definition, place) => ({
    ...opinionOf(outcome, definition, byPlace.get(`${documentId} ${place}`), judging?.grading),
    source: { kind: 'reading', documentId },
    rivals: [],
  })
}

function catalogue(valueOf: (field: FieldCode) => DraftValue): PersonDraft['values'] {
  const values: Partial<PersonDraft['values']> = {}
  for (const field of fieldCodes) values[field] = valueOf(field)
  return PersonDraft.shape.values.parse(values)
}

/**
 * A whole table is taken from the newest résumé that has it, else from the newest other paper: rows of two papers cannot be
 * told apart safely. Lists of many persons stay with their decision: the others' pay is no part of this record.
 */
function tablesOf(
  papers: readonly Paper[],
  rows: readonly RowReading[],
  decisions: Input['decisions'],
  asDraft: AsDraft,
): { rows: PersonDraft['tables']; marks: Mark[] } {
  const tables: Partial<PersonDraft['tables']> = {}
  const marks: Mark[] = []
  const ordered = [...papers.filter(({ kind }) => kind === 'resume'), ...papers.filter(({ kind }) => kind !== 'resume')]
  for (const table of tableCodes) {
    const paper =
      table === 'decisionPersons'
        ? undefined
        : ordered.find(({ document }) =>
            rows.some((row) => row.table === table && row.documentId === document.documentId),
          )
    const read = rows
      .filter((row) => row.table === table && row.documentId === paper?.document.documentId)
      .toSorted((a, b) => a.row - b.row)
      .map(({ documentId, row, cells }): DraftRow => ({
        documentId,
        cells: Object.fromEntries(
          Object.entries(tableOf(table).cells).flatMap(([cell, definition]) => {
            const outcome = cells[cell]
            return outcome === undefined
              ? []
              : [[cell, asDraft(outcome, documentId, definition, `${table}.${row}.${cell}`)]]
          }),
        ),
      }))
    const steered = steerRows(read, table, decisions)
    tables[table] = [...steered.rows]
    marks.push(...steered.marks)
  }
  return { rows: PersonDraft.shape.tables.parse(tables), marks }
}

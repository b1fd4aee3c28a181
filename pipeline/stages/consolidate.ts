// One golden record a person. Chooses values by core/survivorship.ts and changes none; what disagrees stays beside.
import { z } from 'zod'
import {
  type FieldCode,
  fieldCodes,
  fieldGroups,
  GoldenRecord,
  PersonDraft,
  type Rival,
  tableCodes,
} from '../../schemas/index.ts'
import { BrokenContract } from '../core/errors.ts'
import { sameValue } from '../core/same-value.ts'
import { defineStage } from '../core/stage.ts'
import { waivedInAll } from '../core/waivers.ts'
import { byDossier, bySurvival, type Claim, newest } from '../core/survivorship.ts'

export const consolidate = defineStage({
  name: 'consolidate',
  version: 1,
  unit: 'person',
  reads: [],
  input: z.object({
    personId: z.string(),
    agency: z.string(),
    dossiers: z.array(z.string()).min(1),
    drafts: z.array(PersonDraft).min(1),
  }),
  output: GoldenRecord,
  run: ({ personId, agency, dossiers, drafts }) => {
    const told = drafts.map(({ dossier }) => dossier).sort()
    if (JSON.stringify(told) !== JSON.stringify([...dossiers].sort()))
      throw new BrokenContract(`Hồ sơ của người ${personId} không khớp với nhóm. Báo cho người phát triển.`)
    return {
      personId,
      agency,
      dossiers: told,
      values: valuesOf(drafts),
      tables: tablesOf(drafts),
      ...waivedInAll(drafts),
    }
  },
})

function valuesOf(drafts: readonly PersonDraft[]): GoldenRecord['values'] {
  const decided = draftOfDecision(drafts)
  const values: Partial<GoldenRecord['values']> = {}
  for (const field of fieldCodes) {
    const source = decided && isOfDecision(field) ? [decided] : drafts
    const [winner, ...others] = bySurvival(
      field,
      source.map((draft) => claimOf(draft, field)),
    )
    if (!winner) continue
    const rivals = [...ownRivals(winner), ...others.flatMap((other) => rivalsOf(field, winner, other))]
    values[field] = { ...winner.value, rivals, dossier: winner.dossier }
  }
  return GoldenRecord.shape.values.parse(values)
}

/** Another dossier's different value, and the rivals it had itself: nothing that a paper says is lost. */
function rivalsOf(field: FieldCode, { value }: Claim, other: Claim): Rival[] {
  const winner = value.outcome
  return [{ field, outcome: other.value.outcome, dossier: other.dossier }, ...ownRivals(other)].filter(
    ({ outcome }) => outcome.status === 'read' && !(winner.status === 'read' && sameValue(outcome.value, winner.value)),
  )
}

const ownRivals = ({ dossier, value }: Claim): Rival[] => value.rivals.map((rival) => ({ dossier, ...rival }))

/**
 * The fields of a decision are one paper's and stay together: its number from one dossier and its date from another
 * would be a decision that nobody took. Two decisions differ by nature, so the others are no rivals.
 */
function draftOfDecision(drafts: readonly PersonDraft[]): PersonDraft | undefined {
  const holding = drafts.filter(({ values }) =>
    fieldCodes.some((field) => isOfDecision(field) && values[field].outcome.status !== 'missing'),
  )
  return inOrder(holding, 'decisionDate')[0]
}

const isOfDecision = (field: FieldCode) => field in fieldGroups.decision

/**
 * A table is taken whole from the newest declaration that has rows. Rows of different papers are never mixed: nobody
 * could tell a row that was left out on purpose from one that was forgotten.
 */
function tablesOf(drafts: readonly PersonDraft[]): GoldenRecord['tables'] {
  const sorted = inOrder(drafts, 'declarationDate')
  const tables: Partial<GoldenRecord['tables']> = {}
  for (const table of tableCodes) {
    const winner = sorted.find((draft) => draft.tables[table].length > 0)
    tables[table] = winner?.tables[table].map((row) => ({ ...row, dossier: winner.dossier })) ?? []
  }
  return GoldenRecord.shape.tables.parse(tables)
}

function inOrder(drafts: readonly PersonDraft[], dated: FieldCode): PersonDraft[] {
  const claims = new Map(drafts.map((draft) => [claimOf(draft, dated, dated), draft]))
  return [...claims].sort(([x], [y]) => newest(x, y) || byDossier(x, y)).map(([, draft]) => draft)
}

function claimOf({ dossier, values }: PersonDraft, field: FieldCode, dated: FieldCode = 'declarationDate'): Claim {
  const { outcome } = values[dated]
  const declaredOn = outcome.status === 'read' && typeof outcome.value === 'string' ? outcome.value : ''
  return { dossier, declaredOn, value: values[field] }
}

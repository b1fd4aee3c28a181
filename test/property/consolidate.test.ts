// Laws of the golden record: the order of dossiers is nothing, one dossier is itself, no different value is lost.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameValue } from '../../pipeline/core/same-value.ts'
import { consolidate } from '../../pipeline/stages/consolidate.ts'
import { fieldCodes, type GoldenRecord, type PersonDraft } from '../../schemas/index.ts'
import { aMissingValue, aPersonDraft, aReadValue } from '../support/person-drafts.ts'
import { toolsWith } from '../support/tools.ts'

const aGrade = fc.constantFrom('good', 'doubtful', 'poor')
const aValueAmong = (...values: string[]) =>
  fc.oneof(
    {
      arbitrary: fc.tuple(fc.constantFrom(...values), aGrade).map(([value, grade]) => aReadValue(value, grade)),
      weight: 4,
    },
    { arbitrary: fc.constant(aMissingValue), weight: 1 },
  )
const aValues = fc.record({
  fullName: aValueAmong('Ma Thị Hường', 'Ma Thị Hương', 'MA THỊ HƯỜNG'),
  citizenId: aValueAmong('070123456', '008184001234', '008184001235'),
  rankCode: aValueAmong('01.003', '01.004'),
  decisionNumber: aValueAmong('12/QĐ', '99/QĐ'),
  decisionDate: aValueAmong('2015-01-01', '2021-01-01'),
  declarationDate: aValueAmong('2010', '2010-05', '2020-05-01'),
})
const someDrafts = fc
  .array(aValues, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((values, at) => aPersonDraft(`hs-${at}`, values)))

function goldenOf(drafts: readonly PersonDraft[]): GoldenRecord {
  const dossiers = drafts.map(({ dossier }) => dossier)
  const golden = consolidate.run({ personId: 'p', agency: 'TQ', dossiers, drafts: [...drafts] }, toolsWith({}))
  if (golden instanceof Promise) throw new Error('consolidate waits for nothing')
  return golden
}

it('the order of dossiers is nothing', () => {
  fc.assert(
    fc.property(someDrafts, (drafts) => {
      expect(goldenOf([...drafts].reverse())).toStrictEqual(goldenOf(drafts))
    }),
  )
})

it('one dossier changes no value', () => {
  fc.assert(
    fc.property(someDrafts, ([draft]) => {
      if (!draft) return
      const { values } = goldenOf([draft])
      for (const field of fieldCodes) expect(values[field]).toEqual({ ...draft.values[field], dossier: draft.dossier })
    }),
  )
})

it('every survivor stands in one of the dossiers, and every different value stays as a rival of its dossier', () => {
  fc.assert(
    fc.property(someDrafts, (drafts) => {
      const { values } = goldenOf(drafts)
      for (const field of ['fullName', 'citizenId', 'rankCode'] as const) {
        const { outcome, dossier, rivals } = values[field]
        const winner = drafts.find((draft) => draft.dossier === dossier)
        expect(winner?.values[field].outcome).toEqual(outcome)
        for (const { dossier, values: told } of drafts) {
          const other = told[field].outcome
          if (other.status !== 'read' || outcome.status !== 'read') continue
          const isRival = rivals.some((rival) => rival.dossier === dossier)
          expect(isRival).toBe(!sameValue(other.value, outcome.value))
        }
      }
    }),
  )
})

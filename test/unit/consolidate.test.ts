// Which value of a person's dossiers survives, and that the others stay beside it.
import { describe, expect, it } from 'vitest'
import { linkRecordOf } from '../../pipeline/core/link-record.ts'
import { consolidate } from '../../pipeline/stages/consolidate.ts'
import type { GoldenRecord, PersonDraft } from '../../schemas/index.ts'
import { aPersonDraft, aReadValue } from '../support/person-drafts.ts'
import { toolsWith } from '../support/tools.ts'

async function goldenOf(...drafts: PersonDraft[]): Promise<GoldenRecord> {
  const dossiers = drafts.map(({ dossier }) => dossier)
  return consolidate.run({ personId: 'p1', agency: 'TQ', dossiers, drafts }, toolsWith({}))
}
const valueIn = (
  { values }: GoldenRecord,
  field: 'fullName' | 'salaryCoefficient' | 'citizenId' | 'decisionNumber',
) => {
  const { outcome, dossier } = values[field]
  return [outcome.status === 'read' ? outcome.value : outcome.status, dossier]
}

const of2010 = { declarationDate: aReadValue('2010-05-01') }
const of2020 = { declarationDate: aReadValue('2020-05-01') }

describe('the surviving value', () => {
  it('of a fact that lasts is the better reading, even from the older paper', async () => {
    const old = aPersonDraft('A', { ...of2010, fullName: aReadValue('Ma Thị Hường', 'good') })
    const recent = aPersonDraft('B', { ...of2020, fullName: aReadValue('Ma Thị Hương', 'doubtful') })
    const golden = await goldenOf(old, recent)
    expect(valueIn(golden, 'fullName')).toEqual(['Ma Thị Hường', 'A'])
    expect(golden.values.fullName.rivals).toMatchObject([{ dossier: 'B', outcome: { value: 'Ma Thị Hương' } }])
  })

  it('of what changes is the newest word, even badly read: an old salary in sharp print is not the present one', async () => {
    const old = aPersonDraft('A', { ...of2010, salaryCoefficient: aReadValue(2.67, 'good') })
    const recent = aPersonDraft('B', { ...of2020, salaryCoefficient: aReadValue(3.33, 'doubtful') })
    const golden = await goldenOf(old, recent)
    expect(valueIn(golden, 'salaryCoefficient')).toEqual([3.33, 'B'])
    expect(golden.values.salaryCoefficient.grade).toBe('doubtful')
  })

  it("is the steward's where there is one, and what was read where the other is blank", async () => {
    const source = { kind: 'steward', decisionId: 'd1' } as const
    const decided = { ...aReadValue('Ma Thị Hường'), source }
    const old = aPersonDraft('B', { ...of2010, fullName: decided, salaryCoefficient: aReadValue(2.67) })
    const recent = aPersonDraft('A', { ...of2020, fullName: aReadValue('Ma Thị Hương') })
    const golden = await goldenOf(old, recent)
    expect(valueIn(golden, 'fullName')).toEqual(['Ma Thị Hường', 'B'])
    expect(valueIn(golden, 'salaryCoefficient')).toEqual([2.67, 'B'])
  })

  it('of the identity number is the 12-digit one; the old number stays beside it', async () => {
    const old = aPersonDraft('A', { citizenId: aReadValue('070123456') })
    const recent = aPersonDraft('B', { citizenId: aReadValue('008184001234', 'doubtful') })
    const golden = await goldenOf(old, recent)
    expect(valueIn(golden, 'citizenId')).toEqual(['008184001234', 'B'])
    expect(golden.values.citizenId.rivals).toHaveLength(1)
  })

  it('is no rival of an equal one written otherwise', async () => {
    const golden = await goldenOf(
      aPersonDraft('A', { fullName: aReadValue('Ma Thị Hường') }),
      aPersonDraft('B', { fullName: aReadValue('MA THỊ HƯỜNG') }),
    )
    expect(golden.values.fullName.rivals).toEqual([])
  })
})

describe('what belongs together', () => {
  it('the fields of a decision come from one paper, never mixed', async () => {
    const old = aPersonDraft('A', {
      decisionNumber: aReadValue('12/QĐ'),
      decisionDate: aReadValue('2015-01-01'),
      signer: aReadValue('Lê Văn Ba'),
    })
    const recent = aPersonDraft('B', { decisionNumber: aReadValue('99/QĐ'), decisionDate: aReadValue('2021-01-01') })
    const golden = await goldenOf(old, recent)
    expect(valueIn(golden, 'decisionNumber')).toEqual(['99/QĐ', 'B'])
    expect(golden.values.signer.outcome.status).toBe('missing')
    expect(golden.values.decisionNumber.rivals).toEqual([])
  })

  it('a table is taken whole from the newest declaration that has rows', async () => {
    const row = (month: string) => ({ documentId: 'x', cells: { month: aReadValue(month) } })
    const old = aPersonDraft('A', of2010, { salaryHistory: [row('2005-01'), row('2008-01')] })
    const recent = aPersonDraft('B', of2020, { salaryHistory: [row('2019-01')] })
    const golden = await goldenOf(old, recent)
    expect(golden.tables.salaryHistory.map(({ dossier }) => dossier)).toEqual(['B'])
  })

  it('drafts that are not those of the dossiers are refused', () => {
    const input = { personId: 'p1', agency: 'TQ', dossiers: ['A', 'B'], drafts: [aPersonDraft('A')] }
    expect(() => consolidate.run(input, toolsWith({}))).toThrow('p1')
  })
})

describe('what linking sees of a draft', () => {
  it('is only what was read, without numbers that were read poorly', () => {
    const record = linkRecordOf(
      aPersonDraft('A', {
        fullName: aReadValue('Ma Thị Hường', 'poor'),
        citizenId: aReadValue('008 184 001 234', 'doubtful'),
        socialInsuranceNo: aReadValue('0802001234', 'poor'),
        hometown: aReadValue({
          text: 'Hùng Lợi, Yên Sơn',
          commune: 'Hùng Lợi',
          candidates: [
            { code: '2', name: 'b' },
            { code: '1', name: 'a' },
          ],
        }),
      }),
    )
    expect(record).toMatchObject({
      fullName: 'Ma Thị Hường',
      citizenId: '008184001234',
      socialInsuranceNo: '',
      birthDate: '',
      hometownCommune: 'Hùng Lợi',
      hometownUnits: ['1', '2'],
      sure: ['hometown'],
    })
  })
})

// The measure itself: what counts as right, and what does not.
import { describe, expect, it } from 'vitest'
import { characterErrors, complaints, isSame, scoreDossier } from '../../samples/score.ts'
import { Truth } from '../../samples/truth.ts'
import { fieldCodes, OutRecord, OutValue, tableCodes } from '../../schemas/index.ts'

const outValue = (parts: object): OutValue =>
  OutValue.parse({ grade: 'good', confidence: 0.9, candidates: [], rivals: [], ...parts })
const read = (value: unknown, grade = 'good'): OutValue => outValue({ status: 'read', value, grade })
const blank = outValue({ status: 'blank' })
const missing = outValue({ status: 'missing' })
const noRows = Object.fromEntries(tableCodes.map((table) => [table, []]))

const truthOf = (values: object, tables: object = {}, expected: object = {}): Truth =>
  Truth.parse({
    dossier: 'a',
    layout: 'official',
    profile: 'clean',
    values,
    tables: { ...noRows, ...tables },
    documents: [],
    fates: ['document'],
    text: ['Dân tộc: Tày'],
    boxes: {},
    expected: { outcome: 'read', held: false, findings: [], ...expected },
  })

const recordOf = (values: object, tables: object = {}, more: object = {}): OutRecord =>
  OutRecord.parse({
    contract: 1,
    dossier: 'a',
    agency: 'x',
    documents: [],
    findings: [],
    held: false,
    values: { ...Object.fromEntries(fieldCodes.map((field) => [field, missing])), ...values },
    tables: { ...noRows, ...tables },
    ...more,
  })

describe('the character error rate', () => {
  it('counts a letter with its tone as one, however it is composed', () => {
    expect(characterErrors('Tày', 'Tày'.normalize('NFD'))).toEqual({ errors: 0, total: 3 })
    expect(characterErrors('Tày', 'Tay')).toEqual({ errors: 1, total: 3 })
  })

  it('does not see leaders and the width of spaces', () => {
    expect(
      characterErrors('Dân tộc: Tày, 7) Tôn giáo: Không', 'Dân  tộc: Tày ........, 7) Tôn giáo: Không ……').errors,
    ).toBe(0)
  })

  it('leaves the dots of a rank code alone', () => {
    expect(characterErrors('V.07.04.32', 'V070432').errors).toBe(3)
  })

  it('counts a page that was not read as wrong throughout', () => {
    expect(characterErrors('Không', '')).toEqual({ errors: 5, total: 5 })
  })
})

describe('a value', () => {
  it('is right only with every tone', () => {
    expect(isSame('Tày', read('Tày'))).toBe(true)
    expect(isSame('Tày', read('Tay'))).toBe(false)
  })

  it('is not right as text where a number is meant', () => {
    expect(isSame(3.66, read(3.66))).toBe(true)
    expect(isSame(3.66, read('3.66'))).toBe(false)
  })

  it('needs all three units of a place and the text as written', () => {
    const place = {
      text: 'Xã Hùng Lợi, Huyện Yên Sơn, Tỉnh Tuyên Quang',
      commune: 'Hùng Lợi',
      district: 'Yên Sơn',
      province: 'Tuyên Quang',
    }
    expect(isSame(place, read({ ...place, currentCode: '02455', currentName: 'Xã Hùng Lợi' }))).toBe(true)
    expect(isSame(place, read({ ...place, commune: 'Hùng Lơi' }))).toBe(false)
  })

  it('tells a field left empty from a field that is not there', () => {
    expect(isSame({ status: 'blank' }, blank)).toBe(true)
    expect(isSame({ status: 'blank' }, missing)).toBe(false)
    expect(isSame({ status: 'blank' }, read('Không'))).toBe(false)
  })
})

describe('the score of a dossier', () => {
  it('tells a wrong value that is graded good from one that is graded doubtful', () => {
    const truth = truthOf({ ethnicity: 'Tày', religion: 'Không', otherName: { status: 'blank' } })
    const score = scoreDossier(
      truth,
      recordOf({ ethnicity: read('Tay'), religion: read('Khong', 'doubtful'), otherName: blank }),
      ['Dân tộc: Tày'],
    )
    expect(score.fields).toEqual({ right: 1, total: 3 })
    expect(score.written).toEqual({ right: 0, total: 2 })
    expect(score.good).toEqual({ right: 0, good: 1, total: 2 })
    expect(score.misses.map(({ where }) => where)).toEqual(['religion', 'ethnicity'].sort())
  })

  it('counts something read sure where nothing is written among the wrong good ones', () => {
    const { good } = scoreDossier(truthOf({ otherName: { status: 'blank' } }), recordOf({ otherName: read('A') }), [])
    expect(good).toEqual({ right: 0, good: 1, total: 0 })
  })

  it('keeps the rows behind a lost row in their places', () => {
    const row = (month: string, step: number) => ({ month, step })
    const truth = truthOf({}, { salaryHistory: [row('2010-01', 1), row('2013-01', 2), row('2016-01', 3)] })
    const got = [row('2010-01', 1), row('2016-01', 3)].map(({ month, step }) => ({
      month: read(month),
      step: read(step),
    }))
    const score = scoreDossier(truth, recordOf({}, { salaryHistory: got }), [])
    expect(score.cells).toEqual({ right: 4, total: 6 })
    expect(score.rowsTooMany).toBe(0)
  })

  it('tells of rows that are not on the paper', () => {
    const row = { month: read('2010-01'), step: read(1) }
    const score = scoreDossier(
      truthOf({}, { salaryHistory: [{ month: '2010-01', step: 1 }] }),
      recordOf({}, { salaryHistory: [row, row] }),
      [],
    )
    expect(score.cells).toEqual({ right: 2, total: 2 })
    expect(score.rowsTooMany).toBe(1)
  })

  it('takes a dossier without a record for all wrong', () => {
    const score = scoreDossier(truthOf({ ethnicity: 'Tày' }), undefined, [])
    expect(score.fields).toEqual({ right: 0, total: 1 })
    expect(score.characters).toEqual({ errors: 12, total: 12 })
  })
})

describe('what a dossier should have come to', () => {
  const finding = { code: 'scan_unreadable', severity: 'error', dimension: 'accuracy', fields: [], message: 'x' }

  it('is a failure where a scan cannot be opened', () => {
    expect(complaints(truthOf({}, {}, { outcome: 'failed' }), undefined)).toEqual([])
    expect(complaints(truthOf({}, {}, { outcome: 'failed' }), recordOf({}, {}, { findings: [finding] }))).toEqual([])
    expect(complaints(truthOf({}, {}, { outcome: 'failed' }), recordOf({}))).toHaveLength(1)
  })

  it('includes being held and the findings asked for', () => {
    expect(complaints(truthOf({}, {}, { held: true, findings: ['required_field_blank'] }), recordOf({}))).toHaveLength(
      2,
    )
  })

  it('lets doubt hold what is sound, and no false accusation', () => {
    const error = (code: string) => ({ severity: 'error', dimension: 'accuracy', fields: [], message: '', code })
    const doubted = truthOf({}, {}, { held: 'doubt' })
    expect(complaints(doubted, recordOf({}, {}, { held: true, findings: [error('required_reading_poor')] }))).toEqual(
      [],
    )
    expect(
      complaints(doubted, recordOf({}, {}, { held: true, findings: [error('citizen_id_malformed')] })),
    ).toHaveLength(1)
    expect(
      complaints(truthOf({}), recordOf({}, {}, { held: true, findings: [error('required_reading_poor')] })),
    ).toHaveLength(1)
  })

  it('names a mandatory value that is wrong and looks sure', () => {
    const truth = truthOf({ fullName: 'Tẩn Thị Phẩy' })
    expect(complaints(truth, recordOf({ fullName: read('Tấn Thị Phẩy') }))).toEqual([
      'fullName is wrong and looks sure',
    ])
    expect(complaints(truth, recordOf({ fullName: read('Tấn Thị Phẩy', 'doubtful') }))).toEqual([])
  })
})

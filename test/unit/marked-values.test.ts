// Values told by marks instead of words: an answer ticked or the other crossed out, a value by hand, two pages on one scan.
import { describe, expect, it } from 'vitest'
import { weighed } from '../../pipeline/core/handwriting.ts'
import { flowOf } from '../../pipeline/core/reading-order.ts'
import { gutterOf } from '../../pipeline/core/spread.ts'
import { textOf } from '../../pipeline/core/lines.ts'
import { gradeOf } from '../../pipeline/core/grade.ts'
import type { Box, InkMark, Line, PageText } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import { read } from '../support/read.ts'

const head = `
                                  SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC

1) Họ và tên khai sinh: NÔNG THỊ HẰNG
2) Tên gọi khác: ……………
3) Sinh ngày: 12 tháng 05 năm 1981, Giới tính: Nam / Nữ
4) Nơi sinh: Xã Đà Vị, Huyện Na Hang, Tỉnh Tuyên Quang
`
const boxOf = (page: PageText, text: string): Box =>
  page.lines.flatMap((line) => line.words).find((word) => word.text === text)?.box ?? [0, 0, 0, 0]
const through = ([left, top, width, height]: Box, share = 1): Box => [
  left,
  top + height / 2,
  width * share,
  height * 0.1,
]
const withMarks = (page: PageText, marks: InkMark[]): PageText => ({ ...page, marks })
const genderOf = async (marks: (page: PageText) => InkMark[]) => {
  const page = pageText(head)
  const { outcome } = await read('2c-bnv-2008', [withMarks(page, marks(page))])
  return outcome('gender')
}

describe('a gender given by crossing out a word', () => {
  const stroke = (box: Box, sureness = 0.95): InkMark => ({ kind: 'stroke', box, sureness })

  it('is the word that is left', async () => {
    const outcome = await genderOf((page) => [stroke(through(boxOf(page, 'Nam')))])
    expect(outcome).toMatchObject({ status: 'read', value: 'Nữ', raw: 'Nữ' })
    expect(gradeOf(outcome)).toBe('good')
  })

  it('stays open with both candidates when the stroke goes half through, or through both', async () => {
    for (const outcome of [
      await genderOf((page) => [stroke(through(boxOf(page, 'Nam'), 0.4))]),
      await genderOf((page) => [stroke(through(boxOf(page, 'Nam'))), stroke(through(boxOf(page, 'Nữ')))]),
    ])
      expect(gradeOf(outcome)).toBe('doubtful')
  })

  it('is never sure by a stroke that is not', async () => {
    expect(gradeOf(await genderOf((page) => [stroke(through(boxOf(page, 'Nam')), 0.7)]))).toBe('doubtful')
  })

  it('is not told where nothing is crossed out', async () => {
    expect((await genderOf(() => [])).status).toBe('unparsed')
  })
})

describe('a value written by hand', () => {
  const hand = (box: Box): InkMark => ({ kind: 'handwriting', box, sureness: 0.9 })

  it('is poor with its raw text and its place, whatever the engine thinks of it', async () => {
    const page = pageText(head)
    const marks = ['NÔNG', 'THỊ', 'HẰNG'].map((text) => hand(boxOf(page, text)))
    const { outcome } = await read('2c-bnv-2008', [withMarks(page, marks)])
    expect(outcome('fullName')).toMatchObject({ raw: 'NÔNG THỊ HẰNG' })
    expect(gradeOf(outcome('fullName'))).toBe('poor')
    expect(gradeOf(outcome('birthDate'))).toBe('good')
  })

  it('is not blank where the engine read nothing', async () => {
    const page = pageText(head)
    const [, top, , height] = boxOf(page, 'gọi')
    const { outcome } = await read('2c-bnv-2008', [withMarks(page, [hand([0.25, top, 0.3, height])])])
    expect(outcome('otherName')).toMatchObject({ status: 'unparsed', raw: '' })
    expect(gradeOf(outcome('otherName'))).toBe('poor')
  })

  it('is print after all where the picture was not sure and the engine reads it surely', () => {
    const line: Line = {
      box: [0.1, 0.1, 0.4, 0.02],
      words: [{ text: 'Chuyên', box: [0.1, 0.1, 0.1, 0.02], confidence: 0.96 }],
    }
    const mark = (sureness: number): InkMark => ({ kind: 'handwriting', box: [0.08, 0.09, 0.3, 0.04], sureness })
    expect(weighed([mark(0.6)], [line])).toEqual([])
    expect(weighed([mark(0.9)], [line])).toHaveLength(1)
  })
})

describe('two pages of an opened booklet on one scan page', () => {
  const half = (words: string, left: number): Line[] =>
    Array.from({ length: 20 }, (_, row) => ({
      box: [left, 0.1 + row * 0.03, 0.4, 0.012],
      words: [`${words}${row}`, 'chữ', 'ở', 'đây'].map((text, at) => ({
        text,
        box: [left + at * 0.09, 0.1 + row * 0.03, 0.07, 0.012],
        confidence: 0.9,
      })),
    }))
  const none = { horizontal: [], vertical: [] }
  const lines = [...half('trái', 0.06), ...half('phải', 0.56)]

  it('are read one after the other, the left one first, with boxes on the whole scan', () => {
    const gutter = gutterOf(lines, none, 1.41)
    expect(gutter).toBeGreaterThan(0.42)
    const flow = flowOf({ pageId: 'p', lines, rulings: none, ...(gutter !== undefined && { gutter }) })
    expect(flow.map(({ words }) => textOf(words).split(' ')[0])).toEqual([
      ...Array.from({ length: 20 }, (_, row) => `trái${row}`),
      ...Array.from({ length: 20 }, (_, row) => `phải${row}`),
    ])
    expect(flow.at(-1)?.words[0]?.box[0]).toBeCloseTo(0.56, 5)
  })

  it('are one page where it is upright, where a table crosses the middle, or where a line runs through', () => {
    const across: Line = {
      box: [0.35, 0.5, 0.3, 0.01],
      words: [{ text: 'ngang', box: [0.35, 0.5, 0.3, 0.01], confidence: 1 }],
    }
    expect(gutterOf(lines, none, 0.7)).toBeUndefined()
    expect(gutterOf(lines, { ...none, horizontal: [[0.1, 0.4, 0.8, 0.001]] }, 1.41)).toBeUndefined()
    expect(gutterOf([...lines, across, across], none, 1.41)).toBeUndefined()
  })
})

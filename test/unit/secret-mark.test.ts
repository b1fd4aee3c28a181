// The mark of secrecy on a page: what is one however badly read, and what only looks like one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { secretMarkOf } from '../../pipeline/core/secret-mark.ts'
import { type Line, PageText } from '../../schemas/index.ts'

const Pages = z.array(z.object({ text: PageText.optional() }))

/** A line of 14-point print beginning at this place of the page; a letter is 1.2 % of the page wide, the gaps between words half of that. */
function line(text: string, left: number, top: number, spacing = 0.006): Line {
  let at = left
  const words = text.split(' ').map((word) => {
    const width = Array.from(word).length * 0.012
    const box: [number, number, number, number] = [at, top, width, 0.014]
    at += width + spacing
    return { text: word, box, confidence: 0.9 }
  })
  return { box: [left, top, at - left, 0.014], words }
}
const body = Array.from({ length: 12 }, (_, row) =>
  line('Thực hiện kế hoạch công tác năm và ý kiến của', 0.12, 0.5 + row * 0.03),
)
const page = (...lines: Line[]): PageText => ({
  pageId: 'A/a.pdf#1',
  lines: [
    line('UBND TỈNH', 0.12, 0.05),
    line('CỘNG HÒA XÃ HỘI', 0.5, 0.05),
    line('Số: 05/BC-SNV', 0.12, 0.09),
    ...lines,
    ...body,
  ],
  rulings: { horizontal: [], vertical: [] },
})

describe('a mark of secrecy', () => {
  it.each([
    ['MẬT', 'confidential'],
    ['TỐI MẬT', 'secret'],
    ['TUYỆT MẬT', 'topSecret'],
    ['MAT', 'confidential'],
    ['MÂT', 'confidential'],
    ['TÔI MẬT', 'secret'],
    ['TÓI MAT', 'secret'],
    ['TỔỐI MẬT', 'secret'],
    ['T0I MẬT', 'secret'],
    ['TUYET MAT', 'topSecret'],
    ['TUYÊT MÂT', 'topSecret'],
    ['TUVỆT MẬT', 'topSecret'],
    ['M Ậ T', 'confidential'],
    ['T Ố I M Ậ T', 'secret'],
    ['[MẬT]', 'confidential'],
    ['| MẬT |', 'confidential'],
    ['|TỐI MẬT', 'secret'],
    ['IMẬTI', 'confidential'],
    ['Í MẬT', 'confidential'],
    ['[TUYỆT MẬT}', 'topSecret'],
    ['MẬT.', 'confidential'],
    ['MậT', 'confidential'],
    ['[MẶT]', 'confidential'],
  ])('is seen in %s under the number of the paper', (text, level) => {
    expect(secretMarkOf(page(line(text, 0.14, 0.13)))).toBe(level)
  })

  it('is seen beside other words of the head that stand apart from it', () => {
    expect(secretMarkOf(page(line('MẬT', 0.14, 0.13), line('Tuyên Quang, ngày 05 tháng 02', 0.5, 0.13)))).toBe(
      'confidential',
    )
  })

  it('is seen in the middle of a cover with few words', () => {
    const cover = { pageId: 'c', rulings: { horizontal: [], vertical: [] }, lines: [line('TUYỆT MẬT', 0.4, 0.6)] }
    expect(secretMarkOf(cover)).toBe('topSecret')
  })

  it('is seen lower on the page only in a frame', () => {
    expect(secretMarkOf(page(line('TỐI MẬT', 0.6, 0.9)))).toBeUndefined()
    const framed = {
      horizontal: [
        [0.59, 0.895, 0.12, 0.001],
        [0.59, 0.92, 0.12, 0.001],
      ] as [number, number, number, number][],
      vertical: [],
    }
    expect(secretMarkOf({ ...page(line('TỐI MẬT', 0.6, 0.9)), rulings: framed })).toBe('secret')
  })

  it('is the highest of two', () => {
    expect(secretMarkOf(page(line('MẬT', 0.14, 0.13), line('TỐI MẬT', 0.6, 0.2)))).toBe('secret')
  })
})

describe('a stamp in red ink', () => {
  it('is seen wherever it stands on the page, though the picture for the engine has no red ink', () => {
    expect(secretMarkOf(page(), [line('TUYỆT MẬT', 0.1, 0.8)])).toBe('topSecret')
    expect(secretMarkOf(page(), [line('MẶT', 0.1, 0.8)])).toBe('confidential')
    expect(secretMarkOf(page(), [line('TRƯỜNG ĐẠI HỌC', 0.1, 0.8)])).toBeUndefined()
  })
})

describe('no mark of secrecy', () => {
  it.each([
    'Mật',
    'mật',
    'Tối mật',
    'BẢO MẬT',
    'BÍ MẬT NHÀ NƯỚC',
    'BÍ MẬT',
    'Mật độ',
    'MẬT ĐỘ DÂN SỐ',
    'NGUYỄN VĂN MẬT',
    'Nguyễn Văn Mật',
    'MẬT:',
    '1. MẬT',
    'a) TỐI MẬT',
    '- MẬT',
    'Độ mật: MẬT',
    'MẮT',
    'MẶT',
    'MẤT',
    'TÚI MẬT',
    'SỎI MẬT',
    'TÔI',
    'ĐÔI MẮT',
    'TỐI MẶT',
    'GIẢI MẬT',
    'THƯ MẬT',
    'MA',
    'MẠI',
  ])('is %s', (text) => {
    expect(secretMarkOf(page(line(text, 0.14, 0.13)))).toBeUndefined()
  })

  it('is the given name in a column of its own', () => {
    expect(secretMarkOf(page(line('NGUYỄN VĂN', 0.14, 0.3), line('MẬT', 0.3, 0.3)))).toBeUndefined()
  })

  it('is a word in the cell of a table', () => {
    const table = {
      horizontal: [],
      vertical: [
        [0.12, 0.2, 0.001, 0.4],
        [0.25, 0.2, 0.001, 0.4],
      ] as [number, number, number, number][],
    }
    expect(secretMarkOf({ ...page(line('MẬT', 0.14, 0.3)), rulings: table })).toBeUndefined()
  })

  it('is a list of the levels, in a column or a row', () => {
    expect(
      secretMarkOf(page(line('TUYỆT MẬT', 0.14, 0.2), line('TỐI MẬT', 0.14, 0.23), line('MẬT', 0.14, 0.26))),
    ).toBeUndefined()
    expect(
      secretMarkOf(page(line('TUYỆT MẬT', 0.14, 0.2), line('TỐI MẬT', 0.4, 0.2), line('MẬT', 0.6, 0.2))),
    ).toBeUndefined()
  })

  it('is the end of a heading that was broken before its last word', () => {
    expect(secretMarkOf(page(line('QUY CHẾ BẢO VỆ BÍ', 0.3, 0.2), line('MẬT', 0.38, 0.218)))).toBeUndefined()
  })

  it('stands on any page of the samples', () => {
    const folder = join(import.meta.dirname, '..', '..', 'samples', 'golden', 'pages')
    const pages = readdirSync(folder).flatMap((file) =>
      Pages.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    )
    expect(pages.length).toBeGreaterThan(40)
    expect(pages.filter(({ text }) => text && secretMarkOf(text) !== undefined)).toEqual([])
  })
})

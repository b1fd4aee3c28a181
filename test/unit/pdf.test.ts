// The searchable PDF: what is copied out of it is what was read, and it lies where it was read.
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createPdfWriter } from '../../pipeline/adapters/pdf-lib.ts'
import { textRuns } from '../../pipeline/core/text-layer.ts'
import type { Box } from '../../schemas/index.ts'
import { pdfText } from '../support/pdf-text.ts'

const dpi = 200
const [pixelWidth, pixelHeight] = [1654, 2339]
const written = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  '1) Họ và tên khai sinh: NGUYỄN THỊ HỒNG THẮM',
  'Nơi sinh: Xã Hùng Lợi, Huyện Yên Sơn, Tỉnh Tuyên Quang',
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmno',
  'òỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
  'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊ',
  'OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ',
  'fi ffi fl “Đoàn viên” – 4,98 - 12/12 (01.003) 0123456789',
]

let jpeg: Uint8Array
beforeAll(async () => {
  const paper = { width: pixelWidth, height: pixelHeight, channels: 3, background: 'white' } as const
  jpeg = new Uint8Array(await sharp({ create: paper }).jpeg().toBuffer())
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lines of words, 24 pixels a letter, all of one height. */
function laid(lines: readonly string[]): { text: string; box: Box }[] {
  return lines.flatMap((line, row) => {
    let left = 120
    return line.split(' ').map((text) => {
      const box: Box = [
        left / pixelWidth,
        (200 + row * 70) / pixelHeight,
        (text.length * 24) / pixelWidth,
        44 / pixelHeight,
      ]
      left += text.length * 24 + 18
      return { text, box }
    })
  })
}
const write = (words: readonly { text: string; box: Box }[]) =>
  createPdfWriter().searchable([{ jpeg, dpi, words }], 'Hồ sơ thử')

describe('searchable PDF', () => {
  it('gives back every Vietnamese letter, word by word and line by line', async () => {
    const [page] = await pdfText(await write(laid(written)))
    expect(page?.text).toBe(written.join('\n'))
    expect(page?.text).toBe(page?.text.normalize('NFC'))
  })

  it('joins letters that came decomposed', async () => {
    const [page] = await pdfText(await write(laid(['Nguyễn Thị Hồng'.normalize('NFD')])))
    expect(page?.text).toBe('Nguyễn Thị Hồng')
  })

  it('shows the page at the size of the paper', async () => {
    const [page] = await pdfText(await write([]))
    expect(page?.width).toBeCloseTo((pixelWidth / dpi) * 72, 1)
    expect(page?.height).toBeCloseTo((pixelHeight / dpi) * 72, 1)
    expect(page?.text).toBe('')
  })

  it('lays each word over the box it was read in', async () => {
    const words = laid(written)
    const [page] = await pdfText(await write(words))
    const points = ([left, top, width, height]: Box) =>
      [left * pixelWidth, top * pixelHeight, width * pixelWidth, height * pixelHeight].map(
        (pixels) => (pixels / dpi) * 72,
      )
    let at = 0
    for (const { text, box } of words) {
      const [left = 0, top = 0, width = 0, height = 0] = points(box)
      const first = page?.letters[at]
      const last = page?.letters[at + text.length - 1]
      expect(first?.text, text).toBe(text[0])
      expect(last?.text, text).toBe(text.at(-1))
      expect(Math.abs((first?.box[0] ?? 0) - left)).toBeLessThan(0.1)
      expect(Math.abs((last?.box[0] ?? 0) + (last?.box[2] ?? 0) - left - width)).toBeLessThan(0.1)
      expect(Math.abs((first?.box[1] ?? 0) - top)).toBeLessThan(height / 10)
      expect(Math.abs((first?.box[3] ?? 0) - height)).toBeLessThan(height / 10)
      at += text.length
      while (/\s/.test(page?.letters[at]?.text ?? 'x')) at += 1
    }
  })

  it('writes a space for a sign the font lacks and goes on', async () => {
    const [page] = await pdfText(await write(laid(['Dân ☃ 𠀀 tộc \u0000 \ud800 Hmông'])))
    expect(page?.text.split(/\s+/)).toEqual(['Dân', 'tộc', 'Hmông'])
  })

  it('takes a word without extent for nothing instead of failing', async () => {
    const [page] = await pdfText(await write([{ text: 'mất', box: [0.5, 0.5, 0, 0] }, ...laid(['còn đây'])]))
    expect(page?.text).toBe('còn đây')
  })

  it('keeps the words of a line together though their ink is of many heights', async () => {
    const words = laid(['ao cá Nguyễn . Quyết']).map(({ text, box: [left, top, width, height] }, index) => {
      const low = [0.4, 0.6, 0, 0.85, 0][index] ?? 0
      return { text, box: [left, top + height * low, width, height * (1 - low)] satisfies Box }
    })
    const [page] = await pdfText(await write(words))
    expect(page?.text).toBe('ao cá Nguyễn . Quyết')
  })

  it('is the same bytes whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-01') })
    const early = await write(laid(written))
    vi.setSystemTime(new Date('2031-07-09'))
    expect(Buffer.compare(await write(laid(written)), early)).toBe(0)
    expect(Buffer.compare(await write(laid(['khác'])), early)).not.toBe(0)
  })

  it('tells its title, its language and no date', async () => {
    const source = Buffer.from(await write(laid(written))).toString('latin1')
    expect(source).toMatch(/\/Lang \(vi-VN\)/)
    expect(source).toMatch(/\/ID \[\s*<[0-9a-f]{32}>/i)
    expect(source).not.toMatch(/CreationDate|ModDate/)
  })
})

describe('text layer', () => {
  it('begins a new line where the next word is not to the right at the same height', () => {
    const at = (left: number, top: number): Box => [left, top, 0.1, 0.02]
    const runs = textRuns([
      { text: 'trái', box: at(0.1, 0.1) },
      { text: 'trên', box: at(0.25, 0.105) },
      { text: 'phải', box: at(0.6, 0.05) },
      { text: 'dưới', box: at(0.1, 0.2) },
    ])
    expect(runs.map(({ isLineEnd }) => isLineEnd)).toEqual([false, true, true, true])
  })

  it('keeps a full stop after a dash in the line', () => {
    const runs = textRuns([
      { text: 'Họ', box: [0.1, 0.1, 0.1, 0.02] },
      { text: '-', box: [0.21, 0.109, 0.01, 0.002] },
      { text: '.', box: [0.23, 0.118, 0.002, 0.002] },
    ])
    expect(runs.map(({ isLineEnd }) => isLineEnd)).toEqual([false, false, true])
  })

  it('does not let a tall stroke of noise stretch the line', () => {
    const runs = textRuns([
      { text: 'họ', box: [0.1, 0.1, 0.1, 0.02] },
      { text: '|', box: [0.22, 0.05, 0.01, 0.2] },
      { text: 'tên', box: [0.3, 0.1, 0.1, 0.02] },
    ])
    expect(runs[0]?.box[3]).toBe(0.02)
    expect(runs[1]?.box[3]).toBe(0.2)
  })
})

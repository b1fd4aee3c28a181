// Printed sheets: set on A4, broken over pages, painted into a PDF whose text and codes can be read back.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createPdfWriter } from '../../pipeline/adapters/pdf-lib.ts'
import { createPdfReader } from '../../pipeline/adapters/pdfium.ts'
import { surveyPage } from '../../pipeline/adapters/stack-page.ts'
import { layOut, paper } from '../../pipeline/core/sheet/layout.ts'
import { wrapped } from '../../pipeline/core/sheet/wrapped.ts'
import type { Sheet } from '../../pipeline/core/sheet.ts'

const measure = (text: string) => text.length * 0.5
const texts = (marks: ReturnType<typeof layOut>[number]) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

const table: Sheet = {
  footer: 'chân trang',
  blocks: [
    { kind: 'heading', text: 'Bảng' },
    {
      kind: 'table',
      columns: [
        { title: 'Số', share: 1 },
        { title: 'Nội dung', share: 4 },
      ],
      rows: Array.from({ length: 120 }, (_, index) => [String(index + 1), 'một dòng dài '.repeat(12).trim()]),
    },
  ],
}

describe('a sheet', () => {
  it('breaks lines between words, and a word only when it is wider than the line', () => {
    expect(wrapped('một hai ba', 4, 'regular', measure)).toEqual(['một hai', 'ba'])
    expect(wrapped('abcdefgh', 2, 'regular', measure)).toEqual(['abcd', 'efgh'])
    expect(wrapped('một\nhai', 9, 'regular', measure)).toEqual(['một', 'hai'])
  })

  it('repeats the head of a table on every page, loses no row, and numbers its pages', () => {
    const pages = layOut(table, measure)
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, marks] of pages.entries()) {
      expect(texts(marks)).toEqual(
        expect.arrayContaining(['Số', 'Nội dung', 'chân trang', `Trang ${index + 1}/${pages.length}`]),
      )
    }
    const numbers = pages.flatMap(texts).filter((text) => /^\d+$/u.test(text))
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => String(index + 1)))
  })

  it('keeps everything on the paper', () => {
    for (const mark of layOut(table, measure).flat()) {
      if (mark.kind !== 'text') continue
      expect(mark.x).toBeGreaterThan(0)
      expect(mark.x + measure(mark.text) * mark.size).toBeLessThan(paper.width)
      expect(mark.y).toBeLessThan(paper.height)
    }
  })

  it('does not leave a heading alone at the foot of a page', () => {
    const lines = Array.from({ length: 43 }, (_, index) => ({ kind: 'paragraph', text: `dòng ${index}` }) as const)
    for (let count = 30; count < 43; count += 1) {
      const blocks = [
        ...lines.slice(0, count),
        { kind: 'heading', level: 2, text: 'Mục' } as const,
        { kind: 'paragraph', text: 'sau' } as const,
      ]
      const pages = layOut({ footer: '', blocks }, measure).map(texts)
      expect(pages.find((page) => page.includes('Mục'))).toContain('sau')
    }
  })

  it('is painted with pictures and codes, the same bytes each time, and its code is read back from the scan', async () => {
    const jpeg = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const sheet: Sheet = {
      footer: 'Phiếu',
      blocks: [
        {
          kind: 'columns',
          columns: [
            { share: 1, blocks: [{ kind: 'picture', jpeg, widthMm: 60, heightMm: 60 }] },
            { share: 1, blocks: [{ kind: 'qr', text: 'QL-7K3M-9QXD-2VWA', sideMm: 38 }] },
          ],
        },
        { kind: 'signatures', places: [{ title: 'Người lập', note: '(Ký, ghi rõ họ tên)' }] },
      ],
    }
    const pdf = await createPdfWriter().sheets([sheet, table], 'Thử')
    expect(await createPdfWriter().sheets([sheet, table], 'Thử')).toEqual(pdf)
    const reader = createPdfReader(() => Promise.resolve(pdf), { renderDpi: 200, maxPagePixels: 1e8 })
    try {
      expect((await surveyPage(await reader.rasterize('slip.pdf', 0))).codes).toEqual(['QL-7K3M-9QXD-2VWA'])
    } finally {
      await reader.dispose()
    }
  })
})

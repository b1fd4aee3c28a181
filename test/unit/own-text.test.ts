// Files that a program wrote: their own text is taken, with its place on the page. Scans are recognised, whatever layer they carry.
import { PDFDocument, setTextRenderingMode, StandardFonts, TextRenderingMode } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { createPdfWriter } from '../../pipeline/adapters/pdf-lib.ts'
import { loadLegacyTables } from '../../pipeline/adapters/legacy-encodings.ts'
import { createRasterizer } from '../../pipeline/adapters/rasterizer.ts'
import { encoded } from '../../pipeline/core/legacy-text.ts'
import type { Line } from '../../schemas/index.ts'

const files = new Map<string, Uint8Array>()
const rasterizer = createRasterizer(
  { read: (path) => Promise.resolve(files.get(path) ?? new Uint8Array()) },
  { renderDpi: 100, maxPages: 100, maxPagePixels: 1e8 },
)
afterAll(() => rasterizer[Symbol.asyncDispose]())

async function ownText(name: string, bytes: Uint8Array): Promise<Line[] | undefined> {
  files.set(name, bytes)
  await rasterizer.rasterize(name, 1)
  return rasterizer.ownText(name, 1)
}
const textOf = (lines: readonly Line[] | undefined) =>
  lines?.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n')

const told = 'Họ và tên khai sinh: NÔNG THỊ HƯỜNG, sinh ngày 02 tháng 9 năm 1985 tại xã Hùng Lợi'

async function docx(body: string): Promise<Uint8Array> {
  const zip = new ZipFile()
  const xml = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`
  zip.addBuffer(Buffer.from(xml), 'word/document.xml')
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
const paragraph = (text: string, font = 'Times New Roman') =>
  `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

async function scan(withText: boolean, isInvisible: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  const jpeg = await sharp({ create: { width: 595, height: 842, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer()
  page.drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width: 595, height: 842 })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  if (isInvisible) page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
  if (withText)
    page.drawText('Ho va ten khai sinh: NONG THI HUONG, sinh ngay 02 thang 9 nam 1985', {
      x: 40,
      y: 700,
      size: 11,
      font,
    })
  return pdf.save()
}

describe('a PDF that a program wrote', () => {
  it('gives its words with their places, surely', async () => {
    const sheet = { footer: '', blocks: [{ kind: 'paragraph', text: told } as const] }
    const lines = await ownText('own.pdf', await createPdfWriter().sheets([sheet], 'thử'))
    expect(textOf(lines)?.replace(/\n/gu, ' ')).toContain(told)
    const word = lines?.[0]?.words[0]
    expect(word).toMatchObject({ text: 'Họ', confidence: 1 })
    expect(word?.box[1]).toBeGreaterThan(0.05)
    expect(word?.box[1]).toBeLessThan(0.12)
  })

  it.each([
    ['a scan', false, false],
    ['a scan with a layer of invisible text', true, true],
    ['a scan with recognised text drawn over its picture', true, false],
  ])('is not %s', async (name, withText, isInvisible) => {
    expect(await ownText(`${name}.pdf`, await scan(withText, isInvisible))).toBeUndefined()
  })
})

describe('a Word document', () => {
  it('is set on a page, its paragraphs and its tables', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tr>${cell('Tháng/năm')}${cell('Hệ số lương')}</w:tr><w:tr>${cell('9/2012')}${cell('3,33')}</w:tr></w:tbl>`
    const bytes = await docx(paragraph('SƠ YẾU LÝ LỊCH') + paragraph(told) + table)
    files.set('form.docx', bytes)
    expect(await rasterizer.inspect('form.docx')).toEqual({ kind: 'docx', pages: 1 })
    const text = textOf(await ownText('form.docx', bytes)) ?? ''
    expect(text).toContain('SƠ YẾU LÝ LỊCH')
    expect(text.replace(/\n/gu, ' ')).toContain(told)
    expect(text).toContain('9/2012 3,33')
  })

  it.each(loadLegacyTables().map((table) => [table.encoding.vi, table] as const))(
    'written in %s is read in Unicode, with and without the name of the font',
    async (_name, table) => {
      const font = table.encoding.encoding === 'tcvn3' ? '.VnTime' : 'VNI-Times'
      const small = told.replace('NÔNG THỊ HƯỜNG', 'Nông Thị Hường')
      const written = encoded(small, table)
      for (const named of [font, '']) {
        const text = textOf(await ownText(`${font}${named}.docx`, await docx(paragraph(written, named)))) ?? ''
        expect(text.replace(/\n/gu, ' ')).toContain(small)
      }
    },
  )

  it('that is no Word document is told to be unreadable', async () => {
    files.set('bad.docx', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml torn')]))
    await expect(rasterizer.inspect('bad.docx')).rejects.toThrow(/Word bị hỏng/u)
  })
})

// Small real files of every kind a person or another office may bring, to be spoilt. Most pages are blank: it is the parsers
// that are tried, and reading letters would take all the time.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { asTiff } from '../tiff.ts'
import { paragraph, wordXml, zipOf } from './zip-of.ts'

export interface Seed {
  readonly extension: string
  readonly bytes: Buffer
  /** Of a ZIP: what is in it, so that a part can be spoilt and the whole packed again. */
  readonly parts?: Readonly<Record<string, string>>
}

const scans = join(import.meta.dirname, '..', 'scans')
/** A5 at 100 dpi. */
const size = { width: 583, height: 827 }

async function pictures(): Promise<{ blank: Sharp; written: Sharp }> {
  const page = sharp(await readFile(join(scans, '005-blank-page', '001.jpg'))).extract({
    left: 200,
    top: 300,
    width: 700,
    height: 90,
  })
  const strip = await page.resize({ width: 400 }).toBuffer()
  const sheet = () => sharp({ create: { ...size, channels: 3, background: '#fcfcfa' } }).withMetadata({ density: 100 })
  return { blank: sheet(), written: sheet().composite([{ input: strip, left: 80, top: 100 }]) }
}

async function pdfs(jpeg: Buffer): Promise<Buffer[]> {
  const scanned = await PDFDocument.create()
  const picture = await scanned.embedJpg(jpeg)
  for (const pages of [1, 2])
    scanned.addPage([420, 595]).drawImage(picture, { width: 420 / pages, height: 595 / pages })
  const typed = await PDFDocument.create()
  const font = await typed.embedFont(StandardFonts.TimesRoman)
  typed.addPage([420, 595]).drawText('DON XIN NGHI PHEP', { x: 50, y: 500, size: 14, font })
  const [plain, packed] = [{ useObjectStreams: false }, { useObjectStreams: true }]
  return Promise.all([
    ...[plain, packed].map(async (how) => Buffer.from(await scanned.save(how))),
    ...[plain, packed].map(async (how) => Buffer.from(await typed.save(how))),
  ])
}

async function tiffs(blank: Sharp): Promise<Buffer[]> {
  const { data, info } = await blank.clone().removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = { data, width: info.width, height: info.height, dpi: 100, channels: 3 } as const
  return [
    await blank.clone().tiff({ compression: 'lzw' }).toBuffer(),
    await blank.clone().tiff({ compression: 'jpeg' }).toBuffer(),
    Buffer.from(await asTiff([{ pixels }, { pixels }])),
  ]
}

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Danh sách')
  sheet.addRow(['Mã hồ sơ', 'Họ và tên', 'Ngày sinh', 'Số định danh'])
  for (let row = 1; row < 20; row++)
    sheet.addRow([`TQ-${row}`, 'Lò Văn Ín', new Date(Date.UTC(1980, 1, row)), '008080001234'])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const receipts = Array.from({ length: 8 }, (_, index) => ({
  ...{ idempotencyKey: `k${index}`, package: 'p', key: `TQ-${index}` },
  ...(index % 2 ? { outcome: 'accepted' } : { outcome: 'rejected', codes: ['E01'], reason: 'Sai ngày sinh' }),
}))

/** What is delivered as scans. */
export async function scanSeeds(): Promise<Seed[]> {
  const { blank, written } = await pictures()
  const parts = {
    'word/document.xml': wordXml(['ĐƠN XIN NGHỈ PHÉP', 'Kính gửi: Sở Nội vụ'].map(paragraph).join('')),
    'word/styles.xml':
      '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
  }
  const jpeg = await blank.clone().jpeg().toBuffer()
  const of = (extension: string) => (bytes: Buffer) => ({ extension, bytes })
  return [
    ...(await pdfs(jpeg)).map(of('pdf')),
    of('jpg')(jpeg),
    of('jpg')(await written.clone().jpeg().toBuffer()),
    of('jpg')(await blank.clone().toColourspace('cmyk').jpeg({ progressive: true }).toBuffer()),
    of('png')(await blank.clone().png().toBuffer()),
    of('png')(await blank.clone().png({ palette: true, colours: 4 }).toBuffer()),
    ...(await tiffs(blank)).map(of('tif')),
    { extension: 'docx', bytes: await zipOf(parts), parts },
  ]
}

/** What is brought as a list or an answer. */
export async function listSeeds(): Promise<Seed[]> {
  const csv = 'Mã hồ sơ;Họ và tên;Số định danh\r\nTQ-1;"Lò Văn ""Ín""";008080001234\r\n'
  return [
    { extension: 'xlsx', bytes: await workbook() },
    { extension: 'csv', bytes: Buffer.from(csv.repeat(5)) },
    { extension: 'json', bytes: Buffer.from(JSON.stringify(receipts)) },
    { extension: 'jsonl', bytes: Buffer.from(receipts.map((line) => JSON.stringify(line)).join('\n')) },
    {
      extension: 'xml',
      bytes: Buffer.from(`<?xml version="1.0"?><a xmlns="urn:x">${'<b c="d">e&amp;f</b>'.repeat(20)}</a>`),
    },
  ]
}

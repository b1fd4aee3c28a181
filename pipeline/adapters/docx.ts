// A Word document as a plain PDF: its paragraphs and tables set on sheets by our own writer, so that every word has a place on a
// page. Headers, pictures and colours are left out; old fonts are told by name. Runs in the process for hostile files.
import { PDFDocument } from 'pdf-lib'
import { SaxesParser } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UnreadableInput } from '../core/errors.ts'
import { sheetOfDocument } from '../core/word-document.ts'
import { loadLegacyTables } from './legacy-encodings.ts'
import { paintSheets } from './pdf/sheets.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** A personnel form unpacks to well under a megabyte. */
const xmlBytesAtMost = 30 * 1024 * 1024
const entriesAtMost = 2000
const depthAtMost = 200

const BROKEN =
  'Tệp Word bị hỏng, có mật khẩu hoặc không phải .docx. Hãy mở bằng Word, lưu lại dạng .docx hoặc PDF rồi nộp lại.'

/** The same file gives the same bytes. */
export async function pdfOfDocx(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }).catch(broken)
  const entries = await entriesOf(zip).catch(broken)
  const part = async (name: string) => {
    const entry = entries.get(name)
    return entry === undefined ? undefined : treeOf(await textOf(zip, entry).catch(broken))
  }
  const body = await part('word/document.xml')
  if (body === undefined) broken()
  const sheet = sheetOfDocument(body, await part('word/styles.xml'), loadLegacyTables())
  const pdf = await PDFDocument.create({ updateMetadata: false })
  await paintSheets(pdf, [sheet])
  return pdf.save({ useObjectStreams: false })
}

export function isDocx(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4))
  return start.equals(Buffer.from([0x50, 0x4b, 3, 4])) && Buffer.from(bytes).includes('word/document.xml')
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > entriesAtMost) broken()
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return entries
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > xmlBytesAtMost) broken()
  const parts: Buffer[] = []
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** Entities of a DTD are not expanded: saxes knows only the five of XML itself. */
function treeOf(xml: string): XmlElement {
  const parser = new SaxesParser()
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > depthAtMost) broken()
    const element: XmlElement = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('error', broken)
  parser.write(xml).close()
  return root
}

function broken(cause?: unknown): never {
  if (cause instanceof UnreadableInput) throw cause
  throw new UnreadableInput(BROKEN, { cause })
}

// Writes PDF/A-1b and 2b (ISO 19005-1, 19005-2): delivered pictures under invisible words, one embedded font, sRGB as output
// intent, metadata inside. The same papers give the same bytes. What the standard demands is checked by archive-check.ts.
import { createHash } from 'node:crypto'
import {
  concatTransformationMatrix,
  decodePDFRawStream,
  drawObject,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString as Hex,
  PDFName,
  PDFRawStream,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib'
import type { Box, DeliveredPicture } from '../../../schemas/index.ts'
import type { Affine } from '../../core/affine.ts'
import type { ArchiveSheet } from '../../core/edossier/placement.ts'
import { type PaperMetadata, producer, xmpPacket } from '../../core/edossier/xmp.ts'
import { type Ink, inkOf } from './ink.ts'
import { pictureStream } from './picture-stream.ts'
import { colourCondition, srgbProfile } from './srgb-profile.ts'
import { layWords } from './words.ts'

export interface ArchivePage {
  readonly sheet: ArchiveSheet
  readonly pictures: readonly DeliveredPicture[]
  readonly words: readonly { readonly text: string; readonly box: Box }[]
}

const whole = { useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY }

export async function archivePdf(
  pages: readonly ArchivePage[],
  paper: PaperMetadata,
  part: 1 | 2,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.context.header = PDFHeader.forVersion(1, part === 1 ? 4 : 7)
  describe(pdf, paper, part)
  const ink = pages.some(({ words }) => words.length > 0) ? await inkOf(pdf) : undefined
  for (const page of pages) addPage(pdf, page, ink, part)
  await pdf.flush()
  nameGlyphs(pdf)
  pdf.context.trailerInfo.ID = idOfContent(pdf, pages, paper)
  return await pdf.save(whole)
}

/** What the Info dictionary says must be what the metadata says (ISO 19005-1, 6.7.3). */
function describe(pdf: PDFDocument, paper: PaperMetadata, part: 1 | 2): void {
  const { context, catalog } = pdf
  pdf.setTitle(paper.title.normalize('NFC'), { showInWindowTitleBar: true })
  pdf.setProducer(producer)
  pdf.setCreator(producer)
  pdf.setLanguage('vi-VN')
  const xmp = context.stream(Buffer.from(xmpPacket(paper, part), 'utf8'), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(xmp))
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile })
  intent.set(PDFName.of('OutputConditionIdentifier'), Hex.fromText(colourCondition))
  intent.set(PDFName.of('Info'), Hex.fromText(colourCondition))
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

function addPage(pdf: PDFDocument, { sheet, pictures, words }: ArchivePage, ink: Ink | undefined, part: 1 | 2): void {
  const page = pdf.addPage([sheet.width, sheet.height])
  for (const [index, picture] of pictures.entries()) {
    const name = PDFName.of(`Im${index}`)
    page.node.setXObject(name, pictureStream(pdf.context, picture, part))
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(...rounded(sheet.places[index])),
      drawObject(name),
      popGraphicsState(),
    )
  }
  if (ink !== undefined) layWords(page, words, ink)
}

/** A hundred-thousandth of a point; no exponent may stand in a PDF. */
function rounded([a, b, c, d, e, f]: Affine = [1, 0, 0, 1, 0, 0]): Affine {
  const short = (value: number) => Math.round(value * 1e5) / 1e5
  return [short(a), short(b), short(c), short(d), short(e), short(f)]
}

/** A subset tells which glyphs it holds (ISO 19005-1, 6.3.5): all that its font program has. */
function nameGlyphs(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) continue
    const program = object.lookup(PDFName.of('FontFile2'))
    if (!(program instanceof PDFRawStream)) continue
    const glyphs = glyphCount(decodePDFRawStream(program).decode())
    const set = new Uint8Array(Math.ceil(glyphs / 8))
    for (let glyph = 0; glyph < glyphs; glyph++) set[glyph >> 3] = (set[glyph >> 3] ?? 0) | (128 >> (glyph & 7))
    object.set(PDFName.of('CIDSet'), pdf.context.register(pdf.context.flateStream(set)))
  }
}

/** From the table `maxp` of a TrueType font. */
export function glyphCount(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    if (Buffer.from(font.subarray(at, at + 4)).toString('latin1') === 'maxp')
      return view.getUint16(view.getUint32(at + 8) + 4)
  }
  return 0
}

function idOfContent(pdf: PDFDocument, pages: readonly ArchivePage[], paper: PaperMetadata) {
  const hash = createHash('sha256').update(JSON.stringify(paper))
  for (const { pictures, words } of pages) {
    for (const { bytes } of pictures) hash.update(bytes)
    hash.update(JSON.stringify(words))
  }
  const id = Hex.of(hash.digest('hex').slice(0, 32))
  return pdf.context.obj([id, id])
}

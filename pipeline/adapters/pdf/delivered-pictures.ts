// Takes the pictures of a PDF page out as they lie in the file, coded as they are. Gives nothing where that would not show
// the page as it is: other things painted, masks, colours of print, a filter that an archive file may not have.
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { type DeliveredPicture, DeliveredPicture as Picture, type PictureColour } from '../../../schemas/index.ts'
import { type Affine, chain, moved, scaled, turnedBy, upsideDown } from '../../core/affine.ts'
import { type PaintedPicture, paintedPictures } from './page-content.ts'

export function deliveredPictures(pdf: PDFDocument, pageIndex: number): DeliveredPicture[] | undefined {
  const page = pdf.getPage(pageIndex)
  const resources = page.node.Resources()
  const painted = paintedPictures(contentOf(page), (name) => changesLook(dictOf(resources, 'ExtGState', name)))
  if (resources === undefined || painted === undefined) return undefined
  const toPage = pageSquare(page)
  const pictures = painted.map((each) => pictureOf(resources, each, toPage))
  return pictures.every((picture) => picture !== undefined) ? pictures : undefined
}

function contentOf({ node }: PDFPage): string {
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => node.context.lookup(ref)) : [contents]
  return streams.map((stream) => (stream instanceof PDFRawStream ? textOf(stream) : '')).join('\n')
}

const textOf = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

function dictOf(resources: PDFDict | undefined, kind: string, name: string): PDFDict | undefined {
  return resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookupMaybe(PDFName.of(name), PDFDict)
}

/** Transparency, blending, overprint or transfer functions; line widths and the like do not touch a picture. */
function changesLook(state: PDFDict | undefined): boolean {
  if (state === undefined) return true
  const one = (key: string) => numberOf(state.lookup(PDFName.of(key)), 1) === 1
  const mask = state.lookup(PDFName.of('SMask'))
  const blend = state.lookup(PDFName.of('BM'))
  const isPlain = (found: PDFObject | undefined, word: string) => found === undefined || found === PDFName.of(word)
  const functions = ['TR', 'TR2', 'HT', 'op', 'OP'].some((key) => state.has(PDFName.of(key)))
  return functions || !one('ca') || !one('CA') || !isPlain(mask, 'None') || !isPlain(blend, 'Normal')
}

/** From the page's own points into the unit square of the page as it is looked at, origin top left. */
function pageSquare(page: PDFPage): Affine {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()]
  const left = Math.max(media.x, crop.x)
  const bottom = Math.max(media.y, crop.y)
  const width = Math.min(media.x + media.width, crop.x + crop.width) - left
  const height = Math.min(media.y + media.height, crop.y + crop.height) - bottom
  return chain(moved(-left, -bottom), scaled(1 / width, 1 / height), upsideDown, turnedBy(page.getRotation().angle))
}

function pictureOf(resources: PDFDict, painted: PaintedPicture, toPage: Affine): DeliveredPicture | undefined {
  const found = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(painted.name))
  if (!(found instanceof PDFRawStream)) return undefined
  const { dict } = found
  const get = (key: string) => dict.lookup(PDFName.of(key))
  if (get('Subtype') !== PDFName.of('Image')) return undefined
  if (['SMask', 'Mask', 'SMaskInData', 'Alternates', 'OPI'].some((key) => dict.has(PDFName.of(key)))) return undefined
  if (get('ImageMask') === PDFBool.True) return undefined
  const colour = colourOf(get('ColorSpace'))
  const coded = codedBytes(found)
  const decode = get('Decode')
  const picture = Picture.safeParse({
    width: numberOf(get('Width'), 0),
    height: numberOf(get('Height'), 0),
    bits:
      coded?.filter === 'JBIG2Decode' || coded?.filter === 'CCITTFaxDecode' ? 1 : numberOf(get('BitsPerComponent'), 8),
    ...coded,
    colour,
    ...(decode instanceof PDFArray && { decode: decode.asArray().map((each) => numberOf(each, 0)) }),
    place: chain(painted.matrix, toPage),
  })
  return picture.success ? picture.data : undefined
}

type Coded = Pick<DeliveredPicture, 'filter' | 'bytes' | 'parameters' | 'globals'>

/** A filter of the picture itself stays. */
function codedBytes(stream: PDFRawStream): Coded | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const names = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  const given = stream.dict.lookup(PDFName.of('DecodeParms'))
  const [name] = names
  if (names.length !== 1 || !(name instanceof PDFName)) return undefined
  const parms = given instanceof PDFArray ? given.lookup(0) : given
  const kept = Picture.shape.filter.safeParse(name.decodeText())
  if (!kept.success) return undefined
  const parameters = parms instanceof PDFDict ? plainEntries(parms) : {}
  const shared = parms instanceof PDFDict ? parms.lookup(PDFName.of('JBIG2Globals')) : undefined
  return {
    filter: kept.data,
    bytes: stream.getContents(),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(shared instanceof PDFRawStream && { globals: decodePDFRawStream(shared).decode() }),
  }
}

function plainEntries(dict: PDFDict): Record<string, number | boolean> {
  return Object.fromEntries(
    dict.entries().flatMap(([key, value]) => {
      const plain =
        value instanceof PDFNumber ? value.asNumber() : value instanceof PDFBool ? value.asBoolean() : undefined
      return plain === undefined ? [] : [[key.decodeText(), plain]]
    }),
  )
}

/** Grey, RGB, their calibrated kinds by ICC profile, and tables of them; undefined for colours of print and spot colours. */
function colourOf(space: PDFObject | undefined): PictureColour | undefined {
  if (space instanceof PDFName) return deviceColour(space.decodeText())
  if (!(space instanceof PDFArray)) return undefined
  const kind = space.lookup(0)
  if (!(kind instanceof PDFName)) return undefined
  if (kind.decodeText() === 'ICCBased') return profiled(space.lookup(1))
  if (kind.decodeText() !== 'Indexed') return undefined
  const [base, table] = [colourOf(space.lookup(1)), tableOf(space.lookup(3))]
  return base === undefined || table === undefined ? undefined : { ...base, table }
}

const deviceColour = (name: string): PictureColour | undefined =>
  name === 'DeviceGray' ? { components: 1 } : name === 'DeviceRGB' ? { components: 3 } : undefined

function profiled(stream: PDFObject | undefined): PictureColour | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined
  const components = numberOf(stream.dict.lookup(PDFName.of('N')), 0)
  if (components !== 1 && components !== 3) return undefined
  return { components, profile: decodePDFRawStream(stream).decode() }
}

function tableOf(table: PDFObject | undefined): Uint8Array | undefined {
  if (table instanceof PDFString || table instanceof PDFHexString) return table.asBytes()
  return table instanceof PDFRawStream ? decodePDFRawStream(table).decode() : undefined
}

const numberOf = (found: PDFObject | undefined, otherwise: number): number =>
  found instanceof PDFNumber ? found.asNumber() : otherwise

// One page as it was delivered, for archive files: the very bytes of a JPEG or of the pictures in a PDF; the exact samples
// of a PNG or TIFF. A page that is more than pictures gives none: then only a drawing of it can be kept.
import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { DeliveredPage, DeliveredPicture, ScanKind } from '../../schemas/index.ts'
import { UnreadableInput } from '../core/errors.ts'
import { chain, orientedBy, upsideDown } from '../core/affine.ts'
import { deliveredPictures } from './pdf/delivered-pictures.ts'

/** Keeps the PDF opened last: the pages of one scan come one after another. */
export function createDeliveredReader(read: (path: string) => Promise<Uint8Array>) {
  let last: { path: string; pdf: PDFDocument } | undefined
  const pdfOf = async (path: string) => {
    if (last?.path !== path) last = { path, pdf: await openPdf(await read(path)) }
    return last.pdf
  }
  return async (path: string, kind: ScanKind, scanPage: number): Promise<DeliveredPage> => {
    if (kind === 'pdf') return told(deliveredPictures(await pdfOf(path), scanPage - 1))
    const bytes = await read(path)
    return told(kind === 'jpeg' ? await jpegPicture(bytes) : await exactPicture(bytes, scanPage - 1))
  }
}

const told = (pictures: DeliveredPicture[] | undefined): DeliveredPage => (pictures === undefined ? {} : { pictures })

const openPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false }).catch((cause: unknown) => {
    throw new UnreadableInput('Không mở được tệp PDF gốc. Hãy quét lại hoặc xin lại bản gốc.', { cause })
  })

export async function jpegPicture(bytes: Uint8Array): Promise<DeliveredPicture[] | undefined> {
  const { width, height, channels, depth, orientation, icc } = await sharp(bytes).metadata()
  if (depth !== 'uchar' || (channels !== 1 && channels !== 3)) return undefined
  const colour = { components: channels, ...(icc && { profile: new Uint8Array(icc) }) } as const
  const place = chain(upsideDown, orientedBy(orientation ?? 1))
  return [{ width, height, bits: 8, filter: 'DCTDecode', colour, bytes, place: [...place] }]
}

/** Samples of eight bits; a page of two tones is kept as one bit a sample. */
async function exactPicture(bytes: Uint8Array, page: number): Promise<DeliveredPicture[] | undefined> {
  const picture = sharp(bytes, { page, limitInputPixels: false })
  const { depth, space } = await picture.metadata()
  if (depth !== 'uchar' || space === 'cmyk' || space === 'lab') return undefined
  const isGrey = space === 'b-w' || space === 'grey16'
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const components = info.channels === 1 ? 1 : 3
  const tones = components === 1 && data.every((sample) => sample === 0 || sample === 255)
  const samples = tones ? oneBit(data, width, height) : data
  const bits = tones ? 1 : 8
  const head = { width, height, bits, filter: 'FlateDecode', colour: { components } } as const
  return [{ ...head, place: [...upsideDown], bytes: deflateSync(samples, { level: 9 }) }]
}

function oneBit(data: Uint8Array, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8)
  const packed = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 255)
        packed[y * stride + (x >> 3)] = (packed[y * stride + (x >> 3)] ?? 0) | (128 >> (x & 7))
    }
  }
  return packed
}

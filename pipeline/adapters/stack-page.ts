// One page of a stack of rescans: the QR codes on it, whether it is blank, and the page alone as a file of its own.
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { ScanKind } from '../../schemas/index.ts'
import { UnreadableInput } from '../core/errors.ts'
import { gainFor, measureEdges } from './imaging/edges.ts'
import { lookAt } from './imaging/look.ts'
import type { Raster } from './raster.ts'
import { readQrCodes } from './zxing.ts'

/** A code of our slips has five pixels a module then. */
const SURVEY_DPI = 150

export async function surveyPage(raster: Raster): Promise<{ codes: string[]; isBlank: boolean }> {
  const { data, width, height, channels, dpi } = raster
  const scale = Math.min(1, SURVEY_DPI / dpi)
  const small = sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .toColourspace('srgb')
    .removeAlpha()
    .resize({ width: Math.max(1, Math.round(width * scale)) })
  const rgb = await small.clone().raw().toBuffer({ resolveWithObject: true })
  const rgba = await small.clone().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const codes = await readQrCodes({ data: rgba.data, width: rgba.info.width, height: rgba.info.height })
  const page = { data: rgb.data, width: rgb.info.width, height: rgb.info.height, channels: 3 } as const
  return { codes, isBlank: lookAt(page, dpi * scale, gainFor(measureEdges(raster))).isBlank }
}

/** The page as it lies in the stack: its own bytes where the format allows it, never compressed anew. */
export async function singlePage(
  bytes: Uint8Array,
  kind: ScanKind,
  scanPage: number,
): Promise<{ bytes: Uint8Array; extension: 'pdf' | 'tif' }> {
  if (kind === 'docx') throw new UnreadableInput('Tệp Word không phải là xấp trang quét. Hãy nộp bản quét.')
  if (kind !== 'pdf') {
    const page = sharp(bytes, { page: scanPage - 1, limitInputPixels: false }).keepMetadata()
    return { bytes: await page.tiff({ compression: 'lzw' }).toBuffer(), extension: 'tif' }
  }
  return { bytes: await partOfStack(bytes, [scanPage, scanPage]), extension: 'pdf' }
}

/** Pages of a PDF as they are, first to last, never compressed anew. */
export async function partOfStack(bytes: Uint8Array, [from, to]: readonly [number, number]): Promise<Uint8Array> {
  const stack = await PDFDocument.load(bytes, { updateMetadata: false }).catch((cause: unknown) => {
    throw new UnreadableInput('Không tách được trang khỏi xấp PDF. Hãy quét mỗi hồ sơ thành một tệp PDF riêng.', {
      cause,
    })
  })
  const part = await PDFDocument.create({ updateMetadata: false })
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from - 1 + index)
  for (const page of await part.copyPages(stack, numbers)) part.addPage(page)
  return part.save({ useObjectStreams: false })
}

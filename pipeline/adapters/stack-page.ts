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
  const page = { data: rgb.data, width: rgb.info.width, height: rgb.info.height }
  return { codes, isBlank: lookAt(page, dpi * scale, gainFor(measureEdges(raster))).isBlank }
}

/** The page as it lies in the stack: its own bytes where the format allows it, never compressed anew. */
export async function singlePage(
  bytes: Uint8Array,
  kind: ScanKind,
  scanPage: number,
): Promise<{ bytes: Uint8Array; extension: 'pdf' | 'tif' }> {
  if (kind !== 'pdf') {
    const page = sharp(bytes, { page: scanPage - 1, limitInputPixels: false }).keepMetadata()
    return { bytes: await page.tiff({ compression: 'lzw' }).toBuffer(), extension: 'tif' }
  }
  const stack = await PDFDocument.load(bytes, { updateMetadata: false }).catch((cause: unknown) => {
    throw new UnreadableInput('Không tách được trang khỏi xấp PDF. Hãy quét mỗi trang thành một tệp riêng.', { cause })
  })
  const single = await PDFDocument.create({ updateMetadata: false })
  const [page] = await single.copyPages(stack, [scanPage - 1])
  if (page) single.addPage(page)
  return { bytes: await single.save({ useObjectStreams: false }), extension: 'pdf' }
}

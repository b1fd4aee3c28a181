// The QR codes of a page, each with its place on the upright page. Separator sheets and identity cards bear them.
import sharp from 'sharp'
import type { Box, PageImage } from '../../schemas/index.ts'
import { unionOf } from '../core/box.ts'
import type { Raster } from './raster.ts'
import { findQrCodes } from './zxing.ts'

type Code = NonNullable<PageImage['codes']>[number]

/** A code of our sheets has five pixels a module at 150 dpi; that of an identity card needs the scan's own fineness. */
const dpis = [150, 300] as const

/** Finer only where something of the size of a code was seen and not read. */
export async function qrOnPage(raster: Raster, turn: PageImage['turn']): Promise<Code[]> {
  for (const dpi of dpis) {
    const { codes, isUnread } = await found(raster, dpi)
    if (codes.length > 0 || !isUnread) return codes.map((code) => ({ ...code, box: turned(code.box, turn) }))
    if (dpi >= raster.dpi) return []
  }
  return []
}

async function found({ data, width, height, channels, dpi }: Raster, wanted: number) {
  const scale = Math.min(1, wanted / dpi)
  const page = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .toColourspace('srgb')
    .resize({ width: Math.max(1, Math.round(width * scale)) })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { info } = page
  const { codes, isUnread } = await findQrCodes({ data: page.data, width: info.width, height: info.height })
  return {
    isUnread,
    codes: codes.map(({ text, corners }) => ({
      text,
      box: unionOf(corners.map(([x, y]): Box => [part(x / info.width), part(y / info.height), 0, 0])),
    })),
  }
}

const part = (share: number): number => Math.min(1, Math.max(0, share))

/** Where the box lies when the page is turned clockwise. */
function turned([left, top, width, height]: Box, turn: PageImage['turn']): Box {
  if (turn === 90) return [1 - top - height, left, height, width]
  if (turn === 180) return [1 - left - width, 1 - top - height, width, height]
  if (turn === 270) return [top, 1 - left - width, height, width]
  return [left, top, width, height]
}

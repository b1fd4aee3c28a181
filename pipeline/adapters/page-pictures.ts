// Pictures of pages for the review station: the whole page as it is kept, and a rectangle of it cut out.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Box } from '../../schemas/index.ts'

const QUALITY = 82
/** Around the rectangle, in shares of its height and of the page: a value is read with what stands beside it. */
const MARGIN_OF_HEIGHT = 0.35
const MOST_OF_PAGE = 0.006
const MARGIN_OF_WIDTH = 0.012
const WIDEST = 1200

export async function cutOut(jpeg: Uint8Array, box: Box): Promise<Uint8Array> {
  const image = sharp(jpeg)
  const { width, height } = await image.metadata()
  const [left, top, boxWidth, boxHeight] = box
  const [sideways, upwards] = [MARGIN_OF_WIDTH * width, Math.min(MARGIN_OF_HEIGHT * boxHeight, MOST_OF_PAGE) * height]
  const x = Math.max(0, Math.floor(left * width - sideways))
  const y = Math.max(0, Math.floor(top * height - upwards))
  const area = {
    left: Math.min(x, width - 1),
    top: Math.min(y, height - 1),
    width: Math.max(1, Math.min(width - x, Math.ceil(boxWidth * width + 2 * sideways))),
    height: Math.max(1, Math.min(height - y, Math.ceil(boxHeight * height + 2 * upwards))),
  }
  const cut = image.extract(area).resize({ width: WIDEST, withoutEnlargement: true })
  return cut.jpeg({ quality: QUALITY }).toBuffer()
}

/** A page as it is looked at on a screen: no finer than a screen can show enlarged threefold. */
const SCREEN_WIDTH = 1700
export const forScreen = (jpeg: Uint8Array): Promise<Uint8Array> =>
  sharp(jpeg).resize({ width: SCREEN_WIDTH, withoutEnlargement: true }).jpeg({ quality: QUALITY }).toBuffer()

export const pictureTag = (...parts: readonly string[]): string =>
  `"${createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 20)}"`

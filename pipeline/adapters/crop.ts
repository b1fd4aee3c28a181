// Cuts the rectangle of a value out of the picture of its page, with a little of what stands around it.
import sharp from 'sharp'
import type { Box } from '../../schemas/index.ts'

/** Shares of the page: so that a letter at the edge is seen whole. */
const around = { x: 0.01, y: 0.006 } as const

/** PNG: what is looked at as proof is not compressed a second time. */
export async function cropOf(picture: Uint8Array, [left, top, width, height]: Box): Promise<Uint8Array> {
  const image = sharp(picture)
  const { width: wide, height: high } = await image.metadata()
  const from = { x: at(left - around.x, wide), y: at(top - around.y, high) }
  const to = { x: at(left + width + around.x, wide), y: at(top + height + around.y, high) }
  const area = {
    ...{ left: from.x, top: from.y },
    ...{ width: Math.max(1, to.x - from.x), height: Math.max(1, to.y - from.y) },
  }
  return new Uint8Array(await image.extract(area).png().toBuffer())
}

const at = (share: number, pixels: number): number => Math.min(Math.max(Math.round(share * pixels), 0), pixels - 1)

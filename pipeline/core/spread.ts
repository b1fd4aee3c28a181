// Two pages on one scan page: an opened booklet, or a folded sheet laid flat. It stays one page with one fate; it is read as two,
// the left one first.
import type { Box, Line, PageText, Rulings, Word } from '../../schemas/index.ts'
import { middleX, middleY, rightOf } from './box.ts'

/** Width to height of two upright pages side by side is about 1.4. */
const leastAspect = 1.2
/** Where the fold may lie, and how wide the bare strip around it is: two inner margins. */
const fold = { from: 0.42, to: 0.58, step: 0.005 } as const
const leastStrip = 0.045
/** With less writing on a side, it may be a heading in two blocks or a column of a table. */
const leastWords = 25
const leastLines = 8
/** Words that may lie in the strip: dirt, a page number, the shadow of the fold. */
const strays = 0.01

/** Where the two pages meet, as a share of the width; undefined for a single page. `aspect`: width to height. */
export function gutterOf(lines: readonly Line[], rulings: Rulings, aspect: number): number | undefined {
  if (aspect < leastAspect) return undefined
  const words = lines.flatMap((line) => line.words)
  const places = Array.from(
    { length: Math.round((fold.to - fold.from) / fold.step) + 1 },
    (_, at) => fold.from + at * fold.step,
  )
  const bare = places.filter((at) => isBare(at, words, rulings))
  const middle = bare[Math.floor(bare.length / 2)]
  return middle !== undefined && isWritten(words, middle) ? middle : undefined
}

function isBare(at: number, words: readonly Word[], rulings: Rulings): boolean {
  const crosses = (box: Box) => box[0] < at + leastStrip / 2 && rightOf(box) > at - leastStrip / 2
  const crossing = words.filter(({ box }) => crosses(box)).length
  return crossing <= words.length * strays && !rulings.horizontal.some(crosses)
}

function isWritten(words: readonly Word[], at: number): boolean {
  const sides = [words.filter(({ box }) => middleX(box) < at), words.filter(({ box }) => middleX(box) >= at)]
  return sides.every((side) => {
    const lines = new Set(side.map(({ box }) => Math.round(middleY(box) / Math.max(box[3], 0.005))))
    return side.length >= leastWords && lines.size >= leastLines
  })
}

export interface Half {
  /** As a page of its own: boxes are shares of the half. */
  readonly page: PageText
  /** A box of the half on the whole scan page. */
  readonly onSheet: (box: Box) => Box
}

/** The left page, then the right one. */
export function halvesOf({ gutter = 1, ...page }: PageText): Half[] {
  return [
    { from: 0, width: gutter },
    { from: gutter, width: 1 - gutter },
  ].map(({ from, width }) => {
    const isInside = (box: Box) => middleX(box) >= from && middleX(box) < from + width
    const inHalf = ([left, top, wide, height]: Box): Box => {
      const start = Math.max(0, (left - from) / width)
      return [start, top, Math.min(1 - start, wide / width), height]
    }
    const words = page.lines.flatMap((line) => line.words).filter(({ box }) => isInside(box))
    const moved = words.map((word) => ({ ...word, box: inHalf(word.box) }))
    const ruled = (boxes: readonly Box[]) => boxes.filter(isInside).map(inHalf)
    const rulings = { horizontal: ruled(page.rulings.horizontal), vertical: ruled(page.rulings.vertical) }
    const lines = moved.length > 0 ? [{ box: [0, 0, 1, 1] satisfies Box, words: moved }] : []
    return {
      page: { ...page, lines, rulings },
      onSheet: ([left, top, wide, height]) => [from + left * width, top, wide * width, height],
    }
  })
}

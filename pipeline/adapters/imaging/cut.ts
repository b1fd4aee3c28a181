// Whether writing runs out of the sheet: letters at the very edge of the scan, or at the edge of what is solidly dark (the lid,
// a fold, another sheet). Counts only; what they mean is core/page-verdict.ts.
import type { Blob } from './blobs.ts'
import type { Grid } from './grid.ts'
import type { Margin } from './paper.ts'

/** Nobody writes this near the edge, and a scanner that stands askew cuts no straighter. */
const NEAR_INCHES = 0.03
/** Around what is dark a little more is whitened, and letters in it with it. */
const NEAR_DARK_INCHES = 0.06

export interface Cut {
  /** Letters at the edge of the scan, on the side that has most. */
  readonly atEdge: number
  /** Letters that touch a dark margin. */
  readonly atDark: number
  /** Share of the scan that is dark margin. */
  readonly darkShare: number
}

export function cutOf(letters: readonly Blob[], page: Grid, margin: Margin, dpi: number): Cut {
  const near = dpi * NEAR_INCHES
  const sides = [
    letters.filter(({ left }) => left <= near),
    letters.filter(({ top }) => top <= near),
    letters.filter(({ left, width }) => left + width >= page.width - near),
    letters.filter(({ top, height }) => top + height >= page.height - near),
  ]
  const { blocks } = margin
  const dark = blocks.data.reduce((sum, block) => sum + block, 0)
  return {
    atEdge: Math.max(...sides.map(({ length }) => length)),
    atDark: dark === 0 ? 0 : letters.filter((letter) => touches(letter, margin, dpi * NEAR_DARK_INCHES)).length,
    darkShare: dark / blocks.data.length,
  }
}

/** Beside it in the row of its middle, or above or below it in the column of its middle. */
function touches({ left, top, width, height }: Blob, { blocks, block }: Margin, near: number): boolean {
  const isDark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor(x / block), Math.floor(y / block)]
    if (column < 0 || row < 0 || column >= blocks.width || row >= blocks.height) return false
    return blocks.data[row * blocks.width + column] === 1
  }
  const [middleX, middleY] = [left + width / 2, top + height / 2]
  return (
    isDark(left - near, middleY) ||
    isDark(left + width + near, middleY) ||
    isDark(middleX, top - near) ||
    isDark(middleX, top + height + near)
  )
}

// One line of a page as a picture of its own: the rectangle and a hair around it on white paper.
import { type Box } from '../../../schemas/index.ts'
import { emptyGrid, type Grid } from './grid.ts'

/** Pixels of the page around the rectangle: marks over capitals reach out of it, the next line must not come in. */
const AROUND = { sideways: 4, above: 3 }
/** White around all that, as a line has on a page. */
const MARGIN = 10

export function lineImage(page: Grid, [left, top, width, height]: Box): Grid {
  const x0 = Math.max(0, Math.floor(left * page.width) - AROUND.sideways)
  const y0 = Math.max(0, Math.floor(top * page.height) - AROUND.above)
  const x1 = Math.min(page.width, Math.ceil((left + width) * page.width) + AROUND.sideways)
  const y1 = Math.min(page.height, Math.ceil((top + height) * page.height) + AROUND.above)
  const line = emptyGrid(Math.max(1, x1 - x0) + 2 * MARGIN, Math.max(1, y1 - y0) + 2 * MARGIN)
  line.data.fill(255)
  for (let y = y0; y < y1; y += 1)
    line.data.set(page.data.subarray(y * page.width + x0, y * page.width + x1), (y - y0 + MARGIN) * line.width + MARGIN)
  return line
}

// Boxes to tick (□ ☑ ☒ ■, drawn or typed): squares with four drawn sides, told from the letters O and D by their corners, and how
// surely something is written in them. A row of squares close together is for digits, one in each, and none of ours.
import type { Grid } from './grid.ts'
import { findBlobs } from './blobs.ts'

const SIDE_INCHES = { least: 0.09, most: 0.29 }
const THICKEST_INCHES = 0.036
/** Height to width. */
const SQUARE = 1.35
/** Of each upright side so much is drawn, a broken one in old print too. */
const DRAWN = 0.85
/** Right inside a side not more is ink: a tick or a cross comes through there, a stem stands there. */
const BARE = 0.75
/** Ends of the two level sides, and the upright sides, lie this near to each other, as a share of the side. */
const OFF = 0.14
const GAP_PIXELS = 2
/** Inside: less ink than `empty` (or a speck) is none, more than `full` that reaches across is a tick; between them nobody knows. */
const INK = { empty: 0.015, full: 0.05, speck: 0.22, across: 0.45 }
/** Ink paler than this is a faint tick, or what shines through. */
const PALE = 170
/** Letters stand nearer to each other than a box to what is beside it; the end of a tick may reach out. */
const APART_INCHES = 0.045
const BESIDE = 0.25
/** Three squares nearer to each other than this share of their side make a row for digits. */
const ROW_GAP = 0.7

export interface CheckBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** 0 surely empty, 1 surely ticked. */
  readonly ticked: number
}

type Square = Omit<CheckBox, 'ticked'> & { readonly thickness: number }

/** `ink` is the mask of `grey`; both level, ruled lines still there. */
export function findCheckBoxes(grey: Grid, ink: Grid, dpi: number): CheckBox[] {
  const bars = levelBars(ink, dpi)
  const solid = bars.filter((bar) => isSquare(bar, dpi)).map((bar) => ({ ...bar, thickness: bar.height }))
  const drawn = bars
    .filter(({ height }) => height <= dpi * THICKEST_INCHES)
    .flatMap((upper, at, thin) => {
      const below = thin.slice(at + 1).filter((bar) => isBelow(upper, bar))
      const squares = below.map((lower) => squareOf(upper, lower))
      return squares.find((square) => isSquare(square, dpi) && hasSides(ink, square, dpi)) ?? []
    })
  const squares = [...solid, ...drawn].filter((one, at, all) => !all.slice(0, at).some((other) => overlap(one, other)))
  return squares
    .filter((square) => !isInRow(square, squares))
    .map(({ thickness, ...place }) => ({ ...place, ticked: tickedIn(grey, ink, { ...place, thickness }) }))
}

type Bar = Omit<CheckBox, 'ticked'>

/** Runs of ink as long as a box's side, rows of equal ones joined; from the top down. */
function levelBars({ width, height, data }: Grid, dpi: number): Bar[] {
  const [least, most] = [Math.floor(dpi * SIDE_INCHES.least), Math.ceil(dpi * SIDE_INCHES.most)]
  const bars: Bar[] = []
  let open: Bar[] = []
  for (let y = 0; y < height; y += 1) {
    const row = runsOfRow(data.subarray(y * width, (y + 1) * width), least, most)
    const next = row.map(([left, end]): Bar => {
      const above = open.find((bar) => Math.abs(bar.left - left) <= 3 && Math.abs(bar.left + bar.width - end) <= 3)
      if (!above) return { left, top: y, width: end - left, height: 1 }
      open = open.filter((bar) => bar !== above)
      return { ...above, width: Math.max(above.left + above.width, end) - above.left, height: above.height + 1 }
    })
    bars.push(...open)
    open = next
  }
  return [...bars, ...open].sort((a, b) => a.top - b.top)
}

function runsOfRow(row: Uint8Array, least: number, most: number): [number, number][] {
  const runs: [number, number][] = []
  for (let start = row.indexOf(1); start >= 0;) {
    let end = start + 1
    for (let x = end; x < row.length && x - end <= GAP_PIXELS; x += 1) if (row[x] === 1) end = x + 1
    if (end - start >= least && end - start <= most) runs.push([start, end])
    start = row.indexOf(1, end)
  }
  return runs
}

function isBelow(upper: Bar, lower: Bar): boolean {
  const off = Math.max(3, upper.width * OFF)
  const depth = lower.top + lower.height - upper.top
  return (
    Math.abs(upper.left - lower.left) <= off &&
    Math.abs(upper.left + upper.width - lower.left - lower.width) <= off &&
    depth >= upper.width / SQUARE &&
    depth <= upper.width * SQUARE
  )
}

function squareOf(upper: Bar, lower: Bar): Square {
  const left = Math.max(upper.left, lower.left)
  const right = Math.min(upper.left + upper.width, lower.left + lower.width)
  const height = lower.top + lower.height - upper.top
  return { left, top: upper.top, width: right - left, height, thickness: Math.max(upper.height, lower.height) }
}

function isSquare({ width, height }: Bar, dpi: number): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return short >= dpi * SIDE_INCHES.least && long <= dpi * SIDE_INCHES.most && long <= short * SQUARE
}

/**
 * Straight from corner to corner, where the bows of B, D and O are not, and thin, where the stems of bold letters are not: right
 * inside each side most is paper, whatever is written in the middle.
 */
function hasSides({ width, data }: Grid, square: Square, dpi: number): boolean {
  const { left, top, width: side, height } = square
  const off = Math.max(2, Math.round(side * OFF))
  const shareOf = (x: number, around: number): number => {
    let rows = 0
    for (let y = top; y < top + height; y += 1) {
      let isInk = false
      for (let at = y * width + x - around; at <= y * width + x + around && !isInk; at += 1) isInk = data[at] === 1
      if (isInk) rows += 1
    }
    return rows / height
  }
  const right = left + side - 1
  const leftSide = range(left - 1, left + off).find((x) => shareOf(x, 1) >= DRAWN)
  const rightSide = range(right - off, right + 1).findLast((x) => shareOf(x, 1) >= DRAWN)
  if (leftSide === undefined || rightSide === undefined) return false
  const thick = Math.min(Math.ceil(dpi * THICKEST_INCHES), Math.round(side / 4)) + 1
  if (shareOf(leftSide + thick, 0) >= BARE || shareOf(rightSide - thick, 0) >= BARE) return false
  // From two pixels beside it: its own grey edge is nobody's letter.
  const reach = Math.ceil((dpi * APART_INCHES) / 2)
  return shareOf(leftSide - 2 - reach, reach) < BESIDE && shareOf(rightSide + 2 + reach, reach) < BESIDE
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

function tickedIn(grey: Grid, ink: Grid, { left, top, width, height, thickness }: Square): number {
  const edge = Math.min(thickness + 2, Math.floor(Math.min(width, height) / 4))
  const inside = { width: width - 2 * edge, height: height - 2 * edge, data: new Uint8Array(0) }
  const data = new Uint8Array(inside.width * inside.height)
  let darkness = 0
  for (let y = 0; y < inside.height; y += 1) {
    for (let x = 0; x < inside.width; x += 1) {
      const at = (top + edge + y) * ink.width + left + edge + x
      if (ink.data[at] !== 1) continue
      data[y * inside.width + x] = 1
      darkness += grey.data[at] ?? 255
    }
  }
  const blobs = findBlobs({ ...inside, data })
  const count = blobs.reduce((sum, { area }) => sum + area, 0)
  const share = count / data.length
  const reach = Math.max(0, ...blobs.map((blob) => Math.max(blob.width / inside.width, blob.height / inside.height)))
  if (share < INK.empty || reach < INK.speck) return 0
  return share >= INK.full && reach >= INK.across && darkness / count < PALE ? 1 : 0.5
}

const overlap = (a: Bar, b: Bar): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

function isInRow(square: Square, squares: readonly Square[]): boolean {
  const isNext = (a: Square, b: Square): boolean =>
    a !== b &&
    Math.abs(a.top - b.top) < a.height / 3 &&
    Math.max(a.left - b.left - b.width, b.left - a.left - a.width) < a.width * ROW_GAP
  const beside = squares.filter((other) => isNext(square, other))
  return beside.length >= 2 || beside.some((other) => squares.filter((third) => isNext(other, third)).length >= 2)
}

// Ruled lines of tables and frames: found as long thin runs of ink, and taken out without cutting the letters on them.
import type { Box } from '../../../schemas/index.ts'
import { type Blob, findBlobs, paint, runsOf } from './blobs.ts'
import { emptyGrid, type Grid } from './grid.ts'

/** No letter of a form has a straight stroke this long. */
const SHORTEST_INCHES = 0.4
/** Heavier strokes are bars, photos or margins. */
const THICKEST_INCHES = 0.035
/** Scanned lines have pinholes; two rows of serifs have wider gaps. */
const GAP_INCHES = 0.006
/** A run of serifs under a line of letters is mostly stem; a ruled line is mostly alone. */
const ALONE = 0.6
/** Pieces of one line, broken by a seal or a fold, lie this close. */
const JOIN_INCHES = 0.12

export interface RuledLine {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface LevelLines {
  readonly lines: readonly RuledLine[]
  /** Every pixel of the lines, also where letters cross them. */
  readonly strokes: Grid
  /** The pixels that no letter shares, and the grey fringe beside them. */
  readonly alone: Grid
}

/** For upright lines give the transposed mask. */
export function levelLines(ink: Grid, dpi: number): LevelLines {
  const thickest = Math.max(3, Math.round(dpi * THICKEST_INCHES))
  const candidates = longRuns(ink, Math.round(dpi * SHORTEST_INCHES), Math.max(1, Math.round(dpi * GAP_INCHES)))
  const strokes = emptyGrid(ink.width, ink.height)
  const alone = emptyGrid(ink.width, ink.height)
  const pieces: RuledLine[] = []
  for (const blob of findBlobs(candidates)) {
    const drift = Math.ceil(blob.width * 0.006)
    if (blob.height > thickest + drift) continue
    const free = freeColumns(ink, blob, thickest)
    if (free.share < ALONE) continue
    pieces.push(blob)
    paint(strokes, blob, 1)
    for (const [x, top, bottom] of free.spans) {
      for (let y = Math.max(0, top - 1); y <= Math.min(ink.height - 1, bottom + 1); y += 1)
        alone.data[y * ink.width + x] = 1
    }
  }
  return { lines: joined(pieces, Math.round(dpi * JOIN_INCHES), thickest), strokes, alone }
}

function longRuns({ width, height, data }: Grid, shortest: number, gap: number): Grid {
  const long = emptyGrid(width, height)
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    let start = -1
    let last = -1
    for (let x = 0; x <= width + gap; x += 1) {
      if (x < width && data[row + x] === 1) {
        if (start < 0) start = x
        last = x
      } else if (start >= 0 && x - last > gap) {
        if (last + 1 - start >= shortest) long.data.fill(1, row + start, row + last + 1)
        start = -1
      }
    }
  }
  return long
}

/**
 * The columns where the ink is no thicker than this line usually is, as [column, top, bottom], and their share of the line.
 * The dot of ạ or the tail of g that lies on the line makes it thicker there, and so it stays.
 */
function freeColumns(ink: Grid, blob: Blob, thickest: number): { spans: Span[]; share: number } {
  const columns = new Map<number, Span>()
  for (const [row, start, end] of runsOf(blob)) {
    for (let x = start; x < end; x += 1) if (!columns.has(x)) columns.set(x, [x, ...extent(ink, x, row, thickest)])
  }
  const spans = [...columns.values()]
  const usual = spans.map(thickness).sort((a, b) => a - b)[Math.floor(spans.length / 2)] ?? 0
  return {
    spans: spans.filter((span) => thickness(span) <= Math.min(thickest, usual + 1)),
    share: spans.filter((span) => thickness(span) <= thickest).length / blob.width,
  }
}

type Span = readonly [column: number, top: number, bottom: number]
const thickness = ([, top, bottom]: Span) => bottom - top + 1

/** First and last row of the ink through this pixel, looked for no further than it matters. */
function extent({ width, height, data }: Grid, x: number, y: number, limit: number): [number, number] {
  let top = y
  let bottom = y
  while (top > 0 && y - top <= limit && data[(top - 1) * width + x] === 1) top -= 1
  while (bottom < height - 1 && bottom - y <= limit && data[(bottom + 1) * width + x] === 1) bottom += 1
  return [top, bottom]
}

function joined(pieces: RuledLine[], gap: number, thickest: number): RuledLine[] {
  const whole: RuledLine[] = []
  for (const piece of pieces.sort((a, b) => a.left - b.left)) {
    const index = whole.findIndex(
      (line) =>
        piece.left <= line.left + line.width + gap &&
        Math.abs(piece.top + piece.height / 2 - (line.top + line.height / 2)) <= thickest,
    )
    const line = whole[index]
    if (line) whole[index] = around(line, piece)
    else whole.push(piece)
  }
  return whole.sort((a, b) => a.top - b.top || a.left - b.left)
}

function around(a: RuledLine, b: RuledLine): RuledLine {
  const left = Math.min(a.left, b.left)
  const top = Math.min(a.top, b.top)
  const right = Math.max(a.left + a.width, b.left + b.width)
  const bottom = Math.max(a.top + a.height, b.top + b.height)
  return { left, top, width: right - left, height: bottom - top }
}

export function lineBox({ left, top, width, height }: RuledLine, page: { width: number; height: number }): Box {
  return [left / page.width, top / page.height, width / page.width, height / page.height]
}

// From the level coloured page to what the engine reads: black ink on white, without margins, ruled lines, leaders, specks.
import type { InkMark, Rulings } from '../../../schemas/index.ts'
import { type Blob, findBlobs, paint } from './blobs.ts'
import { type CheckBox, findCheckBoxes } from './check-boxes.ts'
import { fullPlaces, type Grid, histogram, inkOf, percentile, transposed, transposedPlace } from './grid.ts'
import { isCrumb } from './crumbs.ts'
import { findHandwriting } from './handwriting.ts'
import { findLeaders } from './leaders.ts'
import { darkened, onWhite, type Paper, whitenMargins } from './paper.ts'
import { type LevelLines, levelLines, lineBox } from './rulings.ts'
import { findStrokes } from './strokes.ts'

/** On white paper, lighter than this is paper, shine-through or the ghost of a seal. */
const INK_THRESHOLD = 150
/** Thin lines turn grey when a page is turned level: they are looked for among paler ink. */
const LINE_THRESHOLD = 190
const SPECK_INCHES = 0.008
/** The grey fringe of a box's sides. */
const BOX_EDGE_INCHES = 0.015
/** Faint writing is darkened up to this factor, noise no further. */
const MOST_GAIN = 2.5
/** Lighter than this after normalisation becomes white: shine-through, paper grain, what is left of a seal. */
const WHITE_FROM = 225

/** What is taken out; the measurements leave one or the other. */
export interface CleanSteps {
  readonly rulings: boolean
  readonly leaders: boolean
}

/** Ink on white paper, from the page as scanned: before it is turned, so that its margins are still its own. `gain`: edges.ts. */
export function inkOnWhite(ink: Grid, paper: Paper, dpi: number, gain: number): Grid {
  const grey = darkened(onWhite(ink, paper, dpi), gain)
  whitenMargins(grey, dpi)
  return grey
}

/** What was found on the page while it was cleaned. */
export interface Found {
  readonly rulings: Rulings
  readonly marks: InkMark[]
}

/** The level page, cleaned in place. */
export function cleanPage(grey: Grid, dpi: number, steps: CleanSteps): Found {
  stretch(grey)
  const ink = inkOf(grey, LINE_THRESHOLD)
  const boxes = findCheckBoxes(grey, ink, dpi)
  // A stroke through a long word looks like a ruled line, and goes with them.
  const whole = inkOf(grey, INK_THRESHOLD)
  const strokes = findStrokes(whole, findBlobs(whole), dpi)
  const level = levelLines(ink, dpi)
  const upright = levelLines(transposed(ink), dpi)
  const uprightLines = upright.lines.map(({ left, top, width, height }) => ({
    left: top,
    top: left,
    width: height,
    height: width,
  }))
  if (steps.rulings) eraseLines(grey, level, upright)
  eraseSpecks(grey, dpi, steps.rulings ? isCrumb(level.lines, uprightLines, dpi) : () => false)
  for (const box of boxes) eraseBox(grey, box, Math.ceil(dpi * BOX_EDGE_INCHES))
  if (steps.leaders) eraseLeaders(grey, dpi)
  const writing = inkOf(grey, INK_THRESHOLD)
  const hands = findHandwriting(writing, findBlobs(writing), dpi)
  return {
    rulings: {
      horizontal: level.lines.map((line) => lineBox(line, grey)),
      vertical: uprightLines.map((line) => lineBox(line, grey)),
    },
    marks: [
      ...boxes.map((each): InkMark => ({ kind: 'box', box: lineBox(each, grey), ticked: each.ticked })),
      ...strokes.map((each): InkMark => ({ kind: 'stroke', box: lineBox(each, grey), sureness: each.sureness })),
      ...hands.map((each): InkMark => ({ kind: 'handwriting', box: lineBox(each, grey), sureness: each.sureness })),
    ],
  }
}

/** The engine would read it as a letter. */
function eraseBox({ width, height, data }: Grid, box: CheckBox, edge: number): void {
  const [left, right] = [Math.max(0, box.left - edge), Math.min(width, box.left + box.width + edge)]
  for (let y = Math.max(0, box.top - edge); y < Math.min(height, box.top + box.height + edge); y += 1)
    data.fill(255, y * width + left, y * width + right)
}

/** A pixel of both directions is a corner of the table, whatever it looks like from either. */
function eraseLines({ width, height, data }: Grid, level: LevelLines, upright: LevelLines): void {
  const strokes = level.strokes.data
  for (const at of fullPlaces(level.alone)) data[at] = 255
  for (const at of fullPlaces(upright.alone)) data[transposedPlace(at, height, width)] = 255
  for (const at of fullPlaces(upright.strokes)) {
    const place = transposedPlace(at, height, width)
    if (strokes[place] === 1) data[place] = 255
  }
}

function eraseSpecks(grey: Grid, dpi: number, isLeftOver: (blob: Blob) => boolean): void {
  const largest = dpi * SPECK_INCHES
  for (const blob of findBlobs(inkOf(grey, LINE_THRESHOLD))) {
    if (Math.max(blob.width, blob.height) <= largest || isLeftOver(blob)) paint(grey, blob, 255)
  }
}

/** The dots with their grey fringe; darker ink beside them belongs to letters. */
function eraseLeaders(grey: Grid, dpi: number): void {
  const ink = inkOf(grey, INK_THRESHOLD)
  const dots = findLeaders(grey, ink, dpi)
  const { width, height, data } = grey
  for (let at = dots.data.indexOf(1); at >= 0; at = dots.data.indexOf(1, at + 1)) {
    const x = at % width
    const y = (at - x) / width
    data[at] = 255
    for (const near of [
      x > 0 ? at - 1 : at,
      x < width - 1 ? at + 1 : at,
      y > 0 ? at - width : at,
      y < height - 1 ? at + width : at,
    ]) {
      if (ink.data[near] === 0) data[near] = 255
    }
  }
}

/** Ink to black and paper to white, by the darkness of the page's own ink. */
function stretch(grey: Grid): void {
  const black = Math.min(darkness(grey), 255 - (255 - 0) / MOST_GAIN)
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    value >= WHITE_FROM ? 255 : Math.max(0, Math.min(255, Math.round(((value - black) * 255) / (WHITE_FROM - black)))),
  )
  const { data } = grey
  for (let at = 0; at < data.length; at += 1) data[at] = table[data[at] ?? 255] ?? 255
}

/** How dark the ink of the page usually is, 0 to 255. */
export function darkness(grey: Grid): number {
  const ink = histogram(grey.data).fill(0, WHITE_FROM - 45)
  return percentile(ink, 0.3)
}

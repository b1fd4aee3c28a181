// What stands on a page besides print, on small drawn grids: boxes and ticks, strokes through words, pens, a sheet drawn in askew.
import { describe, expect, it } from 'vitest'
import { findBlobs } from '../../pipeline/adapters/imaging/blobs.ts'
import { findCheckBoxes } from '../../pipeline/adapters/imaging/check-boxes.ts'
import { blackInk } from '../../pipeline/adapters/imaging/colour.ts'
import { emptyGrid, type Grid, inkOf, type Pixels } from '../../pipeline/adapters/imaging/grid.ts'
import { findFan, findSkew, lowerEdges } from '../../pipeline/adapters/imaging/skew.ts'
import { findStrokes } from '../../pipeline/adapters/imaging/strokes.ts'
import { levelled } from '../../pipeline/adapters/imaging/turn.ts'

const DPI = 200
const RED = 0
const WHITE = 255

function white(width: number, height: number): Grid {
  const grid = emptyGrid(width, height)
  grid.data.fill(WHITE)
  return grid
}

function rectangle(grid: Grid, left: number, top: number, width: number, height: number, value = 0): void {
  for (let y = top; y < top + height; y += 1)
    grid.data.fill(value, y * grid.width + left, y * grid.width + left + width)
}

/** Three pixels thick. */
function line(grid: Grid, from: readonly [number, number], to: readonly [number, number], value = 0): void {
  const steps = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))
  for (let step = 0; step <= steps; step += 1) {
    const x = Math.round(from[0] + ((to[0] - from[0]) * step) / steps)
    const y = Math.round(from[1] + ((to[1] - from[1]) * step) / steps)
    rectangle(grid, x - 1, y - 1, 3, 3, value)
  }
}

function box(grid: Grid, left: number, top: number, side = 26): void {
  for (const [x, y, width, height] of [
    [0, 0, side, 2],
    [0, side - 2, side, 2],
    [0, 0, 2, side],
    [side - 2, 0, 2, side],
  ] as const)
    rectangle(grid, left + x, top + y, width, height)
}

const boxesOn = (grid: Grid) => findCheckBoxes(grid, inkOf(grid, 190), DPI)

describe('a box to tick', () => {
  it('is empty, ticked, crossed, overshot by its tick, or open to doubt', () => {
    const page = white(600, 200)
    for (const left of [40, 140, 240, 340, 440]) box(page, left, 100)
    line(page, [146, 114], [152, 121])
    line(page, [152, 121], [162, 104])
    line(page, [244, 104], [262, 122])
    line(page, [262, 104], [244, 122])
    line(page, [346, 112], [352, 121])
    line(page, [352, 121], [376, 84])
    line(page, [446, 114], [452, 121], 178)
    line(page, [452, 121], [462, 106], 178)
    expect(boxesOn(page).map(({ left, ticked }) => [left, ticked])).toEqual(
      expect.arrayContaining([
        [40, 0],
        [140, 1],
        [240, 1],
        [340, 1],
        [440, 0.5],
      ]),
    )
  })

  it('is no letter D, no row of squares for digits, and no cell of a table', () => {
    const page = white(900, 300)
    rectangle(page, 60, 100, 3, 26)
    rectangle(page, 60, 100, 14, 3)
    rectangle(page, 60, 123, 14, 3)
    line(page, [73, 101], [81, 108])
    line(page, [81, 108], [81, 118])
    line(page, [81, 118], [73, 124])
    for (let digit = 0; digit < 6; digit += 1) box(page, 200 + digit * 30, 100)
    for (let row = 0; row < 3; row += 1) rectangle(page, 500, 100 + row * 60, 300, 2)
    for (let column = 0; column < 3; column += 1) rectangle(page, 500 + column * 150, 100, 2, 122)
    expect(boxesOn(page)).toEqual([])
  })
})

/** Letters as stems on one foot, joined by nothing. */
function word(grid: Grid, left: number, foot: number, letters: number, value = 1): void {
  for (let letter = 0; letter < letters; letter += 1) {
    rectangle(grid, left + letter * 14, foot - 18, 4, 18, value)
    rectangle(grid, left + letter * 14 + 4, foot - 18, 5, 3, value)
  }
}

describe('a word', () => {
  const strokesOf = (draw: (ink: Grid) => void) => {
    const ink = emptyGrid(400, 120)
    word(ink, 60, 70, 6)
    draw(ink)
    return findStrokes(ink, findBlobs(ink), DPI)
  }

  it('is crossed out by a stroke through its middle, level or slanting', () => {
    for (const [from, to] of [
      [61, 61],
      [66, 56],
    ] as const) {
      const [stroke] = strokesOf((ink) => line(ink, [56, from], [150, to], 1))
      expect(stroke?.left).toBeLessThan(60)
      expect(stroke?.width).toBeGreaterThan(85)
      expect(stroke?.sureness).toBeGreaterThan(0.9)
    }
  })

  it('is crossed out no further than the stroke goes', () => {
    const [stroke] = strokesOf((ink) => line(ink, [56, 61], [114, 61], 1))
    expect(stroke?.width).toBeLessThan(65)
  })

  it('is not crossed out when it is underlined, or when nothing is drawn', () => {
    expect(strokesOf((ink) => line(ink, [56, 72], [150, 72], 1))).toEqual([])
    expect(strokesOf(() => undefined)).toEqual([])
  })
})

describe('blue ink', () => {
  const blue = [60, 90, 220] as const

  function page(draw: (mask: Grid) => void): Pixels {
    const mask = white(600, 300)
    draw(mask)
    const data = Uint8Array.from({ length: 600 * 300 * 3 }, (_, at) =>
      mask.data[Math.floor(at / 3)] === RED ? (blue[at % 3] ?? 0) : WHITE,
    )
    return { width: 600, height: 300, channels: 3, data }
  }

  it('that is typed is read, for it stands in letters', () => {
    const grey = blackInk(
      page((mask) => word(mask, 60, 100, 12, RED)),
      DPI,
    )
    expect(grey.data[90 * 600 + 61]).toBeLessThan(100)
  })

  it('of a signature goes, also its small pieces, and the letters beside it stay', () => {
    const signed = page((mask) => {
      line(mask, [300, 200], [360, 100], RED)
      line(mask, [360, 100], [420, 220], RED)
      rectangle(mask, 380, 140, 8, 8, RED)
      word(mask, 60, 100, 8, RED)
    })
    const grey = blackInk(signed, DPI)
    expect(grey.data[144 * 600 + 384]).toBeGreaterThan(200)
    expect(grey.data[160 * 600 + 324]).toBeGreaterThan(200)
    expect(grey.data[90 * 600 + 61]).toBeLessThan(100)
  })
})

describe('a sheet drawn in askew', () => {
  const lines = (degreesAt: (y: number) => number): Grid => {
    const page = emptyGrid(1200, 1600)
    for (let foot = 150; foot < 1450; foot += 45) {
      const slope = Math.tan((degreesAt(foot / 1600) * Math.PI) / 180)
      for (let x = 120; x < 1080; x += 13) {
        const tall = (x * 7 + foot) % 3 === 0 ? 22 : 14
        rectangle(page, x, Math.round(foot + (x - 600) * slope) - tall, 6, tall, 1)
      }
    }
    return page
  }

  it.each([-9, -5, 6, 10])('by %s degrees stands level once it is turned', (degrees) => {
    const ink = lines(() => degrees)
    const level = levelled(
      { ...ink, data: ink.data.map((value) => (value === 1 ? 0 : WHITE)) },
      { degrees, fanDegrees: 0 },
    )
    expect(Math.abs(findSkew(inkOf(level, 128)).degrees)).toBeLessThan(0.1)
  })

  it('and more below than above is found to fan out, and is levelled all over', () => {
    const ink = lines((y) => 0.6 + 1.2 * (y - 0.5))
    const { degrees } = findSkew(ink)
    const fanDegrees = findFan(ink, lowerEdges(ink), degrees)
    expect(Math.abs(fanDegrees - 1.2)).toBeLessThan(0.25)
    const level = inkOf(
      levelled({ ...ink, data: ink.data.map((value) => (value === 1 ? 0 : WHITE)) }, { degrees: 0.6, fanDegrees }),
      128,
    )
    expect(findSkew(level).sharpness).toBeGreaterThan(1.5 * findSkew(ink).sharpness)
    expect(findFan(level, lowerEdges(level), 0)).toBe(0)
  })

  it('evenly does not fan out', () => {
    const ink = lines(() => 1.4)
    expect(findFan(ink, lowerEdges(ink), findSkew(ink).degrees)).toBe(0)
  })
})

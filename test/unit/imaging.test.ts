// The pixel work on small drawn grids: each test draws what a scan does to paper and says what must survive.
import { describe, expect, it } from 'vitest'
import { isBlank } from '../../pipeline/adapters/imaging/blank.ts'
import { findBlobs } from '../../pipeline/adapters/imaging/blobs.ts'
import { cleanPage } from '../../pipeline/adapters/imaging/clean.ts'
import { blackInk } from '../../pipeline/adapters/imaging/colour.ts'
import { isCrumb } from '../../pipeline/adapters/imaging/crumbs.ts'
import { emptyGrid, type Grid, type Pixels, transposed } from '../../pipeline/adapters/imaging/grid.ts'
import { findLeaders } from '../../pipeline/adapters/imaging/leaders.ts'
import { footing, letters } from '../../pipeline/adapters/imaging/letters.ts'
import { onWhite, paperOf, whitenMargins } from '../../pipeline/adapters/imaging/paper.ts'
import { levelLines } from '../../pipeline/adapters/imaging/rulings.ts'
import { findSkew } from '../../pipeline/adapters/imaging/skew.ts'

const DPI = 200

function rectangle(grid: Grid, left: number, top: number, width: number, height: number, value = 1): void {
  for (let y = top; y < top + height; y += 1)
    grid.data.fill(value, y * grid.width + left, y * grid.width + left + width)
}

function white(width: number, height: number): Grid {
  const grid = emptyGrid(width, height)
  grid.data.fill(255)
  return grid
}

/** Lines of tall and small letters on common feet that fall to the right by the angle. */
function writing(degrees: number, width = 1200, height = 1600): Grid {
  const page = emptyGrid(width, height)
  const slope = Math.tan((degrees * Math.PI) / 180)
  for (let line = 150; line < height - 150; line += 45) {
    for (let x = 120 + (line % 13); x < width - 120; x += 11 + ((x * 7 + line) % 6)) {
      const tall = (x * 7 + line) % 3 === 0 ? 22 : 14
      rectangle(page, x, Math.round(line + (x - width / 2) * slope) - tall, 6, tall)
    }
  }
  return page
}

const inkAt = (grid: Grid, x: number, y: number) => grid.data[y * grid.width + x]

describe('a page that lies askew', () => {
  it.each([-4.3, -1.7, -0.2, 0, 0.4, 2.6, 4.8])('is found to lie askew by %s degrees, within a tenth', (degrees) => {
    expect(Math.abs(findSkew(writing(degrees)).degrees - degrees)).toBeLessThan(0.1)
  })

  it('shows its lines more sharply upright than sideways', () => {
    const page = writing(1.2)
    expect(findSkew(page).sharpness).toBeGreaterThan(2 * findSkew(transposed(page)).sharpness)
  })

  it('stands on its feet or on its head, as the feet of the letters tell', () => {
    const page = writing(0)
    const turned = { ...page, data: page.data.toReversed() }
    expect(footing(letters(findBlobs(page), DPI), page.height)).toBeGreaterThan(1.2)
    expect(footing(letters(findBlobs(turned), DPI), page.height)).toBeLessThan(1 / 1.2)
  })
})

describe('a blank page', () => {
  const page = { width: 1200, height: 1600 }
  const blank = (draw: (grid: Grid) => void) => {
    const grid = emptyGrid(page.width, page.height)
    draw(grid)
    return isBlank(findBlobs(grid), page, DPI)
  }

  it('is blank in spite of dust, two punch holes and a shadow at its edge', () => {
    expect(
      blank((grid) => {
        for (let speck = 0; speck < 300; speck += 1) rectangle(grid, (speck * 379) % 1190, (speck * 733) % 1590, 3, 2)
        rectangle(grid, 50, 500, 45, 45)
        rectangle(grid, 50, 1100, 45, 45)
        rectangle(grid, 0, 0, 14, 1600)
      }),
    ).toBe(true)
  })

  it('is not blank with a single stamped line', () => {
    expect(
      blank((grid) => [0, 1, 2, 3, 4, 5].forEach((letter) => rectangle(grid, 500 + letter * 22, 700, 6, 24))),
    ).toBe(false)
  })

  it('is not blank with nothing but a seal', () => {
    expect(blank((grid) => rectangle(grid, 700, 1100, 240, 240))).toBe(false)
  })
})

describe('ruled lines', () => {
  const table = () => {
    const ink = emptyGrid(800, 600)
    rectangle(ink, 100, 100, 500, 2)
    rectangle(ink, 100, 300, 500, 2)
    rectangle(ink, 100, 100, 2, 202)
    rectangle(ink, 600, 100, 2, 202)
    return ink
  }

  it('of a table are found in both directions', () => {
    const ink = table()
    expect(levelLines(ink, DPI).lines.map(({ left, top, width }) => [left, top, width])).toEqual([
      [100, 100, 502],
      [100, 300, 502],
    ])
    expect(levelLines(transposed(ink), DPI).lines).toHaveLength(2)
  })

  it('are taken out, but not the stem of a letter that crosses them, nor the dot of ạ that lies on them', () => {
    const ink = table()
    rectangle(ink, 200, 280, 4, 40)
    rectangle(ink, 300, 298, 5, 6)
    const { alone } = levelLines(ink, DPI)
    expect(inkAt(alone, 150, 300)).toBe(1)
    expect(inkAt(alone, 201, 300)).toBe(0)
    expect(inkAt(alone, 302, 300)).toBe(0)
  })

  it('are no lines when they are letters or a black bar', () => {
    const ink = writing(0, 800, 600)
    rectangle(ink, 100, 500, 500, 40)
    expect(levelLines(ink, DPI).lines).toEqual([])
  })

  it('leave the page together with the specks, and the letters stay', () => {
    const grey = white(800, 600)
    rectangle(grey, 100, 300, 500, 2, 0)
    rectangle(grey, 200, 200, 8, 30, 0)
    rectangle(grey, 400, 200, 1, 1, 0)
    const { rulings } = cleanPage(grey, DPI, { rulings: true, leaders: true })
    expect(rulings.horizontal).toEqual([[100 / 800, 300 / 600, 500 / 800, 2 / 600]])
    expect([inkAt(grey, 150, 300), inkAt(grey, 400, 200), inkAt(grey, 204, 210)]).toEqual([255, 255, 0])
  })
})

describe('crumbs of ruled lines', () => {
  const level = [{ left: 100, top: 300, width: 500, height: 2 }]
  const upright = [{ left: 300, top: 100, width: 2, height: 400 }]
  const crumb = (left: number, top: number, width = 4, height = 4) =>
    isCrumb(
      level,
      upright,
      DPI,
    )({ left, top, width, height, area: width * height, runs: new Int32Array(), from: 0, to: 0 })

  it('lie where two lines meet, or along an upright one', () => {
    expect([crumb(297, 298), crumb(302, 303), crumb(300, 180, 2, 5)]).toEqual([true, true, true])
  })

  it('are neither the dot of ạ on a level line, nor writing beside an upright one, nor a letter across a corner', () => {
    expect([crumb(200, 302), crumb(306, 180), crumb(296, 290, 8, 20)]).toEqual([false, false, false])
  })
})

/** Black where there is ink. */
const greyOf = (ink: Grid): Grid => ({ ...ink, data: ink.data.map((value) => (value === 1 ? 0 : 255)) })

describe('dotted leaders', () => {
  it('are found as whole rows, while a colon, a decimal point and three dots stay', () => {
    const ink = emptyGrid(900, 100)
    rectangle(ink, 20, 40, 3, 3)
    rectangle(ink, 20, 57, 3, 3)
    for (let dot = 0; dot < 20; dot += 1) rectangle(ink, 32 + dot * 12, 57, 3, 3)
    rectangle(ink, 500, 36, 4, 24)
    rectangle(ink, 508, 57, 3, 3)
    rectangle(ink, 515, 36, 4, 24)
    for (let dot = 0; dot < 3; dot += 1) rectangle(ink, 700 + dot * 12, 57, 3, 3)
    const leaders = findLeaders(greyOf(ink), ink, DPI)
    expect(findBlobs(leaders)).toHaveLength(20)
    expect([inkAt(leaders, 20, 58), inkAt(leaders, 509, 58), inkAt(leaders, 701, 58)]).toEqual([0, 0, 0])
  })

  it('go under writing too, where they touch it and where they do not; a tone dot among them stays', () => {
    const ink = emptyGrid(400, 100)
    for (let dot = 0; dot < 20; dot += 1) rectangle(ink, 32 + dot * 12, 57, 3, 3)
    for (const left of [78, 88, 92, 102, 112, 116, 126])
      rectangle(ink, left, 30, 4, left === 92 || left === 116 ? 27 : 25)
    rectangle(ink, 139, 56, 5, 5)
    rectangle(ink, 187, 57, 5, 4)
    const leaders = findLeaders(greyOf(ink), ink, DPI)
    expect([93, 105, 117, 129].map((x) => inkAt(leaders, x, 58))).toEqual([1, 1, 1, 1])
    expect([93, 117].map((x) => inkAt(leaders, x, 55))).toEqual([0, 0])
    expect([141, 189].map((x) => inkAt(leaders, x, 58))).toEqual([0, 0])
  })

  it('keep the dots that touch a letter on its foot, for cutting letters costs more', () => {
    const ink = emptyGrid(400, 100)
    for (let dot = 0; dot < 20; dot += 1) rectangle(ink, 32 + dot * 12, 57, 3, 3)
    rectangle(ink, 92, 30, 3, 30)
    expect(inkAt(findLeaders(greyOf(ink), ink, DPI), 93, 58)).toBe(0)
    expect(inkAt(findLeaders(greyOf(ink), ink, DPI), 33, 58)).toBe(1)
  })
})

describe('black ink', () => {
  const pixels = (...colours: [number, number, number][]): Pixels => ({
    width: colours.length,
    height: 1,
    channels: 3,
    data: Uint8Array.from(colours.flat()),
  })
  const seal: [number, number, number] = [214, 101, 109]

  it('stays black under a red seal, whether the seal covers it or shines through, and the seal goes', () => {
    const page = pixels(
      ...Array.from({ length: 40 }, () => seal),
      [150, 37, 45],
      [60, 18, 20],
      [30, 30, 30],
      [245, 245, 240],
    )
    const grey = blackInk(page, DPI)
    const at = (index: number) => grey.data[index] ?? -1
    expect(at(0)).toBe(255)
    expect(at(40)).toBeLessThan(120)
    expect(at(41)).toBeLessThan(40)
    expect(at(42)).toBeLessThan(40)
    expect(at(43)).toBeGreaterThan(235)
  })

  it('is told from a blue pen, and dark blue letters stay legible', () => {
    const grey = blackInk(pixels([90, 110, 230], [20, 25, 100]), DPI)
    expect(grey.data[0]).toBeGreaterThan(225)
    expect(grey.data[1]).toBeLessThan(150)
  })
})

describe('the paper', () => {
  it('becomes evenly white under a shadow, and the letters keep their share of darkness', () => {
    const grey = emptyGrid(600, 400)
    for (let at = 0; at < grey.data.length; at += 1) grey.data[at] = 130 + Math.round(((at % 600) / 600) * 110)
    rectangle(grey, 40, 200, 6, 20, 30)
    const page = onWhite(grey, paperOf(grey, DPI), DPI)
    expect(Math.min(inkAt(page, 20, 50) ?? 0, inkAt(page, 300, 50) ?? 0, inkAt(page, 580, 50) ?? 0)).toBeGreaterThan(
      230,
    )
    expect(inkAt(page, 42, 210)).toBeLessThan(80)
  })

  it('loses a black margin that reaches in from the edge, not a table line that runs off the page', () => {
    const grey = white(600, 400)
    rectangle(grey, 0, 0, 40, 400, 10)
    rectangle(grey, 40, 200, 560, 3, 10)
    whitenMargins(grey, DPI)
    expect([inkAt(grey, 10, 100), inkAt(grey, 400, 201)]).toEqual([255, 10])
  })
})

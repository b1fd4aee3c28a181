// What is measured of a scan: the same for much and for little writing, and the worse the scan, the worse the measure.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cutOf } from '../../pipeline/adapters/imaging/cut.ts'
import { gainFor, measureEdges } from '../../pipeline/adapters/imaging/edges.ts'
import { emptyGrid } from '../../pipeline/adapters/imaging/grid.ts'
import { whitenMargins } from '../../pipeline/adapters/imaging/paper.ts'
import { findSkew } from '../../pipeline/adapters/imaging/skew.ts'
import type { Raster } from '../../pipeline/adapters/raster.ts'

const [width, height, dpi] = [1240, 1754, 150]

/** Lines of upright strokes; `ink` is their lightness. */
function written(lines: number, ink = 20): Raster {
  const data = new Uint8Array(width * height).fill(250)
  for (let line = 0; line < lines; line += 1) {
    for (let y = 100 + line * 40; y < 122 + line * 40; y += 1) {
      for (let x = 120; x < width - 120; x += 13) data.fill(ink, y * width + x, y * width + x + 5)
    }
  }
  return { width, height, channels: 1, data, dpi }
}

async function blurred(raster: Raster, sigma: number): Promise<Raster> {
  const { data } = await sharp(raster.data, { raw: { width, height, channels: 1 } })
    .blur(sigma)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...raster, data }
}

describe('the edges of the ink', () => {
  it('are as sharp on a page with little writing as on a full one', () => {
    const [few, many] = [measureEdges(written(8)), measureEdges(written(36))]
    expect(few.width).toBeCloseTo(many.width ?? 0, 2)
    expect(few.rise).toBe(many.rise)
  })

  it('are the wider the more blurred the page is, and as much paler', async () => {
    const edges = await Promise.all(
      [0.6, 1.2, 2.4].map(async (sigma) => measureEdges(await blurred(written(30), sigma))),
    )
    const widths = edges.map((edge) => edge.width ?? 0)
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    expect(widths[2]).toBeGreaterThan(1.7 * (widths[0] ?? 0))
  })

  it('tell pale ink from blurred ink: its edges stay sharp', () => {
    const [dark, pale] = [measureEdges(written(30)), measureEdges(written(30, 190))]
    expect(pale.width).toBeCloseTo(dark.width ?? 0, 1)
    expect(pale.rise).toBe(60)
    expect(gainFor(pale)).toBeGreaterThan(2)
    expect(gainFor(dark)).toBe(1)
  })

  it('are not found on bare paper, grainy or not', () => {
    const bare = { width, height, channels: 1, data: new Uint8Array(width * height).fill(240), dpi } as const
    expect(measureEdges(bare)).toMatchObject({ width: undefined, grain: 0 })
    const grainy = { ...bare, data: bare.data.map((value, at) => value - ((at * 7919) % 17)) }
    expect(measureEdges(grainy).width).toBeUndefined()
    expect(measureEdges(grainy).grain).toBeGreaterThan(2)
  })

  it('of what shines through are not darkened', async () => {
    expect(gainFor(measureEdges(await blurred(written(30, 215), 3)))).toBe(1)
  })
})

describe('writing that leaves the sheet', () => {
  const letter = (left: number, top: number) => ({
    left,
    top,
    width: 8,
    height: 12,
    area: 60,
    runs: new Int32Array(),
    from: 0,
    to: 0,
  })
  const page = { ...emptyGrid(width, height), data: new Uint8Array(width * height).fill(255) }
  const column = (left: number) => Array.from({ length: 20 }, (_, line) => letter(left, 100 + line * 40))

  it('is counted on the side that cuts it, and not when it keeps its margin', () => {
    const bare = whitenMargins({ ...page, data: page.data.slice() }, dpi)
    expect(cutOf(column(1), page, bare, dpi)).toMatchObject({ atEdge: 20, atDark: 0, darkShare: 0 })
    expect(cutOf(column(60), page, bare, dpi)).toMatchObject({ atEdge: 0, atDark: 0 })
  })

  it('is counted where it runs into the dark, and not beside a dark margin', () => {
    const dark = { ...page, data: page.data.slice() }
    for (let y = 0; y < height; y += 1) dark.data.fill(10, y * width, y * width + 300)
    const margin = whitenMargins(dark, dpi)
    const border = margin.blocks.data.subarray(0, margin.blocks.width).lastIndexOf(1) * margin.block + margin.block
    const touching = cutOf(column(border), page, margin, dpi)
    expect(touching.atDark).toBe(20)
    expect(touching.darkShare).toBeGreaterThan(0.2)
    expect(cutOf(column(border + 40), page, margin, dpi).atDark).toBe(0)
  })
})

describe('a sheet drawn in askew', () => {
  it.each([-13, -8.5, 6, 11.4])('by %s degrees is found so', (degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    const ink = emptyGrid(width, height)
    for (let line = 250; line < height - 250; line += 40) {
      for (let x = 120; x < width - 120; x += 13) {
        const foot = Math.round(line + (x - width / 2) * slope)
        for (let y = foot - 14; y < foot; y += 1) ink.data.fill(1, y * width + x, y * width + x + 6)
      }
    }
    expect(Math.abs(findSkew(ink).degrees - degrees)).toBeLessThan(0.15)
  })
})

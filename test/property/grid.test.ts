// The quick ways through a grid of pixels give what the plain ways give, wherever its bytes lie in memory.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBlobs, paint } from '../../pipeline/adapters/imaging/blobs.ts'
import { emptyGrid, fullPlaces, type Grid, histogram, transposed } from '../../pipeline/adapters/imaging/grid.ts'
import { hasWholeChain } from '../../pipeline/adapters/tiff-directories.ts'

const grids = fc
  .tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 17 }), fc.integer({ min: 0, max: 7 }))
  .chain(([width, height, offset]) =>
    fc
      .array(fc.constantFrom(0, 0, 0, 0, 1), { minLength: width * height, maxLength: width * height })
      .map((bytes): Grid => {
        const data = new Uint8Array(new ArrayBuffer(offset + bytes.length), offset)
        data.set(bytes)
        return { width, height, data }
      }),
  )

/** Every pixel of the mask joined to this one, over sides and corners. */
function connected({ width, height, data }: Grid, start: number): Set<number> {
  const found = new Set([start])
  for (const at of found) {
    const [x, y] = [at % width, Math.floor(at / width)]
    for (const [nx, ny] of [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [x + dx, y + dy] as const))) {
      if (nx >= 0 && ny >= 0 && nx < width && ny < height && data[ny * width + nx] === 1) found.add(ny * width + nx)
    }
  }
  return found
}

describe('a grid of pixels', () => {
  it('tells every place that is not empty, in order', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const plain = [...grid.data].flatMap((value, at) => (value === 0 ? [] : [at]))
        expect([...fullPlaces(grid)]).toEqual(plain)
      }),
    )
  })

  it('turned twice is itself', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        expect([...transposed(transposed(grid)).data]).toEqual([...grid.data])
      }),
    )
  })

  it('counts each value as often as it comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 99 }), (data) => {
        const counts = histogram(data)
        for (const value of data) expect(counts[value]).toBe(data.filter((each) => each === value).length)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(data.length)
      }),
    )
  })

  it('falls into blobs, each all that is connected and nothing else', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const sheet = emptyGrid(grid.width, grid.height)
        for (const blob of findBlobs(grid)) {
          const alone = emptyGrid(grid.width, grid.height)
          paint(alone, blob, 1)
          paint(sheet, blob, 1)
          const places = [...fullPlaces(alone)]
          expect(new Set(places)).toEqual(connected(grid, places[0] ?? -1))
          expect(blob.area).toBe(places.length)
        }
        expect([...sheet.data]).toEqual([...grid.data])
      }),
    )
  })
})

describe('the chain of directories of a TIFF', () => {
  it('is followed to an end whatever the bytes say', () => {
    const head = fc.constantFrom(
      [0x49, 0x49, 0x2a, 0],
      [0x4d, 0x4d, 0, 0x2a],
      [0x49, 0x49, 0x2b, 0],
      [0x4d, 0x4d, 0, 0x2b],
    )
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 200, max: 24 }), (magic, rest) => {
        expect(typeof hasWholeChain(Uint8Array.from([...magic, ...rest]))).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})

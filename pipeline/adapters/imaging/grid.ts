// A rectangle of bytes: a grey picture (0 black to 255 white) or a mask (1 ink, 0 paper). Reading outside gives paper.

export interface Grid {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A picture: one byte a pixel (grey) or three (red, green, blue). */
export interface Pixels extends Grid {
  readonly channels: 1 | 3
}

export function emptyGrid(width: number, height: number): Grid {
  return { width, height, data: new Uint8Array(width * height) }
}

/** Places of all bytes that are not zero, in order. Pages are mostly empty: four empty bytes are passed over at once. */
export function fullPlaces({ data }: Grid): Uint32Array {
  const first = Math.min(data.length, -data.byteOffset & 3)
  const fours = (data.length - first) >> 2
  const words = fours === 0 ? new Uint32Array(0) : new Uint32Array(data.buffer, data.byteOffset + first, fours)
  const afterWords = first + words.length * 4
  let places = new Uint32Array(1 << 16)
  let count = 0
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) if (data[at] !== 0) places[count++] = at
  }
  add(0, first)
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === 0) continue
    if (count + 16 > places.length) places = grown(places)
    add(first + word * 4, first + word * 4 + 4)
  }
  add(afterWords, data.length)
  return places.subarray(0, count)
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2)
  more.set(numbers)
  return more
}

/** Rows become columns, so that what is found along rows is found along columns by the same code. */
export function transposed(grid: Grid): Grid {
  const { width, height, data } = grid
  const turned = emptyGrid(height, width)
  for (const at of fullPlaces(grid)) turned.data[transposedPlace(at, width, height)] = data[at] ?? 0
  return turned
}

/** Where a place of a grid of this size lies once it is transposed. */
export function transposedPlace(at: number, width: number, height: number): number {
  const row = Math.floor(at / width)
  return (at - row * width) * height + row
}

/** Neighbours are mostly equal; counted in turns, no count has to wait for the one before. */
export function histogram(data: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  const others = new Uint32Array(256)
  const even = data.length & ~1
  for (let at = 0; at < even; at += 2) {
    const value = data[at] ?? 0
    const other = data[at + 1] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
    others[other] = (others[other] ?? 0) + 1
  }
  for (const value of data.subarray(even)) counts[value] = (counts[value] ?? 0) + 1
  for (let value = 0; value < counts.length; value += 1) counts[value] = (counts[value] ?? 0) + (others[value] ?? 0)
  return counts
}

/** The value below which the given share of the counted bytes lies. */
export function percentile(counts: Uint32Array, share: number): number {
  let total = 0
  for (const count of counts) total += count
  let seen = 0
  for (let value = 0; value < counts.length; value += 1) {
    seen += counts[value] ?? 0
    if (seen >= total * share && seen > 0) return value
  }
  return counts.length - 1
}

export function inkOf({ width, height, data }: Grid, threshold: number): Grid {
  const mask = new Uint8Array(data.length)
  // The sign bit: pages are noisy, and a branch would be guessed wrong too often.
  for (let at = 0; at < mask.length; at += 1) mask[at] = ((data[at] ?? 255) - threshold) >>> 31
  return { width, height, data: mask }
}

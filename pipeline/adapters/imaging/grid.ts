// A rectangle of bytes: a grey picture (0 black to 255 white) or a mask (1 ink, 0 paper). Reading outside gives paper.

export interface Grid {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function emptyGrid(width: number, height: number): Grid {
  return { width, height, data: new Uint8Array(width * height) }
}

/** Rows become columns, so that what is found along rows is found along columns by the same code. */
export function transposed({ width, height, data }: Grid): Grid {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = data[y * width + x] ?? 0
  }
  return { width: height, height: width, data: turned }
}

export function histogram(data: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1
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
  for (let index = 0; index < data.length; index += 1) mask[index] = (data[index] ?? 255) < threshold ? 1 : 0
  return { width, height, data: mask }
}

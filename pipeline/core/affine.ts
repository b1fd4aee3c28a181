// Plane geometry of pictures on a page: six numbers as in PDF, x' = ax + cy + e, y' = bx + dy + f.
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const unmoved: Affine = [1, 0, 0, 1, 0, 0]
/** Of the unit square: between an origin at the top left and one at the bottom left. */
export const upsideDown: Affine = [1, 0, 0, -1, 0, 1]
const mirrored: Affine = [-1, 0, 0, 1, 1, 0]
/** A quarter clockwise, of the unit square with its origin at the top left. */
const quarter: Affine = [0, 1, -1, 0, 1, 0]

/** One after the other. */
export function chain(...steps: readonly Affine[]): Affine {
  return steps.reduce(
    ([a, b, c, d, e, f], [A, B, C, D, E, F]): Affine => [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ],
    unmoved,
  )
}

export const scaled = (across: number, along: number): Affine => [across, 0, 0, along, 0, 0]
export const moved = (across: number, along: number): Affine => [1, 0, 0, 1, across, along]

/** Clockwise where y grows downwards. */
export function rotated(degrees: number): Affine {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [cos, sin, -sin, cos, 0, 0]
}

/** Of the unit square with its origin at the top left, clockwise; a multiple of 90. */
export function turnedBy(degrees: number): Affine {
  const quarters = ((Math.round(degrees / 90) % 4) + 4) % 4
  return chain(...Array.from({ length: quarters }, () => quarter))
}

/** The eight ways a camera or scanner may say how its picture is held (TIFF 6.0, Orientation), from stored to upright. */
export function orientedBy(orientation: number): Affine {
  const turns = [0, 0, 0, 180, 180, 270, 90, 90, 270][orientation] ?? 0
  return [2, 4, 5, 7].includes(orientation) ? chain(mirrored, turnedBy(turns)) : turnedBy(turns)
}

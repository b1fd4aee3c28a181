// How crisp the ink is: the usual rise of brightness at its edges, as a share of the whole rise from ink to paper.
import type { Grid } from './grid.ts'

/** About 0.5 for a clean scan (black to white within two pixels), under 0.2 when blurred; 0 without ink. */
export function sharpnessOf({ width, height, data }: Grid, ink: number, threshold: number): number {
  let rise = 0
  let edges = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 1; x < width - 2; x += 1) {
      const at = y * width + x
      const here = data[at] ?? 255
      const next = data[at + 1] ?? 255
      if (here < threshold === next < threshold) continue
      rise += Math.abs((data[at + 2] ?? 255) - (data[at - 1] ?? 255))
      edges += 1
    }
  }
  const whole = 255 - ink
  return edges === 0 || whole <= 0 ? 0 : rise / edges / whole
}

// Puts the measurements of one page together in the words of its shape; judges nothing.
import type { ScanQuality } from '../../../schemas/index.ts'
import type { Raster } from '../raster.ts'
import type { Cut } from './cut.ts'
import type { Edges } from './edges.ts'

/** `letterHeight` in pixels of a copy of `lookDpi`. */
export function qualityOf(
  { dpi, scannedDpi }: Raster,
  { width, rise, grain, paper }: Edges,
  { atEdge, atDark, darkShare }: Cut,
  letterHeight: number | undefined,
  lookDpi: number,
): ScanQuality {
  return {
    ...(scannedDpi !== undefined && { scannedDpi: Math.round(scannedDpi) }),
    ...(letterHeight !== undefined && { letterPixels: rounded((letterHeight * dpi) / lookDpi, 1) }),
    ...(width !== undefined && { edgePixels: rounded(width, 2) }),
    contrast: rounded(rise / 255, 3),
    paper: rounded(paper / 255, 3),
    grain: rounded(grain / 255, 4),
    lettersAtEdge: atEdge,
    lettersAtDark: atDark,
    darkShare: rounded(darkShare, 3),
  }
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

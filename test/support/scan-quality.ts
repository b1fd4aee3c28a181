// A page as a good scanner delivers it, for tests that are about something else.
import type { ScanQuality } from '../../schemas/index.ts'

export const goodQuality: ScanQuality = {
  scannedDpi: 300,
  letterPixels: 26,
  edgePixels: 1.4,
  contrast: 0.8,
  paper: 0.98,
  grain: 0.004,
  lettersAtEdge: 0,
  lettersAtDark: 0,
  darkShare: 0,
}

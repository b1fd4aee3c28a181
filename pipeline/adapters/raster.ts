// Pixels on their way between opening a scan, making its page clean, and reading it; they never leave the process.

export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  readonly data: Uint8Array
  readonly dpi: number
  /** Of the scan itself, where there is one; `dpi` may be less, or what a drawing was drawn at. */
  readonly scannedDpi?: number
}

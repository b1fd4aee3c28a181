import { z } from 'zod'
import { Fraction, Rulings } from './page-text.ts'

export const ScanKind = z.enum(['pdf', 'jpeg', 'png', 'tiff'])
export type ScanKind = z.infer<typeof ScanKind>

/** One delivery of scans (đợt số hóa). `id` is given once, from its folder. */
export const Batch = z.object({ batchId: z.string(), name: z.string(), folder: z.string(), agency: z.string() })
export type Batch = z.infer<typeof Batch>

/** One file as delivered, kept inside its dossier and never changed. `original` is relative to the workspace. */
export const Scan = z.object({
  scanId: z.string(),
  dossier: z.string(),
  path: z.string(),
  sha256: z.string().length(64),
  bytes: z.int().nonnegative(),
  kind: ScanKind,
  pages: z.int().positive(),
  original: z.string(),
})
export type Scan = z.infer<typeof Scan>

/** One side of paper: `scanPage` counts from 1 inside its scan. */
export const Page = z.object({
  pageId: z.string(),
  scanId: z.string(),
  dossier: z.string(),
  scanPage: z.int().positive(),
})
export type Page = z.infer<typeof Page>

export const QuarterTurn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
export type QuarterTurn = z.infer<typeof QuarterTurn>

/**
 * The page made upright: `display` is what people see (JPEG), `reading` what the engine gets (PNG), both of the same
 * geometry, paths relative to the workspace. `turn` (clockwise) and then `skewDegrees` were applied to the raster.
 * A blank page has no `reading`: it is not recognised.
 */
export const PageImage = z.object({
  pageId: z.string(),
  sha256: z.string().length(64),
  display: z.string(),
  reading: z.string().optional(),
  isBlank: z.boolean(),
  width: z.int().positive(),
  height: z.int().positive(),
  dpi: z.number().positive(),
  turn: QuarterTurn,
  skewDegrees: z.number(),
  contrast: Fraction,
  sharpness: z.number().nonnegative(),
  rulings: Rulings,
})
export type PageImage = z.infer<typeof PageImage>

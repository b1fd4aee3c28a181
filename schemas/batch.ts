import { z } from 'zod'
import { Box, Fraction, InkMark, Line, Rulings } from './page-text.ts'

export const ScanKind = z.enum(['pdf', 'jpeg', 'png', 'tiff', 'docx'])
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

/**
 * A page scanned again: a file of one page, kept beside the scan it stands in for. It counts only while that scan is the
 * one it was made for: a file delivered anew under the old name brings its own pages.
 */
export const PageReplacement = z.object({
  pageId: z.string(),
  dossier: z.string(),
  /** Of the file of the new page. */
  sha256: z.string().length(64),
  bytes: z.int().nonnegative(),
  kind: ScanKind,
  original: z.string(),
  /** Hash of the scan whose page it replaces. */
  replacedScan: z.string().length(64),
  takenOn: z.iso.date(),
})
export type PageReplacement = z.infer<typeof PageReplacement>

export const QuarterTurn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
export type QuarterTurn = z.infer<typeof QuarterTurn>

/**
 * How well the paper was scanned, measured before anything is cleaned; what follows from it is core/page-verdict.ts. Pixels
 * are those of the raster, which is as fine as the scan, at most the setting `renderDpi`.
 */
export const ScanQuality = z.object({
  /** Of the scan itself; absent where the page was drawn by a program. */
  scannedDpi: z.number().positive().optional(),
  /** Height of the usual letter; absent where there is too little writing, as `edgePixels` is. */
  letterPixels: z.number().positive().optional(),
  /** Width of the usual edge of ink, from 20 to 80 % of the rise. */
  edgePixels: z.number().nonnegative().optional(),
  /** How much darker ink is than the paper beside it. */
  contrast: Fraction,
  /** Lightness of the paper. */
  paper: Fraction,
  /** Usual step between neighbouring pixels of bare paper, in shares of black to white. */
  grain: Fraction,
  /** Letters at the edge of the scan, on the side that has most. */
  lettersAtEdge: z.int().nonnegative(),
  /** Letters that touch a dark margin. */
  lettersAtDark: z.int().nonnegative(),
  /** Share of the scan that is solidly dark margin. */
  darkShare: Fraction,
})
export type ScanQuality = z.infer<typeof ScanQuality>

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
  /** PNG of the print that stands in red alone, level; only where there is such print, and looked at only for marks of secrecy. */
  redPrint: z.string().optional(),
  isBlank: z.boolean(),
  /** What the QR codes on the page say, and where they stand. */
  codes: z.array(z.object({ text: z.string(), box: Box })).optional(),
  /** The text the file itself holds, where it was written by a program and not scanned: nothing is recognised then. */
  ownText: z.array(Line).optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  dpi: z.number().positive(),
  turn: QuarterTurn,
  skewDegrees: z.number(),
  quality: ScanQuality,
  rulings: Rulings,
  marks: z.array(InkMark).optional(),
})
export type PageImage = z.infer<typeof PageImage>

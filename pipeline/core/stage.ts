// The contract of a stage, and the ports it may call. Adapters implement the ports; stages never see the adapters.
import type { z } from 'zod'
import type {
  Box,
  FormTemplate,
  Line,
  LinkageModel,
  LinkRecord,
  OutFinding,
  OutRecord,
  OutValue,
  PageImage,
  PageText,
  QuarterTurn,
  Rulings,
  ScanKind,
} from '../../schemas/index.ts'
import type { Config } from './config.ts'
import type { Knowledge } from './knowledge.ts'

/** What one run of a stage handles; the grain of resuming and of reporting. */
export type Unit = 'scan' | 'page' | 'document' | 'dossier' | 'person' | 'register' | 'release'

/** Data a stage may depend on, each with its digest in the stamp. */
export type StageData = 'knowledge' | 'forms' | 'linkageModel'

export interface Stage<In, Out> {
  readonly name: string
  /** Raise it when the same input may give another output. */
  readonly version: number
  readonly unit: Unit
  readonly input: z.ZodType<In>
  readonly output: z.ZodType<Out>
  /** Names of the settings this stage reads; they are part of its stamp. */
  readonly settings?: readonly (keyof Config)[]
  /** The data this stage reads besides its input; changed data means running again. Not told: all of it. */
  readonly reads?: readonly StageData[]
  readonly run: (input: In, tools: Tools) => Out | Promise<Out>
}

export function defineStage<In, Out>(stage: Stage<In, Out>): Stage<In, Out> {
  return stage
}

/** Everything outside that a stage may use. No clock, no environment, no database, no randomness. */
export interface Tools {
  readonly config: Config
  readonly knowledge: Knowledge
  readonly forms: readonly FormTemplate[]
  readonly linkageModel: LinkageModel
  /** ISO date, once a run, from `--today` or the clock. */
  readonly today: string
  readonly files: Files
  readonly rasterizer: Rasterizer
  readonly imaging: Imaging
  readonly recognizer: Recognizer
  readonly pairFinder: PairFinder
  readonly register: Register
  readonly pdfWriter: PdfWriter
  readonly workbookWriter: WorkbookWriter
  readonly log: Log
  readonly signal: AbortSignal
}

/** Scoped to the unit. Ids and counts only, never a value of a person. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void
}

/**
 * The workspace's files. Paths handed out are relative to the workspace, with `/`. Everything of a dossier lies under its
 * own folder. Writes are atomic (temporary name, fsync, rename), and a file that is there already is not written again.
 */
export interface Files {
  /** Copies a delivered file into the dossier's `originals/`, named by its hash; returns its path, bytes and hash. */
  keepOriginal(dossier: string, delivered: string): Promise<{ original: string; bytes: number; sha256: string }>
  /** Keeps derived bytes in the dossier's `pages/`, named by their hash. */
  keepDerived(dossier: string, extension: 'jpg' | 'png', bytes: Uint8Array): Promise<string>
  read(path: string): Promise<Uint8Array>
  /** Writes a file of a package under the release's own folder (absolute or relative to the current folder). */
  writeOut(folder: string, path: string, bytes: Uint8Array): Promise<{ path: string; bytes: number; sha256: string }>
}

/** Pixels on their way between two ports; a stage passes it on and looks at nothing but the size. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  readonly data: Uint8Array
  readonly dpi: number
}

/** Opens scans. Throws UnreadableInput with what is wrong and what to do. */
export interface Rasterizer {
  inspect(path: string): Promise<{ kind: ScanKind; pages: number }>
  /** One page as raster, at most `config.renderDpi` and `config.maxPagePixels`. `scanPage` counts from 1. */
  rasterize(path: string, scanPage: number): Promise<Raster>
}

export interface PreparedPage {
  readonly isBlank: boolean
  readonly turn: QuarterTurn
  readonly skewDegrees: number
  readonly contrast: number
  readonly sharpness: number
  readonly width: number
  readonly height: number
  readonly dpi: number
  /** JPEG for people. */
  readonly display: Uint8Array
  /** PNG for the engine: grey, seals, ruled lines, borders and shadows taken out. Absent on a blank page. */
  readonly reading?: Uint8Array
  readonly rulings: Rulings
}

/** Makes a page upright and clean. `probe` tells how well a strip of text reads, to settle the orientation. */
export interface Imaging {
  prepare(raster: Raster, probe: (png: Uint8Array) => Promise<number>): Promise<PreparedPage>
}

/** The OCR engine; never learns from page to page. Throws EngineFailure. */
export interface Recognizer {
  /** All lines of the page, boxes in fractions of the image. */
  read(png: Uint8Array, signal: AbortSignal): Promise<Line[]>
  /** Mean confidence (0 to 1) over the words of a strip; 0 when there is none. */
  probe(png: Uint8Array, signal: AbortSignal): Promise<number>
}

/** A record with the values of its blocking keys; two records that share one are worth comparing. */
export interface Blocked {
  readonly record: LinkRecord
  readonly keys: readonly string[]
}

/** Finds the pairs worth comparing (blocking); the register never has to fit into memory. */
export interface PairFinder {
  /** Each pair once, sorted by the two dossiers. A key value of more than `maxBlock` records is skipped and counted. */
  pairs(
    records: AsyncIterable<Blocked>,
    limits: { readonly maxBlock: number; readonly onSkipped: (values: number, records: number) => void },
  ): AsyncIterable<readonly [LinkRecord, LinkRecord]>
}

/** Read access to all that was computed, for the stages over the whole register; they get it instead of the rows. */
export interface Register {
  linkRecords(): AsyncIterable<LinkRecord>
  records(): AsyncIterable<OutRecord>
  persons(): AsyncIterable<OutPerson>
  pages(dossier: string): Promise<readonly { number: number; image: PageImage; text?: PageText }[]>
}

/** A golden record as told outside (contract.md, `hoso persons --json`). */
export interface OutPerson {
  readonly contract: 1
  readonly personId: string
  readonly agency: string
  readonly dossiers: readonly string[]
  readonly values: Readonly<Record<string, OutValue>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, OutValue>>[]>>
  readonly findings: readonly OutFinding[]
  readonly held: boolean
}

/** One PDF writer for the whole project. */
export interface PdfWriter {
  /** The upright page images in order, each with its words as invisible text, extractable in reading order. */
  searchable(
    pages: readonly { jpeg: Uint8Array; dpi: number; words: readonly { text: string; box: Box }[] }[],
    title: string,
  ): Promise<Uint8Array>
}

/** XLSX: every cell is text unless it is a number; no formulas ever leave (ASVS 1.2.10). */
export interface WorkbookWriter {
  write(
    sheets: readonly { name: string; columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }[],
  ): Promise<Uint8Array>
}

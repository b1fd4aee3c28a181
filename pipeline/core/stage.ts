// The contract of a stage, and the ports it may call. Adapters implement the ports; stages never see the adapters.
import type { z } from 'zod'
import type {
  Box,
  CandidatePair,
  DeliveredPage,
  FormTemplate,
  Grading,
  Line,
  LinkageModel,
  LinkedRecord,
  LinkRecord,
  OutFinding,
  OutRecord,
  OutValue,
  PageImage,
  PageText,
  ReadLine,
  ScanKind,
} from '../../schemas/index.ts'
import type { Config } from './config.ts'
import type { PaperBook } from './cut/paper-book.ts'
import type { Knowledge } from './knowledge.ts'
import type { Sheet } from './sheet.ts'
import type { EditableSheet } from './worksheet/editable.ts'

/** What one run of a stage handles; the grain of resuming and of reporting. */
export type Unit = 'scan' | 'page' | 'document' | 'dossier' | 'person' | 'register' | 'release'

/** Data a stage may depend on, each with its digest in the stamp. */
export type StageData = 'knowledge' | 'forms' | 'paperBook' | 'linkageModel' | 'grading' | 'rules'

export interface Stage<In, Out> {
  readonly name: string
  /** Raise it when the same input may give another output. */
  readonly version: number
  readonly unit: Unit
  readonly input: z.ZodType<In>
  readonly output: z.ZodType<Out>
  /** Names of the settings this stage reads; they are part of its stamp. */
  readonly settings?: readonly (keyof Config)[]
  /** The data this stage reads besides its input; changed data means running again. Not told: all of it but the rules. */
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
  readonly paperBook: PaperBook
  readonly linkageModel: LinkageModel
  readonly grading: Grading
  /** ISO date, once a run, from `--today` or the clock. */
  readonly today: string
  readonly files: Files
  readonly scanReader: ScanReader
  readonly linker: Linker
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
  /** Keeps a page taken out of a stack of rescans beside the dossier's originals, named by its hash. */
  keepRescan(dossier: string, extension: 'pdf' | 'tif', bytes: Uint8Array): Promise<string>
  /** Copies a delivered file that belongs to no single dossier into the workspace for as long as it is worked on. */
  hold(delivered: string): Promise<{ path: string } & AsyncDisposable>
  /** Keeps derived bytes in the dossier's `pages/`, named by their hash. */
  keepDerived(dossier: string, extension: 'jpg' | 'png', bytes: Uint8Array): Promise<string>
  /** Keeps bytes under the name they had in another workspace. */
  keepAs(path: string, bytes: Uint8Array): Promise<void>
  /** Takes away all derived bytes of the dossier; its originals stay. */
  dropDerived(dossier: string): Promise<void>
  read(path: string): Promise<Uint8Array>
  /** Writes a file of a package under the release's own folder (absolute or relative to the current folder). */
  writeOut(folder: string, path: string, bytes: Uint8Array): Promise<{ path: string; bytes: number; sha256: string }>
}

/** PageImage before it is kept: the pictures themselves in place of their paths. */
export interface PreparedPage extends Omit<PageImage, 'pageId' | 'sha256' | 'display' | 'reading' | 'redPrint'> {
  /** JPEG for people. */
  readonly display: Uint8Array
  /** PNG for the engine: grey, seals, ruled lines, borders and shadows taken out. Absent on a blank page. */
  readonly reading?: Uint8Array | undefined
  readonly redPrint?: Uint8Array | undefined
}

/** On whose behalf a job runs: its cost is told to this log, and this signal ends it early. */
export type Asked = Pick<Tools, 'log' | 'signal'>

/**
 * All work on scans, which may come from anyone: each job in a process apart, with limits of time and memory. Nothing is
 * carried from page to page. Throws UnreadableInput with what is wrong and what to do, and EngineFailure when the process
 * hung, died or grew too large. Paths are those of Files.
 */
export interface ScanReader {
  inspect(original: string, asked: Asked): Promise<{ kind: ScanKind; pages: number }>
  /** One page made upright and clean. `scanPage` counts from 1. */
  prepare(original: string, scanPage: number, asked: Asked): Promise<PreparedPage>
  /** All lines of a picture made for the engine, boxes in fractions of it. */
  read(reading: string, asked: Asked): Promise<Line[]>
  /** Single lines of that picture by the second model: one answer for each box, in their order. */
  reread(reading: string, boxes: readonly Box[], asked: Asked): Promise<ReadLine[]>
  /** A page of a stack of rescans: what its QR codes say, and whether it is blank. */
  survey(original: string, scanPage: number, asked: Asked): Promise<{ codes: string[]; isBlank: boolean }>
  /** Pages of a PDF, first to last, as a PDF of their own: the same pages give the same bytes. */
  part(original: string, pages: readonly [number, number], asked: Asked): Promise<Uint8Array>
  /** One page of a file as a file of its own. */
  single(original: string, scanPage: number, asked: Asked): Promise<{ bytes: Uint8Array; extension: 'pdf' | 'tif' }>
  /** A page's pictures as they were delivered, for archive files. */
  delivered(original: string, scanPage: number, asked: Asked): Promise<DeliveredPage>
}

/** A record as the columns of a linkage model are made from: text by field, '' or absent when not told. */
export interface LinkRow {
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
  /** Arrived since the last time; not told: all are. */
  readonly isNew?: boolean
}

/** Holds the records of one register or file, standardised, while they are compared; they never have to fit into memory. */
export interface Linker {
  load(model: LinkageModel, rows: AsyncIterable<LinkRow>): Promise<LinkTable>
}

/** Nothing in it depends on the order of the rows. */
export interface LinkTable extends AsyncDisposable {
  readonly records: number
  /** All ids, sorted. */
  ids(): AsyncIterable<string>
  /** The pairs that blocking finds, sorted, from `listAbove` on or where a `mustReview` pattern holds. */
  pairs(model: LinkageModel, only?: { readonly new?: boolean }): AsyncIterable<ScoredPair>
  /** Given pairs, found by blocking or not; ids that are not here are passed over. */
  score(model: LinkageModel, pairs: Iterable<readonly [string, string]>): Promise<ScoredPair[]>
  /** How many pairs agree on all of these columns (and tell them, and the columns `told`). */
  agreeing(columns: readonly string[], told?: readonly string[]): Promise<number>
  /** The same among those who agree on all columns of `by`, stratum by stratum. */
  strata(columns: readonly string[], by: readonly string[]): Promise<readonly Stratum[]>
  /** How often each agreement pattern stands among the pairs of each blocking list, and of all lists together. */
  patterns(blocking: LinkageModel['blocking']): Promise<Patterns>
  /** The patterns of so many random pairs: the same ones each time, all there are where these are fewer. */
  randomPatterns(pairs: number): Promise<readonly Pattern[]>
  /** Share of each value of a column that at least so many records have, and the chance that two records agree on it. */
  frequencies(
    column: string,
    atLeast: number,
  ): Promise<{ average: number; told: number; values: Record<string, number> }>
  blocks(): BlockReport
}

/** Records that agree on some columns and tell some others, and how many pairs of these agree on the others too. */
export interface Stratum {
  readonly stratum: string
  readonly records: number
  readonly agreeing: number
}

/** Index of the level of each comparison in the order of the model, -1 for missing. */
export interface Pattern {
  readonly levels: readonly number[]
  readonly pairs: number
}

export interface Patterns {
  readonly all: readonly Pattern[]
  readonly byRule: readonly (readonly Pattern[])[]
}

export interface ScoredPair {
  readonly a: string
  readonly b: string
  /** Bits: the prior, the level of each comparison, the frequencies of the values. */
  readonly weight: number
  /** Level by comparison; `missing` where a side does not tell. */
  readonly levels: Readonly<Record<string, string>>
  /** Bits by comparison, only where a frequency counts. */
  readonly frequency: Readonly<Record<string, number>>
}

/** Blocks that were too large: split, and what no column could split. */
export interface BlockReport {
  readonly split: number
  readonly records: number
  readonly largest: number
  readonly uncomparedBlocks: number
  readonly uncomparedRecords: number
  /** Pairs of the large blocks that agree on the blocking list and were not compared, unless another list found them. */
  readonly pairsLeftOut: number
}

/** Read access to all that was computed, for the stages over the whole register; they get it instead of the rows. */
export interface Register {
  linkRecords(): AsyncIterable<LinkRecord>
  /** What each dossier was linked by the last time, and the pairs that came of it. */
  linked(): AsyncIterable<LinkedRecord>
  pairs(): AsyncIterable<CandidatePair>
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
  /** Printed sheets on A4, each beginning on a page of its own; the same sheets give the same bytes. */
  sheets(sheets: readonly Sheet[], title: string): Promise<Uint8Array>
}

/** XLSX: every cell is text unless it is a number; no formulas ever leave (ASVS 1.2.10). */
export interface WorkbookWriter {
  write(sheets: readonly EditableSheet[]): Promise<Uint8Array>
}

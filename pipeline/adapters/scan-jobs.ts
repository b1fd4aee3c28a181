// What the program and its scan processes say to each other. A process that opened a hostile file is not trusted: what it
// answers is checked like everything else that comes from outside.
import { z } from 'zod'
import { Box, DeliveredPage, Line, PageImage, ReadLine, ScanKind } from '../../schemas/index.ts'
import { settings } from '../core/config.ts'

/** What a scan process must know of the settings. */
export const Limits = z.object({
  renderDpi: z.number(),
  readingDpi: z.number(),
  maxPages: z.number(),
  maxPagePixels: z.number(),
  models: settings.models.schema,
})
export type Limits = z.infer<typeof Limits>

export const Job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inspect'), original: z.string() }),
  z.object({ kind: z.literal('prepare'), original: z.string(), scanPage: z.int().positive() }),
  z.object({ kind: z.literal('read'), reading: z.string() }),
  z.object({ kind: z.literal('reread'), reading: z.string(), boxes: z.array(Box) }),
  z.object({ kind: z.literal('survey'), original: z.string(), scanPage: z.int().positive() }),
  z.object({ kind: z.literal('single'), original: z.string(), scanPage: z.int().positive() }),
  z.object({ kind: z.literal('part'), original: z.string(), pages: z.tuple([z.int().positive(), z.int().positive()]) }),
  z.object({ kind: z.literal('delivered'), original: z.string(), scanPage: z.int().positive() }),
])
export type Job = z.infer<typeof Job>

export const Request = z.object({ limits: Limits, job: Job })
export type Request = z.infer<typeof Request>

const Bytes = z.instanceof(Uint8Array)

/** What each kind of job gives. */
export const results = {
  inspect: z.object({ kind: ScanKind, pages: z.int().positive() }),
  prepare: PageImage.omit({ pageId: true, sha256: true, display: true, reading: true, redPrint: true }).extend({
    display: Bytes,
    reading: Bytes.optional(),
    redPrint: Bytes.optional(),
  }),
  read: z.array(Line),
  reread: z.array(ReadLine),
  survey: z.object({ codes: z.array(z.string()), isBlank: z.boolean() }),
  delivered: DeliveredPage,
  single: z.object({ bytes: Bytes, extension: z.enum(['pdf', 'tif']) }),
  part: Bytes,
} as const

/** Since the last answer, or since the process began: the costs of all answers are the cost of the process. */
const Cost = z.object({
  cpuMillis: z.number(),
  /** Now, and the most there ever was. */
  megabytes: z.number(),
  peakMegabytes: z.number(),
})
export type Cost = z.infer<typeof Cost>

/** An error as its class, words and place; of one that nobody foresaw the words are left out. */
const Fault = z.object({ name: z.string(), message: z.string(), stack: z.string() })
export type Fault = z.infer<typeof Fault>

export const Answer = z.union([
  z.object({ isReady: z.literal(true) }),
  /** It asks for the file of its job: it is given no other, and needs neither keys nor a network. */
  z.object({ wantsFile: z.literal(true) }),
  z.object({ result: z.unknown(), cost: Cost }),
  z.object({ fault: Fault, cost: Cost }),
])
export type Answer = z.infer<typeof Answer>

/** A file goes over in pieces, so that it never lies in the pipe whole. */
export const FilePart = z.object({ part: Bytes, at: z.int().nonnegative(), bytes: z.int().nonnegative() })
export type FilePart = z.infer<typeof FilePart>

/** The path of the file that a job is about. */
export const fileOf = (job: Job): string => ('original' in job ? job.original : job.reading)

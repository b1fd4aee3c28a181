// The outward JSON, version 1: what `hoso records --json` and the export package hold. Others measure by it.
import { z } from 'zod'
import { FieldCode, TableCode, Value } from './fields.ts'
import { QualityDimension, Severity } from './finding.ts'
import { Box, Fraction } from './page-text.ts'
import { Grade } from './person.ts'

export const CONTRACT = 1

/** Where a surviving value comes from: a paper of a dossier, or a steward's decision. */
export const OutSource = z.object({
  kind: z.enum(['reading', 'steward']),
  dossier: z.string().optional(),
  document: z.string().optional(),
  decision: z.string().optional(),
})
export type OutSource = z.infer<typeof OutSource>

/** One value as told outside: `page` counts from 1 through the dossier. */
export const OutValue = z.object({
  status: z.enum(['read', 'unparsed', 'blank', 'missing']),
  value: Value.optional(),
  raw: z.string().optional(),
  code: z.string().optional(),
  grade: Grade,
  confidence: Fraction,
  candidates: z.array(Value),
  document: z.string().optional(),
  page: z.int().positive().optional(),
  box: Box.optional(),
  /** Told of golden records, and wherever a steward decided. */
  source: OutSource.optional(),
  rivals: z.array(
    z.object({
      value: Value.optional(),
      document: z.string().optional(),
      page: z.int().optional(),
      box: Box.optional(),
    }),
  ),
})
export type OutValue = z.infer<typeof OutValue>

export const OutFinding = z.object({
  code: z.string(),
  severity: Severity,
  dimension: QualityDimension,
  fields: z.array(z.string()),
  document: z.string().optional(),
  message: z.string(),
  /** Accepted as an exception by a steward; absent otherwise. */
  waived: z.literal(true).optional(),
})
export type OutFinding = z.infer<typeof OutFinding>

/** Where the person stands in the service, as the papers tell; `isSure` false: a person must look first. */
const OutService = z.object({
  state: z.enum(['serving', 'transferred', 'left', 'retired']),
  since: z.string().optional(),
  document: z.string().optional(),
  isSure: z.boolean(),
  history: z.array(
    z.object({ step: z.string(), day: z.string().optional(), document: z.string(), isSure: z.boolean() }),
  ),
})

export const OutRecord = z.object({
  contract: z.literal(1),
  dossier: z.string(),
  personId: z.string().optional(),
  agency: z.string(),
  documents: z.array(
    z.object({
      document: z.string(),
      /** What the paper is (paper-kinds.json); a copy of another one is told. */
      kind: z.string().optional(),
      copyOf: z.string().optional(),
      form: z.string(),
      score: Fraction,
      pages: z.array(z.int().positive()),
      date: z.string().optional(),
      values: z.partialRecord(FieldCode, OutValue),
    }),
  ),
  service: OutService.optional(),
  values: z.record(FieldCode, OutValue),
  tables: z.record(TableCode, z.array(z.record(z.string(), OutValue))),
  findings: z.array(OutFinding),
  held: z.boolean(),
})
export type OutRecord = z.infer<typeof OutRecord>

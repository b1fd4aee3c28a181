// Shapes to rows and back; zod on the way in and on the way out. The only place that knows what a row holds.
import { z } from 'zod'
import {
  Batch,
  CandidatePair,
  Cluster,
  Document,
  Dossier,
  ExportPackage,
  FieldReading,
  Finding,
  GoldenRecord,
  LinkageReport,
  ListedPerson,
  Page,
  PageFate,
  PageImage,
  PageReplacement,
  PageText,
  PersonDraft,
  Receipt,
  RosterEntry,
  RowReading,
  SampledValue,
  Scan,
  ScorecardSnapshot,
  SecondReading,
  SecondLook,
  StewardDecision,
} from '../../schemas/index.ts'
import { BrokenContract } from '../core/errors.ts'
import { canonicalJson } from '../core/id.ts'
import { nameKeyOf } from '../core/import-list.ts'
import type { Prisma } from './generated/client.ts'

/** How one shape is kept: the shape, and the keys that its rows are found by. */
export interface Kept<T, Keys> {
  readonly shape: z.ZodType<T>
  readonly keys: (value: T) => Keys
}
const kept = <T, Keys>(shape: z.ZodType<T>, keys: (value: T) => Keys): Kept<T, Keys> => ({ shape, keys })

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const records = {
  batch: kept(Batch, ({ batchId, agency }) => ({ batchId, agency })),
  dossier: kept(Dossier, ({ dossier, batchId, agency }) => ({ dossier, batchId, agency })),
  scan: kept(Scan, ({ scanId, dossier, sha256 }) => ({ scanId, dossier, sha256 })),
  page: kept(Page, ({ pageId, scanId, dossier, scanPage }) => ({ pageId, scanId, dossier, scanPage })),
  pageReplacement: kept(PageReplacement, ({ pageId, dossier, sha256 }) => ({ pageId, dossier, sha256 })),
  pageImage: kept(PageImage, ({ pageId, isBlank }) => ({ pageId, isBlank })),
  pageText: kept(PageText, ({ pageId }) => ({ pageId })),
  document: kept(Document, ({ documentId, dossier, form }) => ({ documentId, dossier, form })),
  pageFate: kept(PageFate, ({ pageId, fate }) => ({ pageId, fate })),
  fieldReading: kept(FieldReading, ({ documentId, field }) => ({ documentId, field })),
  rowReading: kept(RowReading, ({ documentId, table, row }) => ({ documentId, table, row })),
  secondReading: kept(SecondReading, ({ documentId, place }) => ({ documentId, place })),
  personDraft: kept(PersonDraft, ({ dossier, agency }) => ({ dossier, agency })),
  finding: kept(Finding, ({ findingId, subject, code, severity, isWaived }) => ({
    findingId,
    subject,
    code,
    severity,
    isWaived,
  })),
  candidatePair: kept(CandidatePair, ({ a, b, band, weight }) => ({ a, b, band, weight })),
  linkageReport: kept(LinkageReport, () => ({})),
  cluster: kept(Cluster, ({ clusterId }) => ({ clusterId })),
  goldenRecord: kept(GoldenRecord, ({ personId, agency }) => ({ personId, agency })),
  exportPackage: kept(ExportPackage, ({ packageId }) => ({ packageId })),
  stewardDecision: kept(StewardDecision, (decision) => ({
    decisionId: decision.decisionId,
    kind: decision.kind,
    dossier: decision.dossier,
    other: 'other' in decision ? decision.other : null,
  })),
  scorecard: kept(ScorecardSnapshot, () => ({})),
  sampledValue: kept(SampledValue, ({ sampleId, dossier, agency, kind, steward = null }) => ({
    sampleId,
    dossier,
    agency,
    kind,
    steward,
  })),
  secondLook: kept(SecondLook, ({ sampleId, kind }) => ({ sampleId, kind })),
  listedPerson: kept(ListedPerson, ({ listedId, source, values }) => ({
    listedId,
    source,
    citizenId: textOf(values.citizenId),
    staffNumber: textOf(values.staffNumber),
    nameKey: nameKeyOf(values.fullName, values.birthDate) ?? null,
  })),
  rosterEntry: kept(RosterEntry, ({ entryId, agency }) => ({ entryId, agency })),
  receipt: kept(Receipt, ({ receiptId, packageId, personId }) => ({ receiptId, packageId, personId })),
}

export function toRow<T, Keys>(record: Kept<T, Keys>, value: unknown): Keys & { body: Prisma.InputJsonObject } {
  const checked = checkedBy(record.shape, value, 'kết quả của một công đoạn')
  return { ...record.keys(checked), body: jsonOf(checked) }
}

export function fromRow<T>(record: { readonly shape: z.ZodType<T> }, row: { readonly body: unknown }): T {
  return checkedBy(record.shape, row.body, 'một dòng trong cơ sở dữ liệu')
}

export function fromRows<T>(
  record: { readonly shape: z.ZodType<T> },
  rows: readonly { readonly body: unknown }[],
): T[] {
  return rows.map((row) => fromRow(record, row))
}

/** Says where it does not fit, never what was in it. */
export function checkedBy<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')} (${issue.code})`)
  throw new BrokenContract(
    `Dữ liệu của ${what} sai khuôn dạng: ${places.join(', ')}. Đây là lỗi của chương trình; hãy báo cho người phát triển.`,
  )
}

/** JSON text can hold what PostgreSQL's cannot: the character NUL, and half of a surrogate pair. */
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/iu

function jsonOf(value: unknown): Prisma.InputJsonObject {
  const text = canonicalJson(value)
  if (unkeepable.test(text)) {
    throw new BrokenContract(
      'Kết quả của một công đoạn có ký tự không lưu được. Đây là lỗi của chương trình; hãy báo cho người phát triển.',
    )
  }
  const json: unknown = JSON.parse(text)
  if (isJsonObject(json)) return json
  throw new BrokenContract(
    'Kết quả của một công đoạn không phải một đối tượng. Đây là lỗi của chương trình; hãy báo cho người phát triển.',
  )
}

/** What JSON.parse gives holds nothing but JSON; only its outermost kind is in question. */
function isJsonObject(json: unknown): json is Prisma.InputJsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

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
import { markSecrets, type Owner, type Secrets } from '../core/sealing.ts'
import { nameKeyOf } from '../core/import-list.ts'
import type { Prisma } from './generated/client.ts'

/** How one shape is kept: the shape, and the keys that its rows are found by. */
export interface Kept<T, Keys> {
  readonly shape: z.ZodType<T>
  readonly keys: (value: T) => Keys
  readonly secret?: Secret<T> | undefined
}
/** Whose it is, and what of it is sealed. */
interface Secret<T> extends Secrets {
  readonly owners: (value: T) => readonly Owner[]
}
const kept = <T, Keys>(shape: z.ZodType<T>, keys: (value: T) => Keys, secret?: Secret<T>): Kept<T, Keys> => ({
  shape,
  keys,
  secret,
})

/** What paper says and people made of it; grade, status, place and source stay in clear. */
const values = { each: ['value', 'raw', 'code', 'problem', 'date', 'text'], whole: ['candidates', 'listed'] }
/** Hashes of single values are guessed as easily as the values. */
const words = { each: [...values.each, 'seen', 'note', 'reason'], whole: ['from'] }

const ofDossier = ({ dossier }: { readonly dossier: string }) => [`dossier ${dossier}` as const]
const ofDocument = ({ documentId }: { readonly documentId: string }) => [`document ${documentId}` as const]
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const records = {
  batch: kept(Batch, ({ batchId, agency }) => ({ batchId, agency })),
  dossier: kept(Dossier, ({ dossier, batchId, agency }) => ({ dossier, batchId, agency })),
  scan: kept(Scan, ({ scanId, dossier, sha256 }) => ({ scanId, dossier, sha256 })),
  page: kept(Page, ({ pageId, scanId, dossier, scanPage }) => ({ pageId, scanId, dossier, scanPage })),
  pageReplacement: kept(PageReplacement, ({ pageId, dossier, sha256 }) => ({ pageId, dossier, sha256 })),
  pageImage: kept(PageImage, ({ pageId, isBlank }) => ({ pageId, isBlank }), {
    owners: ({ pageId }) => [`page ${pageId}`],
    each: ['codes'],
    whole: ['ownText'],
  }),
  pageText: kept(PageText, ({ pageId }) => ({ pageId }), {
    owners: ({ pageId }) => [`page ${pageId}`],
    whole: ['lines'],
  }),
  document: kept(Document, ({ documentId, dossier, form }) => ({ documentId, dossier, form })),
  pageFate: kept(PageFate, ({ pageId, fate }) => ({ pageId, fate })),
  fieldReading: kept(FieldReading, ({ documentId, field }) => ({ documentId, field }), {
    owners: ofDocument,
    ...values,
  }),
  rowReading: kept(RowReading, ({ documentId, table, row }) => ({ documentId, table, row }), {
    owners: ofDocument,
    ...values,
  }),
  secondReading: kept(SecondReading, ({ documentId, place }) => ({ documentId, place }), {
    owners: ofDocument,
    ...values,
  }),
  personDraft: kept(PersonDraft, ({ dossier, agency }) => ({ dossier, agency }), { owners: ofDossier, ...values }),
  finding: kept(
    Finding,
    ({ findingId, subject, code, severity, isWaived }) => ({ findingId, subject, code, severity, isWaived }),
    { owners: ({ subject }) => [`subject ${subject}`], whole: ['evidence'] },
  ),
  candidatePair: kept(CandidatePair, ({ a, b, band, weight }) => ({ a, b, band, weight })),
  linkageReport: kept(LinkageReport, () => ({})),
  cluster: kept(Cluster, ({ clusterId }) => ({ clusterId })),
  goldenRecord: kept(GoldenRecord, ({ personId, agency }) => ({ personId, agency }), {
    owners: ({ dossiers }) => dossiers.map((dossier) => `dossier ${dossier}` as const),
    ...values,
  }),
  exportPackage: kept(ExportPackage, ({ packageId }) => ({ packageId })),
  stewardDecision: kept(
    StewardDecision,
    (decision) => ({
      decisionId: decision.decisionId,
      kind: decision.kind,
      dossier: decision.dossier,
      other: 'other' in decision ? decision.other : null,
    }),
    { owners: ofDossier, ...words },
  ),
  scorecard: kept(ScorecardSnapshot, () => ({})),
  sampledValue: kept(
    SampledValue,
    ({ sampleId, dossier, agency, kind, steward = null }) => ({ sampleId, dossier, agency, kind, steward }),
    { owners: ofDossier, ...words },
  ),
  secondLook: kept(SecondLook, ({ sampleId, kind }) => ({ sampleId, kind }), {
    owners: ({ sampleId }) => [`sample ${sampleId}`],
    ...values,
  }),
  listedPerson: kept(ListedPerson, ({ listedId, source, values }) => ({
    listedId,
    source,
    citizenId: textOf(values.citizenId),
    staffNumber: textOf(values.staffNumber),
    nameKey: nameKeyOf(values.fullName, values.birthDate) ?? null,
  })),
  rosterEntry: kept(RosterEntry, ({ entryId, agency }) => ({ entryId, agency })),
  receipt: kept(Receipt, ({ receiptId, packageId, personId }) => ({ receiptId, packageId, personId }), {
    owners: ({ personId }) => [`subject ${personId}`],
    each: ['reason'],
  }),
}

export function toRow<T, Keys>(record: Kept<T, Keys>, value: unknown): Keys & { body: Prisma.InputJsonObject } {
  const checked = checkedBy(record.shape, value, 'kết quả của một công đoạn')
  const body = jsonOf(checked)
  return {
    ...record.keys(checked),
    body: record.secret ? sealable(body, record.secret.owners(checked), record.secret) : body,
  }
}

/** Marked for its owners: where it enters the database it is sealed. */
export function sealable(body: unknown, owners: readonly Owner[], secrets: Secrets): Prisma.InputJsonObject {
  return jsonOf(markSecrets(body, owners, secrets))
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

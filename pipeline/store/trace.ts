// Follows one value of a golden record back to its rectangle on a scan or to a person's decision.
import {
  type Box,
  type DraftValue,
  type FieldReading,
  type GoldenRecord,
  type Provenance,
  tableCodes,
  type Trace,
} from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { canonicalJson } from '../core/id.ts'
import type { Database } from './database.ts'
import { orderedPages } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'
import { sourceOf } from './replacements.ts'

/** Undefined when the record has no such value. */
export async function traceOf(database: Database, personId: string, field: string): Promise<Trace | undefined> {
  const golden = await goldenRecord(database, personId)
  const found = valueAt(golden, field)
  if (found === undefined) return undefined
  const { value, dossier, documentId } = found
  const provenance = 'provenance' in value.outcome ? value.outcome.provenance : undefined
  const readFrom = provenance?.documentId ?? documentId
  const reading = await readingOf(database, field, readFrom, provenance)
  return {
    ...{ personId, field, outcome: value.outcome, grade: value.grade, dossier },
    ...(await decisionOf(database, value)),
    ...(reading === undefined ? {} : { reading }),
    ...(await documentOf(database, readFrom)),
    ...(provenance === undefined ? {} : await placeOf(database, provenance)),
  }
}

/** All values a golden record tells, as `traceOf` names them. */
export async function traceable(database: Database, personId: string): Promise<string[]> {
  const { values, tables } = await goldenRecord(database, personId)
  const isTold = ({ outcome }: DraftValue) => outcome.status === 'read'
  return [
    ...Object.entries(values).flatMap(([field, value]) => (isTold(value) ? [field] : [])),
    ...tableCodes.flatMap((table) =>
      (tables[table] ?? []).flatMap(({ cells }, row) =>
        Object.entries(cells).flatMap(([cell, value]) => (isTold(value) ? [`${table}.${row + 1}.${cell}`] : [])),
      ),
    ),
  ]
}

async function goldenRecord(database: Database, personId: string): Promise<GoldenRecord> {
  const row = await database.goldenRecord.findUnique({ where: { personId } })
  if (row !== null) return fromRow(records.goldenRecord, row)
  throw new UsageError('Không có bản ghi chuẩn nào mang mã này. Xem các mã bằng `hoso persons`.')
}

interface Found {
  readonly value: DraftValue
  readonly dossier: string
  readonly documentId?: string
}

function valueAt({ values, tables, dossiers }: GoldenRecord, field: string): Found | undefined {
  const [first = ''] = dossiers
  const single = Object.entries(values).find(([code]) => code === field)?.[1]
  if (single !== undefined) {
    const documentId = single.source?.kind === 'reading' ? single.source.documentId : undefined
    return { value: single, dossier: single.dossier ?? first, ...(documentId === undefined ? {} : { documentId }) }
  }
  const [table, row, cell = ''] = field.split('.')
  const code = tableCodes.find((each) => each === table)
  const found = code === undefined ? undefined : tables[code]?.[Number(row) - 1]
  const value = found?.cells[cell]
  return found === undefined || value === undefined
    ? undefined
    : { value, dossier: found.dossier, documentId: found.documentId }
}

async function decisionOf(database: Database, { source }: DraftValue): Promise<Pick<Trace, 'decision'>> {
  if (source?.kind !== 'steward') return {}
  const row = await database.stewardDecision.findUnique({ where: { decisionId: source.decisionId } })
  if (row === null) return {}
  const { decisionId, kind, steward, decidedAt } = fromRow(records.stewardDecision, row)
  return { decision: { decisionId, kind, steward, decidedAt } }
}

/** A decision paper tells the person's field under a name of its own: what stands in the same rectangle is it. */
async function readingOf(
  database: Database,
  field: string,
  documentId: string | undefined,
  provenance: Provenance | undefined,
): Promise<Trace['reading']> {
  if (documentId === undefined) return undefined
  if (field.includes('.')) return { documentId, field }
  const rows = await database.fieldReading.findMany({ where: { documentId }, orderBy: { field: 'asc' } })
  const readings = fromRows(records.fieldReading, rows)
  const isThere = ({ outcome }: FieldReading) =>
    'provenance' in outcome && canonicalJson(outcome.provenance) === canonicalJson(provenance)
  const found = readings.find((each) => each.field === field && isThere(each)) ?? readings.find(isThere)
  if (found === undefined) return undefined
  const raw = 'raw' in found.outcome ? { raw: found.outcome.raw } : {}
  return { documentId, field: found.field, ...raw }
}

async function documentOf(database: Database, documentId: string | undefined): Promise<Pick<Trace, 'document'>> {
  const row = documentId === undefined ? null : await database.document.findUnique({ where: { documentId } })
  return row === null ? {} : { document: { documentId: row.documentId, form: row.form } }
}

async function placeOf(
  database: Database,
  { pageId, box }: { readonly pageId: string; readonly box: Box },
): Promise<Pick<Trace, 'place' | 'scan'>> {
  const row = await database.page.findUnique({ where: { pageId } })
  const image = await database.pageImage.findUnique({ where: { pageId } })
  if (row === null || image === null) return {}
  const page = fromRow(records.page, row)
  const number = (await orderedPages(database, page.dossier)).findIndex((each) => each.pageId === pageId) + 1
  const { display } = fromRow(records.pageImage, image)
  const place = { pageId, page: number, box, display }
  const scanRow = await database.scan.findUnique({ where: { scanId: page.scanId } })
  if (scanRow === null) return { place }
  const source = await sourceOf(database, page, fromRow(records.scan, scanRow))
  const { scanId, path, original, sha256 } = source.scan
  return { place, scan: { scanId, path, original, sha256, scanPage: source.page.scanPage } }
}

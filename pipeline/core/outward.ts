// From our shapes to the JSON told outside (schemas/contract.ts). Nothing is decided here.
import type {
  DraftRow,
  DraftValue,
  Finding,
  GoldenRecord,
  Outcome,
  OutFinding,
  OutRecord,
  OutSource,
  OutValue,
  PersonDraft,
  Rival,
} from '../../schemas/index.ts'
import { CONTRACT, fieldCodes, tableCodes } from '../../schemas/index.ts'
import { gate } from './gate.ts'
import { serviceOf, servicePaperOf } from './service-state.ts'
import type { OutPerson } from './stage.ts'

/** Number of each page, counted from 1 through its dossier. */
export type PageNumbers = ReadonlyMap<string, number>

/** Renders a finding's message in the reader's language; the rule book knows how. */
export type Tell = (finding: Finding) => string

export function outRecord(
  from: { draft: PersonDraft; findings: readonly Finding[]; personId?: string | undefined; pageNumbers: PageNumbers },
  tell: Tell,
): OutRecord {
  const { draft, personId, pageNumbers } = from
  const findings = outFindings(from.findings, tell)
  return {
    contract: CONTRACT,
    dossier: draft.dossier,
    ...(personId === undefined ? {} : { personId }),
    agency: draft.agency,
    documents: draft.documents.map(({ documentId, kind, twinOf, form, score, pages, date, values }) => ({
      document: documentId,
      ...(kind === undefined ? {} : { kind }),
      ...(twinOf === undefined ? {} : { copyOf: twinOf }),
      form,
      score,
      pages: pages.flatMap((pageId) => pageNumbers.get(pageId) ?? []),
      ...(date === undefined ? {} : { date }),
      values: outValues(values, pageNumbers),
    })),
    service: serviceOf(draft.documents.map(servicePaperOf)),
    values: outValues(draft.values, pageNumbers),
    tables: outTables(draft.tables, pageNumbers),
    findings,
    held: gate(findings).isHeld,
  }
}

export function outPerson(
  from: { golden: GoldenRecord; findings: readonly Finding[]; pageNumbers: PageNumbers },
  tell: Tell,
): OutPerson {
  const { golden, pageNumbers } = from
  const findings = outFindings(from.findings, tell)
  return {
    contract: CONTRACT,
    personId: golden.personId,
    agency: golden.agency,
    dossiers: golden.dossiers,
    values: outValues(golden.values, pageNumbers),
    tables: outTables(golden.tables, pageNumbers),
    findings,
    held: gate(findings).isHeld,
  }
}

type KeptValue = DraftValue & { dossier?: string | undefined }

/** In the order of the catalogue, whatever order the draft was kept in: equal records, equal bytes. */
function outValues(values: Readonly<Partial<Record<string, KeptValue>>>, pageNumbers: PageNumbers) {
  const out: Record<string, OutValue> = {}
  for (const code of fieldCodes) {
    const value = values[code]
    if (value !== undefined) out[code] = outValue(value, pageNumbers)
  }
  return out
}

function outTables(tables: Readonly<Record<string, readonly DraftRow[]>>, pageNumbers: PageNumbers) {
  const out: Record<string, Record<string, OutValue>[]> = {}
  for (const code of tableCodes)
    out[code] = (tables[code] ?? []).map(({ cells }) =>
      Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, outValue(value, pageNumbers)])),
    )
  return out
}

function outValue(value: KeptValue, pageNumbers: PageNumbers): OutValue {
  const source = outSource(value)
  return {
    ...outOutcome(value.outcome, pageNumbers),
    grade: value.grade,
    ...(source === undefined ? {} : { source }),
    rivals: value.rivals.map((rival) => outRival(rival, pageNumbers)),
  }
}

function outSource({ source, dossier }: KeptValue): OutSource | undefined {
  const from = dossier === undefined ? {} : { dossier }
  if (source?.kind === 'steward') return { kind: 'steward', ...from, decision: source.decisionId }
  return source === undefined || dossier === undefined
    ? undefined
    : { kind: 'reading', ...from, document: source.documentId }
}

function outOutcome(outcome: Outcome, pageNumbers: PageNumbers) {
  if (outcome.status === 'missing') return { status: outcome.status, confidence: 0, candidates: [] }
  const place = outPlace(outcome, pageNumbers)
  if (outcome.status === 'blank')
    return { status: outcome.status, confidence: outcome.confidence, candidates: [], ...place }
  return {
    status: outcome.status,
    ...(outcome.status === 'read' ? { value: outcome.value } : {}),
    raw: outcome.raw,
    ...(outcome.status === 'read' && outcome.code !== undefined ? { code: outcome.code } : {}),
    confidence: outcome.confidence,
    candidates: outcome.candidates.map(({ value }) => value),
    ...place,
  }
}

function outPlace(outcome: Exclude<Outcome, { status: 'missing' }>, pageNumbers: PageNumbers) {
  if (outcome.provenance === undefined) return {}
  const { documentId, pageId, box } = outcome.provenance
  const page = pageNumbers.get(pageId)
  return { document: documentId, ...(page === undefined ? {} : { page }), box }
}

function outRival({ outcome }: Rival, pageNumbers: PageNumbers) {
  if (outcome.status === 'missing') return {}
  return { ...(outcome.status === 'read' ? { value: outcome.value } : {}), ...outPlace(outcome, pageNumbers) }
}

export function outFindings(findings: readonly Finding[], tell: Tell): OutFinding[] {
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    dimension: finding.dimension,
    fields: finding.fields,
    ...(finding.documentId === undefined ? {} : { document: finding.documentId }),
    message: tell(finding),
    ...(finding.isWaived ? { waived: true as const } : {}),
  }))
}

// Everything that was computed, read page by page in the order of ids: what commands print and the last stages work on.
import type { Finding, GoldenRecord, Judged, LinkRecord, OutRecord } from '../../schemas/index.ts'
import { judgedOfDraft, judgedOfPerson } from '../core/judged.ts'
import { linkRecordOf } from '../core/link-record.ts'
import { outPerson, outRecord, type Tell } from '../core/outward.ts'
import type { OutPerson, Register } from '../core/stage.ts'
import type { Database } from './database.ts'
import { personsOf } from './identities.ts'
import { candidatePairs, linkedRecords } from './pairs.ts'
import { knownPages, pageNumbers } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'

const rowsAtOnce = 200

export function openRegister(database: Database, tell: Tell): Register {
  return {
    linkRecords: () => linkRecords(database),
    linked: () => linkedRecords(database),
    pairs: () => candidatePairs(database),
    records: () => outRecords(database, tell),
    persons: () => outPersons(database, tell),
    pages: async (dossier) =>
      (await knownPages(database, dossier)).flatMap(({ number, image, text }) =>
        image ? [{ number, image, ...(text ? { text } : {}) }] : [],
      ),
  }
}

export async function* linkRecords(database: Database): AsyncGenerator<LinkRecord> {
  for await (const rows of drafts(database)) yield* fromRows(records.personDraft, rows).map(linkRecordOf)
}

/** Of these dossiers only, in order. */
export async function linkRecordsOf(database: Database, dossiers: readonly string[]): Promise<LinkRecord[]> {
  const rows = await database.personDraft.findMany({
    where: { dossier: { in: [...dossiers] } },
    orderBy: { dossier: 'asc' },
  })
  return fromRows(records.personDraft, rows).map(linkRecordOf)
}

async function* outRecords(database: Database, tell: Tell): AsyncGenerator<OutRecord> {
  for await (const rows of drafts(database)) {
    const dossiers = rows.map(({ dossier }) => dossier)
    const persons = await personsOf(database, dossiers)
    const findings = await findingsOf(database, 'validate', dossiers)
    for (const draft of fromRows(records.personDraft, rows)) {
      const { dossier } = draft
      const numbers = await pageNumbers(database, [dossier])
      yield outRecord(
        { draft, findings: findings.get(dossier) ?? [], personId: persons.get(dossier), pageNumbers: numbers },
        tell,
      )
    }
  }
}

async function* outPersons(database: Database, tell: Tell): AsyncGenerator<OutPerson> {
  for await (const rows of goldens(database)) {
    const findings = await findingsOf(
      database,
      'revalidate',
      rows.map(({ personId }) => personId),
    )
    for (const row of rows) {
      const golden = fromRow(records.goldenRecord, row)
      const numbers = await pageNumbers(database, golden.dossiers)
      yield outPerson({ golden, findings: findings.get(row.personId) ?? [], pageNumbers: numbers }, tell)
    }
  }
}

export async function* goldenRecords(database: Database): AsyncGenerator<GoldenRecord> {
  for await (const rows of goldens(database)) yield* fromRows(records.goldenRecord, rows)
}

/** Each record as the rules look at it on that day, with what was found when it was judged last. */
export async function* judgedRecords(
  database: Database,
  stage: 'validate' | 'revalidate',
  day: string,
): AsyncGenerator<{ judged: Judged; findings: readonly Finding[] }> {
  for await (const rows of stage === 'validate' ? drafts(database) : goldens(database)) {
    const all = rows.map((row) =>
      'personId' in row
        ? judgedOfPerson(fromRow(records.goldenRecord, row), day)
        : judgedOfDraft(fromRow(records.personDraft, row), day),
    )
    const findings = await findingsOf(
      database,
      stage,
      all.map(({ subject }) => subject),
    )
    for (const judged of all) yield { judged, findings: findings.get(judged.subject) ?? [] }
  }
}

async function* goldens(database: Database) {
  for (let after = ''; ;) {
    const rows = await database.goldenRecord.findMany({
      where: { personId: { gt: after } },
      orderBy: { personId: 'asc' },
      take: rowsAtOnce,
    })
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.personId
  }
}

async function* drafts(database: Database) {
  for (let after = ''; ;) {
    const rows = await database.personDraft.findMany({
      where: { dossier: { gt: after } },
      orderBy: { dossier: 'asc' },
      take: rowsAtOnce,
    })
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.dossier
  }
}

export async function findingsOf(database: Database, stage: 'validate' | 'revalidate', subjects: string[]) {
  const rows = await database.finding.findMany({
    where: { stage, subject: { in: subjects } },
    orderBy: [{ subject: 'asc' }, { code: 'asc' }, { findingId: 'asc' }],
  })
  const bySubject = new Map<string, Finding[]>()
  for (const finding of fromRows(records.finding, rows)) {
    bySubject.set(finding.subject, [...(bySubject.get(finding.subject) ?? []), finding])
  }
  return bySubject
}

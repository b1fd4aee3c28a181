// What linking left: the candidate pairs in the order of their two dossiers, and what each dossier was linked by.
import type { CandidatePair, LinkageReport, LinkedRecord } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRow, fromRows, records } from './records.ts'

const rowsAtOnce = 5000

export async function* candidatePairs(database: Database): AsyncGenerator<CandidatePair> {
  for (let after = { a: '', b: '' }; ;) {
    const rows = await database.candidatePair.findMany({
      where: { OR: [{ a: { gt: after.a } }, { a: after.a, b: { gt: after.b } }] },
      orderBy: [{ a: 'asc' }, { b: 'asc' }],
      take: rowsAtOnce,
    })
    const last = rows.at(-1)
    if (!last) return
    yield* fromRows(records.candidatePair, rows)
    after = last
  }
}

export async function* linkedRecords(database: Database): AsyncGenerator<LinkedRecord> {
  for (let after = ''; ;) {
    const rows = await database.linkedRecord.findMany({
      where: { dossier: { gt: after } },
      orderBy: { dossier: 'asc' },
      take: rowsAtOnce,
    })
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.dossier
  }
}

/** Whichever comes first. */
export async function pairBetween(database: Database, one: string, other: string): Promise<CandidatePair | undefined> {
  const row = await database.candidatePair.findFirst({
    where: {
      OR: [
        { a: one, b: other },
        { a: other, b: one },
      ],
    },
  })
  return row ? fromRow(records.candidatePair, row) : undefined
}

/** Of the last run of linking that ended; nothing before the first. */
export async function linkageReport(database: Database): Promise<LinkageReport | undefined> {
  const row = await database.linkageReport.findFirst()
  return row ? fromRow(records.linkageReport, row) : undefined
}

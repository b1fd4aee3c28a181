// The candidate pairs, in the order of their two dossiers.
import type { CandidatePair } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRows, records } from './records.ts'

const rowsAtOnce = 1000

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

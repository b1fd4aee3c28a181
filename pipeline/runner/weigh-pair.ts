// Two dossiers that blocking never brought together, weighed when somebody asks.
import { duckdbLinker } from '../adapters/duckdb/table.ts'
import { linkRowOf } from '../core/link-record.ts'
import { unhindered } from '../core/linkage/band.ts'
import { pairsBy } from '../core/linkage/pair.ts'
import type { CandidatePair, LinkageModel } from '../../schemas/index.ts'
import type { Database } from '../store/database.ts'
import { pairBetween } from '../store/pairs.ts'
import { linkRecordsOf } from '../store/register.ts'

/** Undefined where one of the two has nothing to be weighed by. */
export async function weighedPair(
  database: Database,
  model: LinkageModel,
  one: string,
  other: string,
): Promise<CandidatePair | undefined> {
  const found = await pairBetween(database, one, other)
  if (found !== undefined) return found
  const records = await linkRecordsOf(database, [one, other])
  if (records.length < 2) return undefined
  async function* rows() {
    yield* records.map(linkRowOf)
  }
  await using table = await duckdbLinker().load(model, rows())
  const [scored] = await table.score(model, [[one, other]])
  return scored && pairsBy(model, unhindered)(scored)
}

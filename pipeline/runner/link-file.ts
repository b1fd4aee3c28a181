// Links the records of one CSV file: load, estimate if asked, score, cluster, write. The same engine as the register's; no
// database, no steward.
import type { LinkageModel } from '../../schemas/index.ts'
import { loadCsv } from '../adapters/duckdb/table.ts'
import { type LinkResults, openResults } from '../adapters/link-results.ts'
import { bandOf, unhindered } from '../core/linkage/band.ts'
import { clustersOf, type Weighed } from '../core/linkage/clusters-of.ts'
import { probabilityOf } from '../core/linkage/weights.ts'
import type { BlockReport, LinkTable } from '../core/stage.ts'
import { estimated } from '../stages/link/estimate.ts'

export interface LinkFile {
  readonly csv: string
  readonly model: LinkageModel
  readonly idHeader: string
  readonly isEstimating: boolean
  readonly out: string
  readonly threads: number
  readonly signal: AbortSignal
}

export interface LinkedFile {
  readonly records: number
  readonly same: number
  readonly review: number
  readonly clusters: number
  /** Pairs called the same that the model itself expects to be wrong. */
  readonly expectedWrong: number
  readonly model: LinkageModel
  readonly blocks: BlockReport
}

export async function linkFile({
  csv,
  model,
  idHeader,
  isEstimating,
  out,
  threads,
  signal,
}: LinkFile): Promise<LinkedFile> {
  await using results = await openResults(out)
  await using table = await loadCsv({ spillFolder: results.spillFolder, threads }, model, csv, idHeader)
  const used = isEstimating ? await estimated(model, table) : model
  signal.throwIfAborted()
  if (isEstimating) await results.writeJson('model.json', used)
  const { same, review, expectedWrong, joined } = await writePairs(results, used, table)
  signal.throwIfAborted()
  const clusters = await writeClusters(results, used, table, joined)
  return { records: table.records, same, review, clusters, expectedWrong, model: used, blocks: table.blocks() }
}

interface Written {
  same: number
  review: number
  expectedWrong: number
  readonly joined: Weighed[]
}

async function writePairs(results: LinkResults, model: LinkageModel, table: LinkTable): Promise<Written> {
  const written: Written = { same: 0, review: 0, expectedWrong: 0, joined: [] }
  async function* rows() {
    for await (const pair of table.pairs(model)) {
      const { band } = bandOf(model, pair, unhindered)
      if (band === 'distinct') continue
      const probability = probabilityOf(pair.weight)
      written[band]++
      if (band === 'same') {
        written.expectedWrong += 1 - probability
        written.joined.push({ a: pair.a, b: pair.b, weight: pair.weight })
      }
      yield [pair.a, pair.b, pair.weight.toFixed(3), probability.toFixed(6), band]
    }
  }
  await results.writeCsv('pairs.csv', ['a', 'b', 'weight', 'probability', 'band'], rows())
  return written
}

async function writeClusters(
  results: LinkResults,
  model: LinkageModel,
  table: LinkTable,
  pairs: readonly Weighed[],
): Promise<number> {
  const ids: string[] = []
  for await (const id of table.ids()) ids.push(id)
  // Edges count from above the cut; those at the threshold itself are the same too.
  const cut = (model.matchAbove ?? 0) - 0.001
  const clusters = await clustersOf({ ids, pairs, score: (more) => table.score(model, more), cut })
  async function* rows() {
    for (const members of clusters) for (const id of members) yield [id, members[0] ?? id]
  }
  await results.writeCsv('clusters.csv', ['id', 'cluster'], rows())
  return clusters.length
}

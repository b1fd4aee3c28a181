// The records of one run of linking in DuckDB: candidate pairs, their levels, their weights. What the numbers mean and how
// they are found is the stage's; the sums follow core/linkage/weights.ts.
import { VARCHAR, DOUBLE } from '@duckdb/node-api'
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import type { BlockReport, Linker, LinkTable } from '../../core/stage.ts'
import { toneAwareDistance } from '../../core/text.ts'
import { makeBlocks, makeCandidates } from './blocks.ts'
import { agreeingPairs, frequenciesOf, makeRandomPairs } from './counts.ts'
import { readCsv } from './csv.ts'
import { makeLevels, patternsOf, readPatterns } from './levels.ts'
import { type Duckdb, type DuckdbOptions, openDuckdb, registerFunction, textOf } from './open.ts'
import { appendRows, standardiseRecords } from './records.ts'
import { scoreListed, scoredPairs } from './scores.ts'
import { strataOf } from './strata.ts'

export function duckdbLinker(options: DuckdbOptions = {}): Linker {
  return { load: (model, rows) => opened(options, model, (db) => appendRows(db, model, rows)) }
}

/** The records of a CSV file; `idHeader` names the column of their ids. */
export function loadCsv(
  options: DuckdbOptions,
  model: LinkageModel,
  file: string,
  idHeader: string,
): Promise<LinkTable> {
  return opened(options, model, (db) => readCsv(db, model, file, idHeader), file)
}

async function opened(
  options: DuckdbOptions,
  model: LinkageModel,
  fill: (db: Duckdb) => Promise<void>,
  allowedFile?: string,
): Promise<LinkTable> {
  const db = await openDuckdb(options, allowedFile)
  try {
    registerFunction(db.connection, {
      name: 'tone_distance',
      parameters: [VARCHAR, VARCHAR],
      returns: DOUBLE,
      call: toneAwareDistance,
    })
    await fill(db)
    return tableOf(db, model, await standardiseRecords(db, model))
  } catch (error) {
    db[Symbol.dispose]()
    throw error
  }
}

function tableOf(db: Duckdb, model: LinkageModel, records: number): LinkTable {
  const comparing = comparingOf(db, model)
  return {
    records,
    async *ids() {
      const result = await db.connection.stream('SELECT id FROM records ORDER BY id')
      for await (const rows of result.yieldRowsJs()) for (const [id] of rows) yield textOf(id)
    },
    async *pairs(trained, only) {
      yield* scoredPairs(db, trained, await comparing.comparedBy(trained.blocking, only?.new ?? false))
    },
    score: (trained, pairs) => scoreListed(db, trained, pairs),
    agreeing: (columns, told = []) => agreeingPairs(db, model, columns, told),
    strata: (columns, by) => strataOf(db, model, columns, by),
    patterns: async (blocking) => {
      await comparing.compare({ blocking, onlyNew: false })
      return patternsOf(db, model, 'compared', blocking.length)
    },
    randomPatterns: async (pairs) => {
      await makeRandomPairs(db, records, pairs)
      await makeLevels(db, model, 'random_pairs', 'random_compared')
      return readPatterns(db, model, 'random_compared')
    },
    frequencies: (column, atLeast) => frequenciesOf(db, model, column, atLeast),
    blocks: comparing.blocks,
    [Symbol.asyncDispose]: () => Promise.resolve(db[Symbol.dispose]()),
  }
}

interface Compared {
  readonly blocking: LinkageModel['blocking']
  readonly onlyNew: boolean
}

const noneYet: BlockReport = {
  split: 0,
  records: 0,
  largest: 0,
  uncomparedBlocks: 0,
  uncomparedRecords: 0,
  pairsLeftOut: 0,
}

/** Comparing is the dear part: what is compared is kept while the blocking lists asked for are among it. */
function comparingOf(db: Duckdb, model: LinkageModel) {
  let report = noneYet
  let compared: Compared = { blocking: [], onlyNew: false }
  const compare = async (wanted: Compared) => {
    report = await makeBlocks(db, model, wanted.blocking)
    await makeCandidates(db, model, wanted.onlyNew)
    await makeLevels(db, model, 'candidates', 'compared')
    compared = wanted
  }
  return {
    compare,
    blocks: () => report,
    /** SQL of the compared pairs that these blocking lists find. */
    comparedBy: async (blocking: LinkageModel['blocking'], onlyNew: boolean) => {
      const isThere = compared.onlyNew === onlyNew && blocking.every((list) => indexOf(list, compared.blocking) >= 0)
      if (!isThere) await compare({ blocking, onlyNew })
      const bits = new Set(blocking.map((list) => indexOf(list, compared.blocking)))
      return `(FROM compared WHERE rules & ${[...bits].reduce((mask, bit) => mask + 2 ** bit, 0)} <> 0)`
    },
  }
}

function indexOf(list: readonly string[], lists: LinkageModel['blocking']): number {
  const wanted = JSON.stringify(list)
  return lists.findIndex((one) => JSON.stringify(one) === wanted)
}

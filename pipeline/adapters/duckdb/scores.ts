// The weight of each compared pair, summed in the engine in thousandths of a bit, and given back with what it is made of.
import { INTEGER, VARCHAR } from '@duckdb/node-api'
import type { EvidencePattern, LinkageModel } from '../../../schemas/linkage-model.ts'
import { UsageError } from '../../core/errors.ts'
import { compareIds } from '../../core/id.ts'
import { frequencyBitsOf, levelWeights, MISSING } from '../../core/linkage/weights.ts'
import type { ScoredPair } from '../../core/stage.ts'
import { columnNames } from './conditions.ts'
import { levelNames, makeLevels } from './levels.ts'
import { type Duckdb, registerFunction, textOf } from './open.ts'

const thousandths = (bits: number) => Math.round(bits * 1000)

/** Pairs of `levels` from the model's `listAbove` on, or where a `mustReview` pattern holds; sorted by the two ids. */
export async function* scoredPairs(db: Duckdb, model: LinkageModel, levels: string): AsyncIterable<ScoredPair> {
  const from = model.listAbove ?? model.reviewAbove
  if (from === undefined)
    throw new UsageError(
      'Mô hình chưa có ngưỡng "reviewAbove". Thêm --estimate để ước lượng, hoặc ghi ngưỡng vào mô hình.',
    )
  const wanted = [`weight >= ${thousandths(from)}`, ...model.mustReview.map(({ when }) => patternSql(model, when))]
  yield* read(db, model, weighedSql(db, model, levels, wanted.join(' OR ')))
}

/** Pairs somebody asks for, whatever they weigh. */
export async function scoreListed(
  db: Duckdb,
  model: LinkageModel,
  pairs: Iterable<readonly [string, string]>,
): Promise<ScoredPair[]> {
  await db.connection.run('CREATE OR REPLACE TABLE asked (x VARCHAR, y VARCHAR)')
  const appender = await db.connection.createAppender('asked')
  for (const [x, y] of pairs) {
    appender.appendVarchar(x)
    appender.appendVarchar(y)
    appender.endRow()
  }
  appender.closeSync()
  await db.connection.run(`CREATE OR REPLACE TABLE listed AS
    SELECT DISTINCT least(x.n, y.n) AS a, greatest(x.n, y.n) AS b, 0 AS rules
    FROM asked JOIN records x ON x.id = asked.x JOIN records y ON y.id = asked.y WHERE x.n <> y.n`)
  await makeLevels(db, model, 'listed', 'listed_compared')
  const found: ScoredPair[] = []
  for await (const pair of read(db, model, weighedSql(db, model, 'listed_compared', 'true'))) found.push(pair)
  return found
}

function weighedSql(db: Duckdb, model: LinkageModel, levels: string, wanted: string): string {
  const weights = levelWeights(model)
  const bits = model.comparisons.map(({ comparison, levels: named }, at) => {
    const cases = named.map(
      ({ level }, index) => `WHEN ${index} THEN ${thousandths(weights.get(comparison)?.get(level) ?? 0)}`,
    )
    return `CASE l${at} ${cases.join(' ')} ELSE 0 END`
  })
  const frequencies = frequencySql(db, model)
  const sum = [thousandths(priorOf(model)), ...bits, ...apartSql(model)].join(' + ')
  const all = levelNames(model).join(', ')
  return `WITH weighed AS MATERIALIZED (
      SELECT x.id AS a, y.id AS b, ${all}, (${sum})::INTEGER AS base${frequencies.map((sql, at) => `, ${sql} AS f${at}`).join('')}
      FROM ${levels} p JOIN records x ON x.n = p.a JOIN records y ON y.n = p.b),
    summed AS (SELECT *, ${['base', ...frequencies.map((_, at) => `f${at}`)].join(' + ')} AS weight FROM weighed)
    SELECT a, b, weight, ${[...levelNames(model), ...frequencies.map((_, at) => `f${at}`)].join(', ')}
    FROM summed WHERE ${wanted} ORDER BY least(a, b), greatest(a, b)`
}

/** Bits that no evidence makes up for. */
const NEVER = -1000

function apartSql(model: LinkageModel): string[] {
  if (model.neverWithin === undefined) return []
  const column = columnNames(model)(model.neverWithin)
  return [`CASE WHEN x.${column} = y.${column} THEN ${thousandths(NEVER)} ELSE 0 END`]
}

function priorOf({ prior }: LinkageModel): number {
  if (prior !== undefined) return prior
  throw new UsageError('Mô hình chưa có "prior". Thêm --estimate để ước lượng, hoặc ghi prior vào mô hình.')
}

let registered = 0

/** Thousandths of bits a comparison gains or loses by the frequency of the value agreed on; one expression a comparison. */
function frequencySql(db: Duckdb, model: LinkageModel): string[] {
  const name = columnNames(model)
  return model.comparisons.map(({ levels }, at) => {
    const cases = levels.flatMap(({ termFrequency }, index) => {
      if (termFrequency === undefined) return []
      const bitsOf = frequencyBitsOf(model, termFrequency)
      const called = `frequency${registered++}`
      registerFunction(db.connection, {
        name: called,
        parameters: [VARCHAR, VARCHAR],
        returns: INTEGER,
        call: (a, b) => thousandths(bitsOf(a, b)),
      })
      return [`WHEN ${index} THEN ${called}(x.${name(termFrequency)}, y.${name(termFrequency)})`]
    })
    return cases.length === 0 ? '0' : `coalesce(CASE l${at} ${cases.join(' ')} END, 0)`
  })
}

function patternSql(model: LinkageModel, pattern: EvidencePattern): string {
  const parts = Object.entries(pattern).map(([comparison, accepted]) => {
    const at = model.comparisons.findIndex((one) => one.comparison === comparison)
    const levels = model.comparisons[at]?.levels.map(({ level }) => level) ?? []
    return `l${at} IN (${accepted.map((level) => (level === MISSING ? -1 : levels.indexOf(level))).join(', ')})`
  })
  return `(${parts.join(' AND ')})`
}

async function* read(db: Duckdb, model: LinkageModel, sql: string): AsyncIterable<ScoredPair> {
  // A connection of its own, so that the reader may ask for other pairs meanwhile.
  const connection = await db.connect()
  try {
    const result = await connection.stream(sql)
    for await (const rows of result.yieldRowsJs()) for (const row of rows) yield pairOf(model, row)
  } finally {
    connection.closeSync()
  }
}

function pairOf({ comparisons }: LinkageModel, [first, second, weight, ...numbers]: readonly unknown[]): ScoredPair {
  const [a = '', b = ''] = [textOf(first), textOf(second)].sort(compareIds)
  const levels: Record<string, string> = {}
  const frequency: Record<string, number> = {}
  for (const [at, { comparison, levels: named }] of comparisons.entries()) {
    levels[comparison] = named[Number(numbers[at])]?.level ?? MISSING
    const bits = Number(numbers[comparisons.length + at]) / 1000
    if (bits !== 0) frequency[comparison] = bits
  }
  return { a, b, weight: Number(weight) / 1000, levels, frequency }
}

// The stage: which dossiers are one person. Pairs come from the pair finder, rows from the register, never all at once.
import { z } from 'zod'
import { CandidatePair, Cluster, type LinkRecord, StewardDecision } from '../../../schemas/index.ts'
import { type Blocked, defineStage, type Tools } from '../../core/stage.ts'
import { blockingKeys } from './block.ts'
import { cluster, componentsOf, mayBeOnePerson } from './cluster.ts'
import { decidedPairs, pairKey, settledBy } from './decide.ts'
import { type Score, scorerOf } from './score.ts'

/**
 * block → compare → score → cluster over the whole register, deterministic, without sampling. Kept are the pairs that
 * are the same, for review or nearly so, those a steward decided, and every pair inside a chain of `same`.
 */
export const link = defineStage({
  name: 'link',
  version: 1,
  unit: 'register',
  reads: ['linkageModel'],
  input: z.object({
    register: z.object({ digest: z.string(), dossiers: z.int().nonnegative() }),
    decisions: z.array(StewardDecision),
  }),
  output: z.object({ pairs: z.array(CandidatePair), clusters: z.array(Cluster) }),
  run: async ({ decisions }, tools) => {
    const decided = decidedPairs(decisions)
    const weigh = scorerOf(tools.linkageModel)
    const score: Score = (x, y) => settledBy(decided, weigh(x, y))
    const mentioned = new Set([...decided.values()].flatMap(({ dossier, other }) => [dossier, other]))
    const work: Work = { score, dossiers: [], held: new Map(), pairs: new Map() }
    await scoreCandidates(work, mentioned, tools)
    for (const { dossier, other } of decided.values()) addPair(work, dossier, other)
    completeChains(work)
    return cluster(work.dossiers, [...work.pairs.values()])
  },
})

/** What grows while the register streams by: `held` are only the records that a decision or a `same` pair names. */
interface Work {
  readonly score: Score
  readonly dossiers: string[]
  readonly held: Map<string, LinkRecord>
  readonly pairs: Map<string, CandidatePair>
}

async function scoreCandidates(work: Work, mentioned: ReadonlySet<string>, tools: Tools): Promise<void> {
  const { linkageModel, pairFinder, register, log, signal } = tools
  async function* blocked(): AsyncIterable<Blocked> {
    for await (const record of register.linkRecords()) {
      work.dossiers.push(record.dossier)
      if (mentioned.has(record.dossier)) work.held.set(record.dossier, record)
      yield { record, keys: blockingKeys(record, linkageModel.blocking) }
    }
  }
  const onSkipped = (keyValues: number, records: number) => log.warn('blocks too large', { keyValues, records })
  let compared = 0
  for await (const [x, y] of pairFinder.pairs(blocked(), { maxBlock: linkageModel.maxBlock, onSkipped })) {
    if (compared++ % 4096 === 0) signal.throwIfAborted()
    const pair = work.score(x, y)
    if (pair.weight < linkageModel.listAbove && pair.band === 'distinct' && !pair.decisionId) continue
    work.pairs.set(pairKey(pair.a, pair.b), pair)
    if (pair.band === 'same') for (const record of [x, y]) work.held.set(record.dossier, record)
  }
  log.info('pairs scored', { dossiers: work.dossiers.length, compared, kept: work.pairs.size })
}

/** A pair that blocking did not find: decided by a steward, or closed by a chain. */
function addPair({ score, held, pairs }: Work, a: string, b: string): void {
  const [x, y] = [held.get(a), held.get(b)]
  if (!x || !y || pairs.has(pairKey(a, b))) return
  pairs.set(pairKey(a, b), score(x, y))
}

/** A–B and B–C say nothing of A–C: it is scored too, so that a chain of strangers is seen. */
function completeChains(work: Work): void {
  const same = [...work.pairs.values()].filter(({ band }) => band === 'same')
  const linked = same.flatMap(({ a, b }) => [a, b])
  for (const members of componentsOf(linked, same).filter(mayBeOnePerson)) {
    for (const [at, a] of members.entries()) for (const b of members.slice(at + 1)) addPair(work, a, b)
  }
}

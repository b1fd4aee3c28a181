// The stage: which dossiers are one person. The linker compares, the model weighs, evidence and stewards decide.
import { z } from 'zod'
import {
  type CandidatePair,
  type LinkageModel,
  type LinkageReport,
  Linked,
  StewardDecision,
} from '../../../schemas/index.ts'
import { type ClassChance, expectedWrong } from '../../core/linkage/chance.ts'
import { pairsBy } from '../../core/linkage/pair.ts'
import { namesUnderNumbers } from '../../core/linkage/shared-numbers.ts'
import { everyTwo } from '../../core/linkage/two.ts'
import { defineStage, type LinkTable, type Tools } from '../../core/stage.ts'
import { arrivalsOf } from './arrivals.ts'
import { chainsOf, cluster } from './cluster.ts'
import { decidedPairs, type PairDecision, settledBy } from './decide.ts'
import { type FoundPairs, foundPairs } from './found-pairs.ts'

const version = 2

/**
 * block → compare → score → band → cluster over the whole register, deterministic, without sampling. Kept are the pairs
 * that blocking found and that are the same, for review or nearly so, those a steward decided, and every pair inside a
 * chain of `same`. Two unchanged records are not compared again; the result is that of comparing all.
 */
export const link = defineStage({
  name: 'link',
  version,
  unit: 'register',
  reads: ['linkageModel'],
  input: z.object({
    register: z.object({ digest: z.string(), dossiers: z.int().nonnegative() }),
    decisions: z.array(StewardDecision),
  }),
  output: Linked,
  run: ({ decisions }, tools) => linkRegister(decisions, tools),
})

/** What linking needs of the tools: enough to link a register outside a workspace. */
export type LinkTools = Pick<Tools, 'linkageModel' | 'linker' | 'register' | 'log' | 'signal'>

export async function linkRegister(decisions: readonly StewardDecision[], tools: LinkTools): Promise<Linked> {
  const arrivals = await arrivalsOf(version, tools)
  await using table = await tools.linker.load(tools.linkageModel, arrivals.rows())
  const found = await foundPairs(table, arrivals.unchanged, tools)
  const decided = decidedPairs(decisions)
  const { settled, classes } = await bandedBy(tools, table, found, decided)
  await found.close([...decided.values()].map(({ dossier, other }) => [dossier, other]))
  await found.close(chainsOf(settled()).flatMap(everyTwo))
  const { pairs, clusters } = cluster(
    arrivals.linked.map(({ dossier }) => dossier),
    settled(),
  )
  const report = reportOf(tools.linkageModel, table, classes, pairs)
  // Nothing may be built on pairs that depended on how many records share a key.
  const linked = report.splitBlocks > 0 ? [] : [...arrivals.linked]
  return { pairs, clusters, linked, report }
}

/** `settled` gives all pairs found so far, each in its band or as a steward decided it. */
async function bandedBy(
  { linkageModel: model, log }: LinkTools,
  table: LinkTable,
  found: FoundPairs,
  decided: ReadonlyMap<string, PairDecision>,
): Promise<{ settled: () => CandidatePair[]; classes: readonly ClassChance[] }> {
  const blocked = [...found.blocked.values()]
  const namesUnder = namesUnderNumbers(model, blocked)
  const classes = await expectedWrong(model, table, blocked, namesUnder)
  for (const { class: name, merges, expected, isOpen } of classes)
    log.info('wrong merges expected', { class: name, merges, expected: Number(expected.toPrecision(3)), isOpen })
  const closed = new Set(classes.flatMap((one) => (one.isOpen ? [] : [one.class])))
  const pairOf = pairsBy(model, { closed, namesUnder })
  const settled = () => [
    ...[...found.blocked.values()].map((pair) => settledBy(decided, pairOf(pair))),
    ...[...found.closing.values()].map((pair) => settledBy(decided, { ...pairOf(pair), isClosing: true as const })),
  ]
  return { settled, classes }
}

function reportOf(
  { version: model }: LinkageModel,
  table: LinkTable,
  classes: readonly ClassChance[],
  pairs: readonly CandidatePair[],
): LinkageReport {
  const count = (wanted: CandidatePair['band']) => pairs.filter(({ band }) => band === wanted).length
  return {
    model,
    records: table.records,
    pairs: { same: count('same'), review: count('review') },
    classes: [...classes],
    expectedWrong: classes.reduce((sum, { expected, isOpen }) => sum + (isOpen ? expected : 0), 0),
    splitBlocks: table.blocks().split,
  }
}

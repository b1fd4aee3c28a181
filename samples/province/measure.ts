// Links invented papers by the real stage and holds the result against the truth: what is found, what is wrong, what was expected.
import { duckdbLinker } from '../../pipeline/adapters/duckdb/table.ts'
import { linkRegister, type LinkTools } from '../../pipeline/stages/link/link.ts'
import type { CandidatePair, LinkageModel, LinkageReport, Linked } from '../../schemas/index.ts'
import type { Paper } from '../province.ts'

export interface Measured {
  readonly records: number
  readonly truePairs: number
  readonly seconds: number
  /** Of all threads: what the time would be on cores of its own, at least. */
  readonly cpuSeconds: number
  readonly pairs: readonly CandidatePair[]
  readonly isTrue: (pair: { a: string; b: string }) => boolean
  readonly report: LinkageReport
  /** Pairs of dossiers of different people that ended in one person, and of one person that did. */
  readonly wronglyJoined: number
  readonly rightlyJoined: number
}

export async function measureLinking(papers: readonly Paper[], linkageModel: LinkageModel): Promise<Measured> {
  const owner = new Map(papers.map(({ record, person }) => [record.dossier, person]))
  const isTrue = ({ a, b }: { a: string; b: string }) => owner.get(a) === owner.get(b)
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  const { pairs, clusters, report } = await linkRegister([], toolsFor(papers, linkageModel, nothing))
  const cost = costSince(startedAt, cpu)
  const joined = clusters.flatMap(({ dossiers }) =>
    dossiers.flatMap((a, at) => dossiers.slice(at + 1).map((b) => isTrue({ a, b }))),
  )
  const papersOf = new Map<number, number>()
  for (const { person } of papers) papersOf.set(person, (papersOf.get(person) ?? 0) + 1)
  const truePairs = [...papersOf.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const rightlyJoined = joined.filter((isRight) => isRight).length
  return {
    records: papers.length,
    truePairs,
    ...cost,
    pairs,
    isTrue,
    report,
    rightlyJoined,
    wronglyJoined: joined.length - rightlyJoined,
  }
}

function costSince(startedAt: number, cpu: NodeJS.CpuUsage): { seconds: number; cpuSeconds: number } {
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 }
}

const nothing: Before = { pairs: [], linked: [] }
type Before = Pick<Linked, 'pairs' | 'linked'>

function toolsFor(papers: readonly Paper[], linkageModel: LinkageModel, before: Before): LinkTools {
  async function* each<T>(items: Iterable<T>) {
    yield* items
  }
  const none = () => undefined
  return {
    linkageModel,
    linker: duckdbLinker(),
    register: {
      linkRecords: () => each(papers.map(({ record }) => record)),
      linked: () => each(before.linked),
      pairs: () => each(before.pairs),
      records: () => each([]),
      persons: () => each([]),
      pages: async () => [],
    },
    log: { info: none, warn: none },
    signal: new AbortController().signal,
  }
}

/** What it costs to link all but the last papers, then with these on top of it, then all anew; and whether both give the same. */
export async function measureIncrement(papers: readonly Paper[], more: number, model: LinkageModel) {
  const timed = async (those: readonly Paper[], before: Before) => {
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
    const linked = await linkRegister([], toolsFor(those, model, before))
    return { linked, ...costSince(startedAt, cpu) }
  }
  const first = await timed(papers.slice(0, papers.length - more), nothing)
  const added = await timed(papers, first.linked)
  const anew = await timed(papers, nothing)
  const isEqual = JSON.stringify(added.linked) === JSON.stringify(anew.linked)
  return { first, added, anew, isEqual }
}

export interface Curve {
  readonly bestF1: number
  readonly bestF1Above: number
  /** The largest recall at a precision of at least the one asked for, and the weight it begins at. */
  readonly recall: number
  readonly recallAbove: number
}

/** All true pairs count, also those that blocking missed. Thresholds chosen with the truth in hand: what the weights allow. */
export function curveOf({ pairs, isTrue, truePairs }: Measured, precision: number): Curve {
  const sorted = [...pairs].sort((x, y) => y.weight - x.weight)
  let [right, wrong] = [0, 0]
  let curve: Curve = { bestF1: 0, bestF1Above: 0, recall: 0, recallAbove: 0 }
  for (const [at, pair] of sorted.entries()) {
    if (isTrue(pair)) right++
    else wrong++
    if (sorted[at + 1]?.weight === pair.weight) continue
    const [found, recall] = [right / (right + wrong), right / truePairs]
    const f1 = (2 * right) / (right + wrong + truePairs)
    if (f1 > curve.bestF1) curve = { ...curve, bestF1: f1, bestF1Above: pair.weight }
    if (found >= precision && recall > curve.recall) curve = { ...curve, recall, recallAbove: pair.weight }
  }
  return curve
}

/** Pairs of a band: true ones and false ones. */
export function bandCounts({ pairs, isTrue }: Measured, band: CandidatePair['band']): { right: number; wrong: number } {
  const those = pairs.filter((pair) => pair.band === band)
  const right = those.filter(isTrue).length
  return { right, wrong: those.length - right }
}

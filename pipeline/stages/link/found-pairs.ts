// The pairs of a run with their weights: new ones from the linker, those of two unchanged records as they were weighed before.
import { scoredOf } from '../../core/linkage/evidence.ts'
import { keyOfTwo, type Two } from '../../core/linkage/two.ts'
import type { LinkTable, ScoredPair, Tools } from '../../core/stage.ts'

export interface FoundPairs {
  /** Those that blocking finds. */
  readonly blocked: ReadonlyMap<string, ScoredPair>
  /** Those that only a decision or a chain names. */
  readonly closing: ReadonlyMap<string, ScoredPair>
  /** Weighs the pairs that are in neither, into `closing`; records that are not here are passed over. */
  readonly close: (pairs: readonly Two[]) => Promise<void>
}

type Given = Pick<Tools, 'linkageModel' | 'register' | 'log' | 'signal'>

/**
 * Equal to comparing all: the model is frozen, and a pair depends on its two records alone. Only where blocks are so
 * large that they are split do others matter; then all are compared.
 */
export async function foundPairs(table: LinkTable, unchanged: ReadonlySet<string>, given: Given): Promise<FoundPairs> {
  const before = unchanged.size === 0 ? nothing : await weighedBefore(unchanged, given)
  let blocked = new Map(before.blocked)
  await compare(table, blocked, unchanged.size > 0, given)
  if (unchanged.size > 0 && table.blocks().split > 0) {
    blocked = new Map()
    await compare(table, blocked, false, given)
  }
  const closing = new Map<string, ScoredPair>()
  const close = async (pairs: readonly Two[]) => {
    const open = new Map(pairs.filter(([a, b]) => a !== b).map((two) => [keyOfTwo(...two), two]))
    for (const key of open.keys()) {
      const known = before.closing.get(key)
      if (known) closing.set(key, known)
      if (blocked.has(key) || closing.has(key)) open.delete(key)
    }
    for (const pair of await table.score(given.linkageModel, open.values())) closing.set(keyOfTwo(pair.a, pair.b), pair)
  }
  return { blocked, closing, close }
}

type Before = Pick<FoundPairs, 'blocked' | 'closing'>

const nothing: Before = { blocked: new Map(), closing: new Map() }

async function weighedBefore(unchanged: ReadonlySet<string>, { register }: Given): Promise<Before> {
  const [blocked, closing] = [new Map<string, ScoredPair>(), new Map<string, ScoredPair>()]
  for await (const pair of register.pairs()) {
    if (!unchanged.has(pair.a) || !unchanged.has(pair.b)) continue
    ;(pair.isClosing ? closing : blocked).set(keyOfTwo(pair.a, pair.b), scoredOf(pair))
  }
  return { blocked, closing }
}

async function compare(
  table: LinkTable,
  found: Map<string, ScoredPair>,
  isOnlyNew: boolean,
  { linkageModel, log, signal }: Given,
): Promise<void> {
  let weighed = 0
  for await (const pair of table.pairs(linkageModel, { new: isOnlyNew })) {
    if (weighed++ % 4096 === 0) signal.throwIfAborted()
    found.set(keyOfTwo(pair.a, pair.b), pair)
  }
  const { split, records } = table.blocks()
  if (split > 0) log.warn('blocks too large', { blocks: split, records })
  log.info('pairs weighed', { records: table.records, weighed, kept: found.size })
}

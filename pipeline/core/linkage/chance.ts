// How many wrong merges to expect: what chance alone brings about in this very register, class of evidence by class.
import type { Chance, EvidenceClass, LinkageModel } from '../../../schemas/linkage-model.ts'
import type { LinkTable, ScoredPair, Stratum } from '../stage.ts'
import { bandOf, holds, type Standing } from './band.ts'

export interface ClassChance {
  readonly class: string
  /** Pairs joined by it. */
  readonly merges: number
  /** Pairs of strangers that show this evidence and would be joined. */
  readonly expected: number
  /** Closed: `expected` is too large a share, the pairs go to a steward. */
  readonly isOpen: boolean
}

type Table = Pick<LinkTable, 'records' | 'strata'>

/** Classes ask for the same counts again and again. */
function remembering(table: Table): Table {
  const known = new Map<string, ReturnType<Table['strata']>>()
  const strata: Table['strata'] = (columns, by) => {
    const key = JSON.stringify([columns, by])
    const found = known.get(key) ?? table.strata(columns, by)
    known.set(key, found)
    return found
  }
  return { records: table.records, strata }
}

/** In the order of the model; a class that an earlier open one holds already expects nothing more. */
export async function expectedWrong(
  model: LinkageModel,
  table: Table,
  pairs: readonly ScoredPair[],
  namesUnder: Standing['namesUnder'],
): Promise<ClassChance[]> {
  const counted = {
    table: remembering(table),
    pairs,
    likely: pairs.filter(({ weight }) => weight >= (model.reviewAbove ?? 0)),
  }
  const closed = new Set<string>()
  const found: ClassChance[] = []
  for (const [at, proof] of model.sameWhen.entries()) {
    const merges = counted.likely.filter(
      (pair) => bandOf(model, pair, { closed, namesUnder }).class === proof.class,
    ).length
    const isHeld = model.sameWhen.slice(0, at).some((wider) => !closed.has(wider.class) && isWithin(proof, wider))
    const expected = isHeld || !proof.chance ? 0 : await strangers(proof, proof.chance, counted)
    const isOpen = expected <= model.wrongAtMost * merges || merges === 0
    if (!isOpen) closed.add(proof.class)
    found.push({ class: proof.class, merges, expected, isOpen })
  }
  return found
}

/** Whether whatever shows the one evidence shows the other too. */
function isWithin(narrow: EvidenceClass, wide: EvidenceClass): boolean {
  return Object.entries(wide.when).every(
    ([comparison, accepted]) => narrow.when[comparison]?.every((level) => accepted.includes(level)) ?? false,
  )
}

interface Counted {
  readonly table: Table
  readonly pairs: readonly ScoredPair[]
  /** Pairs that are rather one person than two. */
  readonly likely: readonly ScoredPair[]
}

async function strangers({ when }: EvidenceClass, chance: Chance, counted: Counted): Promise<number> {
  const free = 1 - (await shareKeptApart(chance.vetoedBy, counted.table))
  const byChance = (await agreeingByChance(when, chance, counted)) * free
  if (!chance.twins) return byChance
  const instead = { ...when, ...chance.twins.instead }
  const nearly = counted.pairs.filter((pair) => holds(instead, pair)).length
  const agreeing = { ...chance.agreeing, ...chance.twins.agreeing }
  const unrelated = (await agreeingByChance(when, { ...chance, agreeing }, { ...counted, likely: [] })) * free
  return byChance + Math.max(0, nearly - unrelated) * chance.twins.share
}

const pairsOf = (records: number) => (records * (records - 1)) / 2

async function shareKeptApart(columns: readonly string[], table: Table): Promise<number> {
  let free = 1
  for (const column of columns) {
    const agreeing = (await table.strata([column], [])).reduce((sum, stratum) => sum + stratum.agreeing, 0)
    free *= 1 - agreeing / Math.max(pairsOf(table.records), 1)
  }
  return 1 - free
}

/**
 * Σ over the strata of C(n,2)·Π u. Pairs that are likely one person are taken out of u: their agreement is no chance.
 * `when` says by which levels a likely pair agrees on the columns of a comparison.
 */
async function agreeingByChance(
  when: EvidenceClass['when'],
  { strata, agreeing }: Chance,
  { table, likely }: Counted,
): Promise<number> {
  const all = await table.strata(Object.values(agreeing).flat(), strata)
  const expected = new Map(all.map(({ stratum, records }) => [stratum, pairsOf(records)]))
  for (const [comparison, columns] of Object.entries(agreeing)) {
    const parts = await table.strata(columns, strata)
    const known = likely.filter((pair) => holds({ [comparison]: when[comparison] ?? [] }, pair)).length
    const total = parts.reduce((sum, part) => sum + part.agreeing, 0)
    const strange = total === 0 ? 0 : Math.max(0, 1 - known / total)
    const shareOf = ({ agreeing: pairs, records }: Stratum) => (pairs * strange) / Math.max(pairsOf(records), 1)
    const shares = new Map(parts.map((part) => [part.stratum, shareOf(part)]))
    for (const [stratum, count] of expected) expected.set(stratum, count * (shares.get(stratum) ?? 0))
  }
  return [...expected.values()].reduce((sum, count) => sum + count, 0)
}

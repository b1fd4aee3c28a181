// How well envelopes were cut, page by page and paper by paper, against the truth they were drawn from.
import type { Document, PageFate } from '../../schemas/index.ts'
import type { Envelope } from './envelope.ts'

export interface CutScore {
  readonly pages: number
  /** Pages with exactly one fate. */
  readonly covered: number
  readonly papers: number
  /** Boundaries found, missed, invented. */
  readonly found: number
  readonly missed: number
  readonly invented: number
  readonly kindRight: number
  readonly kindWrong: number
  readonly kindOpen: number
  /** What went wrong, for looking at: truth, answer, page. */
  readonly faults: readonly string[]
}

type Paper = Pick<Document, 'pages' | 'kind'>

/** `pageIds` in the order of the scan. */
export function scoreCut(
  envelope: Envelope,
  pageIds: readonly string[],
  { documents, fates }: { readonly documents: readonly Paper[]; readonly fates: readonly PageFate[] },
): CutScore {
  const truth = startsOf(envelope, pageIds)
  const said = new Map(documents.map(({ pages, kind }): [string, string | undefined] => [pages[0] ?? '', kind]))
  for (const { startsAt } of fates) if (startsAt !== undefined) said.set(startsAt, undefined)
  const faults: string[] = []
  let [found, right, wrong, open] = [0, 0, 0, 0]
  for (const [pageId, { kind, was }] of truth) {
    if (said.has(pageId)) found += 1
    else faults.push(`missed ${kind ?? 'unknown'} at ${pageId}`)
    const told = said.get(pageId)
    const answer = told !== undefined && told === was ? kind : told
    if (said.has(pageId) && answer === kind) right += 1
    else if (answer !== undefined && answer !== kind) wrong += 1
    else open += 1
    if (said.has(pageId) && answer !== kind) faults.push(`${kind ?? 'unknown'} as ${answer ?? 'unknown'} at ${pageId}`)
  }
  const invented = [...said].filter(([pageId]) => !truth.has(pageId))
  for (const [pageId, kind] of invented) faults.push(`invented ${kind ?? 'unknown'} at ${pageId}`)
  return {
    pages: pageIds.length,
    covered: coveredOf(pageIds, fates, documents),
    papers: truth.size,
    found,
    missed: truth.size - found,
    invented: invented.length,
    kindRight: right,
    kindWrong: wrong + invented.filter(([, kind]) => kind !== undefined).length,
    kindOpen: open,
    faults,
  }
}

interface Start {
  readonly kind: string | undefined
  readonly was: string | undefined
}

function startsOf({ pages, kinds, was }: Envelope, pageIds: readonly string[]): Map<string, Start> {
  const starts = new Map<string, Start>()
  for (const [index, { paper, place }] of pages.entries()) {
    const pageId = pageIds[index]
    if (place === 1 && paper !== undefined && pageId !== undefined)
      starts.set(pageId, { kind: kinds[paper], was: was[paper] })
  }
  return starts
}

/** One fate each, and a page of a document stands in exactly that one. */
function coveredOf(pageIds: readonly string[], fates: readonly PageFate[], documents: readonly Paper[]): number {
  return pageIds.filter((pageId) => {
    const own = fates.filter((fate) => fate.pageId === pageId)
    const inside = documents.filter(({ pages }) => pages.includes(pageId))
    const [fate] = own
    return own.length === 1 && inside.length === (fate?.fate === 'document' ? 1 : 0)
  }).length
}

export function sumOf(scores: readonly CutScore[]): Omit<CutScore, 'faults'> {
  const total = (of: (score: CutScore) => number) => scores.reduce((sum, score) => sum + of(score), 0)
  return {
    pages: total(({ pages }) => pages),
    covered: total(({ covered }) => covered),
    papers: total(({ papers }) => papers),
    found: total(({ found }) => found),
    missed: total(({ missed }) => missed),
    invented: total(({ invented }) => invented),
    kindRight: total(({ kindRight }) => kindRight),
    kindWrong: total(({ kindWrong }) => kindWrong),
    kindOpen: total(({ kindOpen }) => kindOpen),
  }
}

export function figuresOf(sum: Omit<CutScore, 'faults'>): {
  f1: number
  kindRight: number
  kindWrong: number
  coverage: number
} {
  return {
    f1: (2 * sum.found) / (2 * sum.found + sum.missed + sum.invented),
    kindRight: sum.kindRight / sum.papers,
    kindWrong: sum.kindWrong / sum.papers,
    coverage: sum.covered / sum.pages,
  }
}

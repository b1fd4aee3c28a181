// A stack of pages as papers: each scan the right way round, cut along the best path, named, and what was torn apart joined.
import { evidenceFor, bestCut, type CutPage, middleIndex } from './best-cut.ts'
import { nameOf, type PaperName } from './name-paper.ts'
import type { PaperBook } from './paper-book.ts'

export interface NamedPaper {
  readonly pages: readonly CutPage[]
  /** Undefined: nobody can tell which kind of paper this is, and a person decides. */
  readonly name: PaperName | undefined
}

/** Fewer pages lie in some order by chance. */
const stackOfAtLeast = 4
/** A torn paper is taken up again where so many of its later labels say so. */
const labelsBehind = 2

/** `scans`: the pages with writing of each scan, in their order. */
export function cutStack(scans: readonly (readonly CutPage[])[], book: PaperBook): NamedPaper[] {
  const pages = scans.flatMap((scan) => rightWayRound(scan, book))
  const { papers } = bestCut(pages, book.cut.weights)
  return rejoined(papers.map((paper) => ({ pages: paper.pages, name: nameOf(paper.pages, book) })))
}

/** A stack laid on the scanner face up comes out last page first. */
function rightWayRound(scan: readonly CutPage[], { cut }: PaperBook): readonly CutPage[] {
  if (scan.length < stackOfAtLeast) return scan
  const reversed = scan.toReversed()
  const gain = bestCut(reversed, cut.weights).total - bestCut(scan, cut.weights).total
  return gain > cut.weights.reversed ? reversed : scan
}

/** Pages without a title that go on in a form cut off before belong to that paper. */
function rejoined(papers: readonly NamedPaper[]): NamedPaper[] {
  const whole: NamedPaper[] = []
  for (const paper of papers) {
    const home = whole.findLastIndex((before) => goesOnBehind(before, paper))
    const before = whole[home]
    if (before) whole[home] = { ...before, pages: [...before.pages, ...paper.pages] }
    else whole.push(paper)
  }
  return whole
}

function goesOnBehind({ name, pages }: NamedPaper, fragment: NamedPaper): boolean {
  const first = fragment.pages[0]
  const last = pages.at(-1)
  const template = name?.form?.template
  if (!first || !last || !template || !name || first.mustStart) return false
  const own = first.kinds.find(({ kind }) => kind === name.kind)
  if (first.signs.hasNationalHead || (own?.title ?? 0) > 0 || (fragment.name && fragment.name.kind !== name.kind))
    return false
  const now = evidenceFor(name.kind, first).find((each) => each.template === template)
  const then = evidenceFor(name.kind, last).find((each) => each.template === template)
  if (!now || !then || now.labels.length < labelsBehind) return false
  return middleIndex(now) > middleIndex(then)
}

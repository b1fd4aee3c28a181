// Papers of a dossier that are copies of one another: only proposed, for taking one out needs consent and minutes
// (TT 11/2012/TT-BNV Điều 14.3; TT 07/2019/TT-BNV Điều 15.3).
export interface Copyable {
  readonly documentId: string
  readonly kind: string
  /** Letters and digits of each page. */
  readonly pages: readonly string[]
}

/** Two copies are read with other mistakes, two decisions of one office have other numbers. */
const alike = { letters: 0.75, numbers: 0.8 } as const
const piece = 9

/** By the id of a later copy, the first one. */
export function twinsOf(papers: readonly Copyable[]): Map<string, string> {
  const twins = new Map<string, string>()
  const looks = papers.map((paper) => ({ paper, look: lookOf(paper) }))
  for (const [index, { paper, look }] of looks.entries()) {
    const first = looks
      .slice(0, index)
      .find((other) => !twins.has(other.paper.documentId) && isTwin(other, { paper, look }))
    if (first) twins.set(paper.documentId, first.paper.documentId)
  }
  return twins
}

interface Look {
  readonly pieces: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

function lookOf({ pages }: Copyable): Look {
  const letters = pages.join('')
  const pieces = Array.from({ length: Math.max(0, letters.length - piece) }, (_, at) => letters.slice(at, at + piece))
  return { pieces: new Set(pieces), numbers: new Set(letters.match(/\d{2,}/gu) ?? []) }
}

function isTwin(a: { paper: Copyable; look: Look }, b: { paper: Copyable; look: Look }): boolean {
  if (a.paper.kind !== b.paper.kind || a.paper.pages.length !== b.paper.pages.length) return false
  return (
    shared(a.look.pieces, b.look.pieces) >= alike.letters && shared(a.look.numbers, b.look.numbers) >= alike.numbers
  )
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((each) => b.has(each)).length
  return both / Math.max(1, Math.min(a.size, b.size))
}

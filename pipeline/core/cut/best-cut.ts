// The likeliest way to cut a stack of pages into papers: the best path over the pages, on each of which a paper of some kind
// starts or the one before goes on (Viterbi 1967). What each step is worth comes from the weights of the book, as data.
import type { CutWeights, PaperKind } from '../../../schemas/index.ts'
import type { Evidence } from '../form/evidence.ts'
import type { KindSigns } from './kind-signs.ts'
import type { PageSigns } from './page-signs.ts'

/** One page with writing on it, ready to be weighed. */
export interface CutPage {
  readonly pageId: string
  readonly signs: PageSigns
  readonly kinds: readonly KindSigns[]
  /** What the templates find here; only those that find something. */
  readonly evidence: readonly Evidence[]
  /** A separator sheet or a person says that a paper starts here, perhaps of which kind. */
  readonly mustStart?: { readonly kind?: string }
  /** A person says that the paper before goes on. */
  readonly mustGoOn?: true
}

/** `kind` is undefined for a paper of no known kind. */
export interface CutPaper {
  readonly kind: PaperKind | undefined
  readonly pages: readonly CutPage[]
}

interface Step {
  readonly kind: PaperKind | undefined
  readonly total: number
  /** Pages of the open paper so far, this one included. */
  readonly length: number
  readonly before: Step | undefined
}

/** As far as a page must or must not begin a paper, nothing else is possible. */
const impossible = -1e6

export function bestCut(pages: readonly CutPage[], weights: CutWeights): { papers: CutPaper[]; total: number } {
  let steps: Step[] = []
  for (const [index, page] of pages.entries()) {
    const before = pages[index - 1]
    const best = bestOf(steps)
    const starts = startsOn(page, weights).map(({ kind, worth }): Step => ({
      kind,
      total: (best?.total ?? 0) + worth,
      length: 1,
      before: best,
    }))
    const goesOn = before === undefined ? [] : steps.map((step) => continued(step, page, before, weights))
    steps = bestByKind([...starts, ...goesOn])
  }
  const end = bestOf(steps)
  return { papers: papersOf(end, pages), total: end?.total ?? 0 }
}

const bestOf = (steps: readonly Step[]): Step | undefined =>
  steps.reduce<Step | undefined>(
    (best, step) => (best === undefined || step.total > best.total ? step : best),
    undefined,
  )

function bestByKind(steps: readonly Step[]): Step[] {
  const best = new Map<PaperKind | undefined, Step>()
  for (const step of steps) if (step.total > (best.get(step.kind)?.total ?? impossible * 2)) best.set(step.kind, step)
  return [...best.values()]
}

function papersOf(end: Step | undefined, pages: readonly CutPage[]): CutPaper[] {
  const papers: CutPaper[] = []
  let until = pages.length
  for (let step = end; step !== undefined;) {
    const from = until - step.length
    papers.unshift({ kind: step.kind, pages: pages.slice(from, until) })
    until = from
    let first: Step = step
    while (first.length > 1 && first.before) first = first.before
    step = first.before
  }
  return papers
}

function startsOn(page: CutPage, weights: CutWeights): { kind: PaperKind | undefined; worth: number }[] {
  if (page.mustGoOn) return [{ kind: undefined, worth: impossible }]
  const { signs, mustStart } = page
  const opening =
    weights.start +
    (signs.hasNationalHead ? weights.nationalHead : 0) +
    (signs.hasIssuer ? weights.issuer : 0) +
    (signs.number === undefined ? 0 : signs.number.at === 1 ? weights.pageOne : -weights.laterPage) -
    (signs.beginsInside ? weights.midSentence : 0) -
    (signs.isAnnex ? weights.annex : 0) +
    (mustStart ? -impossible / 2 : 0)
  const known = page.kinds.flatMap((found) => {
    const named = mustStart?.kind === found.kind.kind ? weights.title : 0
    const worth = kindWorth(found, page, weights) + named
    const inside = Math.min(3, found.inside) * weights.fragment + weights.unknown
    return worth > 0 || found.inside > 1 ? [{ kind: found.kind, worth: opening + Math.max(worth, inside) }] : []
  })
  return [...known, { kind: undefined, worth: opening + weights.unknown }]
}

/** What the page says for a first page of this kind. */
function kindWorth({ kind, title, holds }: KindSigns, page: CutPage, weights: CutWeights): number {
  const said = kind.says.length > 0 && title > 0 ? weights.said : 0
  const labels = Math.max(0, ...evidenceFor(kind, page).map(firstPageShare))
  return weights.title * title ** 2 + said + weights.labels * labels + Math.min(2, holds) * weights.holds
}

export const evidenceFor = (kind: PaperKind, { evidence }: CutPage): Evidence[] =>
  evidence.filter(({ template }) => kind.forms.includes(template.form))

/** A first page is told by the labels that the form begins with. */
const beginning = 0.2

function firstPageShare({ template, labels, isSaid }: Evidence): number {
  const first = template.items.length * beginning
  const early = labels.filter(({ index }) => index < first)
  return isSaid && early.length >= 3 ? Math.min(1, early.length / (first * 0.6)) : 0
}

function continued(step: Step, page: CutPage, before: CutPage, weights: CutWeights): Step {
  const { kind, length } = step
  const { signs } = page
  const worth =
    (page.mustStart ? impossible : 0) +
    numbering(page, before, weights) +
    (signs.beginsInside ? weights.midSentence : 0) +
    (before.signs.endsSigned ? weights.signedEnd : before.signs.endsOpen ? weights.openEnd : 0) +
    (sizeDiffers(signs, before.signs) ? weights.sizeChanges : 0) +
    (signs.isAnnex ? weights.annex : 0) +
    (kind === undefined ? 0 : kindGoesOn(kind, page, before, length, weights)) -
    (signs.hasNationalHead ? weights.nationalHead : 0) +
    Math.max(0, length + 1 - (kind?.pages ?? 1)) * weights.tooLong
  return { kind, total: step.total + worth, length: length + 1, before: step }
}

/** Later pages are told by the template, by the headings of later pages; a title of another paper speaks against it. */
function kindGoesOn(kind: PaperKind, page: CutPage, before: CutPage, length: number, weights: CutWeights): number {
  const own = page.kinds.find((found) => found.kind === kind)
  const isCover = kind.isBooklet && length === 1 && before.signs.words < 70
  const other = Math.max(0, ...page.kinds.filter((found) => found.kind !== kind).map(({ title }) => title))
  const again = (own?.title ?? 0) > 0.9
  const ownTitle = isCover && (again || other === 0) ? weights.booklet : again ? weights.ofAnother : 0
  const belongs = (own?.inside ?? 0) > 0
  const isStrange = !belongs && (own?.holds ?? 0) === 0
  const elsewhere = Math.max(0, ...page.kinds.filter((found) => found.kind !== kind).map(({ inside }) => inside))
  return (
    Math.min(3, own?.inside ?? 0) * weights.inside * (belongs ? 0.67 : 0) +
    Math.min(2, own?.holds ?? 0) * weights.holds * 0.5 +
    templateGoesOn(kind, page, before, weights) +
    ownTitle +
    (belongs ? other * weights.ofAnother * 0.5 : other * weights.ofAnother) +
    (isStrange ? weights.strange + Math.min(3, elsewhere) * weights.elsewhere : 0)
  )
}

/** Labels behind those of the page before lead on; labels before them lead back to the first page. */
function templateGoesOn(kind: PaperKind, page: CutPage, before: CutPage, weights: CutWeights): number {
  const steps = evidenceFor(kind, page).flatMap((now) => {
    const last = evidenceFor(kind, before).find(({ template }) => template === now.template)
    if (now.labels.length < 2) return []
    const [here, there] = [middleIndex(now), last ? middleIndex(last) : -1]
    return [here > there ? Math.min(1, now.labels.length / 4) * weights.templateGoesOn : weights.templateGoesBack]
  })
  return steps.length === 0 ? 0 : Math.max(...steps)
}

export function middleIndex({ labels }: Evidence): number {
  return labels.map(({ index }) => index).sort((a, b) => a - b)[Math.floor(labels.length / 2)] ?? -1
}

function numbering({ signs }: CutPage, { signs: before }: CutPage, weights: CutWeights): number {
  const { number } = signs
  if (number === undefined) return 0
  if (number.at === 1) return -weights.pageOne
  const sameOf = number.of === undefined || before.number?.of === undefined || number.of === before.number.of
  // Offices number from the second page on: the first bears none.
  const follows = before.number === undefined ? number.at === 2 : before.number.at + 1 === number.at && sameOf
  if (follows) return weights.laterPage + weights.pageFollows
  return before.number === undefined ? weights.laterPage * 0.3 : weights.pageJumps
}

const sizeDiffers = ({ size: a }: PageSigns, { size: b }: PageSigns): boolean =>
  a !== undefined && b !== undefined && [0, 1].some((side) => Math.abs((a[side] ?? 0) - (b[side] ?? 0)) > 0.6)

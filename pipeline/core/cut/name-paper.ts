// Which kind of paper a run of pages is, and which template reads it: the best by a margin, else nobody says so and a person
// decides. Titles count on the first page alone, labels and later headings on every page.
import type { FormTemplate, PaperKind } from '../../../schemas/index.ts'
import { type Evidence, tellingLabels } from '../form/evidence.ts'
import type { CutPage } from './best-cut.ts'
import type { PaperBook } from './paper-book.ts'

export interface FormChoice {
  readonly template: FormTemplate
  readonly score: number
  readonly runnerUp?: { readonly form: string; readonly score: number }
}

export interface PaperName {
  readonly kind: PaperKind
  readonly score: number
  readonly runnerUp?: { readonly form: string; readonly score: number }
  readonly form?: FormChoice
}

/** The title makes half of a form's score, the labels the other half: neither alone is enough, except very many labels. */
const titleShare = 0.5
/** Under this no form is claimed: a title with next to no labels, or a page of half the labels without a title. */
const leastForm = 0.45
/** Two labels stand together by chance, whatever share of a short form they are. */
const leastLabels = 3
/** Two editions share most labels; this share apart they are too alike to choose. */
const leastFormMargin = 0.03
/** What a title is worth beside the labels, each of which is worth about one. */
const titleLabels = 6
/** This share of what a form prints on its pages is full proof; filling and damage hide some. */
const fullProof = 0.7
/** What each sign is worth at most by itself; together they are worth more. */
const worth = { title: 0.92, holds: 0.62, inside: 0.5 } as const
const enough = 3

/** Undefined where no kind is clear. */
export function nameOf(pages: readonly CutPage[], book: PaperBook): PaperName | undefined {
  const decided = pages[0]?.mustStart?.kind
  const forms = formsOn(pages)
  const ranked = book.kinds
    .map((kind) => ({ kind, score: decided === kind.kind ? 1 : kindScore(kind, pages, forms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  if (!best) return undefined
  const form = chosenForm(forms, best.kind)
  const isClear = best.score >= book.cut.leastScore && best.score - (next?.score ?? 0) >= book.cut.leastMargin
  if (decided !== best.kind.kind && !isClear) return undefined
  const { kind, score } = best
  return {
    kind,
    score: round(score),
    ...(next && { runnerUp: { form: next.kind.kind, score: round(next.score) } }),
    ...(form && { form }),
  }
}

const round = (score: number): number => Math.round(score * 1000) / 1000

interface FormScore {
  readonly template: FormTemplate
  /** Full at `fullProof` of the labels. */
  readonly score: number
  /** Grows with every label and its likeness: what tells two editions apart. */
  readonly weight: number
}

function kindScore(kind: PaperKind, pages: readonly CutPage[], forms: readonly FormScore[]): number {
  const own = pages.map((page) => page.kinds.find((found) => found.kind === kind))
  if (own[0]?.isOther) return 0
  const most = (part: 'holds' | 'inside') =>
    Math.min(1, own.reduce((sum, found) => sum + (found?.[part] ?? 0), 0) / enough)
  const form = Math.max(
    0,
    ...forms.filter(({ template }) => kind.forms.includes(template.form)).map(({ score }) => score),
  )
  const doubts = [
    worth.title * (own[0]?.title ?? 0) ** 2,
    worth.holds * most('holds'),
    worth.inside * most('inside'),
    // Decisions share nearly all their labels: only the one that says what it is about counts.
    (form >= leastForm ? Math.max(form, 0.65) : form * 0.5) * (kind.says.length > 0 ? (own[0]?.title ?? 0) ** 2 : 1),
  ].map((sure) => 1 - sure)
  return 1 - doubts.reduce((product, doubt) => product * doubt, 1)
}

function formsOn(pages: readonly CutPage[]): FormScore[] {
  const templates = new Set(pages.flatMap(({ evidence }) => evidence.map(({ template }) => template)))
  return [...templates]
    .map((template) => scoreOf(template, pages))
    .sort((a, b) => b.weight - a.weight || b.score - a.score)
}

function scoreOf(template: FormTemplate, pages: readonly CutPage[]): FormScore {
  const found = pages.map(({ evidence }) => evidence.find((each) => each.template === template))
  const there = found.filter((each): each is Evidence => each !== undefined)
  if (!there.some(({ isSaid }) => isSaid)) return { template, score: 0, weight: 0 }
  const labels = new Set(there.flatMap((each) => each.labels.map(({ index }) => index))).size
  const expected = (tellingLabels(template) / template.pages) * Math.min(pages.length, template.pages)
  const hasTitle = found[0]?.hasTitle ? 1 : 0
  const chain = there.flatMap(({ anchors }) => anchors).reduce((sum, anchor) => sum + anchor.score, 0)
  return {
    template,
    score:
      hasTitle + labels < leastLabels
        ? 0
        : titleShare * hasTitle + (1 - titleShare) * Math.min(1, labels / (expected * fullProof)),
    weight: chain + titleLabels * hasTitle,
  }
}

/** The likeliest template of the kind, if likely enough and clearly before the next. */
function chosenForm(forms: readonly FormScore[], kind: PaperKind): FormChoice | undefined {
  const named = forms.filter(({ template, score }) => kind.forms.includes(template.form) && score >= leastForm)
  // A template for any decision reads those that no template of their own claims.
  const isOpen = named.length === 0 && kind.says.length > 0
  const own = isOpen ? forms.filter(({ template }) => template.isGeneral) : named
  const [best] = own
  const next = forms.find((other) => other !== best)
  if (!best || best.score < leastForm) return undefined
  const rival = own[1]
  if (rival && best.weight - rival.weight < leastFormMargin * best.weight) return undefined
  return {
    template: best.template,
    score: round(best.score),
    ...(next && { runnerUp: { form: next.template.form, score: round(next.score) } }),
  }
}

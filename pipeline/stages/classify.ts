// Names the form of each page and cuts the dossier into documents; every page gets exactly one fate.
// A page that no template claims by a clear margin stays an orphan: a steward decides.
import { z } from 'zod'
import { Document, type FormTemplate, PageFate, PageText } from '../../schemas/index.ts'
import { type Evidence, evidenceOf, opensPaper, tellingLabels } from '../core/form/evidence.ts'
import { type Token, tokensOf } from '../core/form/tokens.ts'
import { defineStage } from '../core/stage.ts'

const ClassifyPage = z.object({
  pageId: z.string(),
  number: z.int().positive(),
  isBlank: z.boolean(),
  isUnreadable: z.boolean(),
  text: PageText.optional(),
})
type ClassifyPage = z.infer<typeof ClassifyPage>

/** The title makes half of the score, the labels the other half: neither alone is enough, except very many labels. */
const titleShare = 0.5
/** Under this nothing is claimed: a title with next to no labels, or a page of half the labels without a title. */
const leastScore = 0.45
/** Two editions share most labels; nearer than this they are too alike to choose. */
const leastMargin = 0.1
/** Labels of a first page: this share of what the form prints on an average page is full proof; filling and damage hide some. */
const fullProof = 0.7
/** A complete paper goes on only where so many of its later labels say so. */
const labelsAfterEnd = 2
/** A page with fewer words (a photo, a note, a stamp) neither belongs to a form nor ends it. */
const leastWords = 6

interface Choice {
  readonly template: FormTemplate
  readonly score: number
  readonly runnerUp?: { form: string; score: number }
}

interface Draft extends Choice {
  readonly pages: { readonly pageId: string; readonly evidence: Evidence }[]
}

export const classify = defineStage({
  name: 'classify',
  version: 1,
  unit: 'dossier',
  input: z.object({ dossier: z.string(), pages: z.array(ClassifyPage) }),
  output: z.object({ documents: z.array(Document), fates: z.array(PageFate) }),
  run: ({ dossier, pages }, { forms }) => {
    const drafts: Draft[] = []
    let wasInterrupted = false
    for (const { pageId, isBlank, isUnreadable, text } of pages) {
      if (isBlank || isUnreadable || !text || wordsOf(text) < leastWords) continue
      const tokens = tokensOf([text])
      const found = forms.map((template) => evidenceOf(template, tokens))
      const draft = claim(found, tokens, drafts.at(-1), wasInterrupted)
      wasInterrupted = draft === undefined
      if (draft === undefined) continue
      const evidence = found.find(({ template }) => template === draft.template)
      if (evidence) draft.pages.push({ pageId, evidence })
      if (draft !== drafts.at(-1)) drafts.push(draft)
    }
    const documents = drafts.map((draft) => documentOf(dossier, draft))
    return { documents, fates: pages.map((page) => fateOf(page, documents)) }
  },
})

const wordsOf = (text: PageText): number => text.lines.reduce((sum, { words }) => sum + words.length, 0)

/** The paper the page belongs to: a new one by its title, else the one before it, else a new one by its labels alone. */
function claim(
  found: readonly Evidence[],
  tokens: readonly Token[],
  open: Draft | undefined,
  wasInterrupted: boolean,
): Draft | undefined {
  const titled = chosen(
    found.filter(({ hasTitle }) => hasTitle),
    found,
  )
  if (titled) return { ...titled, pages: [] }
  const anchors = found.flatMap((evidence) => evidence.anchors)
  if (opensPaper(tokens, anchors)) return undefined
  if (
    open &&
    continues(
      found.find(({ template }) => template === open.template),
      open,
      wasInterrupted,
    )
  )
    return open
  const labelled = chosen(found, found)
  return labelled && { ...labelled, pages: [] }
}

/** The likeliest template, if likely enough and clearly before the next. */
function chosen(candidates: readonly Evidence[], all: readonly Evidence[]): Choice | undefined {
  const ranked = all.map((evidence) => ({ evidence, score: pageScore(evidence) })).sort((a, b) => b.score - a.score)
  const best = ranked.find(({ evidence }) => candidates.includes(evidence))
  const next = ranked.find((other) => other !== best)
  if (!best || best.score < leastScore || best.score - (next?.score ?? 0) < leastMargin) return undefined
  const { template } = best.evidence
  return {
    template,
    score: best.score,
    ...(next && { runnerUp: { form: next.evidence.template.form, score: next.score } }),
  }
}

function pageScore({ template, hasTitle, isSaid, labels }: Evidence): number {
  return isSaid ? scoreOf(hasTitle, labels.length, tellingLabels(template) / template.pages) : 0
}

function scoreOf(hasTitle: boolean, labels: number, expected: number): number {
  return titleShare * (hasTitle ? 1 : 0) + (1 - titleShare) * Math.min(1, labels / (expected * fullProof))
}

/** Whether a page without a title goes on with the paper before it. */
function continues(evidence: Evidence | undefined, open: Draft, wasInterrupted: boolean): boolean {
  const last = open.pages.at(-1)
  if (!evidence || !last) return false
  const seen = last.evidence.labels
  const later = evidence.labels.filter(({ index }) => index >= middleIndex(seen))
  const goesBack = evidence.labels.length >= labelsAfterEnd && middleIndex(evidence.labels) < middleIndex(seen)
  if (goesBack) return false
  if (wasInterrupted || open.pages.some((page) => isEnded(page.evidence))) return later.length >= labelsAfterEnd
  return open.pages.length < open.template.pages || evidence.anchors.some(({ index }) => index > middleIndex(seen))
}

const isEnded = ({ anchors }: Evidence): boolean =>
  anchors.some(({ item, likeness }) => item.kind === 'print' && item.isLast && likeness >= 0.85)

/** Where in the form the page stands: one label found where none is does not move it. */
function middleIndex(labels: readonly { readonly index: number }[]): number {
  return labels.map(({ index }) => index).sort((a, b) => a - b)[Math.floor(labels.length / 2)] ?? -1
}

function documentOf(dossier: string, { template, runnerUp, pages }: Draft): Document {
  const labels = new Set(pages.flatMap(({ evidence }) => evidence.labels.map(({ index }) => index)))
  const hasTitle = pages[0]?.evidence.hasTitle ?? false
  const { form, edition } = template
  return {
    documentId: `${dossier}@${pages[0]?.pageId ?? ''}`,
    dossier,
    form,
    edition,
    score: scoreOf(hasTitle, labels.size, tellingLabels(template)),
    ...(runnerUp && { runnerUp }),
    pages: pages.map(({ pageId }) => pageId),
  }
}

function fateOf({ pageId, isBlank, isUnreadable, text }: ClassifyPage, documents: readonly Document[]): PageFate {
  const document = documents.find(({ pages }) => pages.includes(pageId))
  if (document) return { pageId, fate: 'document', documentId: document.documentId }
  if (isBlank) return { pageId, fate: 'blank' }
  return { pageId, fate: isUnreadable || !text ? 'unreadable' : 'orphan' }
}

// Cuts the dossier into papers, names the kind of each and the form that reads it; every page gets exactly one fate.
// A paper that is of no kind by a clear margin stays an orphan: a person decides.
import { z } from 'zod'
import { Document, PageFate, PageText, type PaperKind } from '../../schemas/index.ts'
import type { CutPage } from '../core/cut/best-cut.ts'
import { cutStack, type NamedPaper } from '../core/cut/cut-stack.ts'
import { evidenceOn } from '../core/cut/evidence-on.ts'
import { kindSignsOf } from '../core/cut/kind-signs.ts'
import { kindsWith, type PaperBook } from '../core/cut/paper-book.ts'
import { signsOf } from '../core/cut/page-signs.ts'
import { twinsOf } from '../core/cut/twins.ts'
import { separatorIn } from '../core/separator-code.ts'
import { defineStage, type Tools } from '../core/stage.ts'

/** What a person said of a page: a paper of this kind starts here, or the one before goes on. */
const PageRuling = z.discriminatedUnion('says', [
  z.object({ says: z.literal('starts'), kind: z.string().optional() }),
  z.object({ says: z.literal('goesOn') }),
])

const ClassifyPage = z.object({
  pageId: z.string(),
  number: z.int().positive(),
  isBlank: z.boolean(),
  isUnreadable: z.boolean(),
  text: PageText.optional(),
  /** What the QR codes on the page say. */
  codes: z.array(z.string()).optional(),
  /** Width and height of the paper in inches. */
  size: z.tuple([z.number(), z.number()]).optional(),
  ruling: PageRuling.optional(),
})
type ClassifyPage = z.infer<typeof ClassifyPage>

/** A page with fewer words (a photo, a note, a stamp) neither belongs to a paper nor ends it, unless it bears a title. */
const leastWords = 6

export const classify = defineStage({
  name: 'classify',
  version: 3,
  unit: 'dossier',
  reads: ['forms', 'paperBook'],
  input: z.object({ dossier: z.string(), pages: z.array(ClassifyPage) }),
  output: z.object({ documents: z.array(Document), fates: z.array(PageFate) }),
  run: ({ dossier, pages }, { forms, paperBook }) => {
    const book = { ...paperBook, kinds: kindsWith(paperBook.kinds, forms) }
    const papers = cutStack(scansOf(pages, book, forms), book)
    const documents = withTwins(
      papers.flatMap((paper) => documentOf(dossier, paper)),
      papers,
    )
    return { documents, fates: pages.map((page) => fateOf(page, documents, papers)) }
  },
})

const isSeparator = ({ codes }: ClassifyPage): boolean =>
  codes?.some((code) => separatorIn(code) !== undefined) ?? false
const hasWriting = (page: ClassifyPage): boolean => !page.isBlank && !page.isUnreadable && page.text !== undefined
const scanOf = (pageId: string): string => pageId.slice(0, pageId.lastIndexOf('#'))

/** The pages with writing, scan by scan. Behind a sheet a paper starts, whichever side of it the stack was laid. */
function scansOf(pages: readonly ClassifyPage[], book: PaperBook, forms: Tools['forms']): CutPage[][] {
  const scans: CutPage[][] = []
  let scan: string | undefined
  let behind: { kind?: string } | undefined
  for (const page of pages) {
    if (isSeparator(page)) behind = sheetKind(page)
    if (isSeparator(page) || !hasWriting(page) || !page.text) continue
    const cutPage = cutPageOf(page, page.text, book, forms)
    if (cutPage === undefined) continue
    if (scanOf(page.pageId) !== scan) scans.push([])
    scan = scanOf(page.pageId)
    scans.at(-1)?.push({ ...cutPage, ...(behind && !page.ruling && { mustStart: behind }) })
    behind = undefined
  }
  return scans
}

function sheetKind({ codes = [] }: ClassifyPage): { kind?: string } {
  const kind = codes.flatMap((code) => separatorIn(code)?.kind ?? [])[0]
  return kind === undefined ? {} : { kind }
}

function cutPageOf(
  { pageId, size, ruling }: ClassifyPage,
  text: PageText,
  book: PaperBook,
  forms: Tools['forms'],
): CutPage | undefined {
  const signs = signsOf(text, book.cut, size)
  const kinds = kindSignsOf(signs, book.kinds, book.cut)
  if (signs.words < leastWords && !ruling && kinds.length === 0) return undefined
  const titled = new Set(kinds.filter(({ title }) => title > 0).flatMap(({ kind }) => kind.forms))
  const evidence = evidenceOn(forms, signs.tokens, signs.letters, titled)
  return {
    pageId,
    signs,
    kinds,
    evidence,
    ...(ruling?.says === 'starts' && { mustStart: ruling.kind === undefined ? {} : { kind: ruling.kind } }),
    ...(ruling?.says === 'goesOn' && { mustGoOn: true as const }),
  }
}

function documentOf(dossier: string, { pages, name }: NamedPaper): Document[] {
  if (name === undefined) return []
  const { kind, form } = name
  return [
    {
      documentId: `${dossier}@${pages[0]?.pageId ?? ''}`,
      dossier,
      kind: kind.kind,
      form: form?.template.form ?? kind.kind,
      edition: form?.template.edition ?? 1,
      score: form?.score ?? name.score,
      ...runnerUpOf(name, kind),
      pages: pages.map(({ pageId }) => pageId),
    },
  ]
}

const runnerUpOf = ({ form, runnerUp }: NonNullable<NamedPaper['name']>, _kind: PaperKind) => {
  const next = form ? form.runnerUp : runnerUp
  return next ? { runnerUp: next } : {}
}

function withTwins(documents: readonly Document[], papers: readonly NamedPaper[]): Document[] {
  const lettersOf = new Map(papers.flatMap(({ pages }) => pages.map(({ pageId, signs }) => [pageId, signs.letters])))
  const twins = twinsOf(
    documents.map(({ documentId, kind = '', pages }) => ({
      documentId,
      kind,
      pages: pages.map((pageId) => lettersOf.get(pageId) ?? ''),
    })),
  )
  return documents.map((document) => {
    const twinOf = twins.get(document.documentId)
    return twinOf === undefined ? document : { ...document, twinOf }
  })
}

function fateOf(page: ClassifyPage, documents: readonly Document[], papers: readonly NamedPaper[]): PageFate {
  const { pageId, isBlank } = page
  const document = documents.find(({ pages }) => pages.includes(pageId))
  if (document) return { pageId, fate: 'document', documentId: document.documentId }
  if (isSeparator(page)) return { pageId, fate: 'separator' }
  if (isBlank) return { pageId, fate: 'blank' }
  if (!hasWriting(page)) return { pageId, fate: 'unreadable' }
  const first = papers.find(({ pages }) => pages.some((each) => each.pageId === pageId))?.pages[0]
  return { pageId, fate: 'orphan', ...(first && { startsAt: first.pageId }) }
}

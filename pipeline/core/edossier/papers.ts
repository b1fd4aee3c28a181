// The papers of a dossier as an archive takes them: each document, and what belongs to none, in the order of the pages.
// No page is lost: what is left out by the plan is counted.
import type {
  Document,
  Fate,
  NamingPlan,
  OutRecord,
  PageFate,
  PageImage,
  PageText,
  ScanKind,
} from '../../../schemas/index.ts'

/** A page with the file it lies in now: its own scan, or the one that replaced it. */
export interface DossierPage {
  readonly pageId: string
  readonly number: number
  readonly image?: PageImage
  readonly text?: PageText
  readonly original: string
  readonly kind: ScanKind
  readonly scanPage: number
}

export interface DossierPages {
  readonly dossier: string
  readonly pages: readonly DossierPage[]
  readonly documents: readonly Document[]
  readonly fates: readonly PageFate[]
  /** What was read of it, without findings; absent before it was assembled. */
  readonly record?: OutRecord
}

export interface Paper {
  /** Absent: no form claims these pages. */
  readonly form?: string
  readonly documentId?: string
  readonly pages: readonly DossierPage[]
}

export interface DossierPapers {
  readonly papers: readonly Paper[]
  /** Numbers of the pages left out, by fate, and of pages nobody could open. */
  readonly leftOut: readonly { readonly fate: Fate; readonly page: number }[]
}

/** A blank side goes with the paper it follows; pages of no document that follow each other are one paper. */
export function papersOf(
  { pages, documents, fates }: DossierPages,
  { leavesOut }: Pick<NamingPlan, 'leavesOut'>,
): DossierPapers {
  const fateOf = new Map(fates.map(({ pageId, fate }) => [pageId, fate]))
  const documentOf = new Map(
    documents.flatMap((document) => document.pages.map((pageId) => [pageId, document] as const)),
  )
  const papers: { key: string; document: Document | undefined; pages: DossierPage[] }[] = []
  const leftOut: { fate: Fate; page: number }[] = []
  for (const page of pages) {
    const fate = page.image === undefined ? 'unreadable' : (fateOf.get(page.pageId) ?? 'orphan')
    const document = documentOf.get(page.pageId)
    if (page.image === undefined || (document === undefined && leavesOut.includes(fate))) {
      leftOut.push({ fate, page: page.number })
      continue
    }
    const last = papers.at(-1)
    const key = document?.documentId ?? (fate === 'blank' ? (last?.key ?? '') : '')
    const own = papers.find((paper) => paper.key === key && (document !== undefined || paper === last))
    if (own === undefined) papers.push({ key, document, pages: [page] })
    else own.pages.push(page)
  }
  return { papers: papers.map(paperOf), leftOut }
}

function paperOf({ document, pages }: { document: Document | undefined; pages: readonly DossierPage[] }): Paper {
  return document === undefined ? { pages } : { form: document.form, documentId: document.documentId, pages }
}

// The electronic papers of a dossier: PDF/A files of the very scans, named by a plan, each checked before anybody gets it.
import type { NamingPlan, Profile } from '../../schemas/index.ts'
import { jpegPicture } from '../adapters/delivered-page.ts'
import { readNamingPlan } from '../adapters/naming-plan.ts'
import { archiveFaults } from '../adapters/pdf/archive-check.ts'
import { archivePdf, type ArchivePage } from '../adapters/pdf/archive-pdf.ts'
import { fitsPart } from '../adapters/pdf/picture-stream.ts'
import { type NamedDossier, type NamedPaper, nameDossier } from '../core/edossier/naming.ts'
import { type DossierPage, type DossierPapers, papersOf } from '../core/edossier/papers.ts'
import { archiveSheet, uprightSheet } from '../core/edossier/placement.ts'
import { BrokenContract } from '../core/errors.ts'
import { packageNames } from '../core/package-names.ts'
import { readingLines } from '../core/reading-order.ts'
import type { Tools } from '../core/stage.ts'
import type { Database } from '../store/database.ts'
import { dossierPages } from '../store/dossier-pages.ts'

export interface EDossier extends NamedDossier, Pick<DossierPapers, 'leftOut'> {
  readonly dossier: string
  /** One after the other, in the order of the names; the same papers give the same bytes. */
  files(): AsyncGenerator<PaperFile>
}

export interface PaperFile {
  readonly paper: NamedPaper
  readonly bytes: Uint8Array
  /** Numbers of the pages whose scan could not be carried as it is: they are shown by their drawing. */
  readonly drawn: readonly number[]
}

export type Desk = Pick<Tools, 'files' | 'scanReader' | 'forms' | 'log' | 'signal'> & { readonly database: Database }

/** Undefined for a dossier that is closed, unknown, or not assembled yet. */
export async function openEDossier(dossier: string, plan: NamingPlan, desk: Desk): Promise<EDossier | undefined> {
  const found = await dossierPages(desk.database, dossier)
  if (found?.record === undefined) return undefined
  const { papers, leftOut } = papersOf(found, plan)
  const titleOf = (form: string) => desk.forms.find((each) => each.form === form)?.title.vi
  const named = nameDossier(plan, found.record, papers, titleOf)
  return { ...named, dossier, leftOut, files: () => filesOf(named.papers, dossier, plan, desk) }
}

async function* filesOf(
  papers: readonly NamedPaper[],
  dossier: string,
  plan: NamingPlan,
  desk: Desk,
): AsyncGenerator<PaperFile> {
  for (const paper of papers) {
    desk.signal.throwIfAborted()
    yield await paperFile(paper, dossier, plan, desk)
  }
}

/** With the scans as delivered; where the standard does not take one of them, with drawings throughout. */
async function paperFile(paper: NamedPaper, dossier: string, { pdfa }: NamingPlan, desk: Desk): Promise<PaperFile> {
  const part = pdfa === '1b' ? 1 : 2
  const { number, title, date } = paper
  const about = { title, identifier: `${dossier}/${number}`, ...(date === undefined ? {} : { date }) }
  for (const mayDeliver of [true, false]) {
    const pages: Awaited<ReturnType<typeof archivePage>>[] = []
    for (const page of paper.pages) pages.push(await archivePage(page, mayDeliver ? part : undefined, desk))
    const bytes = await archivePdf(pages, about, part)
    const faults = await archiveFaults(bytes, part)
    if (faults.length === 0) {
      const drawn = paper.pages.filter((_, index) => pages[index]?.isDrawn).map((page) => page.number)
      return { paper, bytes, drawn }
    }
    desk.log.warn('archive file at fault', {
      dossier,
      paper: number,
      clauses: faults.map(({ clause }) => clause).join('; '),
    })
  }
  throw new BrokenContract(
    'Tệp PDF/A vừa lập không đạt phép tự kiểm tra. Đây là lỗi của chương trình; hãy báo cho người phát triển.',
  )
}

async function archivePage(
  { image, text, original, scanPage }: DossierPage,
  part: 1 | 2 | undefined,
  { files, scanReader, log, signal }: Desk,
): Promise<ArchivePage & { readonly isDrawn: boolean }> {
  if (image === undefined)
    throw new BrokenContract('Trang chưa có ảnh. Đây là lỗi của chương trình; hãy báo cho người phát triển.')
  const words = text === undefined ? [] : readingLines(text).flat()
  const { pictures } = part === undefined ? {} : await scanReader.delivered(original, scanPage, { log, signal })
  if (part !== undefined && pictures?.every((picture) => fitsPart(picture, part)))
    return { sheet: archiveSheet(image, pictures), pictures, words, isDrawn: false }
  const drawing = (await jpegPicture(await files.read(image.display))) ?? []
  return { sheet: uprightSheet(image), pictures: drawing, words, isDrawn: true }
}

/**
 * The papers that go with a person's record: its dossiers in the order of their ids. Where the profile's names ask for what
 * is not surely known, the neutral names are taken: a paper is never kept back for its name.
 */
export async function* papersOfPerson(
  { dossiers }: { readonly dossiers: readonly string[] },
  { eDossier }: Pick<Profile, 'eDossier'>,
  desk: Desk,
): AsyncGenerator<{ readonly path: string; readonly bytes: Uint8Array }> {
  if (eDossier === undefined) return
  const wanted = { ...(await readNamingPlan(eDossier.naming ?? 'contents')), pdfa: eDossier.pdfa }
  const folders = packageNames(dossiers)
  for (const [dossier, folder] of folders) {
    const opened = await openEDossier(dossier, wanted, desk)
    const named =
      opened === undefined || opened.missing.length === 0
        ? opened
        : await openEDossier(dossier, { ...(await readNamingPlan('contents')), pdfa: eDossier.pdfa }, desk)
    if (named === undefined) continue
    for await (const { paper, bytes } of named.files()) yield { path: `${folder}/${paper.path}`, bytes }
  }
}

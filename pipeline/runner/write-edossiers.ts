// Writes e-dossiers into a folder: bare files, or archive packages with METS, EAD and PREMIS; and a list of what was written
// and what was not. A dossier that may not be named surely is told and not written.
import type { NamingPlan, OutRecord } from '../../schemas/index.ts'
import { clauseCount } from '../adapters/pdf/archive-check.ts'
import { verapdfVerdict } from '../adapters/verapdf.ts'
import { type ArchivedPaper, type ArchivePackage, archivePaths } from '../core/edossier/archive-package.ts'
import { eadOf } from '../core/edossier/ead.ts'
import { packageMets, representationMets } from '../core/edossier/mets.ts'
import { premisOf } from '../core/edossier/premis.ts'
import { type Desk, type EDossier, openEDossier } from './edossier.ts'

export interface WrittenDossier {
  readonly dossier: string
  readonly folder: string
  readonly papers: readonly (ArchivedPaper & { readonly form?: string; readonly drawn: readonly number[] })[]
  readonly leftOut: EDossier['leftOut']
  /** Forms of papers that do not belong to this archive. */
  readonly foreign: readonly string[]
  /** Why it was not written: names of what is not surely known, or that it is closed. */
  readonly missing: readonly string[]
  /** What veraPDF says where it is installed; nothing where it is not. */
  readonly verapdf?: 'passed' | 'failed'
}

export interface Shelf extends Desk {
  readonly plan: NamingPlan
  readonly out: string
  /** ISO 8601 with the office's own offset, for the package's own papers. */
  readonly at: string
}

export async function writeEDossier({ dossier, ...record }: OutRecord, shelf: Shelf): Promise<WrittenDossier> {
  const opened = await openEDossier(dossier, shelf.plan, shelf)
  const nothing = { dossier, folder: '', papers: [], leftOut: [], foreign: [] }
  if (opened === undefined) return { ...nothing, missing: ['closed'] }
  const { folder, leftOut, missing } = opened
  const foreign = opened.foreign.map(({ form = '' }) => form)
  if (missing.length > 0 || opened.papers.length === 0) return { ...nothing, folder, leftOut, foreign, missing }
  const papers = []
  const verdicts = new Set<string>()
  for await (const { paper, bytes, drawn } of opened.files()) {
    const base = shelf.plan.archive === undefined ? '' : archivePaths.data
    const { number, title, type, documentId, date, form } = paper
    const written = await shelf.files.writeOut(shelf.out, `${folder}/${base}${paper.path}`, bytes)
    const verdict = await verapdfVerdict(written.path, shelf)
    if (verdict !== undefined) verdicts.add(verdict)
    papers.push({
      ...{ path: base + paper.path, bytes: written.bytes, sha256: written.sha256, number, title, type },
      ...(documentId !== undefined && { documentId }),
      ...(date !== undefined && { date }),
      ...(form !== undefined && { form }),
      ...{ pages: paper.pages.map((page) => page.number), drawn },
    })
  }
  const verapdf = verdicts.has('failed') ? 'failed' : verdicts.has('passed') ? 'passed' : undefined
  await describe({ ...record, dossier }, { folder, papers, leftOut }, verapdf, shelf)
  return { dossier, folder, papers, leftOut, foreign, missing, ...(verapdf && { verapdf }) }
}

async function describe(
  record: OutRecord,
  { folder, papers, leftOut }: Pick<ArchivePackage, 'folder' | 'papers' | 'leftOut'>,
  verapdf: string | undefined,
  { plan, files, out, at }: Shelf,
): Promise<void> {
  if (plan.archive === undefined) return
  const count = clauseCount(plan.pdfa === '1b' ? 1 : 2)
  const own = { by: `Tự kiểm tra ${count} điều của ISO 19005 (tự kiểm tra, không phải chứng nhận)`, outcome: 'đạt' }
  const checks =
    verapdf === undefined ? [own] : [own, { by: 'veraPDF', outcome: verapdf === 'passed' ? 'đạt' : 'không đạt' }]
  const made: ArchivePackage = { plan, codes: plan.archive, folder, record, papers, at, status: 'NEW', checks, leftOut }
  const write = async (path: string, text: string) => ({
    ...(await files.writeOut(out, `${folder}/${path}`, new TextEncoder().encode(text))),
    path,
  })
  const ead = await write(archivePaths.ead, eadOf(made))
  const premis = await write(archivePaths.premis, premisOf(made))
  const representation = await write(archivePaths.representation, representationMets(made))
  await write(archivePaths.mets, packageMets(made, { ead, premis, representation }))
}

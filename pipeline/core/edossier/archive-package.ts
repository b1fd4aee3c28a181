// The archive package of one dossier as data (Thông tư 05/2025/TT-BNV; OAIS, E-ARK CSIP): what METS, EAD and PREMIS tell.
import type { ArchiveCodes, NamingPlan, OutRecord, PaperType } from '../../../schemas/index.ts'
import { sha256 } from '../id.ts'

export interface ArchiveFile {
  /** Inside the package. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface ArchivedPaper extends ArchiveFile {
  readonly number: number
  readonly title: string
  readonly type: PaperType
  readonly documentId?: string
  readonly pages: readonly number[]
  readonly date?: string
}

export interface ArchivePackage {
  readonly plan: NamingPlan
  readonly codes: ArchiveCodes
  readonly folder: string
  readonly record: OutRecord
  readonly papers: readonly ArchivedPaper[]
  /** ISO 8601 with the office's own offset. */
  readonly at: string
  readonly status: 'NEW' | 'SUPPLEMENT'
  /** Who looked at the files and what came of it, for PREMIS. */
  readonly checks: readonly { readonly by: string; readonly outcome: string }[]
  /** Numbers of the pages left out, with the reason. */
  readonly leftOut: readonly { readonly fate: string; readonly page: number }[]
}

export const archivePaths = {
  mets: 'METS.xml',
  ead: 'metadata/descriptive/EAD.xml',
  premis: 'metadata/preservation/PREMIS.xml',
  representation: 'representations/rep1/METS.xml',
  data: 'representations/rep1/data/',
} as const

/** The same papers have the same name for ever: a UUID of the content (RFC 9562, version 8). */
export function packageUuid({ record, papers }: Pick<ArchivePackage, 'record' | 'papers'>): string {
  const hex = sha256([record.dossier, ...papers.map((paper) => `${paper.path} ${paper.sha256}`)].join('\n'))
  const part = (start: number, length: number) => hex.slice(start, start + length)
  return `urn:uuid:${part(0, 8)}-${part(8, 4)}-8${part(13, 3)}-a${part(17, 3)}-${part(20, 12)}`
}

/** From the oldest paper to the newest, as far as they tell. */
export function spanOf(papers: readonly Pick<ArchivedPaper, 'date'>[]): { from?: string; to?: string } {
  const dates = papers.flatMap(({ date }) => date ?? []).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  return from === undefined || to === undefined ? {} : { from, to }
}

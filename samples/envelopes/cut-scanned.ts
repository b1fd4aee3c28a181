// A drawn envelope through the real program, from a scan to the fate of each page.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Fate } from '../../schemas/index.ts'
import type { Profile } from '../damage.ts'
import { ask } from '../program.ts'
import { scanOf } from './draw-envelope.ts'
import type { Envelope } from './envelope.ts'
import { type CutScore, scoreCut } from './measure-cut.ts'

const Told = z.object({
  pages: z.array(
    z.object({
      pageId: z.string(),
      fate: Fate,
      document: z.string().optional(),
      kind: z.string().optional(),
      place: z.int().optional(),
      startsAt: z.int().optional(),
    }),
  ),
})
type ToldPage = z.infer<typeof Told>['pages'][number]

export async function cutScanned(envelope: Envelope, profile: Profile): Promise<CutScore> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-envelope-'))
  const place = ['--workspace', join(folder, 'workspace')]
  try {
    await mkdir(join(folder, 'in', 'B'), { recursive: true })
    await writeFile(join(folder, 'in', 'B', 'scan.pdf'), await scanOf(envelope, profile))
    await ask(['run', join(folder, 'in'), ...place], [0, 1])
    const { pages } = Told.parse(JSON.parse(await ask(['pages', '--dossier', 'B', '--json', ...place])))
    const idAt = (number: number | undefined) => pages[(number ?? 0) - 1]?.pageId
    const fates = pages.map(({ pageId, fate, document, startsAt }) => ({
      pageId,
      fate,
      ...(document !== undefined && { documentId: document }),
      ...(startsAt !== undefined && { startsAt: idAt(startsAt) ?? '' }),
    }))
    return scoreCut(
      envelope,
      pages.map(({ pageId }) => pageId),
      { documents: papersOf(pages), fates },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function papersOf(pages: readonly ToldPage[]) {
  const names = [...new Set(pages.flatMap(({ document }) => document ?? []))]
  return names.map((documentId) => {
    const own = pages.filter(({ document }) => document === documentId)
    const ordered = own.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
    const kind = own[0]?.kind
    return { pages: ordered.map(({ pageId }) => pageId), ...(kind !== undefined && { kind }) }
  })
}

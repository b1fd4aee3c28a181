// Takes one delivered file in: keeps its bytes as they are, says what it is and which pages it has.
// Which files make a dossier is the caller's business; a file that cannot be opened is UnreadableInput.
import { z } from 'zod'
import { Page, Scan } from '../../schemas/index.ts'
import { defineStage } from '../core/stage.ts'

export const intake = defineStage({
  name: 'intake',
  version: 1,
  unit: 'scan',
  reads: [],
  input: z.object({
    dossier: z.string().min(1),
    /** Inside the dossier, with `/`. */
    path: z.string().min(1),
    /** Where the file lies now. */
    delivered: z.string().min(1),
    sha256: z.string().length(64),
  }),
  output: z.object({ scan: Scan, pages: z.array(Page).min(1) }),
  settings: ['maxPages', 'maxPagePixels'],
  run: async ({ dossier, path, delivered }, { files, scanReader, log, signal }) => {
    const kept = await files.keepOriginal(dossier, delivered)
    const found = await scanReader.inspect(kept.original, { log, signal })
    const scanId = `${dossier}/${path}`
    const pages = Array.from({ length: found.pages }, (_, index) => ({
      pageId: `${scanId}#${index + 1}`,
      scanId,
      dossier,
      scanPage: index + 1,
    }))
    log.info('scan taken in', { kind: found.kind, pages: found.pages, bytes: kept.bytes })
    return { scan: { scanId, dossier, path, ...kept, ...found }, pages }
  },
})

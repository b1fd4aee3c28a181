// Makes one page upright and clean, once for people (display) and once for the engine (reading), of one geometry.
// Says whether the page is blank; what stands on it is the business of recognize.
import { z } from 'zod'
import { Page, PageImage, Scan } from '../../schemas/index.ts'
import { sha256 } from '../core/id.ts'
import { defineStage } from '../core/stage.ts'

export const render = defineStage({
  name: 'render',
  version: 5,
  unit: 'page',
  reads: [],
  input: z.object({ page: Page, scan: Scan }),
  output: PageImage,
  settings: ['renderDpi', 'readingDpi', 'maxPagePixels', 'models'],
  run: async ({ page, scan }, { files, scanReader, log, signal }) => {
    const { display, reading, redPrint, ...prepared } = await scanReader.prepare(scan.original, page.scanPage, {
      log,
      signal,
    })
    log.info('page rendered', {
      dpi: prepared.dpi,
      turn: prepared.turn,
      skew: prepared.skewDegrees,
      isBlank: prepared.isBlank,
    })
    return {
      pageId: page.pageId,
      sha256: sha256(display),
      display: await files.keepDerived(page.dossier, 'jpg', display),
      ...(reading && { reading: await files.keepDerived(page.dossier, 'png', reading) }),
      ...(redPrint && { redPrint: await files.keepDerived(page.dossier, 'png', redPrint) }),
      ...prepared,
    }
  },
})

// Reads the words of one page with the engine; nothing is corrected here. Blank pages never come this way, and of a page that
// a program wrote its own text is taken.
import { z } from 'zod'
import { PageImage, PageText } from '../../schemas/index.ts'
import { BrokenContract } from '../core/errors.ts'
import { weighed } from '../core/handwriting.ts'
import { secretMarkOf } from '../core/secret-mark.ts'
import { gutterOf } from '../core/spread.ts'
import { defineStage } from '../core/stage.ts'

export const recognize = defineStage({
  name: 'recognize',
  version: 6,
  unit: 'page',
  reads: [],
  input: z.object({ image: PageImage }),
  output: PageText,
  settings: ['models'],
  run: async ({ image }, { scanReader, log, signal }) => {
    if (image.reading === undefined) {
      throw new BrokenContract('Trang trắng không được đưa vào nhận dạng. Hãy báo lỗi này cho nhóm phát triển.')
    }
    const { pageId, rulings, marks, redPrint } = image
    const lines = image.ownText ?? (await scanReader.read(image.reading, { log, signal }))
    log.info('page read', { lines: lines.length, words: lines.reduce((sum, line) => sum + line.words.length, 0) })
    // The picture for the engine has no red ink, and a stamp of secrecy is red.
    const red = redPrint === undefined ? [] : await scanReader.read(redPrint, { log, signal })
    const secret = secretMarkOf({ pageId, lines, rulings }, red)
    const gutter = gutterOf(lines, rulings, image.width / image.height)
    return {
      pageId,
      lines,
      rulings,
      ...(marks && { marks: weighed(marks, lines) }),
      ...(gutter !== undefined && { gutter }),
      ...(secret && { secret }),
    }
  },
})

// Reads the words of one page with the engine; nothing is corrected here. Blank pages never come this way.
import { z } from 'zod'
import { PageImage, PageText } from '../../schemas/index.ts'
import { BrokenContract } from '../core/errors.ts'
import { defineStage } from '../core/stage.ts'

export const recognize = defineStage({
  name: 'recognize',
  version: 2,
  unit: 'page',
  reads: [],
  input: z.object({ image: PageImage }),
  output: PageText,
  run: async ({ image }, { files, recognizer, signal, log }) => {
    if (image.reading === undefined) {
      throw new BrokenContract('Trang trắng không được đưa vào nhận dạng. Hãy báo lỗi này cho nhóm phát triển.')
    }
    const lines = await recognizer.read(await files.read(image.reading), signal)
    log.info('page read', { lines: lines.length, words: lines.reduce((sum, line) => sum + line.words.length, 0) })
    return { pageId: image.pageId, lines, rulings: image.rulings }
  },
})

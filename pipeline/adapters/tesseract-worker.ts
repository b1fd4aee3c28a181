// Starts one tesseract.js worker with one of the two models of Vietnamese print: the stock one, and our own, trained from it
// (models/README.md). Both are read from disk; nothing is fetched and nothing is written.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import type { ModelName } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'

const SETTINGS = {
  // Nothing may be carried from page to page: no dictionary of the document, no adaptive learning.
  tessedit_enable_doc_dict: '0',
  classify_enable_learning: '0',
  classify_enable_adaptive_matcher: '0',
  // Signs the Vietnamese model knows and no form contains. Those that stand for a letter of ours are read: tesseract-words.ts.
  tessedit_char_blacklist: 'œŒ®©«»„‚‹›ßæÆ¥£€¢¤',
  // The imaging makes all letters of one size; what the file says of its resolution would only confuse.
  user_defined_dpi: '300',
}

const models: Readonly<Record<ModelName, { language: string; folder: () => string }>> = {
  own: { language: 'hoso', folder: () => fileURLToPath(new URL('./models', import.meta.url)) },
  stock: { language: 'vie', folder: stockFolder },
}

export async function startWorker(model: ModelName): Promise<Worker> {
  const { language, folder } = models[model]
  const langPath = folder()
  if (!existsSync(path.join(langPath, `${language}.traineddata.gz`)))
    throw new EnvironmentError('Thiếu dữ liệu tiếng Việt của bộ nhận dạng. Hãy chạy lại `npm ci`.')
  const options = { langPath, cacheMethod: 'none', gzip: true, errorHandler: () => undefined }
  const worker = await createWorker(language, OEM.LSTM_ONLY, options).catch((cause: unknown) => {
    throw new EnvironmentError('Không khởi động được bộ nhận dạng. Hãy chạy lại `npm ci`.', { cause })
  })
  await worker.setParameters(SETTINGS)
  return worker
}

function stockFolder(): string {
  const home = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  return path.join(home, '4.0.0_best_int')
}

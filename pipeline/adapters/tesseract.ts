// The OCR engine of this process: one tesseract.js worker that reads from disk only and never learns from page to page.
// How long a page may take, and how much memory, is watched from outside; so is its death, which ends the process.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js'
import type { Line } from '../../schemas/index.ts'
import { EngineFailure, EnvironmentError } from '../core/errors.ts'
import type { Grid } from './imaging/grid.ts'
import { meanConfidence, readLines } from './tesseract-words.ts'

/** Throws EngineFailure; the engine is not to be used again then. */
export interface Recognizer extends AsyncDisposable {
  /** All lines of the page, boxes in fractions of the image. */
  read(png: Uint8Array): Promise<Line[]>
  /** Mean confidence (0 to 1) over the words of a strip; 0 when there is none. */
  probe(png: Uint8Array): Promise<number>
}

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

/** No engine before a page needs one. */
export function createRecognizer(): Recognizer {
  let started: Promise<Worker> | undefined
  const run = async (picture: Grid, mode: PSM): Promise<Page> => {
    started ??= start()
    return recognize(await started, picture, mode)
  }
  return {
    // Sparse text finds the words of forms and tables that the other modes take for columns or pictures.
    read: async (png) => {
      const picture = await pictureOf(png)
      return readLines(await run(picture, PSM.SPARSE_TEXT), picture)
    },
    probe: async (png) => meanConfidence(await run(await pictureOf(png), PSM.SINGLE_BLOCK)),
    async [Symbol.asyncDispose]() {
      await (await started)?.terminate()
    },
  }
}

async function recognize(worker: Worker, picture: Grid, mode: PSM): Promise<Page> {
  try {
    await worker.setParameters({ tessedit_pageseg_mode: mode })
    const { data } = await worker.recognize(asPgm(picture), {}, { blocks: true, text: false })
    return data
  } catch (cause) {
    throw failure(cause)
  }
}

const failure = (cause: unknown) =>
  new EngineFailure('Bộ nhận dạng gặp sự cố khi đọc trang này. Hãy chạy lại; nếu vẫn vậy, hãy quét lại trang.', {
    cause,
  })

async function pictureOf(png: Uint8Array): Promise<Grid> {
  const picture = sharp(png).toColourspace('b-w').raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true }).catch((cause: unknown) => {
    throw failure(cause)
  })
  return { width: info.width, height: info.height, data }
}

/** tesseract.js looks for an orientation as photographs have it in so many bytes of any picture. */
const LOOKED_AT = 500

/** Plain pixels: decoded already, and the engine need not do it again. */
function asPgm({ width, height, data }: Grid): Buffer {
  return Buffer.concat([Buffer.from(`P5\n#${' '.repeat(LOOKED_AT)}\n${width} ${height}\n255\n`), data])
}

/** Language data and core come from node_modules; with `cacheMethod: none` nothing is fetched and nothing is written. */
async function start(): Promise<Worker> {
  const langPath = languageFolder()
  const options = { langPath, cacheMethod: 'none', gzip: true, errorHandler: () => undefined }
  const worker = await createWorker('vie', OEM.LSTM_ONLY, options).catch((cause: unknown) => {
    throw new EnvironmentError('Không khởi động được bộ nhận dạng. Hãy chạy lại `npm ci`.', { cause })
  })
  await worker.setParameters(SETTINGS)
  return worker
}

function languageFolder(): string {
  const home = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const folder = path.join(home, '4.0.0_best_int')
  if (!existsSync(path.join(folder, 'vie.traineddata.gz'))) {
    throw new EnvironmentError('Thiếu dữ liệu tiếng Việt của bộ nhận dạng. Hãy chạy lại `npm ci`.')
  }
  return folder
}

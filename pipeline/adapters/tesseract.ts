// The OCR engine: a small pool of tesseract.js workers that read from disk only and never learn from page to page.
// Every job has a time limit; a worker that died, hung or was interrupted is thrown away and a fresh one takes its place.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker as Thread } from 'node:worker_threads'
import PQueue from 'p-queue'
import sharp from 'sharp'
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js'
import { EngineFailure, EnvironmentError } from '../core/errors.ts'
import type { Recognizer } from '../core/stage.ts'
import type { Grid } from './imaging/grid.ts'
import { meanConfidence, readLines } from './tesseract-words.ts'

export interface EngineOptions {
  readonly workers: number
  readonly pageMillis: number
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

interface Engine {
  readonly worker: Worker
  /** Rejects when the thread dies under a job, which tesseract.js itself would never tell. */
  readonly died: Promise<never>
}

export async function createRecognizer({ workers, pageMillis }: EngineOptions): Promise<Recognizer & AsyncDisposable> {
  // None until a page needs one: a run that finds all pages read starts no engine.
  const idle: Engine[] = []
  const queue = new PQueue({ concurrency: workers })

  const run = (png: Uint8Array, mode: PSM, signal: AbortSignal): Promise<Page> =>
    queue.add(
      async () => {
        const engine = idle.pop() ?? (await start())
        try {
          const page = await within(pageMillis, signal, engine, recognize(engine.worker, png, mode))
          idle.push(engine)
          return page
        } catch (cause) {
          await engine.worker.terminate()
          throw cause
        }
      },
      { signal },
    )

  return {
    // Sparse text finds the words of forms and tables that the other modes take for columns or pictures.
    read: async (png, signal) => readLines(await run(png, PSM.SPARSE_TEXT, signal), await pictureOf(png)),
    probe: async (png, signal) => meanConfidence(await run(png, PSM.SINGLE_BLOCK, signal)),
    async [Symbol.asyncDispose]() {
      queue.clear()
      await queue.onIdle()
      await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()))
    },
  }
}

async function recognize(worker: Worker, png: Uint8Array, mode: PSM): Promise<Page> {
  await worker.setParameters({ tessedit_pageseg_mode: mode })
  const { data } = await worker.recognize(Buffer.from(png), {}, { blocks: true, text: false })
  return data
}

async function pictureOf(png: Uint8Array): Promise<Grid> {
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

async function within(millis: number, signal: AbortSignal, engine: Engine, work: Promise<Page>): Promise<Page> {
  const { promise: stopped, reject } = withReject()
  const late = () => reject(new EngineFailure('Nhận dạng một trang quá thời gian cho phép. Trang sẽ được đọc lại.'))
  const aborted = () => reject(signal.reason)
  const timer = setTimeout(late, millis)
  signal.addEventListener('abort', aborted, { once: true })
  try {
    return await Promise.race([work, engine.died, stopped])
  } catch (cause) {
    signal.throwIfAborted()
    throw cause instanceof EngineFailure ? cause : crashed(cause)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', aborted)
  }
}

const crashed = (cause: unknown) =>
  new EngineFailure('Bộ nhận dạng gặp sự cố khi đọc một trang. Trang sẽ được đọc lại bằng bộ mới.', { cause })

function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse
  })
  promise.catch(() => undefined)
  return { promise, reject }
}

/** Language data and core come from node_modules; with `cacheMethod: none` nothing is fetched and nothing is written. */
async function start(): Promise<Engine> {
  const langPath = languageFolder()
  const options = { langPath, cacheMethod: 'none', gzip: true, errorHandler: () => undefined }
  const worker = await createWorker('vie', OEM.LSTM_ONLY, options).catch((cause: unknown) => {
    throw new EnvironmentError('Không khởi động được bộ nhận dạng. Hãy chạy lại `npm ci`.', { cause })
  })
  await worker.setParameters(SETTINGS)
  const { promise: died, reject } = withReject()
  if ('worker' in worker && worker.worker instanceof Thread) {
    worker.worker.on('error', (cause) => reject(crashed(cause)))
    worker.worker.on('exit', (code) => reject(crashed(code)))
  }
  return { worker, died }
}

function languageFolder(): string {
  const home = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const folder = path.join(home, '4.0.0_best_int')
  if (!existsSync(path.join(folder, 'vie.traineddata.gz'))) {
    throw new EnvironmentError('Thiếu dữ liệu tiếng Việt của bộ nhận dạng. Hãy chạy lại `npm ci`.')
  }
  return folder
}

// The OCR engines of this process, one for each model: they read from disk only and never learn from page to page.
// How long a page may take, and how much memory, is watched from outside; so is its death, which ends the process.
import sharp from 'sharp'
import { type Page, PSM, type Worker } from 'tesseract.js'
import type { Box, Line, ModelName, ReadLine } from '../../schemas/index.ts'
import { EngineFailure } from '../core/errors.ts'
import { lineImage } from './imaging/line-image.ts'
import type { Grid } from './imaging/grid.ts'
import { startWorker } from './tesseract-worker.ts'
import { meanConfidence, readLine, readLines } from './tesseract-words.ts'

/** Throws EngineFailure; the engine is not to be used again then. */
export interface Recognizer extends AsyncDisposable {
  /** All lines of the page, boxes in fractions of the image. */
  read(png: Uint8Array): Promise<Line[]>
  /** Single lines of the page by the second model; one answer for each box, in their order. */
  reread(png: Uint8Array, boxes: readonly Box[]): Promise<ReadLine[]>
  /** Mean confidence (0 to 1) over the words of a strip; 0 when there is none. */
  probe(png: Uint8Array): Promise<number>
}

/** No engine before a page needs one. */
export function createRecognizer({
  pages,
  again = pages,
}: {
  pages: ModelName
  again?: ModelName | undefined
}): Recognizer {
  const started = new Map<ModelName, Promise<Worker>>()
  const run = async (model: ModelName, picture: Grid, mode: PSM): Promise<Page> => {
    const worker = started.get(model) ?? startWorker(model)
    started.set(model, worker)
    return recognize(await worker, picture, mode)
  }
  return {
    // Sparse text finds the words of forms and tables that the other modes take for columns or pictures.
    read: async (png) => {
      const picture = await pictureOf(png)
      return readLines(await run(pages, picture, PSM.SPARSE_TEXT), picture)
    },
    reread: async (png, boxes) => {
      const picture = await pictureOf(png)
      const lines: ReadLine[] = []
      for (const box of boxes) {
        const line = lineImage(picture, box)
        // On white paper an engine dreams.
        if (!line.data.some((value) => value < FAINTEST_INK)) {
          lines.push([])
          continue
        }
        const read = readLine(await run(again, line, PSM.SINGLE_LINE), line)
        // One digit alone is too little to find a line by.
        lines.push(read.length > 0 ? read : readLine(await run(again, line, PSM.SINGLE_WORD), line))
      }
      return lines
    },
    probe: async (png) => meanConfidence(await run(pages, await pictureOf(png), PSM.SINGLE_BLOCK)),
    async [Symbol.asyncDispose]() {
      for (const worker of started.values()) await (await worker).terminate()
    },
  }
}

/** Darker is ink: the paper of a cleaned page is white. */
const FAINTEST_INK = 200

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

// Plain engines over the pages of a run, to hold the pipeline's cost against: tesseract.js in this process, native tesseract and
// OCRmyPDF where they are installed. All with default settings and the Vietnamese data that comes with our packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { createWorker } from 'tesseract.js'
import { createRasterizer } from '../pipeline/adapters/rasterizer.ts'
import type { Config } from '../pipeline/core/config.ts'
import { openFiles } from '../pipeline/runner/open-files.ts'
import type { Store } from '../pipeline/store/database.ts'

const languageFolder = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
)
/** Where distributions keep what tesseract needs besides a language. */
const nativeData = ['/usr/share/tesseract-ocr/5/tessdata', '/usr/share/tessdata']
const ticksPerSecond = 100

/** Every page as a picture of at most 300 dpi, as the pipeline draws it; gone when disposed of. */
export async function pagesAsPng(
  pages: readonly { original: string; scanPage: number }[],
  config: Config,
  store: Store,
): Promise<{ files: string[] } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-bench-pages-'))
  await using rasterizer = createRasterizer(openFiles(config, store), config)
  const files: string[] = []
  for (const { original, scanPage } of pages) {
    const { data, width, height, channels, dpi } = await rasterizer.rasterize(original, scanPage)
    const file = join(folder, `${files.length}.png`)
    await sharp(data, { raw: { width, height, channels } }).withMetadata({ density: dpi }).png().toFile(file)
    files.push(file)
  }
  return { files, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** CPU seconds of recognising alone; starting the engine is not counted. */
export async function plainTesseractJs(files: readonly string[]): Promise<number> {
  const options = { langPath: languageFolder, cacheMethod: 'none', gzip: true, errorHandler: () => undefined }
  const worker = await createWorker('vie', 1, options)
  let micros = 0
  for (const file of files) {
    const png = await readFile(file)
    const before = process.cpuUsage()
    await worker.recognize(png)
    const { user, system } = process.cpuUsage(before)
    micros += user + system
  }
  await worker.terminate()
  return micros / 1e6
}

export function nativeTesseract(files: readonly string[]): Promise<number | string> {
  if (!isInstalled('tesseract')) return Promise.resolve('not installed')
  return withData((data) =>
    childSeconds(() => {
      for (const file of files) run('tesseract', [file, join(data, 'out'), '-l', 'vie', '--tessdata-dir', data])
    }),
  )
}

export function ocrmyPdf(originals: readonly string[]): Promise<number | string> {
  if (!isInstalled('ocrmypdf')) return Promise.resolve('not installed')
  return withData((data) =>
    childSeconds(() => {
      for (const file of originals.filter((each) => each.endsWith('.pdf')))
        run('ocrmypdf', ['-l', 'vie', '--force-ocr', file, join(data, 'out.pdf')], { TESSDATA_PREFIX: data })
    }),
  )
}

const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0

function run(program: string, words: readonly string[], more: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(program, words, { env: { ...process.env, OMP_THREAD_LIMIT: '1', ...more } })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.toString('utf8')}`)
}

async function withData(work: (folder: string) => number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-bench-data-'))
  try {
    const packed = readFileSync(join(languageFolder, 'vie.traineddata.gz'))
    await writeFile(join(folder, 'vie.traineddata'), gunzipSync(packed))
    const native = nativeData.find((each) => existsSync(each))
    for (const part of ['configs', 'tessconfigs', 'pdf.ttf', 'osd.traineddata'])
      if (native && existsSync(join(native, part))) symlinkSync(join(native, part), join(folder, part))
    return work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** CPU of the processes that ended meanwhile, their children included. */
function childSeconds(work: () => void): number {
  const spent = () => {
    const [, stat = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ')
    const [user = '0', system = '0'] = stat.split(' ').slice(13, 15)
    return (Number(user) + Number(system)) / ticksPerSecond
  }
  const before = spent()
  work()
  return spent() - before
}

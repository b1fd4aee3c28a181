// `npm run bench [-- FOLDER]`: pages a minute, CPU seconds a page, peak memory, and beside it the CPU of one plain tesseract.js
// pass with default settings over the same scans at 300 dpi. Linux only: it reads /proc.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker } from 'tesseract.js'
import { createFiles } from '../pipeline/adapters/files.ts'
import { createRasterizer } from '../pipeline/adapters/rasterizer.ts'
import { readConfig } from '../pipeline/core/config.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, 'scans')
const workspace = await mkdtemp(join(tmpdir(), 'hoso-bench-'))
const config = readConfig({ flags: { workspace }, environment: process.env, file: {} })
const ticksPerSecond = 100

interface Cost {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** The process alone: the database server's share is not in it (told by the difference of wall and CPU). */
async function measured(words: readonly string[]): Promise<Cost> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'pipeline', 'hoso.mjs'), ...words], {
    stdio: 'ignore',
  })
  let cost = { cpuSeconds: 0, peakMegabytes: 0 }
  const timer = setInterval(() => {
    void costOf(child.pid ?? 0).then((now) => {
      cost = now ?? cost
    })
  }, 100)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(timer)
  return { seconds: (performance.now() - startedAt) / 1000, ...cost }
}

async function costOf(pid: number): Promise<{ cpuSeconds: number; peakMegabytes: number } | undefined> {
  try {
    const [, stat = ''] = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')
    const [user = '0', system = '0'] = stat.split(' ').slice(11, 13)
    const peak = /VmHWM:\s+(\d+)/u.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { cpuSeconds: (Number(user) + Number(system)) / ticksPerSecond, peakMegabytes: Number(peak ?? 0) / 1024 }
  } catch {
    return undefined // It has just ended; the last sample stands.
  }
}

/** Scans and pages as the run registered them, and how long each stage took over all its units. */
async function known() {
  await using store = await openWorkspace(config, process.env)
  const pages = await store.database.page.findMany({ orderBy: { pageId: 'asc' } })
  const scans = await store.database.scan.findMany()
  const runs = await store.database.stageRun.findMany()
  return { pages, originals: new Map(scans.map(({ scanId, body }) => [scanId, originalOf(body)])), runs }
}

function originalOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'original' in body ? String(body.original) : ''
}

async function plainPass({ pages, originals }: Awaited<ReturnType<typeof known>>): Promise<number> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const worker = await createWorker('vie', 1, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  })
  await using rasterizer = createRasterizer(createFiles(workspace), config)
  let micros = 0
  for (const { scanId, scanPage } of pages) {
    const { data: pixels, width, height, channels } = await rasterizer.rasterize(originals.get(scanId) ?? '', scanPage)
    const png = await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer()
    const before = process.cpuUsage()
    await worker.recognize(png)
    const { user, system } = process.cpuUsage(before)
    micros += user + system
  }
  await worker.terminate()
  return micros / 1e6
}

const cost = await measured(['run', folder, '--workspace', workspace, '--workers', String(config.workers)])
const found = await known()
const pages = found.pages.length
const plain = await plainPass(found)
console.log(
  `pages ${pages}, ${((60 * pages) / cost.seconds).toFixed(1)} a minute with ${config.workers} workers, wall ${cost.seconds.toFixed(0)} s`,
)
console.log(`CPU ${(cost.cpuSeconds / pages).toFixed(2)} s a page, peak memory ${cost.peakMegabytes.toFixed(0)} MB`)
console.log(
  `plain tesseract.js ${(plain / pages).toFixed(2)} s CPU a page; whole pipeline is ${(cost.cpuSeconds / plain).toFixed(2)} times that`,
)
for (const stage of [...new Set(found.runs.map((run) => run.stage))]) {
  const units = found.runs.filter((run) => run.stage === stage)
  const millis = units.reduce((sum, { startedAt, finishedAt }) => sum + finishedAt.getTime() - startedAt.getTime(), 0)
  console.log(
    `  ${stage.padEnd(12)} ${(millis / 1000).toFixed(1).padStart(7)} s over ${units.length} units (wall, side by side)`,
  )
}
await rm(workspace, { recursive: true, force: true })

// `npm run bench [-- FOLDER]`: pages a minute, CPU seconds a page by stage, peak memory of the program and of each scan process;
// beside it plain engines over the same pages (bench-engines.ts). Linux only: it reads /proc.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { readConfig } from '../pipeline/core/config.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'
import { nativeTesseract, ocrmyPdf, pagesAsPng, plainTesseractJs } from './bench-engines.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, 'scans')
const workspace = await mkdtemp(join(tmpdir(), 'hoso-bench-'))
const config = readConfig({ flags: { workspace }, environment: process.env, file: {} })
const ticksPerSecond = 100

/** What the log tells of costs: of each job in a scan process, and when a stage has ended. */
const Event = z.union([
  z.object({
    msg: z.literal('job ended'),
    stage: z.string(),
    job: z.string(),
    process: z.int(),
    cpuMillis: z.number(),
    peakMegabytes: z.number(),
  }),
  z.object({ msg: z.literal('stage ended'), stage: z.string() }),
])

interface Costs {
  seconds: number
  /** CPU seconds; `begin and end` is what no stage is to blame for. */
  readonly stages: Map<string, number>
  mainPeak: number
  readonly processPeaks: Map<number, number>
}

/** The program and its scan processes; the database server's share is not in it. */
async function measured(words: readonly string[]): Promise<Costs> {
  const costs: Costs = { seconds: 0, stages: new Map(), mainPeak: 0, processPeaks: new Map() }
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'pipeline', 'hoso.mjs'), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const add = (stage: string, seconds: number) => costs.stages.set(stage, (costs.stages.get(stage) ?? 0) + seconds)
  let [seen, now] = [0, 0]
  const look = () => {
    const main = costOf(child.pid ?? 0)
    now = main?.cpuSeconds ?? now
    costs.mainPeak = main?.peakMegabytes ?? costs.mainPeak
  }
  const timer = setInterval(look, 50)
  for await (const line of createInterface({ input: child.stderr })) {
    const event = line.startsWith('{') ? Event.safeParse(JSON.parse(line)).data : undefined
    if (event?.msg === 'job ended') {
      add(`${event.stage} ${event.job}`, event.cpuMillis / 1000)
      costs.processPeaks.set(event.process, event.peakMegabytes)
    } else if (event) {
      look()
      add(event.stage, now - seen)
      seen = now
    }
  }
  clearInterval(timer)
  add('begin and end', now - seen)
  costs.seconds = (performance.now() - startedAt) / 1000
  return costs
}

function costOf(pid: number): { cpuSeconds: number; peakMegabytes: number } | undefined {
  try {
    const [, stat = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = '0', system = '0'] = stat.split(' ').slice(11, 13)
    const peak = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { cpuSeconds: (Number(user) + Number(system)) / ticksPerSecond, peakMegabytes: Number(peak ?? 0) / 1024 }
  } catch {
    return undefined // It has just ended; the last look stands.
  }
}

/** The pages as the run registered them, each with the file it stands in. */
async function registered(): Promise<{ original: string; scanPage: number }[]> {
  await using store = await openWorkspace(config, process.env)
  const scans = await store.database.scan.findMany()
  const originals = new Map(scans.map(({ scanId, body }) => [scanId, z.object({ original: z.string() }).parse(body)]))
  const pages = await store.database.page.findMany({ orderBy: { pageId: 'asc' } })
  return pages.map(({ scanId, scanPage }) => ({ original: originals.get(scanId)?.original ?? '', scanPage }))
}

const costs = await measured(['run', folder, '--workspace', workspace, '--workers', String(config.workers)])
const pages = await registered()
const whole = [...costs.stages.values()].reduce((sum, seconds) => sum + seconds, 0)
const aPage = (seconds: number) => `${(seconds / pages.length).toFixed(2)} CPU s a page`
console.log(
  `${pages.length} pages, ${((60 * pages.length) / costs.seconds).toFixed(1)} a minute with ${config.workers} workers on ${availableParallelism()} cores, ${costs.seconds.toFixed(0)} s`,
)
console.log(`whole pipeline ${aPage(whole)}`)
// `render prepare`: the job of a stage in a scan process; `render` alone: what the program itself did in that stage.
for (const [stage, seconds] of [...costs.stages].sort(([, a], [, b]) => b - a))
  console.log(
    `  ${stage.padEnd(20)} ${(seconds / pages.length).toFixed(3)}  ${((100 * seconds) / whole).toFixed(1).padStart(5)} %`,
  )
const peaks = [...costs.processPeaks.values()].map((peak) => peak.toFixed(0)).join(', ')
console.log(`peak memory: program ${costs.mainPeak.toFixed(0)} MB, scan processes ${peaks} MB`)

await using store = await openWorkspace(config, process.env)
await using drawn = await pagesAsPng(pages, config, store)
const plain = await plainTesseractJs(drawn.files)
const compare = (name: string, seconds: number | string) =>
  typeof seconds === 'string'
    ? console.log(`${name}: ${seconds}`)
    : console.log(`${name}: ${aPage(seconds)}; the whole pipeline is ${(whole / seconds).toFixed(2)} times that`)
compare('plain tesseract.js (300 dpi, vie best_int)', plain)
compare('native tesseract -l vie (same pictures, same data)', await nativeTesseract(drawn.files))
compare('ocrmypdf -l vie', await ocrmyPdf([...new Set(pages.map(({ original }) => join(workspace, original)))]))
await rm(workspace, { recursive: true, force: true })

// Engines that fail, as real processes: they hang, are killed, grow too large, lose their parent. What failed is tried once
// more in a fresh process, then told with what to do; nothing else of the batch is touched.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createScanReader } from '../../pipeline/adapters/scan-reader.ts'
import { EngineFailure } from '../../pipeline/core/errors.ts'
import type { Asked } from '../../pipeline/core/stage.ts'
import { ask, hoso } from '../../samples/program.ts'
import { quiet } from '../support/quiet.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples', 'scans')
const isWindows = process.platform === 'win32'
const limits = { renderDpi: 300, readingDpi: 200, maxPages: 20, maxPagePixels: 100_000_000, workers: 1 }
const Status = z.object({
  pages: z.object({ total: z.int() }),
  dossiers: z.int(),
  held: z.int(),
  scans: z.object({ delivered: z.int(), unreadable: z.int() }),
})
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-failing-'))
  const sheet = { create: { width: 1240, height: 1754, channels: 3, background: '#ffffff' } } as const
  await sharp(sheet).png().toFile(join(folder, 'sheet.png'))
  const huge = await PDFDocument.create()
  huge.addPage([14_400, 14_400])
  await writeFile(join(folder, 'huge.pdf'), await huge.save())
  await cp(join(samples, '001-clean.pdf'), join(folder, 'form.pdf'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const openReader = (more: { pageMillis?: number; pageMegabytes?: number } = {}) =>
  createScanReader({ ...limits, workspace: folder, pageMillis: 120_000, pageMegabytes: 1500, ...more })

/** Remembers which process did the last job. */
function listening(): Asked & { readonly pid: () => number } {
  let pid = 0
  const info: Asked['log']['info'] = (_, facts) => (pid = Number(facts?.process))
  return { ...quiet, log: { ...quiet.log, info }, pid: () => pid }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let round = 0; round < 100 && isRunning(pid); round++) await pause(100)
  return !isRunning(pid)
}

describe('a scan process', () => {
  it.skipIf(isWindows)('that hangs is killed after the time of a page, and a fresh one goes on', async () => {
    await using reader = openReader({ pageMillis: 5000 })
    const asked = listening()
    await reader.inspect('sheet.png', asked)
    const hung = asked.pid()
    process.kill(hung, 'SIGSTOP')
    await expect(reader.inspect('sheet.png', asked)).rejects.toThrow(/thời gian cho phép \(5 giây\).*Hãy/su)
    expect(isRunning(hung)).toBe(false)
    expect(await reader.inspect('sheet.png', asked)).toEqual({ kind: 'png', pages: 1 })
    expect(asked.pid()).not.toBe(hung)
  })

  it('that is killed in the middle of a page fails that page alone', async () => {
    await using reader = openReader()
    const asked = listening()
    await reader.inspect('form.pdf', asked)
    const page = expect(reader.prepare('form.pdf', 1, asked)).rejects.toThrow(/dừng đột ngột.*Hãy/su)
    process.kill(asked.pid(), 'SIGKILL')
    await page
    expect((await reader.prepare('form.pdf', 1, asked)).isBlank).toBe(false)
  })

  it('that dies while idle is not noticed at all', async () => {
    await using reader = openReader()
    const asked = listening()
    await reader.inspect('sheet.png', asked)
    process.kill(asked.pid(), 'SIGKILL')
    await pause(500)
    expect(await reader.inspect('sheet.png', asked)).toEqual({ kind: 'png', pages: 1 })
  })

  it('that grows too large is killed, and what needs less is done by a fresh one', async () => {
    await using reader = openReader({ pageMegabytes: 400 })
    await expect(reader.prepare('huge.pdf', 1, quiet)).rejects.toThrow(/hơn 400 MB bộ nhớ.*Hãy/su)
    await expect(reader.prepare('huge.pdf', 1, quiet)).rejects.toThrow(EngineFailure)
    expect((await reader.prepare('sheet.png', 1, quiet)).isBlank).toBe(true)
  })

  it('is killed when the run is stopped', async () => {
    await using reader = openReader()
    const [asked, stop] = [listening(), new AbortController()]
    await reader.inspect('form.pdf', asked)
    const page = expect(reader.prepare('form.pdf', 2, { ...asked, signal: stop.signal })).rejects.toThrow('stopped')
    stop.abort(new Error('stopped'))
    await page
    expect(isRunning(asked.pid())).toBe(false)
  })
})

describe('a run', () => {
  const inWorkspace = (name: string, words: readonly string[]) => [...words, '--workspace', join(folder, name)]
  const runIn = (name: string) => inWorkspace(name, ['run', join(folder, 'scans'), '--today', '2026-11-22'])
  const pidsIn = (text: string) => [...text.matchAll(/"process":(\d+)/gu)].map(([, pid]) => Number(pid))

  beforeAll(async () => {
    await mkdir(join(folder, 'scans'))
    for (const name of ['001-clean.pdf', '009-not-a-form.pdf'])
      await cp(join(samples, name), join(folder, 'scans', name))
  })

  it('whose pages all take too long tells it of each, ends with 1, and holds their dossiers', async () => {
    const hasty = await hoso(runIn('hasty'), { environment: { HOSO_PAGE_MILLIS: '1' } })
    expect(hasty.code).toBe(1)
    expect(hasty.err).toMatch(
      /quá thời gian cho phép[^\n]*HOSO_PAGE_MILLIS[^\n]*\n\s+001-clean[^\n]*\n\s+009-not-a-form/u,
    )
    expect(hasty.err.match(/"attempt":2/gu)).toHaveLength(2)
    const status = Status.parse(JSON.parse(await ask(inWorkspace('hasty', ['status', '--json']))))
    expect(status).toEqual({ pages: { total: 0 }, dossiers: 2, held: 2, scans: { delivered: 2, unreadable: 2 } })
  })

  it('in which processes are killed again and again gives what an undisturbed one gives', async () => {
    const seen = new Set<number>()
    const disturbed = await hoso(runIn('disturbed'), {
      onErr: (part) => {
        for (const pid of pidsIn(part).filter((each) => seen.size < 6 && !seen.has(each) && isRunning(each))) {
          seen.add(pid)
          process.kill(pid, 'SIGKILL')
        }
      },
    })
    expect(disturbed.code).toBe(0)
    expect(seen.size).toBe(6)
    expect(await hoso(runIn('calm'))).toMatchObject({ code: 0 })
    const records = (name: string) => ask(inWorkspace(name, ['records', '--json']))
    expect(await records('disturbed')).toBe(await records('calm'))
  })

  it('that is killed leaves no process behind', async () => {
    const pids = new Set<number>()
    await hoso(runIn('killed'), {
      onErr: (part, main) => {
        for (const pid of pidsIn(part)) pids.add(pid)
        if (pids.size > 0) process.kill(main, 'SIGKILL')
      },
    })
    expect(pids.size).toBeGreaterThan(0)
    for (const pid of pids) expect(await gone(pid)).toBe(true)
  })
})

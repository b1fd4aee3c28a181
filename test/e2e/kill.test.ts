// The real program over few real scans, disturbed in every way that an office knows: killed at any moment, started twice, asked
// from a second terminal. Whatever happens, what is told in the end is byte for byte what an undisturbed run tells.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../pipeline/core/config.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import { killRun, measureOf, planned, runWhole, toldOf } from '../../samples/kill/kill-run.ts'
import { deliverFewScans } from '../../samples/kill/scans.ts'
import { ask, type Ended, hoso } from '../../samples/program.ts'
import { seeded } from '../../samples/random.ts'
import { ExportPackage, OutRecord } from '../../schemas/index.ts'

const Status = z.object({
  pages: z.object({ total: z.int(), recognized: z.int(), blank: z.int(), unreadable: z.int() }),
  fates: z.record(z.string(), z.int()),
  closed: z.array(z.string()),
})

let folder = ''
let told = ''
const scans = () => join(folder, 'scans')
const workspace = (name: string) => join(folder, name)
const run = (name: string) => hoso(['run', scans(), '--workspace', workspace(name), '--today', '2026-11-22'])
const question = (name: string, words: readonly string[]) => ask([...words, '--workspace', workspace(name)])
const statusOf = async (name: string) => Status.parse(JSON.parse(await question(name, ['status', '--json'])))
const sum = (...parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-kill-'))
  await deliverFewScans(scans())
  await runWhole(workspace('undisturbed'), scans())
  told = await toldOf(workspace('undisturbed'))
}, 1_200_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the few scans', () => {
  it('come to every kind of end, and both sums hold', async () => {
    const { pages, fates, closed } = await statusOf('undisturbed')
    expect(closed).toEqual(['M'])
    expect(await question('undisturbed', ['status'])).toContain('  M: TỐI MẬT, trang 2\n')
    expect(pages).toEqual(expect.objectContaining({ total: 6, recognized: 3, blank: 1, unreadable: 2 }))
    expect(sum(...Object.values(fates))).toBe(6)
  })

  it('leave nothing of what was read of the secret dossier, neither in the database nor on the disk', async () => {
    const records = z.array(OutRecord).parse(JSON.parse(await question('undisturbed', ['records', '--json'])))
    const secret = records.find(({ dossier }) => dossier === 'M')
    expect([secret?.held, secret?.documents, secret?.findings.map(({ code }) => code)]).toEqual([
      true,
      [],
      ['secret_paper_refused'],
    ])
    // Words of its first page, which stand in no other dossier.
    expect(await everythingIn(workspace('undisturbed'))).not.toMatch(/phong t[ặă]ng|Sở trường/iu)
    const kept = (await readdir(workspace('undisturbed'), { recursive: true })).flatMap(
      (path) => /dossiers[\\/]m-[^\\/]+[\\/]([^\\/]+)/u.exec(path)?.[1] ?? [],
    )
    expect(new Set(kept)).toEqual(new Set(['originals']))
  })
})

/** All rows of all tables, as text. */
async function everythingIn(path: string): Promise<string> {
  const config = readConfig({ flags: { workspace: path }, environment: process.env, file: {} })
  await using store = await openWorkspace(config, process.env)
  const tables = await store.database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const all: unknown[] = []
  for (const { name } of tables) all.push(await store.database.$queryRawUnsafe(`SELECT t::text AS row FROM ${name} t`))
  return JSON.stringify(all)
}

describe('a run that is killed twenty times and then let go', () => {
  it('tells the same as one that was not, and leaves no process behind', async () => {
    const random = seeded('killed twenty times')
    const moments = planned(22, await measureOf(workspace('undisturbed')), random)
    const killed = await killRun(moments, { workspace: workspace('killed'), scans: scans(), random })
    expect(killed.complaints).toEqual([])
    expect(sum(...Object.values(killed.means))).toBeGreaterThanOrEqual(20)
    expect(Object.keys(killed.moments)).toContain("during the register's transaction")
    expect(Object.keys(killed.moments)).toContain('during a migration')
    await runWhole(workspace('killed'), scans())
    expect(await toldOf(workspace('killed'))).toBe(told)
  }, 1_800_000)
})

describe('two first starts at once, and a second terminal', () => {
  let ended: Ended[] = []
  const asked: Ended[] = []
  beforeAll(async () => {
    const runs = [run('twice'), run('twice')]
    let isOver = false
    const over = Promise.all(runs).then((codes) => {
      isOver = true
      return codes
    })
    while (!isOver) {
      for (const words of [
        ['status', '--json'],
        ['records', '--json'],
        ['export', '--out', workspace('package-early')],
      ])
        if (!isOver) asked.push(await hoso([...words, '--workspace', workspace('twice')]))
    }
    ended = await over
  }, 1_200_000)

  it('take turns or the later one is told to wait, and the work is done once and right', async () => {
    expect(ended.filter(({ code }) => code === 1).length).toBeGreaterThanOrEqual(1)
    for (const { code, err } of ended)
      if (code !== 1) expect([code, err]).toEqual([3, expect.stringMatching(/đang chạy/u)])
    await runWhole(workspace('twice'), scans())
    expect(await toldOf(workspace('twice'))).toBe(told)
  }, 600_000)

  it('answer every question meanwhile, with sums that hold; an export waits its turn', () => {
    expect(asked.length).toBeGreaterThan(2)
    for (const { code, out, err } of asked) {
      expect([0, 3]).toContain(code)
      if (code === 3) expect(err).toMatch(/đang chạy/u)
      else if (out.startsWith('{')) {
        const { pages, fates } = Status.parse(JSON.parse(out))
        expect([sum(pages.recognized, pages.blank, pages.unreadable), sum(...Object.values(fates))]).toEqual([
          pages.total,
          pages.total,
        ])
      }
    }
  })

  it('give the same package when a run is started while it is written', async () => {
    const out = workspace('package')
    const [exported, disturbing] = await Promise.all([
      hoso(['export', '--out', out, '--workspace', workspace('twice')]),
      run('twice'),
    ])
    for (const { code } of [exported, disturbing]) expect([0, 1, 3]).toContain(code)
    if (exported.code !== 0) await question('twice', ['export', '--out', out])
    await question('undisturbed', ['export', '--out', workspace('package-undisturbed')])
    const manifestOf = async (path: string) =>
      ExportPackage.parse(JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')))
    expect(await manifestOf(out)).toEqual(await manifestOf(workspace('package-undisturbed')))
  }, 600_000)
})

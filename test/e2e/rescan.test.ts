// A spoilt page from the rescan list to the page that takes its place: the real program, engine and database.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../pipeline/core/config.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import { ask, hoso } from '../../samples/program.ts'
import { OutRecord } from '../../schemas/index.ts'

const sample = join(import.meta.dirname, '..', '..', 'samples', 'scans', '005-blank-page')
const good = await readFile(join(sample, '001.jpg'))
const letter = await readFile(join(sample, '006.jpg'))

/** A coarse, blurred fax of the page. */
const spoilt = () => sharp(good).resize({ width: 620 }).blur(1.6).withDensity(75).jpeg({ quality: 40 }).toBuffer()

const List = z.object({
  pages: z.array(
    z.object({
      code: z.string(),
      dossier: z.string(),
      page: z.int().optional(),
      replaced: z.int(),
      verdict: z.enum(['usable', 'rescan']),
      reasons: z.array(z.object({ code: z.string(), vi: z.string(), remedy: z.string() })).min(1),
    }),
  ),
})
const Taken = z.object({
  rescans: z.array(
    z.object({ file: z.string(), outcome: z.enum(['taken', 'known', 'refused']), problem: z.string().optional() }),
  ),
})

describe('a page that was scanned badly', () => {
  let folder = ''
  let slip = ''
  const inWorkspace = (...words: string[]) => [...words, '--workspace', join(folder, 'workspace')]
  const list = async () => List.parse(JSON.parse(await ask(inWorkspace('rescan', 'list', '--json')))).pages
  const take = async (code: number, ...words: string[]) =>
    Taken.parse(JSON.parse(await ask(inWorkspace('rescan', 'take', ...words, '--json'), [code]))).rescans
  const records = async () => z.array(OutRecord).parse(JSON.parse(await ask(inWorkspace('records', '--json'))))
  const nameOf = async (dossier: string) =>
    (await records()).find((record) => record.dossier === dossier)?.values.fullName
  const originals = async () => {
    const [kept = ''] = (await readdir(join(folder, 'workspace', 'dossiers'))).filter((name) => name.startsWith('thom'))
    return (await readdir(join(folder, 'workspace', 'dossiers', kept, 'originals'))).length
  }
  /** When each page was rendered and recognised last. */
  const ledger = async () => {
    const config = readConfig({ flags: { workspace: join(folder, 'workspace') }, environment: process.env, file: {} })
    await using store = await openWorkspace(config, process.env)
    const runs = await store.database.stageRun.findMany({ where: { stage: { in: ['render', 'recognize'] } } })
    return new Map(runs.map(({ stage, unitId, finishedAt }) => [`${stage} ${unitId}`, finishedAt.getTime()]))
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-rescan-'))
    await mkdir(join(folder, 'scans', 'thom'), { recursive: true })
    await mkdir(join(folder, 'again'))
    await writeFile(join(folder, 'scans', 'thom', '1.jpg'), await spoilt())
    await writeFile(join(folder, 'scans', 'thom', '2.jpg'), letter)
    await writeFile(join(folder, 'scans', 'torn.jpg'), 'not a scan at all')
    await ask(inWorkspace('run', join(folder, 'scans')), [1])
  }, 900_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is on the list with what is wrong and what to do, as is a file that could not be opened', async () => {
    const pages = await list()
    const again = pages.filter(({ verdict }) => verdict === 'rescan')
    expect(again.map(({ dossier, page }) => [dossier, page])).toEqual([
      ['thom', 1],
      ['torn', undefined],
    ])
    slip = again[0]?.code ?? ''
    expect(slip).toMatch(/^QL(-[0-9A-Z]{4}){3}$/u)
    expect((await nameOf('thom'))?.value).not.toBe('Ly Thị Thơm')
  })

  it('gets a slip to print and a line in the workbook', async () => {
    await ask(inWorkspace('rescan', 'list', '--out', join(folder, 'slips')))
    const slips = await PDFDocument.load(await readFile(join(folder, 'slips', 'phieu-quet-lai.pdf')))
    expect(slips.getPageCount()).toBe(2)
    expect(await readdir(join(folder, 'slips'))).toContain('danh-sach-quet-lai.xlsx')
  })

  it('stays as it is when what is handed in fits no slip, cannot be read, or is blank', async () => {
    const before = JSON.stringify(await records())
    const blank = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    await writeFile(join(folder, 'again', 'QL-0000-0000-0000.jpg'), good)
    await writeFile(join(folder, 'again', `${slip}.jpg`), good.subarray(0, 20_000))
    await writeFile(join(folder, 'again', `${slip} (2).jpg`), blank)
    await writeFile(join(folder, 'again', 'no code at all.jpg'), good)
    const taken = await take(1, join(folder, 'again'))
    expect(taken.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused'])
    for (const { problem } of taken) expect(problem).toMatch(/\. Hãy /u)
    expect((await hoso(inWorkspace('rescan', 'take', sample, '--dossier', 'thom', '--page', '9'))).code).toBe(2)
    expect(JSON.stringify(await records())).toBe(before)
  }, 900_000)

  it('is replaced by the page named after its slip: that page alone is read again, and the old one is kept', async () => {
    const before = await ledger()
    const kept = await originals()
    const file = join(folder, `${slip.toLowerCase()}.jpg`)
    await writeFile(file, good)
    expect(await take(1, file)).toMatchObject([{ outcome: 'taken' }])
    const again = [...(await ledger())].filter(([unit, at]) => before.get(unit) !== at).map(([unit]) => unit)
    expect(again.sort()).toEqual(['recognize thom/1.jpg#1', 'render thom/1.jpg#1'])
    expect(await nameOf('thom')).toMatchObject({ value: 'Ly Thị Thơm', page: 1 })
    expect(await originals()).toBe(kept + 1)
    expect(await take(0, file)).toMatchObject([{ outcome: 'known' }])
  }, 900_000)

  it('may be replaced again, by a stack in which it lies behind its slip, and back by an earlier file', async () => {
    const stack = await PDFDocument.load(await readFile(join(folder, 'slips', 'phieu-quet-lai.pdf')))
    const image = await stack.embedJpg(await spoilt())
    const page = stack.insertPage(1, [595, 842])
    page.drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
    stack.removePage(2)
    const file = join(folder, 'stack.pdf')
    await writeFile(file, await stack.save())
    expect(await take(1, file)).toMatchObject([{ outcome: 'taken' }])
    expect((await list()).find(({ code }) => code === slip)).toMatchObject({ verdict: 'rescan', replaced: 2 })
    expect(await take(1, join(folder, `${slip.toLowerCase()}.jpg`))).toMatchObject([{ outcome: 'taken' }])
    expect((await nameOf('thom'))?.value).toBe('Ly Thị Thơm')
    const told = z.array(z.object({ page: z.int() }))
    const history = told.parse(JSON.parse(await ask(inWorkspace('rescan', 'history', '--dossier', 'thom', '--json'))))
    expect(history).toHaveLength(3)
  }, 900_000)

  it('of a file that could not be opened comes with a whole file under the same name', async () => {
    await writeFile(join(folder, 'scans', 'torn.jpg'), good)
    await ask(inWorkspace('run', join(folder, 'scans')))
    expect((await nameOf('torn'))?.value).toBe('Ly Thị Thơm')
    expect((await list()).filter(({ verdict }) => verdict === 'rescan')).toEqual([])
  }, 900_000)
})

// The whole program on the samples: real scans, engine, database, commands, and a package that an independent reader opens.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask, type Ended, hoso } from '../../samples/program.ts'
import { complaints, scoreDossier } from '../../samples/score.ts'
import { Truth } from '../../samples/truth.ts'
import { ExportPackage, OutRecord } from '../../schemas/index.ts'
import { pdfText } from '../support/pdf-text.ts'
import { traceAll } from '../support/trace-flaws.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const Status = z.object({
  pages: z.object({ total: z.int(), recognized: z.int(), blank: z.int(), unreadable: z.int(), pending: z.int() }),
  fates: z.object({ document: z.int(), blank: z.int(), separator: z.int(), orphan: z.int(), unreadable: z.int() }),
})

describe('the samples, from scan to package', () => {
  let folder = ''
  let first: Ended
  let truths: Truth[] = []
  let records: OutRecord[] = []
  const inWorkspace = (words: readonly string[]) => [...words, '--workspace', join(folder, 'workspace')]
  const run = () => hoso(inWorkspace(['run', join(samples, 'scans'), '--today', '2026-11-22']))

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-e2e-'))
    first = await run()
    const files = (await readdir(join(samples, 'truth'))).filter((file) => file.endsWith('.json')).sort()
    truths = await Promise.all(
      files.map(async (file) => Truth.parse(JSON.parse(await readFile(join(samples, 'truth', file), 'utf8')))),
    )
    records = z.array(OutRecord).parse(JSON.parse(await ask(inWorkspace(['records', '--json']))))
  }, 900_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('ends with 1, because two scans cannot be read, and says which and what to do', () => {
    expect(first.code).toBe(1)
    expect(first.err).toMatch(/mật khẩu[^\n]*\n\s+010-encrypted/u)
    expect(first.err).toMatch(/hỏng[^\n]*\n\s+011-broken/u)
  })

  it('every sample comes out as its truth expects', () => {
    const wrong = truths.flatMap((truth) =>
      complaints(
        truth,
        records.find(({ dossier }) => dossier === truth.dossier),
      ).map((each) => `${truth.dossier}: ${each}`),
    )
    expect(wrong).toEqual([])
  })

  it('reads the clean sample right in at least 95 % of the fields', () => {
    const clean = truths.find(({ dossier }) => dossier === '001-clean')
    const { fields } = scoreDossier(
      Truth.parse(clean),
      records.find(({ dossier }) => dossier === '001-clean'),
      [],
    )
    expect(fields.right / fields.total).toBeGreaterThanOrEqual(0.95)
  })

  it('leads every value back to a rectangle on a scan that is there, or to a decision', async () => {
    const { values, crops, flaws } = await traceAll(join(folder, 'workspace'), '001-clean')
    expect(flaws).toEqual([])
    expect(values).toBeGreaterThan(500)
    expect(crops).toBeGreaterThan(50)
  })

  it('accounts for every page: both sums equal the total', async () => {
    const { pages, fates } = Status.parse(JSON.parse(await ask(inWorkspace(['status', '--json']))))
    expect(pages.recognized + pages.blank + pages.unreadable).toBe(pages.total)
    expect(fates.document + fates.blank + fates.separator + fates.orphan + fates.unreadable).toBe(pages.total)
    expect(pages).toMatchObject({
      total: truths.reduce((sum, truth) => sum + (truth.expected.outcome === 'read' ? truth.fates.length : 0), 0),
      pending: 0,
    })
  })

  it('tells no name and no number of a person in its log', () => {
    const secrets = truths.flatMap(({ values }) =>
      [values.fullName, values.citizenId, values.socialInsuranceNo].filter((value) => typeof value === 'string'),
    )
    expect(secrets.length).toBeGreaterThan(20)
    expect(secrets.filter((secret) => first.err.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
  })

  it('does nothing twice: the second run keeps all and gives the same bytes', async () => {
    const before = await ask(inWorkspace(['persons', '--json']))
    const second = await run()
    expect(second.code).toBe(1)
    expect(second.err).toMatch(/ 0 việc mới làm/u)
    expect(z.array(OutRecord).parse(JSON.parse(await ask(inWorkspace(['records', '--json']))))).toEqual(records)
    expect(await ask(inWorkspace(['persons', '--json']))).toBe(before)
  }, 300_000)

  it('sends the two dossiers of one person to a steward or joins them, never silently apart', async () => {
    const pairs = z
      .array(z.object({ a: z.string(), b: z.string(), band: z.string() }))
      .parse(JSON.parse(await ask(inWorkspace(['pairs', '--json']))))
    expect(pairs.find(({ a, b }) => a === '006-same-person-1' && b === '007-same-person-2')?.band).toMatch(
      /^(same|review)$/u,
    )
  })

  describe('the package', () => {
    let out = ''
    let made: ExportPackage
    beforeAll(async () => {
      out = join(folder, 'package')
      await ask(inWorkspace(['export', '--out', out]))
      made = ExportPackage.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')))
    }, 300_000)

    it('names every file with its hash', async () => {
      for (const { path, sha256, bytes } of made.files) {
        const content = await readFile(join(out, path))
        expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
          path,
          bytes,
          sha256,
        ])
      }
      expect(made.files.length).toBeGreaterThan(10)
    })

    it('holds what has an open error and says why', () => {
      const held = made.held.flatMap(({ dossiers }) => dossiers)
      expect(held).toEqual(
        expect.arrayContaining(truths.filter(({ expected }) => expected.held === true).map(({ dossier }) => dossier)),
      )
      expect(made.held.every(({ reasons }) => reasons.length > 0)).toBe(true)
      expect(made.records).toBe(truths.length - held.length)
    })

    it('has a PDF per dossier from which the name can be extracted', async () => {
      const { values } = Truth.parse(truths.find(({ dossier }) => dossier === '001-clean'))
      const text = (await pdfText(await readFile(join(out, 'dossiers', '001-clean.pdf'))))
        .map((page) => page.text)
        .join('\n')
      expect(text).toContain(z.string().parse(values.fullName).toLocaleUpperCase('vi'))
      expect(text.normalize('NFC')).toBe(text)
    })

    it('keeps identity numbers as text in the workbook', async () => {
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(join(out, 'records.xlsx'))
      const sheet = book.worksheets[0]
      const column = sheet?.getRow(1).values
      const at = Array.isArray(column) ? column.indexOf('Số CMND/CCCD') : -1
      expect(at).toBeGreaterThan(0)
      expect(typeof sheet?.getRow(2).getCell(at).value).toBe('string')
    })
  })
})

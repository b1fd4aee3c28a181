// From lists and scans to the scorecard, with the real commands: who is expected, who came, and the report people read.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask, hoso } from '../../samples/program.ts'
import { Truth } from '../../samples/truth.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const today = '2026-11-22'
const text = (value: unknown) => z.string().parse(value)
const Measures = z.record(
  z.string(),
  z.object({ passed: z.int(), total: z.int(), sound: z.int(), dossiers: z.int(), colour: z.string() }),
)
const Card = z.object({ dossiers: z.int(), unjudged: z.int(), held: z.int(), missing: z.int(), measures: Measures })
const Scorecard = z.object({
  total: Card,
  agencies: z.record(z.string(), z.object({ own: Card, whole: Card })),
  figures: z.object({ total: z.object({ persons: z.int(), groups: z.record(z.string(), z.int()) }) }),
  trend: z.array(z.object({ day: z.iso.date() })),
})

describe('lists, scans and the report', () => {
  let folder = ''
  let truth: Truth
  const inWorkspace = (...words: string[]) => [...words, '--workspace', join(folder, 'workspace')]
  const file = (name: string) => join(folder, name)
  const rosterFile = async (name: string, citizenId: string) => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Sở Nội vụ')
    sheet.addRow(['DANH SÁCH CÁN BỘ, CÔNG CHỨC'])
    sheet.addRow(['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', 'Số CCCD', 'Mã đơn vị'])
    sheet.addRow([
      1,
      text(truth.values.fullName).toLocaleUpperCase('vi'),
      text(truth.values.birthDate).split('-').reverse().join('/'),
      '',
      'T-SNV',
    ])
    sheet.addRow([2, 'Hoàng Văn Thử', new Date(Date.UTC(1979, 2, 12)), citizenId, 'T-SGD'])
    await book.xlsx.writeFile(file(name))
    return file(name)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-report-'))
    truth = Truth.parse(JSON.parse(await readFile(join(samples, 'truth', '001-clean.json'), 'utf8')))
    await mkdir(file('scans'))
    await copyFile(join(samples, 'scans', '001-clean.pdf'), join(file('scans'), '001-clean.pdf'))
    await writeFile(
      file('agencies.csv'),
      'Mã;Tên đơn vị;Mã cấp trên\nT;UBND tỉnh;\nT-SNV;Sở Nội vụ;T\nT-SGD;Sở Giáo dục;T\n',
    )
    await ask(inWorkspace('agencies', 'import', file('agencies.csv')))
    await ask(inWorkspace('run', file('scans'), '--agency', 'T', '--today', today))
  }, 600_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('a list with bad rows is refused whole, with every bad row and what to do', async () => {
    const { code, err } = await hoso(inWorkspace('roster', 'import', await rosterFile('bad.xlsx', '79001234')))
    expect(code).toBe(2)
    expect(err).toMatch(/Sở Nội vụ, dòng 4: Số định danh/u)
    expect(JSON.parse(await ask(inWorkspace('roster', '--json')))).toMatchObject({ received: [], missing: [] })
  })

  it('a dry run tells what would change and keeps nothing; an import replaces what was there', async () => {
    const path = await rosterFile('good.xlsx', '008079001234')
    const import_ = async (...flags: string[]) => {
      const out: unknown = JSON.parse(await ask(inWorkspace('roster', 'import', path, '--json', ...flags)))
      return z.object({ agencies: z.array(z.object({ added: z.int(), unchanged: z.int() })) }).parse(out).agencies
    }
    expect(await import_('--dry-run')).toMatchObject([{ added: 1 }, { added: 1 }])
    expect(await import_()).toMatchObject([{ added: 1 }, { added: 1 }])
    expect(await import_()).toMatchObject([{ unchanged: 1 }, { unchanged: 1 }])
  })

  it('tells who came and who is missing, by agency and up the tree', async () => {
    const told = await ask(inWorkspace('roster', '--out', file('roster.xlsx')))
    expect(told).toMatch(/^T UBND tỉnh: phải có 2, đã nhận 1, chưa nhận 1/mu)
    expect(told).toMatch(/T-SNV [^\n]*đã nhận 1/u)
    expect(told).toMatch(/T-SGD\tHoàng Văn Thử/u)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file('roster.xlsx'))
    expect(book.getWorksheet('Chưa nhận hồ sơ')?.getCell('E2').value).toBe('008079001234')
  })

  it('measures the dossier where its person is listed, and opens the records behind a number', async () => {
    const card = Scorecard.parse(JSON.parse(await ask(inWorkspace('report', '--json', '--today', today))))
    expect(card.total).toMatchObject({ dossiers: 1, unjudged: 0, missing: 1 })
    expect(card.agencies['T-SNV']?.own.dossiers).toBe(1)
    expect(card.total.measures.shareability).toMatchObject({ passed: 0, total: 1, colour: 'red' })
    expect(card.figures.total.persons).toBe(1)
    expect(card.trend.length).toBeGreaterThan(0)
    expect(await ask(inWorkspace('report', '--list', 'shareability'))).toMatch(/^001-clean\t0\/1\tChưa có biên nhận/u)
  })

  it('writes one page that needs nothing else and names nobody, and the same as a workbook', async () => {
    await ask(inWorkspace('report', '--out', file('report'), '--today', today))
    const page = await readFile(join(file('report'), 'bao-cao.html'), 'utf8')
    expect(page).toMatch(/<svg[^>]*role="img" aria-label="Đúng: /u)
    expect(page).not.toMatch(/<script|https?:\/\/|src=|@import|url\(/u)
    expect(page).not.toContain(text(truth.values.fullName))
    const anchors = [...page.matchAll(/href="#(?<id>[^"]+)"/gu)].map(({ groups }) => groups?.id ?? '')
    expect(anchors.length).toBeGreaterThan(5)
    expect(anchors.filter((id) => !page.includes(`id="${id}"`))).toEqual([])
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(join(file('report'), 'bao-cao.xlsx'))
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Tổng hợp', 'Theo đơn vị', 'Hồ sơ', 'Chỉ tiêu quản lý']),
    )
  })

  it('keeps a snapshot only when a number changed', async () => {
    const points = async () =>
      Scorecard.parse(JSON.parse(await ask(inWorkspace('report', '--json', '--today', today)))).trend.length
    const before = await points()
    expect(await points()).toBe(before)
  })
})

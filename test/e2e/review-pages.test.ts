// The working pages of the review station in a real browser: pairs and unmerging, the group view, Excel, the second look.
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorColumnNames, errorSheetName } from '../../pipeline/core/error-book/columns.ts'
import { relink } from '../../pipeline/runner/relink.ts'
import { decisionsOn } from '../../pipeline/store/decisions.ts'
import { personsOf } from '../../pipeline/store/identities.ts'
import { drawSamples, lookedSamples } from '../../pipeline/store/samples.ts'
import { openBrowser } from '../support/browser.ts'
import { openStation, type Signed, type Station } from '../support/review.ts'
import { barriers, type Seated, seated } from '../support/review-browser.ts'
import { keepDossiers } from '../support/review-dossiers.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

const sure = (value: string) => ({ value, confidence: 0.96 })
const unsure = (value: string, ...candidates: string[]) => ({ value, confidence: 0.6, candidates })
const person = (citizenId: string) => ({
  fullName: sure('Lò Văn Ín'),
  birthDate: sure('1975-09-02'),
  gender: sure('Nam'),
  hometown: sure('xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'),
  citizenId: sure(citizenId),
})

let scratch: Scratch
let station: Station
let browser: Browser
let url = ''
let closing: AsyncDisposable
let lan: Seated
let people: { readonly lan: Signed; readonly hoa: Signed }

beforeAll(async () => {
  scratch = await scratchStore()
  station = await openStation(scratch)
  await keepDossiers(station.desk.run, [
    { dossier: 'A-1', agency: 'TQ', fields: { ...person('024075001234'), ethnicity: unsure('Tày') } },
    { dossier: 'A-2', agency: 'TQ', fields: { ...person('024075001239'), ethnicity: unsure('Nùng', 'Tày') } },
    {
      dossier: 'B-1',
      agency: 'TQ',
      fields: { fullName: sure('Ma Thị Hoa'), ethnicity: unsure('Dao'), citizenId: unsure('008080001230') },
    },
    {
      dossier: 'B-2',
      agency: 'TQ',
      fields: { fullName: sure('Hà Văn Tám'), ethnicity: unsure('Tày'), citizenId: unsure('008080001231') },
    },
  ])
  await relink(station.desk.run)
  people = { lan: await station.hire('lan', ['check'], 'TQ'), hoa: await station.hire('hoa', ['check'], 'TQ') }
  const open = await station.open()
  url = open.url
  closing = open
  browser = await openBrowser()
  lan = await seated(browser, station, url, people.lan)
})

afterAll(async () => {
  await browser.close()
  await closing[Symbol.asyncDispose]()
  await station[Symbol.asyncDispose]()
  await scratch[Symbol.asyncDispose]()
})

const kindsOn = async (dossier: string) =>
  (await decisionsOn(station.desk.store.database, dossier)).map(({ kind }) => kind)
const personOf = async (dossier: string) => (await personsOf(station.desk.store.database, [dossier])).get(dossier)

describe('pairs', () => {
  it('are decided by one key, taken back, and never decided over another person’s word', async () => {
    const { page } = lan
    await lan.go('/pairs/A-1/A-2')
    expect(await page.locator('.waterfall tbody tr').count()).toBeGreaterThan(3)
    expect(await page.locator('.beside tr.differ').count()).toBeGreaterThan(0)
    const hoa = await seated(browser, station, url, people.hoa)
    await hoa.go('/pairs/A-1/A-2')
    await page.keyboard.press('Alt+2')
    await page.waitForURL(/kept=different/u)
    await hoa.page.keyboard.press('Alt+1')
    await hoa.page.getByRole('alert').waitFor()
    expect(await hoa.page.getByRole('alert').textContent()).toContain('Không ghi đè')
    expect(await kindsOn('A-1')).toEqual(['different'])
    await page.getByRole('button', { name: 'Thu lại quyết định này' }).click()
    await page.waitForURL(/kept=withdraw/u)
    expect(await kindsOn('A-1')).toEqual(['different', 'withdraw'])
    await hoa[Symbol.asyncDispose]()
  })

  it('joined and linked again are one person; left out again, they are two, and both stay in the history', async () => {
    const { page } = lan
    await lan.go('/pairs/A-1/A-2')
    await page.keyboard.press('Alt+1')
    await page.waitForURL(/kept=same/u)
    await lan.go('/pairs')
    await page.getByRole('button', { name: 'Ghép lại ngay' }).click()
    await page.waitForURL(/relinking/u)
    await expect.poll(async () => (await personOf('A-1')) === (await personOf('A-2')), { timeout: 30_000 }).toBe(true)
    const joined = (await personOf('A-1')) ?? ''
    await expect
      .poll(async () => (await lan.context.request.get(`${url}/persons/${joined}`)).status(), { timeout: 30_000 })
      .toBe(200)
    await lan.go(`/persons/${joined}`)
    const form = page.getByRole('form', { name: 'Tách ra A-2' })
    await form.getByRole('textbox').fill('Thẻ căn cước khác nhau')
    await form.getByRole('button').click()
    await page.waitForURL(/told=leftOut/u)
    await relink(station.desk.run)
    expect(await personOf('A-1')).not.toBe(await personOf('A-2'))
    await lan.go(`/persons/${joined}`)
    expect(await page.locator('.history').textContent()).toContain('A-2')
  })
})

describe('the group view', () => {
  it('confirms and corrects one crop after another by keyboard alone, two key presses a value at most', async () => {
    const { page } = lan
    await lan.go('/fields/ethnicity')
    expect(await page.locator('.shown form').count()).toBe(4)
    await page.keyboard.press('Enter')
    await page.locator('.shown form.done').first().waitFor()
    await page.keyboard.press('Alt+1')
    await expect.poll(() => page.locator('.shown form.done').count(), { timeout: 30_000 }).toBe(2)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('Mông cổ lạ')
    await page.keyboard.press('Enter')
    await page.locator('.shown form.refused').waitFor()
    expect(await kindsOn('A-1')).toContain('confirm')
    expect((await decisionsOn(station.desk.store.database, 'A-2')).at(-1)).toMatchObject({
      kind: 'correct',
      value: 'Tày',
    })
    expect(await kindsOn('B-2')).toEqual([])
  })
})

describe('Excel', () => {
  it('goes out, comes back with one cell changed, and only that changes; late rows are given back', async () => {
    const { page } = lan
    await lan.go('/excel')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải tệp Excel' }).click()
    const path = await (await downloading).path()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(await readFile(path)).buffer)
    const sheet = workbook.getWorksheet(errorSheetName)
    if (sheet === undefined) throw new Error('the workbook has no list')
    const column = (name: (typeof errorColumnNames)[number]) => errorColumnNames.indexOf(name) + 1
    const cellOf = (dossier: string) => {
      const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1))
      const isWanted = (row: ExcelJS.Row) =>
        row.getCell(column('dossier')).value === dossier && row.getCell(column('field')).value === 'citizenId'
      return (rows.find(isWanted) ?? sheet.addRow([])).getCell(column('value'))
    }
    cellOf('B-1').value = '008080001239'
    cellOf('B-2').value = '008080001238'
    const hoa = await seated(browser, station, url, people.hoa)
    await hoa.go('/fields/citizenId')
    await hoa.page.keyboard.press('ArrowDown')
    await hoa.page.keyboard.press('Enter')
    await hoa.page.locator('.shown form.done').waitFor()
    const upload = {
      name: 'can-sua.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
    }
    for (const button of ['Xem trước', 'Ghi các thay đổi']) {
      await page.getByLabel('Tệp .xlsx đã sửa').setInputFiles(upload)
      await page.getByRole('button', { name: button }).click()
      await page.getByRole('status').filter({ hasText: '1 mục thay đổi, 1 mục trả lại' }).waitFor()
      expect(await kindsOn('B-1')).toEqual(button === 'Xem trước' ? [] : ['correct'])
    }
    expect((await decisionsOn(station.desk.store.database, 'B-1')).at(-1)).toMatchObject({ value: '008080001239' })
    expect(await kindsOn('B-2')).toEqual(['confirm'])
    await hoa[Symbol.asyncDispose]()
  })
})

describe('the second look', () => {
  it('shows nothing of the first value, is never asked of the same person, and its differences count as errors', async () => {
    const { database } = station.desk.store
    expect(await drawSamples(database, { share: 0.4, today: '2026-11-22' })).toBeGreaterThan(3)
    expect(await drawSamples(database, { share: 0.4, today: '2026-11-23' })).toBe(0)
    const drawn = await database.sampledValue.findMany({ where: { kind: 'confirmed' } })
    const { page } = lan
    const waiting = await database.sampledValue.count()
    for (let looked = 0; looked <= waiting; looked += 1) {
      const response = await page.goto(`${url}/samples/next`)
      if (response?.status() === 404) break
      const action = (await page.locator('.blind form').getAttribute('action')) ?? ''
      const sampleId = action.split('/')[2] ?? ''
      const sample = await database.sampledValue.findUniqueOrThrow({ where: { sampleId } })
      expect(sample.steward).not.toBe('lan')
      const [{ value = undefined } = {}] = await database.$queryRaw<{ value: string }[]>`
        SELECT "body"#>>ARRAY['values', ${(sample.body as { field: string }).field}, 'outcome', 'raw'] AS value FROM "PersonDraft" WHERE "dossier" = ${sample.dossier}`
      expect(await page.content()).not.toContain(value)
      await page.keyboard.type('Không phải thế')
      await page.keyboard.press('F3')
      await page.waitForURL(/told=set/u)
    }
    const mine = drawn.filter(({ steward }) => steward === 'lan').map(({ sampleId }) => sampleId)
    const states = new Map((await lookedSamples(database)).map(({ sampleId, state }) => [sampleId, state]))
    for (const [sampleId, state] of states) expect(state).toBe(mine.includes(sampleId) ? 'waiting' : 'unreadable')
    expect(
      (await station.request(`/samples/${mine[0] ?? 'x'}`, { headers: { cookie: people.lan.cookie } })).status,
    ).toBe(404)
  })
})

describe('every working page', () => {
  const paths = async () => [
    ...['/pairs', '/pairs/A-1/A-2', '/persons', `/persons/${(await personOf('A-1')) ?? ''}`],
    ...['/fields', '/fields/citizenId', '/excel', '/samples', '/samples/differences'],
    ...['/batches', '/batches/batch-TQ', '/figures'],
  ]

  it('has no serious barrier, in either language, and fits the window at 200 % zoom', async () => {
    const { page } = lan
    for (const lang of ['en', 'vi'] as const) {
      await lan.go(`/language/${lang}`)
      for (const path of (await paths()).slice(0, lang === 'en' ? 4 : undefined)) {
        await lan.go(path)
        expect(await barriers(page), `${lang} ${path}`).toEqual([])
      }
    }
    await page.setViewportSize({ width: 683, height: 384 })
    for (const path of await paths()) {
      await lan.go(path)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0)
    }
  })

  it('prints slips and minutes, and hands out the workbooks', async () => {
    for (const [path, begins] of [
      ['/batches/batch-TQ/minutes.pdf', '%PDF'],
      ['/batches/batch-TQ/rescans.xlsx', 'PK'],
      ['/figures/report.xlsx', 'PK'],
    ] as const) {
      const response = await station.request(path, { headers: { cookie: people.lan.cookie } })
      expect([path, response.status]).toEqual([path, 200])
      expect((await response.text()).startsWith(begins)).toBe(true)
    }
  })
})

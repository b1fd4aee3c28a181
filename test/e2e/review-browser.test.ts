// The review station as a steward meets it: real Chromium, real server and database, keys alone.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FieldCode, Value } from '../../schemas/index.ts'
import { fieldCodes, fieldOf } from '../../schemas/index.ts'
import { openBrowser } from '../support/browser.ts'
import { openStation, password, type Station } from '../support/review.ts'
import { keepDossiers, type Reading } from '../support/review-dossiers.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const doubtful = (value: string, candidates: string[] = []): Reading => ({ value, confidence: 0.7, candidates })
/** Free text: whatever is typed is what is meant. */
const texts = fieldCodes.filter((code) => fieldOf(code).type === 'text' && fieldOf(code).near === undefined)
const thirty: Readonly<Partial<Record<FieldCode, Reading>>> = Object.fromEntries(
  texts.slice(0, 30).map((code, index) => [code, doubtful(`Giá trị thứ ${index + 1}`)]),
)

/** What the law demands, read well: nothing of it needs a person. */
const sure = (value: Value): Reading => ({ value, confidence: 0.99 })
const demanded: Readonly<Partial<Record<FieldCode, Reading>>> = {
  fullName: sure('Ma Thị Lan'),
  birthDate: sure('1980-05-12'),
  gender: sure('Nữ'),
  hometown: sure({
    text: 'xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang',
    commune: 'Hùng Lợi',
    district: 'Yên Sơn',
    province: 'Tuyên Quang',
  }),
  ethnicity: sure('Tày'),
  religion: sure('Không'),
  citizenId: sure('008180001234'),
}

const pageErrors: string[] = []
let scratch: Scratch
let station: Station
let browser: Browser
let site: { readonly url: string } & AsyncDisposable

beforeAll(async () => {
  scratch = await scratchStore()
  station = await openStation(scratch)
  await keepDossiers(station.desk.run, [
    { dossier: 'A-30', agency: 'TQ', fields: { ...demanded, ...thirty } },
    {
      dossier: 'B-01',
      agency: 'TQ',
      fields: {
        ...demanded,
        otherName: doubtful('Lò Thị Mỷ', ['Lò Thị Mỵ']),
        currentPosition: doubtful('Giáo viên'),
        mainDuty: doubtful('Dạy học'),
      },
      rows: { workHistory: [{ start: doubtful('2003-09'), end: doubtful('nay'), position: doubtful('Giáo viên') }] },
    },
  ])
  await station.hire('lan', ['entry'], 'TQ')
  await station.hire('minh', ['check', 'approve'], 'TQ')
  await station.hire('quan.tri', ['administer'], '*')
  // There are accounts now: the station is no longer one person's.
  Object.assign(station.desk, { alone: undefined })
  site = await station.open()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
  await station?.[Symbol.asyncDispose]()
  await scratch?.[Symbol.asyncDispose]()
})

async function signIn(account: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  page.on('pageerror', (error) => pageErrors.push(error.message))
  await page.goto(`${site.url}/enter`)
  await page.getByLabel('Tài khoản').fill(account)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/(queue|accounts)$/u)
  return page
}

const decisions = (dossier: string) =>
  station.desk.store.database.stewardDecision.findMany({ where: { dossier }, orderBy: { rowVersion: 'asc' } })
const bodies = async (dossier: string) => (await decisions(dossier)).map(({ body }) => body as Record<string, string>)
const calm = (page: Page) => page.locator('.sending').first().waitFor({ state: 'detached', timeout: 30_000 })

async function seriousIssues(page: Page): Promise<string[]> {
  // Run outside the page's own scripts, as the browser's tools do: the policy of the page stays as it is.
  const client = await page.context().newCDPSession(page)
  await client.send('Runtime.evaluate', { expression: axe })
  const { result } = await client.send('Runtime.evaluate', {
    expression: `axe.run(document).then(({ violations }) => JSON.stringify(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  })
  return JSON.parse(String(result.value)) as string[]
}

describe('a steward at the keyboard', () => {
  it('settles thirty doubtful values with at most two keys each beyond what is typed', async () => {
    const page = await signIn('lan')
    await page.goto(`${site.url}/dossiers/A-30`)
    const left = Number(await page.locator('#summary').getAttribute('data-left'))
    expect(left).toBeGreaterThanOrEqual(30)
    const [mine, typed] = [new Set(Object.keys(thirty)), new Set<string>()]
    let keys = 0
    while (mine.size > 0 && keys < 60) {
      const field = /^field-(\w+)-text$/u.exec(await page.evaluate<string>('document.activeElement.id'))?.[1] ?? ''
      // Every third value is wrong and typed anew; what was there is selected already.
      if (mine.delete(field) && mine.size % 3 === 0) {
        await page.keyboard.insertText(`Đúng ra là ${mine.size}`)
        typed.add(field)
      }
      await page.keyboard.press('Enter')
      keys += 1
    }
    await calm(page)
    expect(mine.size).toBe(0)
    const told = (await bodies('A-30')).filter(({ field }) => field !== undefined && field in thirty)
    expect(
      told
        .filter(({ kind }) => kind === 'correct')
        .map(({ field }) => field)
        .sort(),
    ).toEqual([...typed].sort())
    expect(told.filter(({ kind }) => kind === 'confirm')).toHaveLength(20)
    expect(keys / 30).toBeLessThanOrEqual(2)
    await page.context().close()
  })

  it('goes on by Tab and arrows without confirming, and an Enter of the input method is no confirmation', async () => {
    const page = await signIn('lan')
    await page.goto(`${site.url}/dossiers/B-01`)
    const focused = () => page.evaluate<string>('document.activeElement?.id')
    const first = await focused()
    await page.keyboard.press('Tab')
    const second = await focused()
    await page.keyboard.press('ArrowDown')
    const third = await focused()
    expect(new Set([first, second, third]).size).toBe(3)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe(second)
    await page.evaluate(
      "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))",
    )
    expect(await decisions('B-01')).toEqual([])
    await page.context().close()
  })

  it('claims, takes a suggestion, says blank, undoes, edits a cell, and hands the dossier on', async () => {
    const page = await signIn('lan')
    await page.goto(`${site.url}/dossiers/B-01`)
    await page.locator('#field-otherName-text').focus()
    await page.keyboard.press('Alt+1')
    await calm(page)
    await page.locator('#field-currentPosition-text').focus()
    await page.keyboard.press('F4')
    await calm(page)
    await page.keyboard.press('Control+z')
    await page.locator('#field-currentPosition-text:focus').waitFor()
    expect((await bodies('B-01')).map(({ kind, value }) => [kind, value])).toEqual([
      ['correct', 'Lò Thị Mỵ'],
      ['blank', undefined],
      ['withdraw', undefined],
    ])
    for (let keys = 0; keys < 20 && (await page.locator('.item[data-problem]').count()) > 0; keys += 1) {
      await page.locator('.item[data-problem] input[name=text]').first().focus()
      await page.keyboard.press('Enter')
      await calm(page)
    }
    await page.locator('#summary[data-left="0"]').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/queue$/u)
    const item = await station.desk.store.database.reviewItem.findUniqueOrThrow({ where: { dossier: 'B-01' } })
    expect([item.state, item.doubtful]).toEqual(['submitted', 0])
    await page.context().close()
  })

  it('tells a second person who has the dossier, to the second, and takes nothing from them', async () => {
    const page = await signIn('minh')
    await page.goto(`${site.url}/dossiers/A-30?all=1`)
    expect(await page.locator('.notice.look').textContent()).toMatch(
      /Cán bộ lan đang giữ hồ sơ này từ \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d/u,
    )
    const before = (await decisions('A-30')).length
    await page.keyboard.press('F4')
    await page.waitForSelector('#told:not(:empty)')
    expect(await decisions('A-30')).toHaveLength(before)
    await page.context().close()
  })

  it('lets another person approve, never who has worked on it', async () => {
    const shown = (await station.desk.store.database.reviewItem.findUniqueOrThrow({ where: { dossier: 'B-01' } }))
      .digest
    const both = await station.hire('tham', ['entry', 'approve'], 'TQ')
    await station.desk.store.database.reviewClaim.deleteMany({ where: { dossier: 'B-01' } })
    await station.post(both, '/dossiers/B-01/rescan', { page: 'B-01/a.pdf#1' })
    const refused = await station.post(both, '/dossiers/B-01/flow', { verdict: 'approve', shown })
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('không được duyệt')])
    const page = await signIn('minh')
    await page.goto(`${site.url}/dossiers/B-01`)
    const hasErrors = (await page.locator('.standing').textContent())?.includes('lỗi')
    await page.getByRole('button', { name: 'Duyệt hồ sơ' }).click()
    await page.waitForLoadState()
    const { state } = await station.desk.store.database.reviewItem.findUniqueOrThrow({ where: { dossier: 'B-01' } })
    expect(state).toBe(hasErrors === true ? 'submitted' : 'approved')
    await page.context().close()
  })
})

describe('every page', () => {
  it('has run without an error of its script so far', () => expect(pageErrors).toEqual([]))

  it('has nothing serious that axe would find, in both languages and at twice the size', async () => {
    const pages: Readonly<Record<string, readonly string[]>> = {
      lan: ['/queue', '/dossiers/A-30', '/dossiers/B-01?all=1', '/password', '/language/en?back=%2Fdossiers%2FB-01'],
      'quan.tri': ['/accounts', '/audit'],
    }
    for (const [account, paths] of Object.entries(pages)) {
      const page = await signIn(account)
      for (const path of paths) {
        await page.goto(site.url + path)
        expect(await seriousIssues(page), path).toEqual([])
        await page.setViewportSize({ width: 683, height: 384 })
        const isCut = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth + 1')
        expect(isCut, `${path} at 200 %`).toBe(false)
        await page.setViewportSize({ width: 1366, height: 768 })
      }
      await page.context().close()
    }
  })
})

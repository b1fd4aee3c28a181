// People at the review station in a real browser: each in a context of his own, and a look at every page for barriers.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { cookieName } from '../../pipeline/review/sessions.ts'
import type { Signed, Station } from './review.ts'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export interface Seated extends AsyncDisposable {
  readonly page: Page
  readonly context: BrowserContext
  /** Goes to a path of the station and waits for its pictures. */
  go(path: string): Promise<void>
}

/** The size of the smallest screens in use, Vietnamese, signed in. */
export async function seated(browser: Browser, station: Station, url: string, signed: Signed): Promise<Seated> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    acceptDownloads: true,
  })
  await context.addCookies([{ name: cookieName(station.desk), value: signed.token, url, httpOnly: true }])
  const page = await context.newPage()
  return {
    page,
    context,
    go: async (path) => {
      await page.goto(`${url}${path}`, { waitUntil: 'load' })
    },
    [Symbol.asyncDispose]: () => context.close(),
  }
}

const Violations = z.array(
  z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.object({ html: z.string() })) }),
)

/** What axe holds for serious or critical on the page as it stands. */
export async function barriers(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts in it: axe is evaluated, not loaded.
  await page.evaluate(await readFile(axeFile, 'utf8'))
  const found = Violations.parse(
    await page.evaluate('axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)'),
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`)
}

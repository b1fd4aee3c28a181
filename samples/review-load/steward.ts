// A steward at the station over the loopback: opens dossiers and settles values as the page's own script would.
import { performance } from 'node:perf_hooks'
import type { Signed } from '../../test/support/review.ts'

export interface Answer {
  readonly status: number
  readonly text: string
  readonly millis: number
}

export interface Steward {
  /** Any page, with nothing but the page itself. */
  page(path: string): Promise<Answer>
  open(dossier: string): Promise<Answer>
  settle(dossier: string, asked: Settling): Promise<Answer>
}

/** What a value's form on the page holds. */
export interface Settling {
  readonly subject: string
  readonly shown: string
  readonly text: string
}

export function stewardAt(url: string, { cookie, csrf }: Signed): Steward {
  const timed = async (path: string, init: RequestInit): Promise<Answer> => {
    const from = performance.now()
    const response = await fetch(`${url}${path}`, { ...init, redirect: 'manual' })
    const text = await response.text()
    return { status: response.status, text, millis: performance.now() - from }
  }
  return {
    page: (path) => timed(path, { headers: { cookie } }),
    open: (dossier) => timed(`/dossiers/${dossier}`, { headers: { cookie } }),
    settle: (dossier, { subject, shown, text }) =>
      timed(`/dossiers/${dossier}/values`, {
        method: 'POST',
        headers: { cookie, 'x-piece': '1' },
        body: new URLSearchParams({ csrf, subject, shown, text, verdict: 'enter' }),
      }),
  }
}

/** The forms of the problem values on a page, in order; where nothing was read there is nothing to confirm. */
export function problemsOn(html: string): Settling[] {
  const items = html.split('<li id="').filter((item) => /data-problem="1"/u.test(item.slice(0, 400)))
  return items.flatMap((item) => {
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(item)?.[1]
    const [subject, shown, text] = [field('subject'), field('shown'), field('text')]
    return subject === undefined || shown === undefined || (text ?? '') === ''
      ? []
      : [{ subject, shown, text: plain(text ?? '') }]
  })
}

const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

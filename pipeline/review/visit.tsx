// One request as a page sees it: who asks, for what, in which language; and the ways to answer.
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Desk } from './desk.ts'
import { Layout, type PageHead } from './layout.tsx'
import type { Seat } from './seat.ts'
import type { Owned } from '../store/subjects.ts'

export type Language = 'vi' | 'en'
export interface Text {
  readonly vi: string
  readonly en: string
}

export interface FormFields {
  get(name: string): string | undefined
  all(name: string): readonly string[]
  file(name: string): File | undefined
}

export interface Visit {
  readonly desk: Desk
  /** Throws where nobody is signed in: only routes for anybody meet that. */
  readonly seat: Seat
  readonly guest: Seat | undefined
  readonly params: Readonly<Record<string, string>>
  /** The agencies and dossiers of what the parameters name. */
  readonly owned: readonly Owned[]
  readonly form: FormFields
  readonly request: Request
  /** Of the other end, for the log of failed logins; empty where unknown. */
  readonly address: string
  readonly lang: Language
  /** The script asks for a piece of the page instead of a whole one. */
  readonly wantsPiece: boolean
  query(name: string): string | undefined
  queries(name: string): readonly string[]
  say(text: Text): string
  page(head: PageHead, body: Child, status?: number): Promise<Response>
  fragment(body: Child, status?: number): Promise<Response>
  json(value: unknown, status?: number): Response
  redirect(path: string): Response
  file(bytes: Uint8Array, mime: string, name: string): Response
  wrong(status: 400 | 403 | 404 | 409 | 422 | 429, text: Text): Promise<Response>
}

export type Given = Pick<
  Visit,
  'desk' | 'guest' | 'params' | 'owned' | 'form' | 'request' | 'address' | 'lang' | 'wantsPiece'
>

export function visitOf(given: Given): Visit {
  const { searchParams, pathname, search } = new URL(given.request.url)
  const visit: Visit = {
    ...given,
    get seat() {
      if (given.guest === undefined) throw new Error('no account is signed in')
      return given.guest
    },
    query: (name) => searchParams.get(name) ?? undefined,
    queries: (name) => searchParams.getAll(name),
    say: (text) => text[given.lang],
    page: (head, body, status = 200) =>
      htmlResponse(
        <Layout visit={visit} head={head} here={`${pathname}${search}`}>
          {body}
        </Layout>,
        status,
        '<!doctype html>',
      ),
    fragment: (body, status = 200) => htmlResponse(<>{body}</>, status),
    json: (value, status = 200) => Response.json(value, { status }),
    redirect: (path) => new Response(null, { status: 303, headers: { location: path } }),
    file: (bytes, mime, name) =>
      new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': mime,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        },
      }),
    wrong: (status, text) =>
      given.wantsPiece
        ? htmlResponse(<p class="refusal">{text[given.lang]}</p>, status)
        : visit.page({ title: wrongTitle }, <p class="notice bad">{text[given.lang]}</p>, status),
  }
  return visit
}

const wrongTitle = { vi: 'Không làm được', en: 'Not done' }

async function htmlResponse(body: Child, status: number, before = ''): Promise<Response> {
  const html = await renderToString(body)
  return new Response(before + html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** What hono's JSX makes is a text of HTML, at once or in a while. */
async function renderToString(body: Child): Promise<string> {
  return html`${await body}`
}

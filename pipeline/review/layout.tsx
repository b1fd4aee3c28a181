// The frame of every page: heading, menu, language, who is signed in. Everything a page loads comes from this station.
import type { Child } from 'hono/jsx'
import type { Right } from '../core/rights.ts'
import type { Desk } from './desk.ts'
import { Form } from './pieces/form.tsx'
import type { Text, Visit } from './visit.tsx'

export interface PageHead {
  readonly title: Text | string
  /** The entry of the menu it belongs to. */
  readonly current?: string
  /** Uses the whole screen: images beside fields. */
  readonly wide?: boolean
  /** Files of public/ besides the station's own. */
  readonly styles?: readonly string[]
  readonly scripts?: readonly string[]
}

/** Shown to whom holds the right somewhere. */
export const menu: readonly { path: string; name: string; right: Right; text: Text }[] = [
  { path: '/queue', name: 'queue', right: 'see', text: { vi: 'Hồ sơ', en: 'Dossiers' } },
  { path: '/fields', name: 'fields', right: 'decide', text: { vi: 'Theo mục', en: 'By field' } },
  { path: '/pairs', name: 'pairs', right: 'see', text: { vi: 'Cặp trùng', en: 'Pairs' } },
  { path: '/persons', name: 'persons', right: 'see', text: { vi: 'Người', en: 'Persons' } },
  { path: '/samples', name: 'samples', right: 'decide', text: { vi: 'Mẫu', en: 'Second look' } },
  { path: '/excel', name: 'excel', right: 'decide', text: { vi: 'Excel', en: 'Excel' } },
  { path: '/batches', name: 'batches', right: 'see', text: { vi: 'Đợt', en: 'Batches' } },
  { path: '/figures', name: 'figures', right: 'see', text: { vi: 'Bảng điểm', en: 'Scorecard' } },
  { path: '/accounts', name: 'accounts', right: 'administer', text: { vi: 'Tài khoản', en: 'Accounts' } },
  { path: '/audit', name: 'audit', right: 'audit', text: { vi: 'Nhật ký', en: 'Audit log' } },
]

const words = {
  name: { vi: 'Trạm rà soát hồ sơ', en: 'Dossier review station' },
  skip: { vi: 'Tới nội dung', en: 'Skip to content' },
  menu: { vi: 'Các trang', en: 'Pages' },
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
  leave: { vi: 'Đăng xuất', en: 'Sign out' },
} as const

export function Layout({
  visit,
  head,
  here,
  children,
}: {
  visit: Visit
  head: PageHead
  here: string
  children?: Child
}) {
  const title = typeof head.title === 'string' ? head.title : visit.say(head.title)
  return (
    <html lang={visit.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${visit.say(words.name)}`}</title>
        <link rel="icon" href={assetPath(visit.desk, 'hoso.svg')} />
        {['review.css', ...(head.styles ?? [])].map((name) => (
          <link rel="stylesheet" href={assetPath(visit.desk, name)} />
        ))}
        {['review.js', ...(head.scripts ?? [])].map((name) => (
          <script type="module" src={assetPath(visit.desk, name)} />
        ))}
      </head>
      <body class={head.wide === true ? 'wide' : ''}>
        <a class="skip" href="#content">
          {visit.say(words.skip)}
        </a>
        <Banner visit={visit} head={head} here={here} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <div id="told" role="status" aria-live="polite"></div>
      </body>
    </html>
  )
}

function Banner({ visit, head, here }: { visit: Visit; head: PageHead; here: string }) {
  const other = visit.lang === 'vi' ? 'en' : 'vi'
  return (
    <header class="banner">
      <span class="brand">
        <img src={assetPath(visit.desk, 'hoso.svg')} alt="" width="22" height="22" />
        {visit.say(words.name)}
      </span>
      <nav aria-label={visit.say(words.menu)}>
        {menu
          .filter(({ right }) => visit.guest?.may(right) === true)
          .map(({ path, name, text }) => (
            <a href={path} aria-current={name === head.current ? 'page' : undefined}>
              {visit.say(text)}
            </a>
          ))}
      </nav>
      <a class="language" href={`/language/${other}?back=${encodeURIComponent(here)}`} lang={other} hreflang={other}>
        {other === 'vi' ? 'Tiếng Việt' : 'English'}
      </a>
      {visit.guest === undefined ? null : (
        <Form visit={visit} action="/leave" class="leave">
          <a href="/password" title={visit.say(words.password)}>
            {visit.guest.name}
          </a>
          <button>{visit.say(words.leave)}</button>
        </Form>
      )}
    </header>
  )
}

export function assetPath(desk: Desk, name: string): string {
  return `/assets/${name}?v=${desk.assets.get(name)?.version ?? '0'}`
}

// In and out: signing in by password or by the one-time token of a station for one person, signing out, the language.
import { isPassword, isSameToken } from '../../adapters/passwords.ts'
import { accountOf, endSession } from '../../store/accounts.ts'
import { auditFor } from '../audit.ts'
import { Form } from '../pieces/form.tsx'
import type { Route } from '../route.ts'
import { beginSession, localAccount, sessionCookie } from '../sessions.ts'
import type { Text, Visit } from '../visit.tsx'

const words = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  account: { vi: 'Tài khoản', en: 'Account' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  alone: {
    vi: 'Trạm này dành cho một người tại máy. Hãy mở đúng địa chỉ mà lệnh hoso review đã in ra; mỗi địa chỉ chỉ dùng một lần.',
    en: 'This station is for one person at this computer. Open the address that hoso review has printed; each works once.',
  },
  wrong: {
    vi: 'Tài khoản hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ và phím Caps Lock rồi thử lại.',
    en: 'Account or password is wrong. Check your input method and Caps Lock, then try again.',
  },
  used: {
    vi: 'Địa chỉ này đã được dùng hoặc không đúng. Hãy dừng rồi chạy lại lệnh hoso review để lấy địa chỉ mới.',
    en: 'This address was used already or is wrong. Stop and start hoso review again for a new one.',
  },
} as const satisfies Record<string, Text>

const waitFor = (millis: number): Text => {
  const minutes = Math.ceil(millis / 60_000)
  return {
    vi: `Đã thử sai nhiều lần. Hãy đợi ${minutes} phút rồi thử lại.`,
    en: `Too many wrong attempts. Wait ${minutes} minutes, then try again.`,
  }
}

export const doorRoutes: readonly Route[] = [
  { method: 'GET', path: '/enter', right: 'anybody', subject: 'none', handle: enter },
  { method: 'POST', path: '/enter', right: 'anybody', subject: 'none', handle: signIn },
  { method: 'POST', path: '/leave', right: 'account', subject: 'none', handle: leave },
  { method: 'GET', path: '/language/:lang', right: 'anybody', subject: 'none', handle: language },
]

async function enter(visit: Visit): Promise<Response> {
  const { desk } = visit
  const token = visit.query('token')
  if (token === undefined) return loginPage(visit, 200)
  if (desk.alone?.token === undefined || !isSameToken(token, desk.alone.token)) return visit.wrong(403, words.used)
  desk.alone.token = undefined
  return welcomed(visit, localAccount)
}

async function signIn(visit: Visit): Promise<Response> {
  const { desk, form, address } = visit
  const account = (form.get('account') ?? '').trim().toLowerCase().slice(0, 64)
  const now = desk.clock()
  const wait = desk.throttle.wait(account, address, now)
  if (wait > 0) return loginPage(visit, 429, waitFor(wait))
  // Counted before the slow check, so that many at once do not all slip through.
  desk.throttle.failed(account, address, now)
  const known = await accountOf(desk.store.database, account)
  const fits = await isPassword(form.get('password') ?? '', known?.passwordHash)
  if (known === undefined || !fits || known.isDisabled) {
    await auditFor(desk, known?.account ?? '', 'sign_in_failed', 'station', { address })
    return loginPage(visit, 403, words.wrong)
  }
  desk.throttle.passed(account)
  return welcomed(visit, known.account)
}

async function welcomed(visit: Visit, account: string): Promise<Response> {
  const token = await beginSession(visit.desk, account, visit.guest)
  await auditFor(visit.desk, account, 'sign_in', 'station', { address: visit.address })
  const response = visit.redirect('/')
  response.headers.set('set-cookie', sessionCookie(visit.desk, token))
  return response
}

async function leave(visit: Visit): Promise<Response> {
  await endSession(visit.desk.store.database, visit.seat.tokenHash)
  await auditFor(visit.desk, visit.seat.account, 'sign_out', 'station')
  const response = visit.redirect('/enter')
  response.headers.set('set-cookie', sessionCookie(visit.desk, undefined))
  return response
}

/** Back only to a page of our own. */
function language(visit: Visit): Response {
  const lang = visit.params.lang === 'en' ? 'en' : 'vi'
  const back = visit.query('back') ?? '/'
  const response = visit.redirect(/^\/(?![/\\])/u.test(back) && !back.startsWith('/language') ? back : '/')
  response.headers.set('set-cookie', `lang=${lang}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly`)
  return response
}

function loginPage(visit: Visit, status: number, problem?: Text): Promise<Response> {
  const told =
    problem === undefined ? null : (
      <p class="notice bad" role="alert">
        {visit.say(problem)}
      </p>
    )
  if (visit.desk.alone !== undefined)
    return visit.page(
      { title: words.title },
      <section class="door">
        {told}
        <p>{visit.say(words.alone)}</p>
      </section>,
      status,
    )
  return visit.page(
    { title: words.title },
    <section class="door">
      <h1>{visit.say(words.title)}</h1>
      {told}
      <Form visit={visit} action="/enter">
        <label>
          {visit.say(words.account)}
          <input name="account" autocomplete="username" autocapitalize="none" required autofocus />
        </label>
        <label>
          {visit.say(words.password)}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button class="main">{visit.say(words.title)}</button>
      </Form>
    </section>,
    status,
  )
}

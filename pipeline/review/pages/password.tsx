// Everybody changes their own password.
import { hashPassword, isPassword } from '../../adapters/passwords.ts'
import { passwordProblem } from '../../core/password-rules.ts'
import { accountOf, keepAccount } from '../../store/accounts.ts'
import { audit } from '../audit.ts'
import { Form } from '../pieces/form.tsx'
import type { Route } from '../route.ts'
import { beginSession, sessionCookie } from '../sessions.ts'
import type { Text, Visit } from '../visit.tsx'

const words = {
  title: { vi: 'Đổi mật khẩu', en: 'Change password' },
  now: { vi: 'Mật khẩu hiện nay', en: 'Present password' },
  next: { vi: 'Mật khẩu mới (ít nhất 12 ký tự)', en: 'New password (12 characters or more)' },
  again: { vi: 'Gõ lại mật khẩu mới', en: 'New password again' },
  wrong: { vi: 'Mật khẩu hiện nay không đúng.', en: 'The present password is wrong.' },
  differs: { vi: 'Hai lần gõ mật khẩu mới không giống nhau.', en: 'The two new passwords differ.' },
  alone: { vi: 'Trạm một người không có mật khẩu.', en: 'A station for one person has no password.' },
} as const satisfies Record<string, Text>

export const passwordRoutes: readonly Route[] = [
  { method: 'GET', path: '/password', right: 'account', subject: 'none', handle: (visit) => form(visit, 200) },
  { method: 'POST', path: '/password', right: 'account', subject: 'none', handle: change },
]

function form(visit: Visit, status: number, problem?: Text): Promise<Response> {
  const field = (name: 'now' | 'next' | 'again') => (
    <label>
      {visit.say(words[name])}
      <input name={name} type="password" required autocomplete={name === 'now' ? 'current-password' : 'new-password'} />
    </label>
  )
  return visit.page(
    { title: words.title },
    <section class="door">
      <h1>{visit.say(words.title)}</h1>
      {problem === undefined ? null : (
        <p class="notice bad" role="alert">
          {visit.say(problem)}
        </p>
      )}
      <Form visit={visit} action="/password">
        {field('now')}
        {field('next')}
        {field('again')}
        <button class="main">{visit.say(words.title)}</button>
      </Form>
    </section>,
    status,
  )
}

async function change(visit: Visit): Promise<Response> {
  const { desk, seat, address } = visit
  const now = desk.clock()
  const known = await accountOf(desk.store.database, seat.account)
  if (known === undefined) return form(visit, 422, words.alone)
  if (desk.throttle.wait(known.account, address, now) > 0) return form(visit, 429, words.wrong)
  if (!(await isPassword(visit.form.get('now') ?? '', known.passwordHash))) {
    desk.throttle.failed(known.account, address, now)
    return form(visit, 403, words.wrong)
  }
  const next = visit.form.get('next') ?? ''
  if (next !== visit.form.get('again')) return form(visit, 422, words.differs)
  const problem = passwordProblem(next, known.account)
  if (problem !== undefined) return form(visit, 422, { vi: problem, en: problem })
  await keepAccount(desk.store.database, { ...known, passwordHash: await hashPassword(next) })
  await audit(visit, 'password_changed', known.account)
  const response = visit.redirect('/')
  response.headers.set('set-cookie', sessionCookie(desk, await beginSession(desk, known.account, seat)))
  return response
}

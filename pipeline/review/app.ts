// From the table of routes to a server application: what is asked before any page may answer, and what every answer carries.
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { isSameToken } from '../adapters/passwords.ts'
import { PipelineError } from '../core/errors.ts'
import { ownerOfBatch, ownerOfDossier, ownerOfPage, type Owned, ownersOfPerson } from '../store/subjects.ts'
import type { Desk } from './desk.ts'
import { formOf, noForm } from './form-fields.ts'
import { hardened } from './headers.ts'
import { noteReading } from './readings.ts'
import { reasonFirst, reasonPath, withoutReason } from './reasons.ts'
import { type Route, type Subject, subjectParams } from './route.ts'
import { routes } from './routes.ts'
import type { Seat } from './seat.ts'
import { cookieName, seatFor } from './sessions.ts'
import { type Language, type Visit, visitOf } from './visit.tsx'

export function reviewApp(desk: Desk): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (!desk.hosts.has(context.req.header('host') ?? '')) context.res = new Response('', { status: 421 })
    else await next()
    context.res = hardened(context.res, context.req.path, desk)
  })
  for (const route of routes) app.on(route.method, route.path, (context) => answer(desk, route, context))
  app.notFound((context) => nothingHere(desk, context))
  app.onError((error, context) => {
    // Our own errors quote no data; of others the log gets the kind alone.
    const problem = error instanceof PipelineError ? { problem: error.message } : {}
    desk.run.log.warn('page failed', { error: error.name, path: context.req.routePath, ...problem })
    return new Response('Lỗi của chương trình. Hãy tải lại trang; nếu vẫn lỗi, báo cho nhóm phát triển.', {
      status: 500,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  })
  return app
}

async function answer(desk: Desk, route: Route, context: Context): Promise<Response> {
  const guest = await seatFor(desk, getCookie(context, cookieName(desk)))
  const given = { ...request(desk, context), guest }
  const bare = visitOf({ ...given, owned: [], form: noForm })
  if (route.right !== 'anybody' && guest === undefined)
    return route.method === 'GET' && !given.wantsPiece ? bare.redirect('/enter') : bare.wrong(403, signInFirst)
  const form = route.method === 'POST' ? await formOf(context.req.raw) : noForm
  if (route.method === 'POST' && !isOurs(desk, context, guest, form.get('csrf'))) return bare.wrong(403, foreignForm)
  if (isRight(route.right) && guest?.may(route.right) !== true) return bare.wrong(403, notYours)
  const owned = await ownersOf(desk, route.subject, given.params)
  if (owned === undefined || !isWithin(route, guest, owned)) return bare.wrong(404, notThere)
  const visit = visitOf({ ...given, owned, form })
  const unexplained = route.asksNoReason === true ? undefined : await withoutReason(visit)
  if (unexplained === undefined) {
    await noteReading(visit, route)
    return route.handle(visit)
  }
  return route.method === 'GET' && !given.wantsPiece
    ? visit.redirect(reasonPath(unexplained, visit))
    : visit.wrong(403, reasonFirst)
}

const isRight = (right: Route['right']): right is Exclude<Route['right'], 'anybody' | 'account'> =>
  right !== 'anybody' && right !== 'account'

/** What lies in another agency is not there. */
function isWithin({ right, subject }: Route, guest: Seat | undefined, owned: readonly Owned[]): boolean {
  if (subject === 'none') return true
  return isRight(right) && guest !== undefined && guest.may(right, ...owned.map(({ agency }) => agency))
}

async function ownersOf(
  { store: { database } }: Desk,
  subject: Subject,
  params: Readonly<Record<string, string>>,
): Promise<readonly Owned[] | undefined> {
  const [first = '', second = ''] = subjectParams[subject].map((name) => params[name] ?? '')
  const one = (owned: Owned | undefined) => (owned === undefined ? undefined : [owned])
  switch (subject) {
    case 'none':
      return []
    case 'dossier':
      return one(await ownerOfDossier(database, first))
    case 'page':
      return one(await ownerOfPage(database, first))
    case 'batch':
      return one(await ownerOfBatch(database, first))
    case 'person': {
      const owners = await ownersOfPerson(database, first)
      return owners.length === 0 ? undefined : owners
    }
    case 'pair': {
      const [a, b] = [await ownerOfDossier(database, first), await ownerOfDossier(database, second)]
      return a === undefined || b === undefined ? undefined : [a, b]
    }
  }
}

/** A form of ours brings the token of the session; nobody signed in yet is at least asked where the form came from. */
function isOurs(desk: Desk, context: Context, guest: Seat | undefined, csrf: string | undefined): boolean {
  const origin = context.req.header('origin')
  if (origin !== undefined && !desk.hosts.has(origin.replace(/^https?:\/\//u, ''))) return false
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return guest === undefined || (csrf !== undefined && isSameToken(csrf, guest.csrf))
}

function request(desk: Desk, context: Context) {
  const lang: Language = (getCookie(context, 'lang') ?? desk.run.config.lang) === 'en' ? 'en' : 'vi'
  return {
    desk,
    lang,
    params: context.req.param(),
    request: context.req.raw,
    address: addressOf(context),
    wantsPiece: context.req.header('x-piece') === '1',
  }
}

/** As node-server hands it in; nothing a client says of itself is believed. */
function addressOf(context: Context): string {
  const env: unknown = context.env
  const incoming = typeof env === 'object' && env !== null && 'incoming' in env ? env.incoming : undefined
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return ''
  const { socket } = incoming
  const isSocket = typeof socket === 'object' && socket !== null && 'remoteAddress' in socket
  return isSocket && typeof socket.remoteAddress === 'string' ? socket.remoteAddress : ''
}

async function nothingHere(desk: Desk, context: Context): Promise<Response> {
  const guest = await seatFor(desk, getCookie(context, cookieName(desk)))
  const visit: Visit = visitOf({ ...request(desk, context), guest, owned: [], form: noForm })
  return visit.wrong(404, notThere)
}

const notThere = {
  vi: 'Không có mục này, hoặc bạn không có quyền xem. Hãy quay lại danh sách hồ sơ.',
  en: 'There is no such thing, or it is not for you to see. Go back to the list.',
}
const notYours = {
  vi: 'Tài khoản của bạn không có quyền làm việc này. Hãy hỏi người quản trị.',
  en: 'Your account may not do this. Ask the administrator.',
}
const signInFirst = {
  vi: 'Phiên làm việc đã hết. Hãy đăng nhập lại; việc đã ghi không mất.',
  en: 'Your session has ended. Sign in again; what was kept is not lost.',
}
const foreignForm = {
  vi: 'Biểu mẫu này không phải do trạm gửi ra trong phiên này. Hãy tải lại trang rồi làm lại.',
  en: 'This form was not sent out by the station in this session. Load the page anew and try again.',
}

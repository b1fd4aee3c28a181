// A review station over a scratch database: the real desk and application, people to sit at it, and a browser.
import { hashPassword } from '../../pipeline/adapters/passwords.ts'
import { Config } from '../../pipeline/core/config.ts'
import { reviewApp } from '../../pipeline/review/app.ts'
import type { Desk } from '../../pipeline/review/desk.ts'
import { listen, openDesk } from '../../pipeline/review/server.ts'
import { beginSession, cookieName } from '../../pipeline/review/sessions.ts'
import { createLog } from '../../pipeline/runner/log.ts'
import { openTools } from '../../pipeline/runner/tools.ts'
import { keepAccount } from '../../pipeline/store/accounts.ts'
import { sha256 } from '../../pipeline/core/id.ts'
import type { Role } from '../../schemas/index.ts'
import type { Scratch } from './scratch.ts'

export const password = 'một câu mật khẩu rất dài'

export interface Signed {
  readonly cookie: string
  readonly token: string
  readonly csrf: string
}

export interface Station extends AsyncDisposable {
  readonly desk: Desk
  /** Lines of the log: they must hold no value of a person. */
  readonly log: readonly string[]
  request(path: string, init?: RequestInit): Promise<Response>
  /** An account of that name with these roles, all in the one agency. */
  hire(account: string, roles: readonly Role[], agency: string): Promise<Signed>
  post(
    by: Signed,
    path: string,
    fields: Readonly<Record<string, string>>,
    more?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** Listens on this computer; gives the address. */
  open(): Promise<{ readonly url: string } & AsyncDisposable>
}

let hashed: Promise<string> | undefined

export async function openStation(scratch: Scratch, clock: () => number = Date.now): Promise<Station> {
  const { store } = scratch
  const lines: string[] = []
  const log = createLog((line) => lines.push(line), 'info')
  const config = Config.parse({ workspace: `${scratch.folder}/workspace` })
  const tools = await openTools(config, { store, today: '2026-11-22', log, signal: new AbortController().signal })
  const { desk, ...opened } = await openDesk({
    store,
    tools,
    log,
    clock,
    today: () => '2026-11-22',
    hosts: ['localhost'],
    isSecure: false,
  })
  const app = reviewApp(desk)
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { host: 'localhost', ...Object.fromEntries(new Headers(init.headers)) } })
  return {
    desk,
    log: lines,
    request,
    hire: async (account, roles, agency) => {
      hashed ??= hashPassword(password)
      const grants = roles.map((role) => ({ role, agency }))
      await keepAccount(store.database, {
        account,
        name: `Cán bộ ${account}`,
        passwordHash: await hashed,
        grants,
        isDisabled: false,
      })
      const token = await beginSession(desk, account, undefined)
      const session = await store.database.reviewSession.findUniqueOrThrow({ where: { tokenHash: sha256(token) } })
      return { token, cookie: `${cookieName(desk)}=${token}`, csrf: session.csrf }
    },
    post: (by, path, fields, more = {}) =>
      request(path, {
        method: 'POST',
        headers: { cookie: by.cookie, ...more },
        body: new URLSearchParams({ csrf: by.csrf, ...fields }),
      }),
    open: async () => {
      const listening = await listen(desk, { hostname: '127.0.0.1', port: 0 })
      desk.hosts.add(`127.0.0.1:${listening.port}`)
      return {
        url: `http://127.0.0.1:${listening.port}`,
        [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose](),
      }
    },
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]()
      await tools[Symbol.asyncDispose]()
    },
  }
}

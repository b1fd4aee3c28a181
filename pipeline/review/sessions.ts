// Sessions: begun anew at each login, ended by leaving, by idleness and in any case after a working day.
import { randomToken } from '../adapters/passwords.ts'
import type { Agency, Grant } from '../../schemas/index.ts'
import { everyAgency } from '../core/rights.ts'
import { sha256 } from '../core/id.ts'
import {
  accountOf,
  allAccounts,
  dropSessions,
  endSession,
  sessionOf,
  startSession,
  touchSession,
} from '../store/accounts.ts'
import { allAgencies } from '../store/agencies.ts'
import type { Database } from '../store/database.ts'
import type { Desk } from './desk.ts'
import { type Seat, seatOf } from './seat.ts'

const IDLE_MILLIS = 30 * 60_000
const LONGEST_MILLIS = 12 * 3_600_000
/** Written no more often than this: a page of pictures asks many times a second. */
const TOUCH_MILLIS = 60_000
const AGENCIES_MILLIS = 5000

/** The one person of a station without accounts: every role, everywhere; four eyes hold all the same. */
export const localAccount = 'local'
const localGrants: readonly Grant[] = (['entry', 'check', 'approve', 'administer'] as const).map((role) => ({
  role,
  agency: everyAgency,
}))
const localName = 'Người dùng tại máy'

/** What the accounts are called by people. */
export async function accountNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const accounts = await allAccounts(database)
  return new Map([[localAccount, localName], ...accounts.map(({ account, name }) => [account, name] as const)])
}

/** `__Host-` binds the cookie to this very host; browsers ask TLS for it. */
export const cookieName = ({ isSecure }: Pick<Desk, 'isSecure'>) => (isSecure ? '__Host-hoso' : 'hoso')

export async function seatFor(desk: Desk, token: string | undefined): Promise<Seat | undefined> {
  if (token === undefined) return undefined
  const { database } = desk.store
  const session = await sessionOf(database, sha256(token))
  if (session === undefined) return undefined
  const now = desk.clock()
  if (now - session.seenAt.getTime() > IDLE_MILLIS || now - session.startedAt.getTime() > LONGEST_MILLIS) {
    await endSession(database, session.tokenHash)
    return undefined
  }
  const { account, csrf, tokenHash, startedAt } = session
  const known = account === localAccount ? undefined : await accountOf(database, account)
  if (account === localAccount ? desk.alone === undefined : known?.isDisabled !== false) return undefined
  if (now - session.seenAt.getTime() > TOUCH_MILLIS) await touchSession(database, tokenHash, new Date(now))
  const person = { account, name: known?.name ?? localName, csrf, tokenHash, startedAt }
  return seatOf(person, known?.grants ?? localGrants, await agenciesNow(desk))
}

interface KnownAgencies {
  readonly at: number
  readonly agencies: Promise<readonly Agency[]>
}
const knownAgencies = new WeakMap<Desk, KnownAgencies>()

/** A province has hundreds, and every picture asks: a list a few seconds old is good enough. Grants are never kept. */
function agenciesNow(desk: Desk): Promise<readonly Agency[]> {
  const now = desk.clock()
  const known = knownAgencies.get(desk)
  if (known !== undefined && Math.abs(now - known.at) < AGENCIES_MILLIS) return known.agencies
  const agencies = allAgencies(desk.store.database)
  knownAgencies.set(desk, { at: now, agencies })
  agencies.catch(() => knownAgencies.delete(desk))
  return agencies
}

/** Gives the new token; the old session, if there was one, is ended. */
export async function beginSession(desk: Desk, account: string, before: Seat | undefined): Promise<string> {
  const { database } = desk.store
  const now = desk.clock()
  if (before !== undefined) await endSession(database, before.tokenHash)
  await dropSessions(database, { started: new Date(now - LONGEST_MILLIS), seen: new Date(now - IDLE_MILLIS) })
  const token = randomToken()
  const at = new Date(now)
  await startSession(database, { tokenHash: sha256(token), account, csrf: randomToken(), startedAt: at, seenAt: at })
  return token
}

export function sessionCookie(desk: Desk, token: string | undefined): string {
  const secure = desk.isSecure ? '; Secure' : ''
  const age = token === undefined ? 0 : LONGEST_MILLIS / 1000
  return `${cookieName(desk)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`
}

// Who may sign in at the review station, and who is signed in.
import { Account } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { checkedBy } from './records.ts'

const accountFrom = (row: { body: unknown }): Account => checkedBy(Account, row.body, 'một tài khoản')

/** In the order of their names. */
export async function allAccounts(database: Database): Promise<Account[]> {
  return (await database.account.findMany({ orderBy: { account: 'asc' } })).map(accountFrom)
}

export async function accountOf(database: Database, account: string): Promise<Account | undefined> {
  const row = await database.account.findUnique({ where: { account } })
  return row === null ? undefined : accountFrom(row)
}

export async function hasAccounts(database: Database): Promise<boolean> {
  return (await database.account.findFirst({ select: { account: true } })) !== null
}

/** What changes an account ends its sessions: nobody goes on with rights that were taken away. */
export async function keepAccount(transaction: Database, given: Account): Promise<void> {
  const { account, ...rest } = checkedBy(Account, given, 'một tài khoản')
  const body = { account, ...rest, grants: rest.grants.map((grant) => ({ ...grant })) }
  await transaction.account.upsert({ where: { account }, create: { account, body }, update: { body } })
  await transaction.reviewSession.deleteMany({ where: { account } })
}

export interface Session {
  readonly tokenHash: string
  readonly account: string
  readonly csrf: string
  readonly startedAt: Date
  readonly seenAt: Date
}

export async function sessionOf(database: Database, tokenHash: string): Promise<Session | undefined> {
  return (await database.reviewSession.findUnique({ where: { tokenHash } })) ?? undefined
}

export async function startSession(database: Database, session: Session): Promise<void> {
  await database.reviewSession.create({ data: { ...session } })
}

export async function touchSession(database: Database, tokenHash: string, seenAt: Date): Promise<void> {
  await database.reviewSession.updateMany({ where: { tokenHash }, data: { seenAt } })
}

export async function endSession(database: Database, tokenHash: string): Promise<void> {
  await database.reviewSession.deleteMany({ where: { tokenHash } })
}

/** Those nobody can come back to. */
export async function dropSessions(database: Database, before: { started: Date; seen: Date }): Promise<void> {
  await database.reviewSession.deleteMany({
    where: { OR: [{ startedAt: { lt: before.started } }, { seenAt: { lt: before.seen } }] },
  })
}

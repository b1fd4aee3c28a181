// Taking a dossier in hand, so that two people do not settle the same thing at once, and telling who has it, to the second.
import { accountOf } from '../store/accounts.ts'
import { claim, type Claim, claimOn } from '../store/claims.ts'
import { momentText } from './pieces/names.ts'
import type { Text, Visit } from './visit.tsx'

/** Prolonged while the page is open and somebody is at it. */
const CLAIM_MILLIS = 10 * 60_000

export async function takeClaim(visit: Visit, dossier: string): Promise<Claim> {
  const claimedAt = new Date(visit.desk.clock())
  const expiresAt = new Date(claimedAt.getTime() + CLAIM_MILLIS)
  return claim(visit.desk.store.database, { dossier, account: visit.seat.account, claimedAt, expiresAt })
}

export const claimNow = ({ desk }: Visit, dossier: string): Promise<Claim | undefined> =>
  claimOn(desk.store.database, dossier, new Date(desk.clock()))

export async function heldByText({ desk }: Visit, { account, claimedAt, expiresAt }: Claim): Promise<Text> {
  const name = (await accountOf(desk.store.database, account))?.name ?? account
  const [since, until] = [momentText(claimedAt), momentText(expiresAt)]
  return {
    vi: `${name} đang giữ hồ sơ này từ ${since}; tự hết hạn lúc ${until} nếu không làm tiếp. Bạn chỉ xem được.`,
    en: `${name} has had this dossier in hand since ${since}; it runs out at ${until}. You can only look.`,
  }
}

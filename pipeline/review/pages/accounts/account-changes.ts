// What is changed of accounts: made, locked, opened again, given a new password, roles given and taken. Nobody changes his own.
import { Account, Grant } from '../../../../schemas/index.ts'
import { hashPassword, randomToken } from '../../../adapters/passwords.ts'
import { accountOf, keepAccount } from '../../../store/accounts.ts'
import { askForReason } from '../../../store/agencies.ts'
import { audit } from '../../audit.ts'
import type { AuditAction } from '../../audit-words.ts'
import type { Text, Visit } from '../../visit.tsx'
import { accountsPage, isMine } from './accounts-page.tsx'

const words = {
  wrong: {
    vi: 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm; phải có họ tên, vai trò và đơn vị bạn quản trị.',
    en: 'An account is lower-case letters, digits, dots; name, role and an agency of yours are needed.',
  },
  taken: { vi: 'Tên đăng nhập này đã có. Hãy chọn tên khác.', en: 'This account exists already. Choose another.' },
  notYours: { vi: 'Tài khoản này không thuộc đơn vị bạn quản trị.', en: 'This account is not in your agencies.' },
  own: {
    vi: 'Không ai tự đổi quyền, tự khóa tài khoản của mình. Hãy nhờ người quản trị khác.',
    en: 'Nobody changes the rights of their own account. Ask another administrator.',
  },
  unknown: { vi: 'Không rõ cần làm gì. Hãy tải lại trang.', en: 'Unknown request. Load the page anew.' },
} as const satisfies Record<string, Text>

const grantIn = ({ form }: Visit) => Grant.safeParse({ role: form.get('role'), agency: form.get('agency') })
const firstPassword = () => randomToken().slice(0, 20)

export async function addAccount(visit: Visit): Promise<Response> {
  const grant = grantIn(visit)
  if (!grant.success || !isMine(visit, [grant.data])) return accountsPage(visit, 422, { problem: words.wrong })
  const secret = firstPassword()
  const wanted = Account.safeParse({
    account: visit.form.get('account')?.trim(),
    name: visit.form.get('name'),
    passwordHash: await hashPassword(secret),
    grants: [grant.data],
    isDisabled: false,
  })
  if (!wanted.success) return accountsPage(visit, 422, { problem: words.wrong })
  const { account } = wanted.data
  if ((await accountOf(visit.desk.store.database, account)) !== undefined)
    return accountsPage(visit, 409, { problem: words.taken })
  await keepAccount(visit.desk.store.database, wanted.data)
  await audit(visit, 'account_added', account, { role: grant.data.role, agency: grant.data.agency })
  return accountsPage(visit, 200, { secret: `${account} · ${secret}` })
}

export async function changeAccount(visit: Visit): Promise<Response> {
  const known = await accountOf(visit.desk.store.database, visit.params.account ?? '')
  if (known === undefined || !isMine(visit, known.grants)) return accountsPage(visit, 404, { problem: words.notYours })
  if (known.account === visit.seat.account) return accountsPage(visit, 403, { problem: words.own })
  switch (visit.form.get('verdict')) {
    case 'reset':
      return resetPassword(visit, known)
    case 'disable':
      return kept(visit, { ...known, isDisabled: true }, 'account_disabled')
    case 'enable':
      return kept(visit, { ...known, isDisabled: false }, 'account_enabled')
    case 'give':
    case 'take':
      return changeGrants(visit, known)
    default:
      return accountsPage(visit, 422, { problem: words.unknown })
  }
}

async function resetPassword(visit: Visit, known: Account): Promise<Response> {
  const secret = firstPassword()
  await keepAccount(visit.desk.store.database, { ...known, passwordHash: await hashPassword(secret) })
  await audit(visit, 'password_reset', known.account)
  return accountsPage(visit, 200, { secret: `${known.account} · ${secret}` })
}

async function changeGrants(visit: Visit, known: Account): Promise<Response> {
  const grant = grantIn(visit)
  if (!grant.success || !isMine(visit, [grant.data])) return accountsPage(visit, 422, { problem: words.notYours })
  const { role, agency } = grant.data
  const others = known.grants.filter((each) => each.role !== role || each.agency !== agency)
  const isGiven = visit.form.get('verdict') === 'give'
  const grants = isGiven ? [...others, grant.data] : others
  return kept(visit, { ...known, grants }, isGiven ? 'role_given' : 'role_taken', { role, agency })
}

async function kept(visit: Visit, account: Account, action: AuditAction, facts = {}): Promise<Response> {
  await keepAccount(visit.desk.store.database, account)
  await audit(visit, action, account.account, facts)
  return visit.redirect('/accounts')
}

export async function askReason(visit: Visit): Promise<Response> {
  const { agency = '' } = visit.params
  if (!visit.seat.may('administer', agency)) return accountsPage(visit, 404, { problem: words.notYours })
  const asks = visit.form.get('asks') === '1'
  await askForReason(visit.desk.store.database, agency, asks)
  await audit(visit, 'reason_asked', agency, { asks })
  return visit.redirect('/accounts')
}

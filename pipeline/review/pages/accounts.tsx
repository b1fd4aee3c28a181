// Accounts, what each may do and where; and which agencies ask why their dossiers are opened.
import { Account, type Agency, Grant, Role } from '../../../schemas/index.ts'
import { hashPassword, randomToken } from '../../adapters/passwords.ts'
import { everyAgency } from '../../core/rights.ts'
import { accountOf, allAccounts, keepAccount } from '../../store/accounts.ts'
import { allAgencies, askForReason, asksReason } from '../../store/agencies.ts'
import { audit } from '../audit.ts'
import { Form } from '../pieces/form.tsx'
import type { Route } from '../route.ts'
import type { Text, Visit } from '../visit.tsx'

const words = {
  title: { vi: 'Tài khoản', en: 'Accounts' },
  account: { vi: 'Tên đăng nhập', en: 'Account' },
  name: { vi: 'Họ và tên', en: 'Name' },
  rights: { vi: 'Vai trò, đơn vị', en: 'Roles, agencies' },
  state: { vi: 'Trạng thái', en: 'State' },
  active: { vi: 'Đang dùng', en: 'Active' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  add: { vi: 'Lập tài khoản', en: 'Add an account' },
  disable: { vi: 'Khóa', en: 'Disable' },
  enable: { vi: 'Mở lại', en: 'Enable' },
  role: { vi: 'Vai trò', en: 'Role' },
  agency: { vi: 'Đơn vị (và cấp dưới)', en: 'Agency (and below)' },
  every: { vi: 'Mọi đơn vị', en: 'Every agency' },
  reset: { vi: 'Cấp mật khẩu mới', en: 'New password' },
  first: { vi: 'Mật khẩu lần đầu, chỉ hiện một lần này:', en: 'First password, shown this once:' },
  asks: { vi: 'Hỏi lý do trước khi mở hồ sơ', en: 'Ask for a reason before a dossier is opened' },
  save: { vi: 'Ghi', en: 'Save' },
  wrong: {
    vi: 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm; phải có họ tên, vai trò và đơn vị bạn quản trị.',
    en: 'An account is lower-case letters, digits, dots; name, role and an agency of yours are needed.',
  },
  taken: { vi: 'Tên đăng nhập này đã có. Hãy chọn tên khác.', en: 'This account exists already. Choose another.' },
  notYours: { vi: 'Tài khoản này không thuộc đơn vị bạn quản trị.', en: 'This account is not in your agencies.' },
} as const satisfies Record<string, Text>

export const roleNames: Readonly<Record<Role, Text>> = {
  entry: { vi: 'Nhập, sửa', en: 'Entry' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  approve: { vi: 'Phê duyệt', en: 'Approve' },
  administer: { vi: 'Quản trị', en: 'Administer' },
}

const own = { right: 'administer', subject: 'none' } as const

export const accountRoutes: readonly Route[] = [
  { ...own, method: 'GET', path: '/accounts', handle: (visit) => accountsPage(visit, 200) },
  { ...own, method: 'POST', path: '/accounts', handle: add },
  { ...own, method: 'POST', path: '/accounts/:account', handle: change },
  { ...own, method: 'POST', path: '/agencies/:agency/reason', handle: askReason },
]

/** Nobody looks after accounts that reach further than they do. */
const isMine = (visit: Visit, grants: readonly Grant[]) =>
  visit.seat.agencies('administer') === 'all' ||
  grants.every(({ agency }) => agency !== everyAgency && visit.seat.may('administer', agency))

async function accountsPage(
  visit: Visit,
  status: number,
  told?: { problem?: Text; secret?: string },
): Promise<Response> {
  const { database } = visit.desk.store
  const accounts = (await allAccounts(database)).filter(({ grants }) => isMine(visit, grants))
  const agencies = (await allAgencies(database)).filter(({ code }) => visit.seat.may('administer', code))
  const asking = await asksReason(database)
  return visit.page(
    { title: words.title, current: 'accounts' },
    <>
      <h1>{visit.say(words.title)}</h1>
      {told?.problem === undefined ? null : (
        <p class="notice bad" role="alert">
          {visit.say(told.problem)}
        </p>
      )}
      {told?.secret === undefined ? null : (
        <p class="notice" role="status">
          {visit.say(words.first)} <code class="hash">{told.secret}</code>
        </p>
      )}
      <AccountList visit={visit} accounts={accounts} agencies={agencies} />
      <AddForm visit={visit} agencies={agencies} />
      <ReasonForms visit={visit} agencies={agencies} asking={asking} />
    </>,
    status,
  )
}

interface ListProps {
  readonly visit: Visit
  readonly agencies: readonly Agency[]
}

function AccountList({ visit, accounts, agencies }: ListProps & { readonly accounts: readonly Account[] }) {
  const nameOf = (code: string) =>
    code === everyAgency ? visit.say(words.every) : (agencies.find((each) => each.code === code)?.name ?? code)
  return (
    <table class="list">
      <thead>
        <tr>
          {[words.account, words.name, words.rights, words.state].map((head) => (
            <th scope="col">{visit.say(head)}</th>
          ))}
          <td></td>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ account, name, grants, isDisabled }) => (
          <tr>
            <th scope="row">{account}</th>
            <td>{name}</td>
            <td>{grants.map(({ role, agency }) => `${visit.say(roleNames[role])}: ${nameOf(agency)}`).join('; ')}</td>
            <td>{visit.say(isDisabled ? words.disabled : words.active)}</td>
            <td>
              <Form visit={visit} action={`/accounts/${encodeURIComponent(account)}`} class="inline" label={account}>
                <button name="verdict" value={isDisabled ? 'enable' : 'disable'}>
                  {visit.say(isDisabled ? words.enable : words.disable)}
                </button>
                <button name="verdict" value="reset">
                  {visit.say(words.reset)}
                </button>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AddForm({ visit, agencies }: ListProps) {
  return (
    <section class="card">
      <h2>{visit.say(words.add)}</h2>
      <Form visit={visit} action="/accounts" class="inline">
        <label>
          {visit.say(words.account)}
          <input name="account" required pattern="[a-z0-9][a-z0-9._\-]+" autocapitalize="none" />
        </label>
        <label>
          {visit.say(words.name)}
          <input name="name" required maxlength={120} />
        </label>
        <label>
          {visit.say(words.role)}
          <select name="role">
            {Role.options.map((role) => (
              <option value={role}>{visit.say(roleNames[role])}</option>
            ))}
          </select>
        </label>
        <label>
          {visit.say(words.agency)}
          <select name="agency">
            {visit.seat.agencies('administer') === 'all' ? (
              <option value={everyAgency}>{visit.say(words.every)}</option>
            ) : null}
            {agencies.map(({ code, name }) => (
              <option value={code}>{name}</option>
            ))}
          </select>
        </label>
        <button class="main">{visit.say(words.add)}</button>
      </Form>
    </section>
  )
}

function ReasonForms({ visit, agencies, asking }: ListProps & { readonly asking: ReadonlySet<string> }) {
  return (
    <section class="card">
      <h2>{visit.say(words.asks)}</h2>
      {agencies.map(({ code, name }) => (
        <Form visit={visit} action={`/agencies/${encodeURIComponent(code)}/reason`} class="inline" label={name}>
          <label class="choice">
            <input type="checkbox" name="asks" value="1" checked={asking.has(code)} /> {name}
          </label>
          <button>{visit.say(words.save)}</button>
        </Form>
      ))}
    </section>
  )
}

async function add(visit: Visit): Promise<Response> {
  const grant = Grant.safeParse({ role: visit.form.get('role'), agency: visit.form.get('agency') })
  if (!grant.success || !isMine(visit, [grant.data])) return accountsPage(visit, 422, { problem: words.wrong })
  const secret = randomToken().slice(0, 20)
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

async function change(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const known = await accountOf(database, visit.params.account ?? '')
  if (known === undefined || !isMine(visit, known.grants)) return accountsPage(visit, 404, { problem: words.notYours })
  const verdict = visit.form.get('verdict')
  if (verdict === 'reset') {
    const secret = randomToken().slice(0, 20)
    await keepAccount(database, { ...known, passwordHash: await hashPassword(secret) })
    await audit(visit, 'password_reset', known.account)
    return accountsPage(visit, 200, { secret: `${known.account} · ${secret}` })
  }
  await keepAccount(database, { ...known, isDisabled: verdict === 'disable' })
  await audit(visit, verdict === 'disable' ? 'account_disabled' : 'account_enabled', known.account)
  return visit.redirect('/accounts')
}

async function askReason(visit: Visit): Promise<Response> {
  const { agency = '' } = visit.params
  if (!visit.seat.may('administer', agency)) return accountsPage(visit, 404, { problem: words.notYours })
  const asks = visit.form.get('asks') === '1'
  await askForReason(visit.desk.store.database, agency, asks)
  await audit(visit, 'reason_asked', agency, { asks })
  return visit.redirect('/accounts')
}

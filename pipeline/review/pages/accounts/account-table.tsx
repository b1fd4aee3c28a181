// The list of accounts: what each may do and where, roles given and taken, the account locked or given a new password.
import type { Account, Agency, Grant } from '../../../../schemas/index.ts'
import { everyAgency } from '../../../core/rights.ts'
import { Form } from '../../pieces/form.tsx'
import type { Text, Visit } from '../../visit.tsx'
import { GrantChoice, roleNames } from './grant-choice.tsx'

const words = {
  account: { vi: 'Tên đăng nhập', en: 'Account' },
  name: { vi: 'Họ và tên', en: 'Name' },
  rights: { vi: 'Vai trò, đơn vị', en: 'Roles, agencies' },
  state: { vi: 'Trạng thái', en: 'State' },
  active: { vi: 'Đang dùng', en: 'Active' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  none: {
    vi: 'Chưa có tài khoản nào: trạm đang dành cho một người tại máy này.',
    en: 'No accounts yet: the station is one person’s.',
  },
  self: { vi: '(bạn)', en: '(you)' },
  disable: { vi: 'Khóa', en: 'Disable' },
  enable: { vi: 'Mở lại', en: 'Enable' },
  reset: { vi: 'Cấp mật khẩu mới', en: 'New password' },
  take: { vi: 'Bớt', en: 'Take away' },
  give: { vi: 'Thêm quyền', en: 'Give a role' },
  nothing: { vi: 'không có quyền nào', en: 'no rights' },
} as const satisfies Record<string, Text>

export interface ListProps {
  readonly visit: Visit
  readonly agencies: readonly Agency[]
}

export function AccountTable({ visit, accounts, agencies }: ListProps & { readonly accounts: readonly Account[] }) {
  if (accounts.length === 0) return <p class="notice">{visit.say(words.none)}</p>
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
        {accounts.map((account) => (
          <Row visit={visit} account={account} agencies={agencies} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = ListProps & { readonly account: Account }

function Row({ visit, account, agencies }: RowProps) {
  const isOwn = account.account === visit.seat.account
  return (
    <tr>
      <th scope="row">
        {account.account} {isOwn ? <span class="aside">{visit.say(words.self)}</span> : null}
      </th>
      <td>{account.name}</td>
      <td>
        <Grants visit={visit} account={account} agencies={agencies} isOwn={isOwn} />
      </td>
      <td>{visit.say(account.isDisabled ? words.disabled : words.active)}</td>
      <td>{isOwn ? null : <Actions visit={visit} account={account} />}</td>
    </tr>
  )
}

const pathOf = ({ account }: Account): string => `/accounts/${encodeURIComponent(account)}`

function Grants({ visit, account, agencies, isOwn }: RowProps & { readonly isOwn: boolean }) {
  const nameOf = (code: string) =>
    code === everyAgency
      ? visit.say({ vi: 'mọi đơn vị', en: 'every agency' })
      : (agencies.find((each) => each.code === code)?.name ?? code)
  const textOf = ({ role, agency }: Grant) => `${visit.say(roleNames[role])}: ${nameOf(agency)}`
  if (isOwn) return <>{account.grants.map(textOf).join('; ')}</>
  return (
    <>
      {account.grants.length === 0 ? <span class="aside">{visit.say(words.nothing)}</span> : null}
      <ul class="grants">
        {account.grants.map((grant) => (
          <li>
            <Form visit={visit} action={pathOf(account)} class="inline" label={`${account.account}: ${textOf(grant)}`}>
              {textOf(grant)}
              <input type="hidden" name="role" value={grant.role} />
              <input type="hidden" name="agency" value={grant.agency} />
              <button name="verdict" value="take" aria-label={`${visit.say(words.take)}: ${textOf(grant)}`}>
                {visit.say(words.take)}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Give visit={visit} account={account} agencies={agencies} />
    </>
  )
}

function Give({ visit, account, agencies }: RowProps) {
  return (
    <details>
      <summary>{visit.say(words.give)}</summary>
      <Form
        visit={visit}
        action={pathOf(account)}
        class="inline"
        label={`${visit.say(words.give)}: ${account.account}`}
      >
        <GrantChoice visit={visit} agencies={agencies} />
        <button name="verdict" value="give">
          {visit.say(words.give)}
        </button>
      </Form>
    </details>
  )
}

function Actions({ visit, account }: Pick<RowProps, 'visit' | 'account'>) {
  return (
    <Form visit={visit} action={pathOf(account)} class="inline" label={account.account}>
      <button name="verdict" value={account.isDisabled ? 'enable' : 'disable'}>
        {visit.say(account.isDisabled ? words.enable : words.disable)}
      </button>
      <button name="verdict" value="reset">
        {visit.say(words.reset)}
      </button>
    </Form>
  )
}

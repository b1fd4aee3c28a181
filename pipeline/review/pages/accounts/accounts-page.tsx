// Accounts, what each may do and where; and which agencies ask why their dossiers are opened.
import type { Grant } from '../../../../schemas/index.ts'
import { everyAgency } from '../../../core/rights.ts'
import { allAccounts } from '../../../store/accounts.ts'
import { allAgencies, asksReason } from '../../../store/agencies.ts'
import { Form } from '../../pieces/form.tsx'
import type { Text, Visit } from '../../visit.tsx'
import { AccountTable, type ListProps } from './account-table.tsx'
import { GrantChoice } from './grant-choice.tsx'

const words = {
  title: { vi: 'Tài khoản', en: 'Accounts' },
  account: { vi: 'Tên đăng nhập', en: 'Account' },
  name: { vi: 'Họ và tên', en: 'Name' },
  add: { vi: 'Lập tài khoản', en: 'Add an account' },
  first: { vi: 'Mật khẩu lần đầu, chỉ hiện một lần này:', en: 'First password, shown this once:' },
  asks: { vi: 'Hỏi lý do trước khi mở hồ sơ', en: 'Ask for a reason before a dossier is opened' },
  save: { vi: 'Ghi', en: 'Save' },
} as const satisfies Record<string, Text>

/** Nobody looks after accounts that reach further than they do. */
export const isMine = (visit: Visit, grants: readonly Grant[]) =>
  visit.seat.agencies('administer') === 'all' ||
  grants.every(({ agency }) => agency !== everyAgency && visit.seat.may('administer', agency))

export async function accountsPage(
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
      <AccountTable visit={visit} accounts={accounts} agencies={agencies} />
      <AddForm visit={visit} agencies={agencies} />
      <ReasonForms visit={visit} agencies={agencies} asking={asking} />
    </>,
    status,
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
        <GrantChoice visit={visit} agencies={agencies} />
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

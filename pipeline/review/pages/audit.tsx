// The audit log: who did what to which dossier, newest first. Entries hold ids and codes; the values are in the decisions.
import { allAccounts } from '../../store/accounts.ts'
import { auditEntries, type AuditFilter } from '../../store/audit-log.ts'
import { momentText } from '../pieces/names.ts'
import type { Route } from '../route.ts'
import type { Text, Visit } from '../visit.tsx'

const rowsAPage = 100

const words = {
  title: { vi: 'Nhật ký', en: 'Audit log' },
  number: { vi: 'Số', en: 'No.' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Việc', en: 'What' },
  subject: { vi: 'Về', en: 'About' },
  facts: { vi: 'Chi tiết', en: 'Details' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  filter: { vi: 'Lọc', en: 'Filter' },
  account: { vi: 'Tài khoản', en: 'Account' },
  none: { vi: 'Không có mục nào.', en: 'No entries.' },
  check: {
    vi: 'Kiểm tra nhật ký còn nguyên vẹn: lệnh hoso audit --check.',
    en: 'Check that the log is whole: hoso audit --check.',
  },
} as const satisfies Record<string, Text>

const actions: Readonly<Record<string, Text>> = {
  sign_in: { vi: 'Đăng nhập', en: 'Signed in' },
  sign_in_failed: { vi: 'Đăng nhập sai', en: 'Failed to sign in' },
  sign_out: { vi: 'Đăng xuất', en: 'Signed out' },
  read: { vi: 'Mở hồ sơ', en: 'Opened a dossier' },
  reason_given: { vi: 'Nêu lý do mở hồ sơ', en: 'Gave a reason' },
  decide: { vi: 'Quyết định', en: 'Decided' },
  release: { vi: 'Trả về hàng đợi', en: 'Put back' },
  account_added: { vi: 'Lập tài khoản', en: 'Added an account' },
  account_disabled: { vi: 'Khóa tài khoản', en: 'Disabled an account' },
  account_enabled: { vi: 'Mở lại tài khoản', en: 'Enabled an account' },
  password_reset: { vi: 'Cấp mật khẩu mới', en: 'Reset a password' },
  password_changed: { vi: 'Đổi mật khẩu', en: 'Changed a password' },
  reason_asked: { vi: 'Đặt việc hỏi lý do', en: 'Set asking for reasons' },
}

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', right: 'audit', subject: 'none', handle: showAudit },
]

function filterOf(visit: Visit): AuditFilter {
  const text = (name: string) => {
    const given = visit.query(name)?.trim()
    return given === undefined || given === '' ? undefined : given
  }
  const before = Number(visit.query('before') ?? '')
  return {
    subject: text('subject'),
    account: text('account'),
    before: Number.isInteger(before) && before > 0 ? before : undefined,
  }
}

async function showAudit(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const filter = filterOf(visit)
  // Whose administration ends at some agencies does not read what happened in the others.
  const isEverywhere = visit.seat.agencies('audit') === 'all'
  const entries = isEverywhere ? await auditEntries(database, filter, rowsAPage) : []
  const names = new Map((await allAccounts(database)).map(({ account, name }) => [account, name]))
  const last = entries.at(-1)
  return visit.page(
    { title: words.title, current: 'audit' },
    <>
      <h1>{visit.say(words.title)}</h1>
      <p class="aside">{visit.say(words.check)}</p>
      <Filter visit={visit} filter={filter} />
      {entries.length === 0 ? (
        <p class="notice">{visit.say(words.none)}</p>
      ) : (
        <Entries visit={visit} entries={entries} names={names} />
      )}
      {last === undefined || entries.length < rowsAPage ? null : (
        <p>
          <a
            href={`/audit?before=${last.sequence}&subject=${encodeURIComponent(filter.subject ?? '')}&account=${encodeURIComponent(filter.account ?? '')}`}
          >
            {visit.say(words.older)}
          </a>
        </p>
      )}
    </>,
  )
}

function Filter({ visit, filter }: { readonly visit: Visit; readonly filter: AuditFilter }) {
  return (
    <form class="filters" action="/audit">
      <label>
        {visit.say(words.subject)}
        <input name="subject" value={filter.subject ?? ''} />
      </label>
      <label>
        {visit.say(words.account)}
        <input name="account" value={filter.account ?? ''} />
      </label>
      <span class="actions">
        <button>{visit.say(words.filter)}</button>
      </span>
    </form>
  )
}

interface EntriesProps {
  readonly visit: Visit
  readonly entries: Awaited<ReturnType<typeof auditEntries>>
  readonly names: ReadonlyMap<string, string>
}

function Entries({ visit, entries, names }: EntriesProps) {
  const heads = [words.number, words.at, words.who, words.what, words.subject, words.facts]
  return (
    <table class="list">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{visit.say(head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ sequence, at, account, action, subject, facts }) => (
          <tr>
            <th scope="row" class="number">
              {sequence}
            </th>
            <td>{momentText(new Date(at))}</td>
            <td>{names.get(account) ?? account}</td>
            <td>{actions[action] === undefined ? action : visit.say(actions[action])}</td>
            <td>{subject}</td>
            <td class="hash">
              {Object.entries(facts)
                .filter(([name]) => name !== 'hash')
                .map(([name, value]) => `${name}=${value}`)
                .join(' ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

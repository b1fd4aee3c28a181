// The audit log: who did what to which dossier, newest first. Entries hold ids and codes; the values are in the decisions.
import { auditEntries, type AuditFilter } from '../../store/audit-log.ts'
import { momentText } from '../pieces/names.ts'
import type { Route } from '../route.ts'
import { accountNames } from '../sessions.ts'
import type { Text, Visit } from '../visit.tsx'
import { actionName } from '../audit-words.ts'

const rowsAPage = 100

const words = {
  title: { vi: 'Nhật ký', en: 'Audit log' },
  number: { vi: 'Số', en: 'No.' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Việc', en: 'What' },
  subject: { vi: 'Đối tượng', en: 'About' },
  about: { vi: 'Mã hồ sơ hoặc đối tượng', en: 'Dossier id, or what it is about' },
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
  const names = await accountNames(database)
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
        {visit.say(words.about)}
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
            <td>{visit.say(actionName(action))}</td>
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

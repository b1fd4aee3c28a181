// The queue: what waits, the most urgent first, in the agencies one may look into.
import { agencyTree, type AgencyTree } from '../../core/agency-tree.ts'
import { allAgencies } from '../../store/agencies.ts'
import {
  nextFree,
  queueFacets,
  type QueueFilter,
  queuePage,
  type QueueRow,
  ReviewState,
  stateCounts,
} from '../../store/review-queue.ts'
import { Severity, State } from '../pieces/badges.tsx'
import { momentText, ruleName } from '../pieces/names.ts'
import { Pager } from '../pieces/pager.tsx'
import { QueueFilters } from '../pieces/queue-filters.tsx'
import { StateTabs } from '../pieces/state-tabs.tsx'
import type { Route } from '../route.ts'
import { accountNames } from '../sessions.ts'
import type { Text, Visit } from '../visit.tsx'

const rowsAPage = 50

const words = {
  title: { vi: 'Hàng đợi hồ sơ', en: 'Queue of dossiers' },
  next: { vi: 'Lấy hồ sơ gấp nhất', en: 'Take the most urgent' },
  none: { vi: 'Không có hồ sơ nào theo bộ lọc này.', en: 'No dossier fits this filter.' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  state: { vi: 'Trạng thái', en: 'State' },
  problems: { vi: 'Vấn đề', en: 'Problems' },
  main: { vi: 'Phát hiện', en: 'Findings' },
  holder: { vi: 'Người đang giữ', en: 'In hand of' },
  doubtful: { vi: 'giá trị cần xem', en: 'values to look at' },
  until: { vi: 'đến', en: 'until' },
  nothing: { vi: 'Không còn hồ sơ nào chưa có người giữ theo bộ lọc này.', en: 'Every dossier that fits is in hand.' },
} as const satisfies Record<string, Text>

export const queueRoutes: readonly Route[] = [
  { method: 'GET', path: '/', right: 'account', subject: 'none', handle: home },
  { method: 'GET', path: '/queue', right: 'see', subject: 'none', handle: queue },
  { method: 'GET', path: '/queue/next', right: 'see', subject: 'none', handle: next },
]

/** Who administers has no queue. */
function home(visit: Visit): Response {
  return visit.redirect(visit.seat.may('see') ? '/queue' : '/accounts')
}

async function queue(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const now = new Date(visit.desk.clock())
  const tree = agencyTree(await allAgencies(database))
  const filter = filterOf(visit, tree)
  const page = Math.max(1, Math.trunc(Number(visit.query('page') ?? 1)) || 1)
  const rows = await queuePage(database, filter, { now, skip: (page - 1) * rowsAPage, take: rowsAPage + 1 })
  const names = await accountNames(database)
  const shown = rows.slice(0, rowsAPage)
  return visit.page(
    { title: words.title, current: 'queue' },
    <>
      <div class="heading">
        <h1>{visit.say(words.title)}</h1>
        <a class="button main" href={`/queue/next?${new URL(visit.request.url).searchParams.toString()}`} accesskey="n">
          {visit.say(words.next)}
        </a>
      </div>
      <QueueFilters visit={visit} tree={tree} facets={await queueFacets(database, visit.seat.agencies('see'))} />
      <StateTabs visit={visit} counts={await stateCounts(database, filter, now)} chosen={filter.state} />
      {shown.length === 0 ? (
        <p class="notice">{visit.say(words.none)}</p>
      ) : (
        <Rows visit={visit} rows={shown} tree={tree} names={names} />
      )}
      <Pager visit={visit} page={page} isLast={rows.length <= rowsAPage} />
    </>,
  )
}

export function filterOf(visit: Visit, tree: AgencyTree): QueueFilter {
  const text = (name: string) => {
    const given = visit.query(name)?.trim()
    return given === undefined || given === '' ? undefined : given
  }
  const open = visit.seat.agencies('see')
  const agency = text('agency')
  const chosen = agency === undefined ? undefined : tree.under(agency)
  const holder = text('holder')
  return {
    agencies: chosen === undefined ? open : [...chosen].filter((code) => open === 'all' || open.includes(code)),
    batch: text('batch'),
    code: text('code'),
    form: text('form'),
    state: ReviewState.safeParse(text('state')).data,
    holder:
      holder === undefined
        ? undefined
        : holder === 'nobody'
          ? holder
          : { account: holder === 'me' ? visit.seat.account : holder },
    dossier: text('dossier')?.normalize('NFC'),
  }
}

interface RowsProps {
  readonly visit: Visit
  readonly rows: readonly QueueRow[]
  readonly tree: AgencyTree
  readonly names: ReadonlyMap<string, string>
}

function Rows({ visit, rows, tree, names }: RowsProps) {
  const heads = [words.dossier, words.agency, words.problems, words.main, words.state, words.holder]
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
        {rows.map((row) => (
          <Row visit={visit} row={row} tree={tree} names={names} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ visit, row, tree, names }: Omit<RowsProps, 'rows'> & { readonly row: QueueRow }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/dossiers/${encodeURIComponent(row.dossier)}`}>{row.dossier}</a>
        <span class="aside">{row.name ?? ''}</span>
      </th>
      <td>
        {tree.nameOf(row.agency)}
        <span class="aside">{row.batch}</span>
      </td>
      <td class="problems">
        <Problems visit={visit} row={row} />
      </td>
      <td class="codes">
        {row.codes.slice(0, 2).map((code) => (
          <span class="aside">{ruleName(code, visit.lang)}</span>
        ))}
      </td>
      <td>
        <State visit={visit} state={row.state} />
      </td>
      <td>
        {row.holder === null ? (
          ''
        ) : (
          <Holder visit={visit} name={names.get(row.holder) ?? row.holder} until={row.until} />
        )}
      </td>
    </tr>
  )
}

function Problems({ visit, row }: { visit: Visit; row: QueueRow }) {
  return (
    <>
      {row.errors > 0 ? (
        <span class="count">
          <Severity visit={visit} severity="error" /> {row.errors}
        </span>
      ) : null}
      {row.warnings > 0 ? (
        <span class="count">
          <Severity visit={visit} severity="warning" /> {row.warnings}
        </span>
      ) : null}
      {row.doubtful > 0 ? <span class="aside">{`${row.doubtful} ${visit.say(words.doubtful)}`}</span> : null}
    </>
  )
}

function Holder({ visit, name, until }: { visit: Visit; name: string; until: Date | null }) {
  return (
    <>
      {name}
      {until === null ? null : <span class="aside">{`${visit.say(words.until)} ${momentText(until)}`}</span>}
    </>
  )
}

/** Open work first; who approves is given what waits for approval. */
async function next(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const filter = filterOf(visit, agencyTree(await allAgencies(database)))
  const state = filter.state ?? (visit.seat.may('decide') ? 'open' : 'submitted')
  const found = await nextFree(
    database,
    { ...filter, state },
    { now: new Date(visit.desk.clock()), after: visit.query('after') ?? '' },
  )
  return found === undefined
    ? visit.wrong(404, words.nothing)
    : visit.redirect(`/dossiers/${encodeURIComponent(found)}`)
}

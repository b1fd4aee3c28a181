// The list of pairs that wait for a person, clusters with a doubtful link, and linking the register again.
import type { LinkageReport } from '../../../../schemas/index.ts'
import { dateForPeople } from '../../../core/dates.ts'
import { bitsInVietnamese } from '../../../core/linkage/explain.ts'
import { linkageReport } from '../../../store/pairs.ts'
import {
  dossierNames,
  doubtfulClusters,
  type NamedDossier,
  pairQueue,
  unheardDecisions,
} from '../../../store/pair-queue.ts'
import { relink } from '../../../runner/relink.ts'
import { audit } from '../../audit.ts'
import { openAgencies } from '../../open-agencies.ts'
import { Form } from '../../pieces/form.tsx'
import type { Text, Visit } from '../../visit.tsx'
import { pairPath } from './decision-panel.tsx'

const most = 50

const words = {
  title: { vi: 'Cặp nghi trùng', en: 'Candidate pairs' },
  pair: { vi: 'Hai hồ sơ', en: 'Dossiers' },
  who: { vi: 'Họ tên, ngày sinh', en: 'Name, birth date' },
  weight: { vi: 'Trọng số khớp', en: 'Match weight' },
  veto: { vi: 'Vì sao cần xem', en: 'Why a person must look' },
  none: { vi: 'Không còn cặp nào chờ quyết định.', en: 'No pair waits for a decision.' },
  clusters: {
    vi: 'Người có nhiều hồ sơ, liên kết bên trong chưa chắc',
    en: 'Persons whose dossiers are not surely theirs',
  },
  start: { vi: 'Bắt đầu từ cặp đầu', en: 'Begin with the first' },
  relink: { vi: 'Ghép lại ngay', en: 'Link again now' },
  relinking: {
    vi: 'Đang ghép lại toàn bộ hồ sơ. Tải lại trang sau ít phút để xem kết quả; nếu một lệnh khác đang chạy, việc này chờ lần sau.',
    en: 'Linking the whole register again. Load the page anew in a few minutes.',
  },
  heard: { vi: 'Mọi quyết định đã được ghép.', en: 'All decisions are in effect.' },
} as const satisfies Record<string, Text>

const unheard = (count: number): Text => ({
  vi: `${count} quyết định chưa có hiệu lực: chờ ghép lại.`,
  en: `${count} decisions wait for linking to run again.`,
})

export async function showPairs(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const agencies = await openAgencies(visit, 'see')
  const pairs = await pairQueue(database, { agencies, most })
  const clusters = await doubtfulClusters(database, agencies, most)
  const waiting = await unheardDecisions(database)
  const report = await linkageReport(database)
  const names = await dossierNames(
    database,
    pairs.flatMap(({ a, b }) => [a, b]),
  )
  const [first] = pairs
  return visit.page(
    { title: words.title, current: 'pairs', styles: ['linking.css'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      {visit.query('relinking') === undefined ? null : (
        <p class="notice good" role="status">
          {visit.say(words.relinking)}
        </p>
      )}
      <Relink visit={visit} waiting={waiting} report={report} />
      {first === undefined ? (
        <p>{visit.say(words.none)}</p>
      ) : (
        <>
          <p>
            <a class="button main" href={pairPath(first.a, first.b)}>
              {visit.say(words.start)}
            </a>
          </p>
          <PairTable visit={visit} pairs={pairs} names={names} />
        </>
      )}
      {clusters.length === 0 ? null : <Clusters visit={visit} clusters={clusters} />}
    </>,
  )
}

function Relink({ visit, waiting, report }: { visit: Visit; waiting: number; report: LinkageReport | undefined }) {
  return (
    <div class="relink">
      <p>{visit.say(waiting === 0 ? words.heard : unheard(waiting))}</p>
      {visit.seat.may('join') ? (
        <Form visit={visit} action="/pairs/relink">
          <button>{visit.say(words.relink)}</button>
        </Form>
      ) : null}
      {report === undefined ? null : (
        <Counts visit={visit} same={report.pairs.same} review={report.pairs.review} wrong={report.expectedWrong} />
      )}
    </div>
  )
}

function Counts({ visit, same, review, wrong }: { visit: Visit; same: number; review: number; wrong: number }) {
  const expected = wrong.toFixed(1).replace('.', visit.lang === 'vi' ? ',' : '.')
  return (
    <p class="note">
      {visit.say({
        vi: `Lần ghép gần nhất: ${same} cặp là một người (ước tính ${expected} cặp gộp nhầm), ${review} cặp chờ người xem.`,
        en: `Last linking: ${same} pairs joined (${expected} expected wrong), ${review} for a person.`,
      })}
    </p>
  )
}

interface PairTableProps {
  readonly visit: Visit
  readonly pairs: Awaited<ReturnType<typeof pairQueue>>
  readonly names: ReadonlyMap<string, NamedDossier>
}

/** Name and birth date as both papers have them; an unread one is left open. */
const whoIs = (known: NamedDossier | undefined): string =>
  [known?.name ?? '…', dateForPeople(known?.birth ?? '')].filter((text) => text !== '').join(', ')

function PairTable({ visit, pairs, names }: PairTableProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{visit.say(words.pair)}</th>
          <th scope="col">{visit.say(words.who)}</th>
          <th scope="col" class="number">
            {visit.say(words.weight)}
          </th>
          <th scope="col">{visit.say(words.veto)}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ a, b, weight, veto }) => (
          <tr>
            <th scope="row">
              <a href={pairPath(a, b)}>
                {a} – {b}
              </a>
            </th>
            <td>
              {whoIs(names.get(a))}
              <span class="aside">{whoIs(names.get(b))}</span>
            </td>
            <td class="number">{bitsInVietnamese(weight)}</td>
            <td>{veto ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Clusters({
  visit,
  clusters,
}: {
  visit: Visit
  clusters: readonly { personId: string; dossiers: readonly string[] }[]
}) {
  return (
    <section>
      <h2>{visit.say(words.clusters)}</h2>
      <ul>
        {clusters.map(({ personId, dossiers }) => (
          <li>
            <a href={`/persons/${encodeURIComponent(personId)}`}>{dossiers.join(', ')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nobody waits for it: a register of a province takes seconds to minutes. */
export async function linkAgain(visit: Visit): Promise<Response> {
  const { desk } = visit
  await audit(visit, 'link_again', 'register')
  desk.later(async () => {
    await relink({ ...desk.run, tools: { ...desk.run.tools, today: desk.today() } })
  })
  return visit.redirect('/pairs?relinking=1')
}

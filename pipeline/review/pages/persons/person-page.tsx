// One person: the values with their sources and rivals, the dossiers, the open findings, the history.
import type { KnownPerson } from '../../../store/known-person.ts'
import { knownPerson } from '../../../store/known-person.ts'
import { pairsAmong } from '../../../store/pair-queue.ts'
import { outcomeText } from '../../../core/outcome-text.ts'
import type { Text, Visit } from '../../visit.tsx'
import { History, Membership } from './membership.tsx'
import { ValueTable } from './value-table.tsx'
import { Waivers } from './waivers.tsx'

const words = {
  title: { vi: 'Người', en: 'Person' },
  notYet: {
    vi: 'Người này chưa có bản ghi chuẩn. Hãy chạy `hoso run` rồi mở lại.',
    en: 'This person has no golden record yet. Run `hoso run`, then open the page again.',
  },
  sheet: { vi: 'Phiếu đối chiếu (PDF)', en: 'Contradiction sheet (PDF)' },
  differs: {
    vi: 'Giấy tờ của người này ghi khác nhau: in phiếu để người có thẩm quyền kết luận.',
    en: 'Papers differ: print the sheet for a decision.',
  },
  leftOut: {
    vi: 'Đã ghi: hồ sơ này là của người khác. Hồ sơ được tách khi liên kết chạy lại; trang cặp nghi trùng có nút "Ghép lại ngay".',
    en: 'Kept: the dossier is another person’s. It is parted when linking runs again; the page of pairs has "Link again now".',
  },
  waived: { vi: 'Đã ghi ngoại lệ.', en: 'The exception is kept.' },
  conflict: {
    vi: 'Người khác vừa quyết định việc này. Không ghi đè: hãy xem lại rồi làm tiếp.',
    en: 'Somebody else has just decided this. Nothing was written over: look again.',
  },
} as const satisfies Record<string, Text>

export type PersonNotice = 'leftOut' | 'waived' | 'conflict'

export const personPath = (personId: string): string => `/persons/${encodeURIComponent(personId)}`

export async function showPerson(visit: Visit): Promise<Response> {
  const told = visit.query('told')
  return personPage(visit, told === 'leftOut' || told === 'waived' ? told : undefined)
}

export async function personPage(visit: Visit, notice?: PersonNotice, status = 200): Promise<Response> {
  const { database } = visit.desk.store
  const person = await knownPerson(database, visit.params.person ?? '')
  if (person === undefined) return visit.wrong(404, words.notYet)
  const pairs = await pairsAmong(database, person.dossiers)
  const { fullName } = person.golden.values
  const name = outcomeText('fullName', fullName.outcome, visit.lang).text
  return visit.page(
    { title: words.title, current: 'persons', styles: ['linking.css'] },
    <>
      <h1>
        {name} <small>{person.golden.personId}</small>
      </h1>
      {notice === undefined ? null : (
        <p class={`notice ${notice === 'conflict' ? 'bad' : 'good'}`} role={notice === 'conflict' ? 'alert' : 'status'}>
          {visit.say(words[notice])}
        </p>
      )}
      {isContested(person) ? <Sheet visit={visit} personId={person.golden.personId} /> : null}
      <div class="person">
        <ValueTable visit={visit} person={person} />
        <div class="about">
          <Membership visit={visit} person={person} pairs={pairs} />
          <Waivers visit={visit} person={person} />
          <History visit={visit} person={person} />
        </div>
      </div>
    </>,
    status,
  )
}

const isContested = ({ findings }: KnownPerson): boolean =>
  findings.some(({ code, isWaived }) => code.includes('disagree') && !isWaived)

function Sheet({ visit, personId }: { visit: Visit; personId: string }) {
  return (
    <p class="contested">
      {visit.say(words.differs)}{' '}
      <a class="button" href={`${personPath(personId)}/contradictions.pdf`}>
        {visit.say(words.sheet)}
      </a>
    </p>
  )
}

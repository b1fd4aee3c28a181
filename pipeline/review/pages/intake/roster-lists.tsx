// Received held against the list of expected persons: who is missing, who needs a person to tell, who was not expected.
import type { Ambiguity, RosterComparison } from '../../../core/roster/compare-roster.ts'
import { dateForPeople } from '../../../core/dates.ts'
import { compareByGivenName } from '../../../core/text.ts'
import type { Text, Visit } from '../../visit.tsx'

const most = 200

const words = {
  title: { vi: 'Đối chiếu với danh sách phải có', en: 'Held against the list of expected persons' },
  none: {
    vi: 'Chưa nạp danh sách người phải có hồ sơ. Nạp bằng: hoso roster import danh-sach.xlsx.',
    en: 'No list of expected persons was taken in. Take one in by: hoso roster import list.xlsx.',
  },
  received: { vi: 'Đã nhận', en: 'Received' },
  missing: { vi: 'Chưa nhận', en: 'Missing' },
  ambiguous: { vi: 'Cần phân định', en: 'Ambiguous' },
  unexpected: { vi: 'Nhận được nhưng ngoài danh sách', en: 'Received, not expected' },
  unidentified: { vi: 'Nhận được nhưng chưa rõ là ai', en: 'Received, not identified' },
  more: { vi: 'và còn nữa: hoso roster --out doi-chieu.xlsx', en: 'and more: hoso roster --out compare.xlsx' },
} as const satisfies Record<string, Text>

const whys: Readonly<Record<Ambiguity, Text>> = {
  several_received: { vi: 'nhiều hồ sơ cùng khớp', en: 'several received fit' },
  several_expected: { vi: 'nhiều người trong danh sách cùng khớp', en: 'several expected fit' },
  number_differs: {
    vi: 'họ tên, ngày sinh khớp nhưng số định danh khác',
    en: 'name and birth agree, the number does not',
  },
  only_number_agrees: { vi: 'chỉ số định danh khớp', en: 'only the number agrees' },
  other_agency: { vi: 'khớp nhưng nộp ở đơn vị khác', en: 'agrees, came under another agency' },
}

export function RosterLists({ visit, roster }: { visit: Visit; roster: RosterComparison | undefined }) {
  return (
    <section aria-labelledby="roster">
      <h2 id="roster">{visit.say(words.title)}</h2>
      {roster === undefined ? <p>{visit.say(words.none)}</p> : <Lists visit={visit} roster={roster} />}
    </section>
  )
}

function Lists({ visit, roster }: { visit: Visit; roster: RosterComparison }) {
  const person = ({ fullName, dossiers }: RosterComparison['unexpected'][number]) =>
    `${fullName ?? '—'} (${dossiers.join(', ')})`
  return (
    <>
      <p>
        {visit.say(words.received)}: <b>{roster.received.length}</b> /{' '}
        {roster.received.length + roster.missing.length + roster.ambiguous.length}
      </p>
      <Names
        visit={visit}
        title={words.missing}
        names={roster.missing.map(
          ({ fullName, birthDate }) => `${fullName}${birthDate === undefined ? '' : `, ${dateForPeople(birthDate)}`}`,
        )}
      />
      <Names
        visit={visit}
        title={words.ambiguous}
        names={roster.ambiguous.map(
          ({ entry, persons, why }) =>
            `${entry.fullName}: ${visit.say(whys[why])} (${persons.flatMap(({ dossiers }) => dossiers).join(', ')})`,
        )}
      />
      <Names visit={visit} title={words.unexpected} names={roster.unexpected.map(person)} />
      <Names visit={visit} title={words.unidentified} names={roster.unidentified.map(person)} />
    </>
  )
}

function Names({ visit, title, names }: { visit: Visit; title: Text; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <details open={names.length <= 20}>
      <summary>
        {visit.say(title)}: {names.length}
      </summary>
      <ul class="names">
        {names
          .toSorted(compareByGivenName)
          .slice(0, most)
          .map((name) => (
            <li>{name}</li>
          ))}
        {names.length > most ? <li>{visit.say(words.more)}</li> : null}
      </ul>
    </details>
  )
}

// The list of persons, and the way from a dossier to its person.
import { compareByGivenName } from '../../../core/text.ts'
import { personsOf } from '../../../store/identities.ts'
import { listedPersons } from '../../../store/known-person.ts'
import { openAgencies } from '../../open-agencies.ts'
import type { Text, Visit } from '../../visit.tsx'
import { personPath } from './person-page.tsx'

const most = 100

const words = {
  title: { vi: 'Người', en: 'Persons' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  joined: { vi: 'Chỉ người có nhiều hồ sơ', en: 'Only persons of several dossiers' },
  search: { vi: 'Mã hồ sơ', en: 'Dossier id' },
  go: { vi: 'Tìm', en: 'Find' },
  more: { vi: 'Tiếp', en: 'More' },
  none: { vi: 'Không có người nào.', en: 'Nobody.' },
  unread: { vi: '(chưa đọc được tên)', en: '(name not read)' },
  notFound: {
    vi: 'Không có hồ sơ này, hoặc hồ sơ chưa được ghép với người nào.',
    en: 'No such dossier, or it belongs to nobody yet.',
  },
} as const satisfies Record<string, Text>

export async function showPersons(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const dossier = visit.query('dossier')?.trim().normalize('NFC')
  if (dossier !== undefined && dossier !== '') {
    const person = (await personsOf(database, [dossier])).get(dossier)
    return person === undefined ? visit.wrong(404, words.notFound) : visit.redirect(personPath(person))
  }
  const isJoined = visit.query('joined') === '1'
  const agencies = await openAgencies(visit, 'see')
  const persons = await listedPersons(database, { agencies, isJoined, after: visit.query('after') ?? '', most })
  const last = persons.at(-1)
  const sorted = persons.toSorted((a, b) => compareByGivenName(a.name ?? '', b.name ?? ''))
  return visit.page(
    { title: words.title, current: 'persons', styles: ['linking.css'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      <Filter visit={visit} isJoined={isJoined} />
      {sorted.length === 0 ? <p>{visit.say(words.none)}</p> : <PersonTable visit={visit} persons={sorted} />}
      {last === undefined || persons.length < most ? null : (
        <a class="button" href={`/persons?after=${encodeURIComponent(last.personId)}${isJoined ? '&joined=1' : ''}`}>
          {visit.say(words.more)}
        </a>
      )}
    </>,
  )
}

function Filter({ visit, isJoined }: { visit: Visit; isJoined: boolean }) {
  return (
    <form class="filters" method="get" action="/persons">
      <label>
        {visit.say(words.search)}
        <input name="dossier" autocomplete="off" />
      </label>
      <label class="check">
        <input type="checkbox" name="joined" value="1" checked={isJoined} /> {visit.say(words.joined)}
      </label>
      <button>{visit.say(words.go)}</button>
    </form>
  )
}

function PersonTable({ visit, persons }: { visit: Visit; persons: Awaited<ReturnType<typeof listedPersons>> }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{visit.say(words.name)}</th>
          <th scope="col">{visit.say(words.dossiers)}</th>
        </tr>
      </thead>
      <tbody>
        {persons.map(({ personId, name, dossiers }) => (
          <tr>
            <th scope="row">
              <a href={personPath(personId)}>{name ?? visit.say(words.unread)}</a>
            </th>
            <td>{dossiers.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

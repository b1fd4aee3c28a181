// Of which dossiers a person is made, how surely they belong together, leaving one out, and how the person came to be.
import type { CandidatePair } from '../../../../schemas/index.ts'
import { historyText } from '../../../core/person-event-text.ts'
import { bitsInVietnamese } from '../../../core/linkage/explain.ts'
import type { KnownPerson } from '../../../store/known-person.ts'
import { Form } from '../../pieces/form.tsx'
import { momentText } from '../../pieces/names.ts'
import type { Text, Visit } from '../../visit.tsx'
import { bandWords, decidedWords, pairPath } from '../pairs/decision-panel.tsx'

const words = {
  title: { vi: 'Hồ sơ của người này', en: 'Dossiers of this person' },
  inside: { vi: 'Liên kết bên trong', en: 'Links inside' },
  leaveOut: { vi: 'Tách ra', en: 'Leave out' },
  reason: { vi: 'Căn cứ tách', en: 'Why it is another person' },
  history: { vi: 'Lịch sử gộp, tách', en: 'Merges and splits' },
} as const satisfies Record<string, Text>

export function Membership({
  visit,
  person,
  pairs,
}: {
  visit: Visit
  person: KnownPerson
  pairs: readonly CandidatePair[]
}) {
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">{visit.say(words.title)}</h2>
      <ul class="dossiers">
        {person.dossiers.map((dossier) => (
          <li>
            <a href={`/dossiers/${encodeURIComponent(dossier)}`}>{dossier}</a>
            {person.dossiers.length > 1 && visit.seat.may('join') ? (
              <LeaveOut visit={visit} person={person} dossier={dossier} />
            ) : null}
          </li>
        ))}
      </ul>
      {pairs.length === 0 ? null : <Inside visit={visit} pairs={pairs} />}
      <Decided visit={visit} person={person} />
    </section>
  )
}

function LeaveOut({ visit, person, dossier }: { visit: Visit; person: KnownPerson; dossier: string }) {
  const action = `/persons/${encodeURIComponent(person.golden.personId)}/leave-out`
  const label = `${visit.say(words.leaveOut)} ${dossier}`
  return (
    <Form visit={visit} action={action} class="inline" label={label}>
      <input type="hidden" name="dossier" value={dossier} />
      <label>
        {visit.say(words.reason)}
        <input name="note" required maxlength={400} autocomplete="off" />
      </label>
      <button aria-label={label}>{visit.say(words.leaveOut)}</button>
    </Form>
  )
}

function Inside({ visit, pairs }: { visit: Visit; pairs: readonly CandidatePair[] }) {
  return (
    <>
      <h3>{visit.say(words.inside)}</h3>
      <ul>
        {pairs.map(({ a, b, band, weight, veto }) => (
          <li>
            <a href={pairPath(a, b)}>
              {a} – {b}
            </a>
            : {visit.say(bandWords[band])} ({bitsInVietnamese(weight)} bit){veto === undefined ? '' : `. ${veto}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What people said of these dossiers, newest last; linking may not have heard the last of it yet. */
function Decided({ visit, person }: { visit: Visit; person: KnownPerson }) {
  const decisions = person.decisions.flatMap((each) =>
    each.kind === 'same' || each.kind === 'different' ? [each] : [],
  )
  if (decisions.length === 0) return null
  return (
    <ul class="decisions">
      {decisions.map(({ kind, dossier, other, steward, decidedAt, note }) => (
        <li>
          <a href={pairPath(dossier, other)}>
            {dossier} – {other}
          </a>
          : {visit.say(decidedWords[kind])}, {steward}, {momentText(new Date(decidedAt))}
          {note === undefined ? '' : `: ${note}`}
        </li>
      ))}
    </ul>
  )
}

export function History({ visit, person }: { visit: Visit; person: KnownPerson }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{visit.say(words.history)}</h2>
      <ol class="history">
        {person.history.map((event) => (
          <li>
            <span class="aside">{momentText(event.at)}</span> {historyText(event, visit.lang)}
          </li>
        ))}
      </ol>
    </section>
  )
}

// Exceptions of a person's dossiers: what is open and may be accepted with a reason and a last day, and what was accepted.
import type { Finding, StewardDecision } from '../../../../schemas/index.ts'
import { tellFinding } from '../../../rules/render.ts'
import type { KnownPerson } from '../../../store/known-person.ts'
import { Severity } from '../../pieces/badges.tsx'
import { Form } from '../../pieces/form.tsx'
import { ruleName } from '../../pieces/names.ts'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  title: { vi: 'Phát hiện còn mở', en: 'Open findings' },
  none: { vi: 'Không còn lỗi hay cảnh báo nào.', en: 'No error or warning is open.' },
  accepted: { vi: 'Ngoại lệ đã chấp nhận', en: 'Accepted exceptions' },
  accept: { vi: 'Chấp nhận ngoại lệ', en: 'Accept as exception' },
  reason: { vi: 'Lý do, căn cứ', en: 'Reason' },
  until: { vi: 'Có hiệu lực đến hết ngày', en: 'Holds until' },
  takeBack: { vi: 'Thu lại', en: 'Take back' },
  forGood: { vi: 'không thời hạn', en: 'no limit' },
} as const satisfies Record<string, Text>

type Waive = Extract<StewardDecision, { kind: 'waive' }>
interface Given {
  readonly visit: Visit
  readonly person: KnownPerson
}

export function Waivers({ visit, person }: Given) {
  const open = person.findings.filter(
    ({ isWaived, severity, subject }) => !isWaived && severity !== 'info' && subject !== person.golden.personId,
  )
  const accepted = waivedNow(person)
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{visit.say(words.title)}</h2>
      {open.length === 0 ? <p>{visit.say(words.none)}</p> : null}
      <ul class="findings">
        {open.map((finding) => (
          <li>
            <Severity visit={visit} severity={finding.severity} /> <b>{finding.subject}</b>:{' '}
            {tellFinding(finding, visit.lang)}
            {visit.seat.may('waive') ? <Accept visit={visit} person={person} finding={finding} /> : null}
          </li>
        ))}
      </ul>
      {accepted.length === 0 ? null : <Accepted visit={visit} person={person} accepted={accepted} />}
    </section>
  )
}

const actionOf = (person: KnownPerson) => `/persons/${encodeURIComponent(person.golden.personId)}/waive`

function Accept({ visit, person, finding: { subject, code } }: Given & { finding: Finding }) {
  return (
    <details>
      <summary>{visit.say(words.accept)}</summary>
      <Form visit={visit} action={actionOf(person)} class="inline">
        <input type="hidden" name="dossier" value={subject} />
        <input type="hidden" name="rule" value={code} />
        <input type="hidden" name="newest" value={newestOnRule(person, subject, code)?.decisionId ?? ''} />
        <label>
          {visit.say(words.reason)}
          <input name="reason" required maxlength={400} autocomplete="off" />
        </label>
        <label>
          {visit.say(words.until)}
          <input name="until" type="date" min={visit.desk.today()} />
        </label>
        <button>{visit.say(words.accept)}</button>
      </Form>
    </details>
  )
}

export const newestOnRule = ({ decisions }: Pick<KnownPerson, 'decisions'>, dossier: string, rule: string) =>
  decisions.findLast(
    (each) => (each.kind === 'waive' || each.kind === 'unwaive') && each.dossier === dossier && each.rule === rule,
  )

function waivedNow(person: KnownPerson): Waive[] {
  return person.decisions.flatMap((each) =>
    each.kind === 'waive' && newestOnRule(person, each.dossier, each.rule)?.decisionId === each.decisionId
      ? [each]
      : [],
  )
}

function Accepted({ visit, person, accepted }: Given & { accepted: readonly Waive[] }) {
  return (
    <>
      <h3>{visit.say(words.accepted)}</h3>
      <ul class="findings">
        {accepted.map(({ dossier, rule, reason, until, steward, decisionId }) => (
          <li>
            <b>{dossier}</b>: {ruleName(rule, visit.lang)} — {reason} ({steward},{' '}
            {until === undefined ? visit.say(words.forGood) : until.split('-').reverse().join('/')})
            {visit.seat.may('waive') ? (
              <Form visit={visit} action={actionOf(person)} class="inline">
                <input type="hidden" name="dossier" value={dossier} />
                <input type="hidden" name="rule" value={rule} />
                <input type="hidden" name="newest" value={decisionId} />
                <label>
                  {visit.say(words.reason)}
                  <input name="reason" required maxlength={400} autocomplete="off" />
                </label>
                <button name="takeBack" value="1">
                  {visit.say(words.takeBack)}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

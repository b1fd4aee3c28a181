// What may be said of a pair: one person, two people, later; and taking back what was said.
import type { CandidatePair, StewardDecision } from '../../../../schemas/index.ts'
import { Form } from '../../pieces/form.tsx'
import type { Text, Visit } from '../../visit.tsx'

export const bandWords: Readonly<Record<CandidatePair['band'], Text>> = {
  same: { vi: 'Đang ghép là một người', en: 'Joined as one person' },
  review: { vi: 'Chờ người quyết định', en: 'Waits for a decision' },
  distinct: { vi: 'Đang là hai người', en: 'Held to be two people' },
}

export const decidedWords: Readonly<Record<'same' | 'different', Text>> = {
  same: { vi: 'Là một người', en: 'One person' },
  different: { vi: 'Là hai người khác nhau', en: 'Two different people' },
}

const words = {
  title: { vi: 'Quyết định', en: 'Decision' },
  same: { vi: 'Một người', en: 'One person' },
  different: { vi: 'Hai người', en: 'Two people' },
  later: { vi: 'Để sau', en: 'Later' },
  back: { vi: 'Về danh sách cặp', en: 'Back to the pairs' },
  note: { vi: 'Ghi chú, căn cứ (không bắt buộc)', en: 'Note, basis (optional)' },
  undo: { vi: 'Thu lại quyết định này', en: 'Take this decision back' },
  by: { vi: 'do', en: 'by' },
  effect: {
    vi: 'Quyết định được ghi ngay. Hồ sơ được ghép hoặc tách khi liên kết chạy lại: lần chạy sau, hoặc bấm "Ghép lại ngay" ở danh sách cặp.',
    en: 'The decision is kept at once. Dossiers are joined or parted when linking runs again: with the next run, or by "Link again now" on the list.',
  },
} as const satisfies Record<string, Text>

interface Panel {
  readonly visit: Visit
  readonly a: string
  readonly b: string
  readonly newest: StewardDecision | undefined
  /** Where "later" leads. */
  readonly next: string
}

export const pairPath = (a: string, b: string): string => `/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`

export function DecisionPanel({ visit, a, b, newest, next }: Panel) {
  const mayJoin = visit.seat.may('join')
  return (
    <section class="decision" aria-labelledby="decision">
      <h2 id="decision">{visit.say(words.title)}</h2>
      {newest === undefined ? null : <Decided visit={visit} decision={newest} />}
      {mayJoin ? (
        <Form visit={visit} action={pairPath(a, b)} class="choices">
          <input type="hidden" name="newest" value={newest?.decisionId ?? ''} />
          <label>
            {visit.say(words.note)}
            <input name="note" maxlength={400} autocomplete="off" />
          </label>
          <div class="buttons">
            <button name="kind" value="same" data-key="Alt+1" class="main">
              {visit.say(words.same)} <kbd>Alt+1</kbd>
            </button>
            <button name="kind" value="different" data-key="Alt+2" class="main">
              {visit.say(words.different)} <kbd>Alt+2</kbd>
            </button>
            <a class="button" href={next} data-key="Alt+0">
              {visit.say(words.later)} <kbd>Alt+0</kbd>
            </a>
          </div>
        </Form>
      ) : null}
      <p class="note">{visit.say(words.effect)}</p>
      <p>
        <a href="/pairs">{visit.say(words.back)}</a>
      </p>
    </section>
  )
}

function Decided({ visit, decision }: { visit: Visit; decision: StewardDecision }) {
  if (decision.kind !== 'same' && decision.kind !== 'different') return null
  const { kind, steward, decidedAt, note, dossier, other, decisionId } = decision
  return (
    <div class="notice">
      <p>
        <b>{visit.say(decidedWords[kind])}</b>, {visit.say(words.by)} {steward},{' '}
        {decidedAt.slice(0, 10).split('-').reverse().join('/')}
        {note === undefined ? null : `: ${note}`}
      </p>
      {visit.seat.may('join') ? (
        <Form visit={visit} action={pairPath(dossier, other)}>
          <input type="hidden" name="newest" value={decisionId} />
          <button name="kind" value="withdraw">
            {visit.say(words.undo)}
          </button>
        </Form>
      ) : null}
    </div>
  )
}

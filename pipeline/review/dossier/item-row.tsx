// One value to settle: its picture, what was read, an input, what is wrong and what may be done, each with its key.
import type { Candidate, Finding } from '../../../schemas/index.ts'
import { rules } from '../../rules/index.ts'
import { tellFinding } from '../../rules/render.ts'
import { Grade, Severity } from '../pieces/badges.tsx'
import { Crop } from '../pieces/crop.tsx'
import { Form } from '../pieces/form.tsx'
import { valueText } from '../pieces/names.ts'
import type { Text, Visit } from '../visit.tsx'
import { type Item, idOfPlace, itemName, subjectOfPlace, textOf, versionOf } from './items.ts'

const words = {
  picture: { vi: 'Ảnh cắt từ trang của mục', en: 'Picture cut from the page:' },
  noPlace: { vi: 'Không có trên giấy tờ nào của hồ sơ.', en: 'On no paper of this dossier.' },
  read: { vi: 'Máy đọc:', en: 'As read:' },
  blankPaper: { vi: 'Giấy không ghi', en: 'Blank on paper' },
  unreadable: { vi: 'Không đọc được', en: 'Unreadable' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  rescan: { vi: 'Quét lại', en: 'Scan again' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  suggestions: { vi: 'Gợi ý', en: 'Suggestions' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  empty: { vi: '(máy thấy ô trống)', en: '(seems empty)' },
  notFound: { vi: '(chưa tìm thấy trên giấy)', en: '(not found on paper)' },
} as const satisfies Record<string, Text>

interface RowProps {
  readonly visit: Visit
  readonly dossier: string
  readonly item: Item
  readonly candidates: readonly Candidate[]
  readonly problem?: Text | undefined
  /** What the person had typed when it was refused. */
  readonly typed?: string | undefined
}

export function ItemRow({ visit, dossier, item, candidates, problem, typed }: RowProps) {
  const id = idOfPlace(item.place)
  const { at } = item
  const name = itemName(item, visit.lang)
  const kind = `item ${item.place.kind} ${item.isProblem ? 'problem' : isDecided(item) ? 'settled' : 'calm'}`
  return (
    <li
      id={id}
      class={kind}
      data-page={at?.pageId}
      data-box={at?.box.join(',')}
      data-problem={item.isProblem ? '1' : undefined}
      data-version={versionOf(item)}
    >
      <Form visit={visit} action={`/dossiers/${encodeURIComponent(dossier)}/values`} label={name}>
        <input type="hidden" name="subject" value={subjectOfPlace(item.place)} />
        <input type="hidden" name="shown" value={item.shown} />
        <Heading visit={visit} item={item} id={id} />
        {at === undefined ? (
          <p class="aside">{visit.say(words.noPlace)}</p>
        ) : (
          <Crop pageId={at.pageId} box={at.box} alt={`${visit.say(words.picture)} ${name}`} />
        )}
        <Entry visit={visit} item={item} id={id} typed={typed} problem={problem} />
        {problem === undefined ? null : (
          <p class="refusal" id={`${id}-problem`} role="alert">
            {visit.say(problem)}
          </p>
        )}
        <Reading visit={visit} item={item} />
        <Candidates visit={visit} item={item} candidates={candidates} />
        <Findings visit={visit} findings={item.findings} />
        <More visit={visit} dossier={dossier} item={item} />
      </Form>
    </li>
  )
}

const isDecided = ({ value }: Item): boolean => value.source?.kind === 'steward'

function Heading({ visit, item, id }: Pick<RowProps, 'visit' | 'item'> & { readonly id: string }) {
  const { value, definition, place } = item
  const own = value.outcome.status === 'missing' ? 'missing' : value.grade
  return (
    <div class="top">
      <label for={`${id}-text`}>{place.kind === 'cell' ? definition[visit.lang] : itemName(item, visit.lang)}</label>
      <Grade visit={visit} grade={isDecided(item) && value.grade === 'good' ? 'steward' : own} />
    </div>
  )
}

/** Buttons with keys of their own: the tabulator goes from input to input. */
function More({ visit, dossier, item }: Pick<RowProps, 'visit' | 'dossier' | 'item'>) {
  const path = `/dossiers/${encodeURIComponent(dossier)}`
  return (
    <div class="more">
      <button tabindex={-1} name="verdict" value="blank" data-key="F4">
        {visit.say(words.blankPaper)} <kbd>F4</kbd>
      </button>
      <button tabindex={-1} name="verdict" value="unreadable" data-key="F3">
        {visit.say(words.unreadable)} <kbd>F3</kbd>
      </button>
      {item.at === undefined ? null : (
        <button tabindex={-1} name="page" value={item.at.pageId} data-key="F6" formaction={`${path}/rescan`}>
          {visit.say(words.rescan)} <kbd>F6</kbd>
        </button>
      )}
      {isDecided(item) ? (
        <button
          tabindex={-1}
          name="decision"
          value={item.expected.newest ?? ''}
          data-key="F9"
          formaction={`${path}/undo`}
        >
          {visit.say(words.undo)} <kbd>F9</kbd>
        </button>
      ) : null}
    </div>
  )
}

type EntryProps = Pick<RowProps, 'visit' | 'item' | 'typed' | 'problem'> & { readonly id: string }

function Entry({ visit, item, id, typed, problem }: EntryProps) {
  const text = textOf(item)
  const { outcome } = item.value
  return (
    <div class="entry">
      <input
        id={`${id}-text`}
        name="text"
        value={typed ?? text}
        data-shown={text}
        placeholder={placeholderOf(visit, outcome.status)}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        aria-invalid={problem === undefined ? undefined : 'true'}
      />
      <button tabindex={-1} name="verdict" value="enter" class="confirm">
        {visit.say(words.confirm)} <kbd>Enter</kbd>
      </button>
    </div>
  )
}

function placeholderOf(visit: Visit, status: Item['value']['outcome']['status']): string | undefined {
  if (status === 'blank') return visit.say(words.empty)
  return status === 'missing' ? visit.say(words.notFound) : undefined
}

/** What stands on the paper, where it says more than the value. */
function Reading({ visit, item }: Pick<RowProps, 'visit' | 'item'>) {
  const { outcome } = item.value
  const raw = outcome.status === 'read' || outcome.status === 'unparsed' ? outcome.raw : ''
  const problem = outcome.status === 'unparsed' ? outcome.problem : undefined
  const isTold = raw !== '' && raw !== textOf(item)
  if (!isTold && problem === undefined) return null
  return (
    <p class="aside">
      {isTold ? (
        <>
          {visit.say(words.read)} <q>{raw}</q>{' '}
        </>
      ) : null}
      {problem}
    </p>
  )
}

function Candidates({ visit, item, candidates }: Pick<RowProps, 'visit' | 'item' | 'candidates'>) {
  if (candidates.length === 0) return null
  return (
    <div class="candidates" role="group" aria-label={visit.say(words.suggestions)}>
      {candidates.map(({ value }, index) => (
        <button tabindex={-1} name="verdict" value={`candidate${index + 1}`} data-key={`Alt+${index + 1}`}>
          <kbd>{`Alt ${index + 1}`}</kbd> {valueText(item.definition, value)}
        </button>
      ))}
    </div>
  )
}

/** What is wrong, then what to do about it, then by what authority. */
export function Findings({ visit, findings }: { readonly visit: Visit; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const [what = '', ...todo] = tellFinding(finding, visit.lang).split(/(?<=\.)\s+/u)
        return (
          <li>
            <Severity visit={visit} severity={finding.severity} /> {what} <strong>{todo.join(' ')}</strong>
            <details>
              <summary tabindex={-1}>
                {visit.say(words.basis)} <kbd>F1</kbd>
              </summary>
              {rules.find(({ code }) => code === finding.code)?.basis ?? ''} · {visit.say(words.rule)}{' '}
              <code>{finding.code}</code>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

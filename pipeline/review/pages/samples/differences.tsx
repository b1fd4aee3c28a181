// Where two people differ: both values beside the crop, and the word of whoever settles it. Whose first value it is does not settle it.
import { fieldOf, type SecondLook, type SeenAgain } from '../../../../schemas/index.ts'
import { decisionOf } from '../../../core/error-book/decision-of.ts'
import { standingField } from '../../../core/error-book/error-items.ts'
import { outcomeText } from '../../../core/outcome-text.ts'
import { show } from '../../../core/values/index.ts'
import { keepLook, type KnownSample, lookedSamples } from '../../../store/samples.ts'
import { reviewed } from '../../../store/reviewed-drafts.ts'
import { audit } from '../../audit.ts'
import { decide } from '../../decide.ts'
import { openAgencies } from '../../open-agencies.ts'
import { Crop } from '../../pieces/crop.tsx'
import { Form } from '../../pieces/form.tsx'
import { fieldName } from '../../pieces/names.ts'
import type { Text, Visit } from '../../visit.tsx'
import { notThere, openSample } from './open-sample.ts'

const words = {
  title: { vi: 'Hai người ghi khác nhau', en: 'Two people differ' },
  first: { vi: 'Giá trị thứ nhất', en: 'First value' },
  second: { vi: 'Giá trị thứ hai', en: 'Second value' },
  by: { vi: 'người ghi', en: 'by' },
  machine: { vi: 'máy đọc', en: 'read by machine' },
  firstRight: { vi: 'Giá trị thứ nhất đúng', en: 'The first is right' },
  secondRight: { vi: 'Giá trị thứ hai đúng: sửa hồ sơ', en: 'The second is right: correct the dossier' },
  blank: { vi: '(giấy không ghi)', en: '(blank)' },
  unreadable: { vi: '(không đọc được)', en: '(unreadable)' },
  none: { vi: 'Không còn chỗ nào hai người ghi khác nhau.', en: 'Nowhere do two people differ.' },
  next: { vi: 'Mẫu kế tiếp', en: 'Next sample' },
  settled: { vi: 'Chỗ này đã được phân định.', en: 'This has been settled.' },
  changed: { vi: 'Giá trị của hồ sơ đã thay đổi từ khi rút mẫu.', en: 'The value has changed since it was drawn.' },
  late: {
    vi: 'Người khác vừa phân định. Không ghi đè.',
    en: 'Somebody else has just settled it. Nothing was written over.',
  },
} as const satisfies Record<string, Text>

export async function showDifferences(visit: Visit): Promise<Response> {
  const agencies = await openAgencies(visit, 'decide')
  const open = (await lookedSamples(visit.desk.store.database)).filter(
    ({ state, agency }) => state === 'differs' && (agencies === 'all' || agencies.includes(agency)),
  )
  return visit.page(
    { title: words.title, current: 'samples', styles: ['working.css'], scripts: ['keys.js'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      {open.length === 0 ? <p>{visit.say(words.none)}</p> : null}
      <ul>
        {open.map(({ sampleId, field }) => (
          <li>
            <a href={`/samples/${sampleId}`}>{fieldName(field, visit.lang)}</a>
          </li>
        ))}
      </ul>
    </>,
  )
}

/** Only after the second word was given. */
export async function showDifference(visit: Visit): Promise<Response> {
  const found = await openSample(visit)
  const look = found?.looks.find((each) => each.kind === 'look')
  if (found === undefined || look?.kind !== 'look') return visit.wrong(404, notThere)
  const isSettled = look.agrees || found.looks.some(({ kind }) => kind === 'verdict')
  const name = fieldOf(found.sample.field)[visit.lang]
  return visit.page(
    { title: words.title, current: 'samples', styles: ['working.css'], scripts: ['keys.js'] },
    <section class="blind">
      <h1>
        {visit.say(words.title)}: {name}
      </h1>
      <Picture found={found} name={name} />
      <Two visit={visit} found={found} look={look} />
      {isSettled ? (
        <p class="notice">{visit.say(words.settled)}</p>
      ) : (
        <Verdict visit={visit} sampleId={found.sample.sampleId} />
      )}
      <p>
        <a href="/samples/next">{visit.say(words.next)}</a>
      </p>
    </section>,
  )
}

function Two({
  visit,
  found,
  look,
}: {
  visit: Visit
  found: KnownSample
  look: Extract<SecondLook, { kind: 'look' }>
}) {
  return (
    <dl class="two">
      <dt>
        {visit.say(words.first)} (
        {found.sample.steward === undefined
          ? visit.say(words.machine)
          : `${visit.say(words.by)} ${found.sample.steward}`}
        )
      </dt>
      <dd>
        {found.value === undefined
          ? visit.say(words.changed)
          : outcomeText(found.sample.field, found.value.outcome, visit.lang).text}
      </dd>
      <dt>
        {visit.say(words.second)} ({visit.say(words.by)} {look.steward})
      </dt>
      <dd>{seenText(visit, found, look.saw)}</dd>
    </dl>
  )
}

function Picture({ found: { value }, name }: { found: KnownSample; name: string }) {
  const outcome = value?.outcome
  const place = outcome === undefined || outcome.status === 'missing' ? undefined : outcome.provenance
  return place === undefined ? null : <Crop pageId={place.pageId} box={place.box} alt={name} />
}

function Verdict({ visit, sampleId }: { visit: Visit; sampleId: string }) {
  return (
    <Form visit={visit} action={`/samples/${sampleId}/verdict`} class="buttons">
      <button name="right" value="first" data-key="Alt+1">
        {visit.say(words.firstRight)} <kbd>Alt+1</kbd>
      </button>
      <button name="right" value="second" data-key="Alt+2" class="main">
        {visit.say(words.secondRight)} <kbd>Alt+2</kbd>
      </button>
    </Form>
  )
}

function seenText(visit: Visit, { sample }: KnownSample, saw: SeenAgain): string {
  return saw.status === 'read' ? show(fieldOf(sample.field), saw.value) : visit.say(words[saw.status])
}

export async function keepVerdict(visit: Visit): Promise<Response> {
  const found = await openSample(visit)
  const look = found?.looks.find((each) => each.kind === 'look')
  if (found === undefined || look?.kind !== 'look' || look.agrees) return visit.wrong(404, notThere)
  const { sampleId, dossier, field } = found.sample
  const firstIsRight = visit.form.get('right') === 'first'
  const at = new Date(visit.desk.clock()).toISOString()
  const verdict = { sampleId, steward: visit.seat.account, at, kind: 'verdict', firstIsRight } as const
  if (!(await keepLook(visit.desk.store.database, verdict))) return visit.wrong(409, words.late)
  await audit(visit, 'settle_difference', dossier, { field, sample: sampleId, firstIsRight })
  if (!firstIsRight && found.value !== undefined) await correct(visit, found, look.saw)
  return visit.redirect(`/samples/${sampleId}`)
}

/** The word of the second person becomes a decision like any other, on the value that was drawn. */
async function correct(visit: Visit, { sample: { dossier, field } }: KnownSample, saw: SeenAgain): Promise<void> {
  const [found] = await reviewed(visit.desk.store.database, [dossier])
  if (found === undefined) return
  const standing = standingField(found.draft, field, found.decisions)
  const ruling =
    saw.status === 'read'
      ? { kind: 'correct' as const, value: saw.value, ...(saw.code === undefined ? {} : { code: saw.code }) }
      : { kind: saw.status }
  await decide(visit, decisionOf({ row: 0, dossier, field, note: '', ruling, standing }), standing.newest)
}

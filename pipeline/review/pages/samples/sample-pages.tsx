// The second look: the next drawn value, of which nothing is shown but the paper; and the error rates found so far.
import { fieldOf } from '../../../../schemas/index.ts'
import { samplingReport } from '../../../core/sampling/sampling-report.ts'
import { rateTables } from '../../../report/sampling.ts'
import {
  drawSamples,
  keepLook,
  type KnownSample,
  knownSample,
  lookedSamples,
  waitingSamples,
} from '../../../store/samples.ts'
import { audit } from '../../audit.ts'
import { openAgencies } from '../../open-agencies.ts'
import { Crop } from '../../pieces/crop.tsx'
import { Form } from '../../pieces/form.tsx'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  title: { vi: 'Kiểm tra mẫu', en: 'Second look' },
  intro: {
    vi: 'Một phần giá trị đã xác nhận và giá trị máy đọc chắc được rút ra để người thứ hai xem lại trên ảnh, không thấy giá trị đầu.',
    en: 'A share of confirmed and of surely read values is looked at again by a second person who does not see the first value.',
  },
  draw: { vi: 'Rút mẫu mới', en: 'Draw samples' },
  drawing: {
    vi: 'Đang rút mẫu từ các giá trị mới. Tải lại trang sau ít phút để thấy số mẫu.',
    en: 'Drawing from the new values. Load the page anew in a while to see how many there are.',
  },
  waiting: { vi: 'mẫu chờ xem', en: 'samples wait' },
  undrawn: {
    vi: 'Chưa có mẫu nào được rút. Bấm "Rút mẫu mới" để bắt đầu.',
    en: 'No sample was drawn yet. Press "Draw samples" to begin.',
  },
  start: { vi: 'Xem mẫu kế tiếp', en: 'Next sample' },
  differences: { vi: 'Chỗ hai người ghi khác nhau', en: 'Where two people differ' },
  none: { vi: 'Không còn mẫu nào chờ bạn.', en: 'No sample waits for you.' },
  ask: { vi: 'Trên giấy ghi gì?', en: 'What does the paper say?' },
  hint: {
    vi: 'Ghi đúng như trên ảnh. Giá trị của người thứ nhất chỉ hiện sau khi bạn đã ghi.',
    en: 'Write what the image shows. The first value appears only after you have written yours.',
  },
  keep: { vi: 'Ghi', en: 'Keep' },
  blank: { vi: 'Giấy không ghi', en: 'Blank' },
  unreadable: { vi: 'Không đọc được', en: 'Unreadable' },
  agreed: { vi: 'Hai người ghi như nhau.', en: 'Both say the same.' },
  set: { vi: 'Đã ghi: không đọc được.', en: 'Kept: unreadable.' },
} as const satisfies Record<string, Text>

export async function showRates(visit: Visit): Promise<Response> {
  const agencies = await openAgencies(visit, 'decide')
  const all = await lookedSamples(visit.desk.store.database)
  const mine = agencies === 'all' ? all : all.filter(({ agency }) => agencies.includes(agency))
  const [open, waiting] = ['differs', 'waiting'].map((wanted) => mine.filter(({ state }) => state === wanted).length)
  return visit.page(
    { title: words.title, current: 'samples', styles: ['working.css'], scripts: ['keys.js'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      <p>{visit.say(words.intro)}</p>
      {visit.query('drawing') === undefined ? null : (
        <p class="notice good" role="status">
          {visit.say(words.drawing)}
        </p>
      )}
      <p>{mine.length === 0 ? visit.say(words.undrawn) : `${waiting ?? 0} ${visit.say(words.waiting)}`}</p>
      <div class="buttons">
        <a class="button main" href="/samples/next">
          {visit.say(words.start)}
        </a>
        <a class="button" href="/samples/differences">
          {visit.say(words.differences)} ({open ?? 0})
        </a>
        {visit.seat.may('join') ? (
          <Form visit={visit} action="/samples">
            <button>{visit.say(words.draw)}</button>
          </Form>
        ) : null}
      </div>
      <div class="rates" dangerouslySetInnerHTML={{ __html: rateTables(samplingReport(mine)).html }} />
    </>,
  )
}

/** Nobody waits for it: a register of a province takes a while. Drawing twice draws the same. */
export async function drawAgain(visit: Visit): Promise<Response> {
  const { desk } = visit
  const share = desk.run.config.sampleShare
  await audit(visit, 'sample_drawn', 'register', { share })
  desk.later(async () => {
    await drawSamples(desk.store.database, { share, today: desk.today() })
  })
  return visit.redirect('/samples?drawing=1')
}

/** Samples whose value changed since are set aside on the way. */
export async function nextSample(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const agencies = await openAgencies(visit, 'decide')
  const names = [visit.seat.account, visit.seat.name]
  for (;;) {
    const [sample] = await waitingSamples(database, { agencies, names }, 1)
    if (sample === undefined) return visit.wrong(404, words.none)
    const found = await knownSample(database, sample.sampleId)
    if (found?.value !== undefined) return blindPage(visit, found)
    const at = new Date(visit.desk.clock()).toISOString()
    await keepLook(database, { sampleId: sample.sampleId, steward: visit.seat.account, at, kind: 'outdated' })
  }
}

/** Nothing of the first value is on the page: not the value, not its kind, not who vouched for it. */
export function blindPage(
  visit: Visit,
  { sample, value }: KnownSample,
  problem?: string,
  status = 200,
): Promise<Response> {
  const name = fieldOf(sample.field)[visit.lang]
  const outcome = value?.outcome
  const place = outcome === undefined || outcome.status === 'missing' ? undefined : outcome.provenance
  const told = visit.query('told')
  return visit.page(
    { title: words.title, current: 'samples', styles: ['working.css'], scripts: ['keys.js'] },
    <section class="blind">
      {told === 'agreed' || told === 'set' ? (
        <p class="notice good" role="status">
          {visit.say(words[told])}
        </p>
      ) : null}
      <h1>
        {visit.say(words.ask)} {name}
      </h1>
      {problem === undefined ? null : (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {place === undefined ? null : <Crop pageId={place.pageId} box={place.box} alt={name} />}
      <Answer visit={visit} sampleId={sample.sampleId} name={name} />
      <p class="note">{visit.say(words.hint)}</p>
    </section>,
    status,
  )
}

function Answer({ visit, sampleId, name }: { visit: Visit; sampleId: string; name: string }) {
  return (
    <Form visit={visit} action={`/samples/${sampleId}/look`}>
      <label>
        {name}
        <input
          name="text"
          autocomplete="off"
          spellcheck={false}
          lang="vi"
          autofocus
          value={visit.form.get('text') ?? ''}
        />
      </label>
      <span class="buttons">
        <button name="do" value="read" class="main">
          {visit.say(words.keep)} <kbd>Enter</kbd>
        </button>
        <button name="do" value="unreadable" data-key="F3">
          {visit.say(words.unreadable)} <kbd>F3</kbd>
        </button>
        <button name="do" value="blank" data-key="F4">
          {visit.say(words.blank)} <kbd>F4</kbd>
        </button>
      </span>
    </Form>
  )
}

// One pair: both dossiers, the waterfall, the decision. Deciding leads on to the next pair.
import type { CandidatePair, PersonDraft, StewardDecision } from '../../../../schemas/index.ts'
import { newestOf } from '../../../core/decision-subject.ts'
import { explained } from '../../../core/linkage/explain.ts'
import { standing } from '../../../core/standing.ts'
import { weighedPair } from '../../../runner/weigh-pair.ts'
import { decisionsOn } from '../../../store/decisions.ts'
import { pairQueue } from '../../../store/pair-queue.ts'
import { reviewed } from '../../../store/reviewed-drafts.ts'
import { decide, type Unsigned } from '../../decide.ts'
import { openAgencies } from '../../open-agencies.ts'
import { Waterfall } from '../../pieces/waterfall.tsx'
import type { Text, Visit } from '../../visit.tsx'
import { Beside, Faces } from './beside.tsx'
import { bandWords, decidedWords, DecisionPanel, pairPath } from './decision-panel.tsx'

const words = {
  title: { vi: 'Cặp hồ sơ', en: 'Pair of dossiers' },
  noDraft: {
    vi: 'Một trong hai hồ sơ chưa có dữ liệu để so. Hãy chạy `hoso run` rồi mở lại trang này.',
    en: 'One of the two dossiers has nothing to compare yet. Run `hoso run`, then open this page again.',
  },
  basis: { vi: 'Căn cứ ghép', en: 'Basis' },
  kept: { vi: 'Đã ghi', en: 'Kept' },
  withdrawn: { vi: 'Đã thu lại quyết định.', en: 'The decision is taken back.' },
  conflict: {
    vi: 'Người khác vừa quyết định cặp này. Không ghi đè: hãy xem quyết định đang có rồi chọn lại.',
    en: 'Somebody else has just decided this pair. Nothing was written over: look at what stands and choose again.',
  },
  unknown: {
    vi: 'Không rõ quyết định nào. Hãy tải lại trang rồi chọn lại.',
    en: 'Unknown decision. Load the page anew.',
  },
} as const satisfies Record<string, Text>

const inOrder = ({ params }: Visit): readonly [string, string] => {
  const { a = '', b = '' } = params
  return a < b ? [a, b] : [b, a]
}

export async function showPair(visit: Visit): Promise<Response> {
  return pairPage(visit, toldOf(visit))
}

async function pairPage(visit: Visit, told: Notice | undefined, status = 200): Promise<Response> {
  const { database } = visit.desk.store
  const { linkageModel } = visit.desk.run.tools
  const [a, b] = inOrder(visit)
  const [one, other] = (await reviewed(database, [a, b])).map(({ draft }) => draft)
  const pair = await weighedPair(database, linkageModel, a, b)
  if (one === undefined || other === undefined || pair === undefined) return visit.wrong(404, words.noDraft)
  const newest = await newestOn(visit, a, b)
  const agencies = await openAgencies(visit, 'see')
  const [next] = await pairQueue(database, { agencies, after: pair, most: 1 })
  return visit.page(
    { title: words.title, current: 'pairs', styles: ['linking.css'], scripts: ['keys.js'] },
    <>
      <h1>
        {visit.say(words.title)}: {a} – {b}
      </h1>
      <Told visit={visit} told={told} />
      <Band visit={visit} pair={pair} />
      <Sides visit={visit} drafts={[one, other]}>
        <DecisionPanel
          visit={visit}
          a={a}
          b={b}
          newest={newest}
          next={next === undefined ? '/pairs' : pairPath(next.a, next.b)}
        />
        <Waterfall pair={pair} evidence={explained(linkageModel, pair)} lang={visit.lang} />
      </Sides>
    </>,
    status,
  )
}

interface Notice {
  readonly text: Text
  readonly isBad?: boolean
}

function Told({ visit, told }: { visit: Visit; told: Notice | undefined }) {
  if (told === undefined) return null
  const isBad = told.isBad === true
  return (
    <p class={`notice ${isBad ? 'bad' : 'good'}`} role={isBad ? 'alert' : 'status'}>
      {visit.say(told.text)}
    </p>
  )
}

function Band({ visit, pair }: { visit: Visit; pair: CandidatePair }) {
  const proof = visit.desk.run.tools.linkageModel.sameWhen.find((each) => each.class === pair.class)
  return (
    <p class={`band ${pair.band}`}>
      {visit.say(bandWords[pair.band])}
      {proof === undefined ? null : `. ${visit.say(words.basis)} ${proof.class}: ${proof.vi}.`}
      {pair.veto === undefined ? null : ` ${pair.veto}`}
    </p>
  )
}

function Sides({
  visit,
  drafts: [a, b],
  children,
}: {
  visit: Visit
  drafts: readonly [PersonDraft, PersonDraft]
  children?: unknown[]
}) {
  return (
    <div class="pair">
      <div class="papers">
        <Faces visit={visit} sides={[a, b]} />
        <Beside lang={visit.lang} a={a} b={b} />
      </div>
      <div class="weighing">{children}</div>
    </div>
  )
}

async function newestOn({ desk }: Visit, a: string, b: string): Promise<StewardDecision | undefined> {
  return newestOf(`pair ${a} ${b}`, standing(await decisionsOn(desk.store.database, a)))
}

function toldOf(visit: Visit): { text: Text } | undefined {
  const kind = visit.query('kept')
  if (kind === 'withdraw') return { text: words.withdrawn }
  if (kind !== 'same' && kind !== 'different') return undefined
  const { vi, en } = decidedWords[kind]
  const of = visit.query('of') ?? ''
  return { text: { vi: `${words.kept.vi}: ${vi} (${of}).`, en: `${words.kept.en}: ${en} (${of}).` } }
}

export async function decidePair(visit: Visit): Promise<Response> {
  const [a, b] = inOrder(visit)
  const kind = visit.form.get('kind')
  const newest = visit.form.get('newest') || undefined
  const note = (visit.form.get('note') ?? '').trim()
  const decision = decisionOf(kind, { a, b, newest, note })
  if (decision === undefined) return visit.wrong(422, words.unknown)
  const { conflicts } = await decide(visit, decision, kind === 'withdraw' ? undefined : newest)
  if (conflicts.length > 0) return pairPage(visit, { text: words.conflict, isBad: true }, 409)
  const told = `?kept=${kind ?? ''}&of=${encodeURIComponent(`${a} – ${b}`)}`
  return visit.redirect(`${pairPath(a, b)}${told}`)
}

function decisionOf(
  kind: string | undefined,
  { a, b, newest, note }: { a: string; b: string; newest: string | undefined; note: string },
): Unsigned | undefined {
  const said = { dossier: a, ...(note === '' ? {} : { note }) }
  if (kind === 'same' || kind === 'different') return { kind, ...said, other: b }
  return kind === 'withdraw' && newest !== undefined ? { kind, ...said, withdrawn: newest } : undefined
}

// The answers to a steward's keys on values: one decision, and the pieces of the page that changed with it.
import { BrokenContract } from '../../core/errors.ts'
import type { Finding, StewardDecision } from '../../../schemas/index.ts'
import { accountOf } from '../../store/accounts.ts'
import { reviewedDossier, type ReviewedDossier } from '../../store/review-dossier.ts'
import { reviewItem } from '../../store/review-queue.ts'
import { heldByText, takeClaim } from '../claim.ts'
import type { CellSteering, Steering } from '../../core/steer.ts'
import { takeDown } from '../decide.ts'
import { momentText } from '../pieces/names.ts'
import type { Text, Visit } from '../visit.tsx'
import { ItemRow } from './item-row.tsx'
import { decided, type Item, idOfPlace, itemsOf, subjectOfPlace, versionOf } from './items.ts'
import { candidatesOf, settle } from './settle.ts'
import { FlowForms, Summary } from './summary.tsx'

const words = {
  gone: { vi: 'Giá trị này không còn trong hồ sơ. Hãy tải lại trang.', en: 'This value is gone. Load the page anew.' },
  changed: {
    vi: 'Giá trị đã đổi sau khi trang này được mở. Hãy xem giá trị mới rồi quyết định lại.',
    en: 'The value has changed since this page was opened. Look at the new one, then decide.',
  },
} as const satisfies Record<string, Text>

export async function settleValue(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  const held = await takeClaim(visit, dossier)
  if (held.account !== visit.seat.account) return visit.wrong(409, await heldByText(visit, held))
  const subject = visit.form.get('subject') ?? ''
  if (visit.desk.recompute.isOutdated(dossier, subject)) await visit.desk.recompute.settled(dossier)
  const before = await there(visit, dossier)
  const item = itemsOf(before).find(({ place }) => subjectOfPlace(place) === subject)
  if (item === undefined) return visit.wrong(404, words.gone)
  if (item.shown !== visit.form.get('shown'))
    return answered(visit, before, [item], 409, await whoseWord(visit, item.expected.newest, before.decisions))
  const settled = settle(visit, dossier, item)
  if ('problem' in settled) return answered(visit, before, [item], 422, settled.problem)
  if ('isSettled' in settled) return answered(visit, before, [item], 200)
  const { kept, conflicts } = await takeDown(visit, [{ decision: settled.decision, newest: item.expected.newest }])
  const [conflict] = conflicts
  if (conflict !== undefined) {
    await visit.desk.recompute.settled(dossier)
    const now = await there(visit, dossier)
    const same = itemsOf(now).filter(({ place }) => subjectOfPlace(place) === subject)
    return answered(visit, now, same, 409, await toldOf(visit, conflict.standing))
  }
  const [decision] = kept
  if (!visit.wantsPiece || decision === undefined || !isOnValue(decision)) return answered(visit, before, [item], 200)
  return visit.fragment(<ItemRow visit={visit} dossier={dossier} item={decided(item, decision)} candidates={[]} />)
}

const isOnValue = (decision: StewardDecision): decision is Steering | CellSteering =>
  'seen' in decision && decision.kind !== 'removeRow'

/** What has changed of the page since it was shown: asked for when the keys rest. */
export async function freshen(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  await visit.desk.recompute.settled(dossier)
  const now = await there(visit, dossier)
  const changed = itemsOf(now).filter((item) => {
    const known = visit.form.get(idOfPlace(item.place))
    return known !== undefined && known !== versionOf(item)
  })
  return answered(visit, now, changed, 200)
}

export async function there(visit: Visit, dossier: string): Promise<ReviewedDossier> {
  const found = await opened(visit, dossier)
  if (found !== undefined) return found
  throw new BrokenContract('Hồ sơ chưa được lập bản ghi. Hãy chạy `hoso run` rồi mở lại.')
}

/** A record kept by an earlier version of the program is assembled anew from its readings. */
export async function opened(visit: Visit, dossier: string): Promise<ReviewedDossier | undefined> {
  const { store, recompute } = visit.desk
  try {
    return await reviewedDossier(store.database, dossier)
  } catch (error) {
    if (!(error instanceof BrokenContract)) throw error
    recompute.soon(dossier, 'dossier')
    await recompute.settled(dossier)
    return reviewedDossier(store.database, dossier)
  }
}

/** The value itself, and those that a finding came to or went from. */
export function touched(before: ReviewedDossier, after: ReviewedDossier, item: Item): Item[] {
  const key = ({ findingId, severity }: Finding) => `${findingId} ${severity}`
  const [old, now] = [new Set(before.findings.map(key)), new Set(after.findings.map(key))]
  const moved = [
    ...before.findings.filter((finding) => !now.has(key(finding))),
    ...after.findings.filter((finding) => !old.has(key(finding))),
  ].flatMap(({ fields }) => fields)
  const fields = new Set(moved.map((field) => `field ${field}`)).add(subjectOfPlace(item.place))
  return itemsOf(after).filter(({ place }) => fields.has(subjectOfPlace(place)))
}

/** The script puts each piece in the place of the one with its id; without a script the page is shown anew. */
export async function answered(
  visit: Visit,
  dossier: ReviewedDossier,
  items: readonly Item[],
  status: number,
  problem?: Text,
): Promise<Response> {
  const [first] = items
  if (!visit.wantsPiece && problem === undefined)
    return visit.redirect(
      `/dossiers/${encodeURIComponent(dossier.draft.dossier)}${first === undefined ? '' : `#${idOfPlace(first.place)}`}`,
    )
  if (!visit.wantsPiece && problem !== undefined) return visit.wrong(status === 409 ? 409 : 422, problem)
  const standing = await reviewItem(visit.desk.store.database, dossier.draft.dossier)
  const typed = status === 200 ? undefined : visit.form.get('text')
  return visit.fragment(
    <>
      {items.map((item, index) => (
        <ItemRow
          visit={visit}
          dossier={dossier.draft.dossier}
          item={item}
          candidates={candidatesOf(item)}
          problem={index === 0 ? problem : undefined}
          typed={index === 0 ? typed : undefined}
        />
      ))}
      <Summary visit={visit} dossier={dossier} />
      {standing === undefined ? null : <FlowForms visit={visit} dossier={dossier} {...standing} />}
    </>,
    status,
  )
}

const whoseWord = (visit: Visit, newest: string | undefined, decisions: readonly StewardDecision[]): Promise<Text> =>
  toldOf(
    visit,
    decisions.find(({ decisionId }) => decisionId === newest),
  )

async function toldOf(visit: Visit, standing: StewardDecision | undefined): Promise<Text> {
  if (standing === undefined) return words.changed
  const name = (await accountOf(visit.desk.store.database, standing.steward))?.name ?? standing.steward
  const at = momentText(new Date(standing.decidedAt))
  return {
    vi: `${name} đã quyết định mục này lúc ${at}. Hãy xem giá trị mới rồi quyết định lại.`,
    en: `${name} decided this at ${at}. Look at the new value, then decide.`,
  }
}

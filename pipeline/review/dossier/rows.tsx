// Rows of tables added and taken away, decisions withdrawn, pages sent back to the scanner, the dossier put back.
import { type StewardDecision, TableCode } from '../../../schemas/index.ts'
import { expectedAt, newestOf, subjectOf } from '../../core/decision-subject.ts'
import { keyOfRow, seenRow } from '../../core/steer-rows.ts'
import { release } from '../../store/claims.ts'
import { audit } from '../audit.ts'
import { heldByText, takeClaim } from '../claim.ts'
import { decide, type Unsigned } from '../decide.ts'
import type { Text, Visit } from '../visit.tsx'
import { answered, there, touched } from './values.tsx'
import { itemsOf, subjectOfPlace } from './items.ts'
import type { ReviewedDossier } from '../../store/review-dossier.ts'

const words = {
  gone: { vi: 'Dòng này không còn. Hãy tải lại trang.', en: 'This row is gone. Load the page anew.' },
  nothing: { vi: 'Không có quyết định nào của bạn để hoàn tác.', en: 'There is no decision of yours to undo.' },
  notYours: {
    vi: 'Quyết định này của người khác. Hãy quyết định lại thay vì hoàn tác.',
    en: 'This decision is somebody else’s. Decide anew instead of undoing it.',
  },
  conflict: { vi: 'Người khác vừa quyết định mục này. Hãy tải lại trang.', en: 'Somebody else has just decided this.' },
  asked: { vi: 'Đã đề nghị quét lại trang này.', en: 'The page is asked for again.' },
  foreign: { vi: 'Trang này không thuộc hồ sơ.', en: 'This page is not of the dossier.' },
} as const satisfies Record<string, Text>

/** Everything here changes the dossier in hand: it must be in one's own. */
const inHand =
  (work: (visit: Visit, dossier: ReviewedDossier) => Promise<Response>) =>
  async (visit: Visit): Promise<Response> => {
    const { dossier = '' } = visit.params
    const claim = await takeClaim(visit, dossier)
    if (claim.account !== visit.seat.account) return visit.wrong(409, await heldByText(visit, claim))
    await visit.desk.recompute.settled(dossier)
    return work(visit, await there(visit, dossier))
  }

const back = (visit: Visit, more = ''): Response =>
  visit.redirect(`/dossiers/${encodeURIComponent(visit.params.dossier ?? '')}${more}`)

export const changeRow = inHand(async (visit, dossier) => {
  const table = TableCode.safeParse(visit.form.get('table'))
  if (!table.success) return visit.wrong(422, words.gone)
  const row = visit.form.get('row')
  const decision =
    visit.form.get('verdict') === 'remove'
      ? removal(dossier, table.data, row ?? '')
      : addition(dossier, table.data, row)
  if (decision === undefined) return visit.wrong(409, words.gone)
  const { conflicts } = await decide(visit, decision)
  return conflicts.length > 0 ? visit.wrong(409, words.conflict) : back(visit, '?all=1')
})

function addition({ draft }: ReviewedDossier, table: TableCode, after: string | undefined): Unsigned {
  const last = draft.tables[table].map(keyOfRow).at(-1)
  const place = after ?? last
  return { kind: 'addRow', dossier: draft.dossier, table, ...(place === undefined ? {} : { after: place }) }
}

function removal({ draft, decisions }: ReviewedDossier, table: TableCode, key: string): Unsigned | undefined {
  const row = draft.tables[table].find((each, index) => keyOfRow(each, index) === key)
  if (row === undefined) return undefined
  const seen = Object.fromEntries(
    Object.entries(row.cells).map(([cell, value]) => [
      cell,
      expectedAt(value, `cell ${table} ${key} ${cell}`, decisions).seen,
    ]),
  )
  return { kind: 'removeRow', dossier: draft.dossier, table, row: key, seen: seenRow(seen) }
}

/** The decision named, or one's own last; an approval is undone by giving the dossier back. */
export const undo = inHand(async (visit, dossier) => {
  const asked = visit.form.get('decision')
  const mine = dossier.decisions.filter(({ steward }) => steward === visit.seat.account)
  const named = dossier.decisions.find(({ decisionId }) => decisionId === asked)
  if (named !== undefined && !mine.includes(named)) return visit.wrong(403, words.notYours)
  const decision = named ?? mine.findLast(({ kind }) => undoable.has(kind))
  if (decision === undefined || !undoable.has(decision.kind)) return visit.wrong(409, words.nothing)
  if (newestOf(subjectOf(decision), dossier.decisions) !== decision) return visit.wrong(409, words.conflict)
  const withdrawal: Unsigned = { kind: 'withdraw', dossier: decision.dossier, withdrawn: decision.decisionId }
  const { conflicts } = await decide(visit, withdrawal)
  if (conflicts.length > 0) return visit.wrong(409, words.conflict)
  const after = await there(visit, dossier.draft.dossier)
  const item = itemsOf(after).find(({ place }) => subjectOfPlace(place) === subjectOf(decision))
  if (item !== undefined) return answered(visit, after, touched(dossier, after, item), 200)
  return shownAnew(visit)
})

/** What changed is more than a value: the script loads the page again. */
function shownAnew(visit: Visit): Response {
  const response = back(visit)
  if (!visit.wantsPiece) return response
  return new Response(null, { status: 204, headers: { 'x-reload': '1' } })
}

const undoable: ReadonlySet<StewardDecision['kind']> = new Set([
  'confirm',
  'correct',
  'blank',
  'unreadable',
  'confirmCell',
  'correctCell',
  'blankCell',
  'unreadableCell',
  'removeRow',
  'addRow',
  'rescan',
  'submit',
])

export const askRescan = inHand(async (visit, dossier) => {
  const page = visit.form.get('page') ?? ''
  const isOwn =
    dossier.draft.documents.some(({ pages }) => pages.includes(page)) ||
    itemsOf(dossier).some(({ at }) => at?.pageId === page)
  if (!isOwn) return visit.wrong(422, words.foreign)
  const newest = newestOf(`page ${page}`, dossier.decisions)?.decisionId
  if (newest === undefined)
    await decide(visit, { kind: 'rescan', dossier: dossier.draft.dossier, page, reason: 'unreadable' })
  return visit.wantsPiece ? visit.fragment(<p>{visit.say(words.asked)}</p>) : back(visit)
})

export async function putBack(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  await release(visit.desk.store.database, dossier, visit.seat.account)
  await audit(visit, 'release', dossier)
  const isNext = visit.form.get('then') === 'next'
  return visit.redirect(isNext ? `/queue/next?after=${encodeURIComponent(dossier)}` : '/queue')
}

/** Asked for every few minutes while somebody is at the page. */
export async function keepInHand(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  const claim = await takeClaim(visit, dossier)
  const isOwn = claim.account === visit.seat.account
  return visit.json({ isOwn, told: isOwn ? '' : visit.say(await heldByText(visit, claim)) })
}

// Takes down what was said of one value of the group view: confirmed as it stands, corrected, blank or unreadable.
import { FieldCode } from '../../../../schemas/index.ts'
import { decisionOf } from '../../../core/error-book/decision-of.ts'
import { standingField } from '../../../core/error-book/error-items.ts'
import { sameAfterTrip } from '../../../core/error-book/error-item.ts'
import { judgeEdits } from '../../../core/error-book/judge-edits.ts'
import { refusalText } from '../../../core/error-book/take-words.ts'
import type { Wish } from '../../../core/error-book/read-error-book.ts'
import { reviewed } from '../../../store/reviewed-drafts.ts'
import { decide } from '../../decide.ts'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  kept: { vi: 'Đã ghi', en: 'Kept' },
  gone: { vi: 'Không còn mục này. Hãy tải lại trang.', en: 'It is no longer there. Load the page anew.' },
  late: {
    vi: 'Người khác vừa quyết định mục này. Không ghi đè; hãy tải lại trang để xem.',
    en: 'Somebody else has just decided this. Nothing was written over; load the page anew.',
  },
} as const satisfies Record<string, Text>

export async function decideField(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  const field = FieldCode.safeParse(visit.params.field)
  const [found] = await reviewed(visit.desk.store.database, [dossier])
  if (!field.success || found === undefined) return visit.wrong(404, words.gone)
  const standing = standingField(found.draft, field.data, found.decisions)
  const edit = { row: 0, dossier, field: field.data, version: visit.form.get('version') ?? '', note: '' }
  const judge = (wish: Wish) => judgeEdits([{ ...edit, wish }], () => standing, visit.desk.run.tools.knowledge)
  const said = judge(wishOf(visit, standing.value))
  // Typed otherwise, the same value: that is a confirmation.
  const { changes, refused } = said.same > 0 ? judge({ kind: 'confirm' }) : said
  const [change] = changes
  const [refusal] = refused
  if (refusal !== undefined && refusal.why !== 'stale') {
    const text = refusalText(refusal)
    return visit.wrong(422, { vi: text, en: text })
  }
  if (refusal !== undefined) return visit.wrong(409, words.late)
  if (change === undefined) return visit.wrong(404, words.gone)
  const { conflicts } = await decide(visit, decisionOf(change), standing.newest)
  return conflicts.length > 0 ? visit.wrong(409, words.late) : answer(visit, words.kept)
}

/** What stands in the box unchanged is confirmed; changed, it is the value. */
function wishOf({ form }: Visit, shown: string): Wish {
  const candidate = form.get('candidate')
  if (candidate !== undefined) return { kind: 'correct', text: candidate }
  const said = form.get('do')
  if (said === 'blank' || said === 'unreadable') return { kind: said }
  const text = sameAfterTrip(form.get('text') ?? '')
  return text === sameAfterTrip(shown) ? { kind: 'confirm' } : { kind: 'correct', text }
}

function answer(visit: Visit, text: Text): Response {
  if (!visit.wantsPiece) return visit.redirect(`/fields/${visit.params.field ?? ''}`)
  return new Response(visit.say(text), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

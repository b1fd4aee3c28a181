// Four eyes: who has worked on a dossier submits it, another person approves exactly what was submitted or gives it back.
import type { StewardDecision } from '../../../schemas/index.ts'
import { isHoldingFinding } from '../../core/gate.ts'
import { decisionsOn } from '../../store/decisions.ts'
import { reviewItem } from '../../store/review-queue.ts'
import { decide, type Unsigned } from '../decide.ts'
import type { Text, Visit } from '../visit.tsx'
import { newestOf } from '../../core/decision-subject.ts'
import { itemsOf } from './items.ts'
import { there } from './values.tsx'

const words = {
  changed: {
    vi: 'Hồ sơ đã đổi sau khi trang này được mở. Hãy tải lại trang, xem lại rồi mới quyết định.',
    en: 'The dossier has changed since this page was opened. Load it anew and look again.',
  },
  own: {
    vi: 'Bạn đã xử lý hồ sơ này nên không được duyệt. Người khác phải duyệt.',
    en: 'You have worked on this dossier, so you may not approve it. Somebody else has to.',
  },
  notSubmitted: { vi: 'Hồ sơ chưa được trình duyệt.', en: 'The dossier was not submitted.' },
  held: {
    vi: 'Hồ sơ còn lỗi giữ lại nên chưa duyệt được. Hãy trả lại để sửa, hoặc để người có thẩm quyền chấp nhận ngoại lệ.',
    en: 'Errors still hold the dossier. Give it back, or have an exception accepted.',
  },
  left: {
    vi: 'Còn giá trị chưa ai xem. Hãy xác nhận hoặc sửa hết rồi trình.',
    en: 'Some values were looked at by nobody. Settle them, then submit.',
  },
  why: {
    vi: 'Hãy ghi lý do trả lại để người xử lý biết việc cần làm.',
    en: 'Give a reason, so that it is clear what to do.',
  },
  notYours: { vi: 'Tài khoản của bạn không có quyền làm việc này.', en: 'Your account may not do this.' },
} as const satisfies Record<string, Text>

/** Reading and looking need not be kept apart; these two say yes to the content. */
const isWorkOn = ({ kind }: StewardDecision) => kind !== 'approve' && kind !== 'return'

export async function takeFlow(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  const { database } = visit.desk.store
  await visit.desk.recompute.settled(dossier)
  const standing = await reviewItem(database, dossier)
  if (standing === undefined || standing.digest !== visit.form.get('shown')) return visit.wrong(409, words.changed)
  const reviewed = await there(visit, dossier)
  const verdict = visit.form.get('verdict')
  const wanted = verdict === 'submit' ? submitted : verdict === 'approve' ? approved : returned
  const answer = await wanted(visit, { dossier, ...standing, agency: reviewed.draft.agency })
  if ('vi' in answer) return visit.wrong(answer === words.notYours ? 403 : 409, answer)
  const { conflicts } = await decide(visit, answer, newestOf('flow', reviewed.decisions)?.decisionId)
  if (conflicts.length > 0) return visit.wrong(409, words.changed)
  return visit.redirect(verdict === 'return' ? `/dossiers/${encodeURIComponent(dossier)}` : '/queue')
}

interface Standing {
  readonly dossier: string
  readonly agency: string
  readonly state: string
  readonly digest: string
}
type Answer = Promise<Unsigned | Text>

async function submitted(visit: Visit, { dossier, agency, digest }: Standing): Answer {
  if (!visit.seat.may('decide', agency)) return words.notYours
  const unseen = itemsOf(await there(visit, dossier)).filter(
    ({ value, isProblem }) =>
      isProblem && value.source?.kind !== 'steward' && value.outcome.status !== 'missing' && value.grade !== 'good',
  )
  return unseen.length > 0 ? words.left : { kind: 'submit', dossier, shown: digest }
}

async function approved(visit: Visit, { dossier, agency, state, digest }: Standing): Answer {
  if (!visit.seat.may('approve', agency)) return words.notYours
  if (state !== 'submitted') return words.notSubmitted
  const { findings } = await there(visit, dossier)
  const all = await decisionsOn(visit.desk.store.database, dossier)
  if (all.some((decision) => isWorkOn(decision) && decision.steward === visit.seat.account)) return words.own
  return findings.some(isHoldingFinding) ? words.held : { kind: 'approve', dossier, shown: digest }
}

async function returned(visit: Visit, { dossier, agency, state, digest }: Standing): Answer {
  if (!visit.seat.may('approve', agency)) return words.notYours
  if (state !== 'submitted' && state !== 'approved') return words.notSubmitted
  const reason = (visit.form.get('reason') ?? '').trim().slice(0, 500)
  return reason === '' ? words.why : { kind: 'return', dossier, shown: digest, reason }
}

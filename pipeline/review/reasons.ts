// Where an agency asks why its dossiers are opened: the reasons there are, and whether one was given in this session.
import { hasDone } from '../store/audit-log.ts'
import type { Text, Visit } from './visit.tsx'

/** Chosen, not written freely: the log must not come to hold anything about the person. */
export const readingReasons: readonly { readonly code: string; readonly text: Text }[] = [
  { code: 'assigned', text: { vi: 'Rà soát, chuẩn hóa theo phân công', en: 'Review as assigned' } },
  { code: 'asked_by_person', text: { vi: 'Giải quyết đề nghị của người có hồ sơ', en: 'The person asked for it' } },
  { code: 'personnel_work', text: { vi: 'Phục vụ công tác cán bộ', en: 'Personnel work' } },
  { code: 'inspection', text: { vi: 'Kiểm tra, thanh tra', en: 'Inspection' } },
  { code: 'approval', text: { vi: 'Phê duyệt', en: 'Approval' } },
]

export const reasonGiven = 'reason_given'

/** The first dossier of the visit for which a reason is still owed. */
export async function withoutReason(visit: Visit): Promise<string | undefined> {
  for (const { dossier, asksReason } of visit.owned) {
    if (dossier === undefined || !asksReason) continue
    const { account, startedAt } = visit.seat
    const event = { account, action: reasonGiven, subject: dossier, since: startedAt }
    if (!(await hasDone(visit.desk.store.database, event))) return dossier
  }
  return undefined
}

export function reasonPath(dossier: string, visit: Visit): string {
  const { pathname, search } = new URL(visit.request.url)
  return `/dossiers/${encodeURIComponent(dossier)}/reason?back=${encodeURIComponent(`${pathname}${search}`)}`
}

export const reasonFirst: Text = {
  vi: 'Đơn vị này yêu cầu nêu lý do trước khi mở hồ sơ. Hãy mở hồ sơ từ danh sách để nêu lý do.',
  en: 'This agency asks for a reason before a dossier is opened. Open it from the list to give one.',
}

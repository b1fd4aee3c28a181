// What is done on the person page: leaving a dossier out, accepting an exception or taking it back, the contradiction sheet.
import { contradictionSheet, contradictionsOf } from '../../../core/contradictions.ts'
import { loadSourceOrder } from '../../../adapters/source-order.ts'
import { contestedPersons } from '../../../store/contested.ts'
import { newestOf } from '../../../core/decision-subject.ts'
import { knownPerson } from '../../../store/known-person.ts'
import { rules } from '../../../rules/index.ts'
import { audit } from '../../audit.ts'
import { decideAll, type Unsigned, type Wanted } from '../../decide.ts'
import { formName } from '../../pieces/names.ts'
import type { Text, Visit } from '../../visit.tsx'
import { personPage, personPath, type PersonNotice } from './person-page.tsx'

const words = {
  notHis: {
    vi: 'Hồ sơ này không thuộc người đang xem. Hãy tải lại trang.',
    en: 'This dossier is not this person’s. Load the page anew.',
  },
  noReason: { vi: 'Thiếu lý do. Hãy ghi lý do rồi làm lại.', en: 'A reason is missing. Give one and try again.' },
  badDay: {
    vi: 'Ngày hết hiệu lực phải là một ngày có thật và chưa qua.',
    en: 'The last day must be a real day that has not passed.',
  },
  noRule: { vi: 'Không có quy tắc này.', en: 'There is no such rule.' },
  agreed: { vi: 'Giấy tờ của người này không còn ghi khác nhau.', en: 'The papers of this person no longer differ.' },
} as const satisfies Record<string, Text>

/** "Different" with each of the others: what is left together stays together. */
export async function leaveOut(visit: Visit): Promise<Response> {
  const person = await knownPerson(visit.desk.store.database, visit.params.person ?? '')
  const dossier = visit.form.get('dossier') ?? ''
  const note = (visit.form.get('note') ?? '').trim()
  if (person === undefined || !person.dossiers.includes(dossier)) return visit.wrong(422, words.notHis)
  if (note === '') return visit.wrong(422, words.noReason)
  const wanted = person.dossiers.flatMap((other): Wanted[] => {
    if (other === dossier) return []
    const [a = '', b = ''] = [dossier, other].sort()
    const newest = newestOf(`pair ${a} ${b}`, person.decisions)
    return [{ decision: { kind: 'different', dossier: a, other: b, note }, newest: newest?.decisionId }]
  })
  return answer(visit, wanted, 'leftOut')
}

export async function waive(visit: Visit): Promise<Response> {
  const { form, owned, desk } = visit
  const [dossier = '', rule = ''] = [form.get('dossier'), form.get('rule')]
  const reason = (form.get('reason') ?? '').trim()
  const until = form.get('until') || undefined
  if (!owned.some((each) => each.dossier === dossier)) return visit.wrong(422, words.notHis)
  if (reason === '') return visit.wrong(422, words.noReason)
  if (!rules.some(({ code }) => code === rule)) return visit.wrong(422, words.noRule)
  if (until !== undefined && !(isDay(until) && until >= desk.today())) return visit.wrong(422, words.badDay)
  const decision: Unsigned =
    form.get('takeBack') === '1'
      ? { kind: 'unwaive', dossier, rule, reason }
      : { kind: 'waive', dossier, rule, reason, ...(until === undefined ? {} : { until }) }
  return answer(visit, [{ decision, newest: form.get('newest') || undefined }], 'waived')
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

async function answer(visit: Visit, wanted: readonly Wanted[], told: PersonNotice): Promise<Response> {
  const { conflicts } = await decideAll(visit, wanted)
  if (conflicts.length > 0) return personPage(visit, 'conflict', 409)
  return visit.redirect(`${personPath(visit.params.person ?? '')}?told=${told}`)
}

export async function contradictionPdf(visit: Visit): Promise<Response> {
  const { store, run } = visit.desk
  const dossier = visit.owned[0]?.dossier ?? ''
  for await (const contested of contestedPersons(store.database, dossier)) {
    const fields = contradictionsOf(contested, loadSourceOrder())
    if (fields.length === 0) break
    const sheet = contradictionSheet(contested, fields, (form) => formName(run.tools.forms, form, 'vi'))
    await audit(visit, 'print_contradictions', visit.params.person ?? '', { fields: fields.length })
    return visit.file(
      await run.tools.pdfWriter.sheets([sheet], 'Phiếu đối chiếu'),
      'application/pdf',
      'phieu-doi-chieu.pdf',
    )
  }
  return visit.wrong(404, words.agreed)
}

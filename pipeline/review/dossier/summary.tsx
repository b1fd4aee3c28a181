// Where the dossier stands: what is left to look at, what no single value answers for, and the way on: submit, approve, return.
import { Form } from '../pieces/form.tsx'
import type { ReviewedDossier } from '../../store/review-dossier.ts'
import type { ReviewState } from '../../store/review-queue.ts'
import { State } from '../pieces/badges.tsx'
import { FieldCode } from '../../../schemas/index.ts'
import { isHoldingFinding } from '../../core/gate.ts'
import type { Text, Visit } from '../visit.tsx'
import { Findings } from './item-row.tsx'
import { itemsOf } from './items.ts'

const words = {
  left: { vi: 'mục cần xem', en: 'values to look at' },
  errors: { vi: 'lỗi còn giữ hồ sơ', en: 'errors hold the dossier' },
  clear: { vi: 'Không còn mục nào cần xem.', en: 'Nothing is left to look at.' },
  submit: { vi: 'Trình duyệt', en: 'Submit for approval' },
  approve: { vi: 'Duyệt hồ sơ', en: 'Approve' },
  giveBack: { vi: 'Trả lại', en: 'Give back' },
  reason: { vi: 'Lý do trả lại', en: 'Reason for giving back' },
  general: { vi: 'Về cả hồ sơ', en: 'About the whole dossier' },
  marks: { vi: 'Quyết định cũ không còn khớp với lần đọc mới: cần xem lại', en: 'Decisions outdated by a new reading' },
} as const satisfies Record<string, Text>

export function Summary({ visit, dossier }: { readonly visit: Visit; readonly dossier: ReviewedDossier }) {
  const left = itemsOf(dossier).filter(({ isProblem }) => isProblem).length
  const errors = dossier.findings.filter(isHoldingFinding).length
  const outdated = dossier.draft.marks.filter(({ kind }) => kind === 'decision_outdated').length
  return (
    <section id="summary" class="summary" data-left={left}>
      <p class="standing">
        {left === 0 ? (
          <b class="done">{visit.say(words.clear)}</b>
        ) : (
          <>
            <b>{left}</b> {visit.say(words.left)}
          </>
        )}
        {errors === 0 ? null : (
          <>
            {' '}
            · <b>{errors}</b> {visit.say(words.errors)}
          </>
        )}
        {outdated === 0 ? null : (
          <>
            {' '}
            · <b>{outdated}</b> {visit.say(words.marks)}
          </>
        )}
      </p>
      <General visit={visit} dossier={dossier} />
    </section>
  )
}

/** Findings that name no field of the form: on papers, pages, tables, other dossiers. */
function General({ visit, dossier }: { readonly visit: Visit; readonly dossier: ReviewedDossier }) {
  const general = dossier.findings.filter(
    ({ fields, isWaived, severity }) =>
      !isWaived && severity !== 'info' && !fields.some((field) => FieldCode.safeParse(field).success),
  )
  if (general.length === 0) return null
  return (
    <details class="general" open={general.some(isHoldingFinding)}>
      <summary>{`${visit.say(words.general)} (${general.length})`}</summary>
      <Findings visit={visit} findings={general} />
    </details>
  )
}

export function FlowForms({ visit, dossier, state, digest }: FlowProps) {
  const agency = dossier.draft.agency
  const path = `/dossiers/${encodeURIComponent(dossier.draft.dossier)}/flow`
  const mayDecide = visit.seat.may('decide', agency)
  const mayApprove = visit.seat.may('approve', agency)
  return (
    <div class="flow" id="flow">
      <State visit={visit} state={state} />
      {mayDecide && state !== 'submitted' && state !== 'approved' ? (
        <Form visit={visit} action={path}>
          <input type="hidden" name="shown" value={digest} />
          <button name="verdict" value="submit" data-key-global="Ctrl+Enter" title="Ctrl+Enter">
            {visit.say(words.submit)}
          </button>
        </Form>
      ) : null}
      {mayApprove && (state === 'submitted' || state === 'approved') ? (
        <Form visit={visit} action={path}>
          <input type="hidden" name="shown" value={digest} />
          {state === 'submitted' ? (
            <button class="main" name="verdict" value="approve">
              {visit.say(words.approve)}
            </button>
          ) : null}
          <input
            name="reason"
            aria-label={visit.say(words.reason)}
            placeholder={visit.say(words.reason)}
            maxlength={500}
          />
          <button name="verdict" value="return">
            {visit.say(words.giveBack)}
          </button>
        </Form>
      ) : null}
    </div>
  )
}

interface FlowProps {
  readonly visit: Visit
  readonly dossier: ReviewedDossier
  readonly state: ReviewState
  readonly digest: string
}

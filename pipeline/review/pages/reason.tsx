// Why a dossier is opened, where its agency asks.
import { audit } from '../audit.ts'
import { Form } from '../pieces/form.tsx'
import { readingReasons, reasonGiven } from '../reasons.ts'
import type { Route } from '../route.ts'
import type { Text, Visit } from '../visit.tsx'

const words = {
  title: { vi: 'Lý do mở hồ sơ', en: 'Reason for opening' },
  why: {
    vi: 'Đơn vị quản lý yêu cầu nêu lý do trước khi mở hồ sơ này. Lý do được ghi vào nhật ký.',
    en: 'The managing agency asks for a reason before this dossier is opened. It is kept in the log.',
  },
  paper: { vi: 'Số văn bản giao việc (nếu có)', en: 'Number of the order (if any)' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  choose: { vi: 'Hãy chọn một lý do trong danh sách.', en: 'Choose a reason from the list.' },
} as const satisfies Record<string, Text>

/** The number of an official paper: digits, letters of its kind and office, nothing that could tell of a person. */
const paperNumber = /^[\p{Lu}Đ\d/.-]{1,40}$/u

export const reasonRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dossiers/:dossier/reason',
    right: 'see',
    subject: 'dossier',
    asksNoReason: true,
    handle: ask,
  },
  {
    method: 'POST',
    path: '/dossiers/:dossier/reason',
    right: 'see',
    subject: 'dossier',
    asksNoReason: true,
    handle: take,
  },
]

function ask(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  return visit.page(
    { title: words.title },
    <section class="door">
      <h1>{visit.say(words.title)}</h1>
      <p>{visit.say(words.why)}</p>
      <Form visit={visit} action={`/dossiers/${encodeURIComponent(dossier)}/reason`}>
        <input type="hidden" name="back" value={visit.query('back') ?? ''} />
        <fieldset>
          <legend>{dossier}</legend>
          {readingReasons.map(({ code, text }) => (
            <label class="choice">
              <input type="radio" name="reason" value={code} required />
              {visit.say(text)}
            </label>
          ))}
        </fieldset>
        <label>
          {visit.say(words.paper)}
          <input name="paper" maxlength={40} />
        </label>
        <button class="main">{visit.say(words.open)}</button>
      </Form>
    </section>,
  )
}

async function take(visit: Visit): Promise<Response> {
  const { dossier = '' } = visit.params
  const reason = readingReasons.find(({ code }) => code === visit.form.get('reason'))
  if (reason === undefined) return visit.wrong(422, words.choose)
  const paper = (visit.form.get('paper') ?? '').trim().toLocaleUpperCase('vi')
  await audit(visit, reasonGiven, dossier, {
    reason: reason.code,
    ...(paperNumber.test(paper) ? { paper } : {}),
  })
  const back = visit.form.get('back') ?? ''
  const isOwn =
    back.startsWith('/dossiers/') ||
    back.startsWith('/pages/') ||
    back.startsWith('/pairs/') ||
    back.startsWith('/persons/')
  return visit.redirect(isOwn ? back : `/dossiers/${encodeURIComponent(dossier)}`)
}

// The error book in the browser: download the list, bring the corrected one back, see what was taken and what was given back.
import { createWorkbookWriter } from '../../../adapters/exceljs.ts'
import { worksheetsOf } from '../../../adapters/worksheets.ts'
import { decisionOf } from '../../../core/error-book/decision-of.ts'
import type { Change } from '../../../core/error-book/judge-edits.ts'
import type { Refused } from '../../../core/error-book/read-error-book.ts'
import { errorSheets } from '../../../core/error-book/error-sheets.ts'
import { refusalText } from '../../../core/error-book/take-words.ts'
import { UsageError } from '../../../core/errors.ts'
import { errorBookItems, takeErrorBook, type TakenBook } from '../../../runner/error-book.ts'
import { fieldOf } from '../../../../schemas/index.ts'
import { type BatchState, batchStates } from '../../../store/batch-desk.ts'
import { audit } from '../../audit.ts'
import { decideAll } from '../../decide.ts'
import { openAgencies } from '../../open-agencies.ts'
import { Form } from '../../pieces/form.tsx'
import type { Route } from '../../route.ts'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  title: { vi: 'Sửa bằng Excel', en: 'Correct in Excel' },
  out: { vi: '1. Tải danh sách mục cần sửa', en: '1. Download what has to be corrected' },
  outNote: {
    vi: 'Mỗi dòng là một mục của một hồ sơ. Chỉ ba cột cuối sửa được; số định danh là chữ nên số 0 ở đầu được giữ.',
    en: 'Each row is one field of one dossier. Only the last three columns can be edited; numbers are text.',
  },
  batch: { vi: 'Đợt số hóa', en: 'Batch' },
  allBatches: { vi: 'Tất cả các đợt', en: 'All batches' },
  download: { vi: 'Tải tệp Excel', en: 'Download workbook' },
  back: { vi: '2. Nạp lại tệp đã sửa', en: '2. Bring the corrected file back' },
  file: { vi: 'Tệp .xlsx đã sửa', en: 'Corrected .xlsx' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  keep: { vi: 'Ghi các thay đổi', en: 'Keep the changes' },
  noFile: { vi: 'Chưa chọn tệp. Hãy chọn tệp .xlsx đã sửa.', en: 'No file was chosen.' },
  row: { vi: 'Dòng', en: 'Row' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  field: { vi: 'Mục', en: 'Field' },
  what: { vi: 'Việc', en: 'What' },
  why: { vi: 'Vì sao trả lại, cần làm gì', en: 'Why it is given back, what to do' },
  changed: { vi: 'Thay đổi', en: 'Changes' },
  refused: { vi: 'Trả lại, không ghi', en: 'Given back, not kept' },
} as const satisfies Record<string, Text>

const rulings: Readonly<Record<Change['ruling']['kind'], Text>> = {
  correct: { vi: 'Sửa giá trị', en: 'Correct' },
  confirm: { vi: 'Xác nhận đúng', en: 'Confirm' },
  blank: { vi: 'Giấy không ghi', en: 'Blank on paper' },
  unreadable: { vi: 'Không đọc được', en: 'Unreadable' },
}

export const excelRoutes: readonly Route[] = [
  { method: 'GET', path: '/excel', right: 'decide', subject: 'none', handle: (visit) => excelPage(visit, {}) },
  { method: 'GET', path: '/excel/errors.xlsx', right: 'decide', subject: 'none', handle: download },
  { method: 'POST', path: '/excel', right: 'decide', subject: 'none', handle: upload },
]

async function download(visit: Visit): Promise<Response> {
  const { store, run } = visit.desk
  const agencies = await openAgencies(visit, 'decide')
  const batch = visit.query('batch')?.trim().normalize('NFC')
  const items = await errorBookItems(store.database, {
    agencies: agencies === 'all' ? undefined : agencies,
    batch: batch === '' ? undefined : batch,
  })
  await audit(visit, 'errors_out', 'workbook', { items: items.length })
  const bytes = await createWorkbookWriter().write(errorSheets(items, run.tools.knowledge))
  return visit.file(bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'can-sua.xlsx')
}

async function upload(visit: Visit): Promise<Response> {
  const { store, run } = visit.desk
  const file = visit.form.file('book')
  const isDry = visit.form.get('do') !== 'keep'
  if (file === undefined) return excelPage(visit, { problem: visit.say(words.noFile) }, 422)
  const agencies = await openAgencies(visit, 'decide')
  try {
    const sheets = await worksheetsOf(Buffer.from(await file.arrayBuffer()), file.name)
    const taken = await takeErrorBook(store.database, sheets, {
      knowledge: run.tools.knowledge,
      mayDecide: ({ agency }) => agencies === 'all' || agencies.includes(agency),
      ...(isDry
        ? {}
        : {
            append: (changes) =>
              decideAll(
                visit,
                changes.map((change) => ({ decision: decisionOf(change), newest: change.standing.newest })),
              ),
          }),
    })
    await audit(visit, isDry ? 'errors_tried' : 'errors_taken', 'workbook', {
      changed: taken.changes.length,
      refused: taken.refused.length,
    })
    return await excelPage(visit, { taken, isDry })
  } catch (error) {
    if (error instanceof UsageError) return excelPage(visit, { problem: error.message }, 422)
    throw error
  }
}

interface Shown {
  readonly problem?: string
  readonly taken?: TakenBook
  readonly isDry?: boolean
}

async function excelPage(visit: Visit, { problem, taken, isDry = false }: Shown, status = 200): Promise<Response> {
  const batches = await batchStates(visit.desk.store.database, visit.seat.agencies('decide'))
  return visit.page(
    { title: words.title, current: 'excel', styles: ['working.css'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      {problem === undefined ? null : (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {taken === undefined ? null : <Taken visit={visit} taken={taken} isDry={isDry} />}
      <Steps visit={visit} batches={batches} />
    </>,
    status,
  )
}

function Steps({ visit, batches }: { visit: Visit; batches: readonly BatchState[] }) {
  return (
    <>
      <section class="step">
        <h2>{visit.say(words.out)}</h2>
        <p>{visit.say(words.outNote)}</p>
        <form method="get" action="/excel/errors.xlsx">
          <label>
            {visit.say(words.batch)}
            <select name="batch">
              <option value="">{visit.say(words.allBatches)}</option>
              {batches.map(({ batchId, name }) => (
                <option value={batchId}>{name}</option>
              ))}
            </select>
          </label>
          <button class="main">{visit.say(words.download)}</button>
        </form>
      </section>
      <section class="step">
        <h2>{visit.say(words.back)}</h2>
        <Form visit={visit} action="/excel" upload>
          <label>
            {visit.say(words.file)}
            <input type="file" name="book" required accept=".xlsx" />
          </label>
          <button name="do" value="preview">
            {visit.say(words.preview)}
          </button>
          <button name="do" value="keep" class="main">
            {visit.say(words.keep)}
          </button>
        </Form>
      </section>
    </>
  )
}

function Taken({
  visit,
  taken: { changes, refused, untouched },
  isDry,
}: {
  visit: Visit
  taken: TakenBook
  isDry: boolean
}) {
  const head = isDry ? { vi: 'Xem trước, chưa ghi gì', en: 'Preview, nothing kept' } : { vi: 'Đã ghi', en: 'Kept' }
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">{visit.say(head)}</h2>
      <p class={`notice ${refused.length > 0 ? 'look' : 'good'}`} role="status">
        {visit.say({
          vi: `${changes.length} mục thay đổi, ${refused.length} mục trả lại, ${untouched} mục không đổi.`,
          en: `${changes.length} changed, ${refused.length} given back, ${untouched} as they were.`,
        })}
      </p>
      <Rows visit={visit} caption={words.refused} last={words.why} rows={refused.map(refusedCells)} />
      <Rows
        visit={visit}
        caption={words.changed}
        last={words.what}
        rows={changes.map((change) => changedCells(visit, change))}
      />
    </section>
  )
}

const refusedCells = (each: Refused): string[] => [String(each.row), each.dossier, each.label, refusalText(each)]

const changedCells = (visit: Visit, { row, dossier, field, ruling }: Change): string[] => [
  String(row),
  dossier,
  fieldOf(field)[visit.lang],
  visit.say(rulings[ruling.kind]),
]

interface Table {
  readonly visit: Visit
  readonly caption: Text
  readonly last: Text
  readonly rows: readonly (readonly string[])[]
}

function Rows({ visit, caption, last, rows }: Table) {
  if (rows.length === 0) return null
  return (
    <table class="list">
      <caption>{visit.say(caption)}</caption>
      <thead>
        <tr>
          {[words.row, words.dossier, words.field, last].map((title) => (
            <th scope="col">{visit.say(title)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

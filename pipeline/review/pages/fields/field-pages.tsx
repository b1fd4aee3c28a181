// The group view: all doubtful values of one field over the dossiers on one screen, and the fields to choose from.
import { FieldCode, fieldOf } from '../../../../schemas/index.ts'
import { doubtfulDossiers, doubtfulFields } from '../../../store/doubtful.ts'
import { openAgencies } from '../../open-agencies.ts'
import { fieldName } from '../../pieces/names.ts'
import type { Text, Visit } from '../../visit.tsx'
import { FieldItem } from './field-item.tsx'

const most = 40

const words = {
  title: { vi: 'Xem theo mục', en: 'By field' },
  intro: {
    vi: 'Các giá trị đọc chưa chắc của cùng một mục, mọi hồ sơ trên một màn hình.',
    en: 'All values of one field that were not surely read, of all dossiers on one screen.',
  },
  field: { vi: 'Mục', en: 'Field' },
  count: { vi: 'Giá trị cần xem', en: 'Values to look at' },
  none: { vi: 'Không còn giá trị nào cần xem.', en: 'Nothing is left to look at.' },
  keys: {
    vi: 'Enter: nhận giá trị (đã sửa thì ghi giá trị mới) và sang mục kế. Mũi tên lên, xuống: chuyển mục, không ghi. F3: không đọc được. F4: giấy không ghi. Alt+số: chọn gợi ý.',
    en: 'Enter: accept the value as it stands in the box and go on. Arrow keys: move without deciding. F3: unreadable. F4: blank. Alt+digit: take a suggestion.',
  },
  more: { vi: 'Các hồ sơ kế tiếp', en: 'Next dossiers' },
  all: { vi: 'Chọn mục khác', en: 'Choose another field' },
  unknown: { vi: 'Không có mục này.', en: 'There is no such field.' },
} as const satisfies Record<string, Text>

export async function showFields(visit: Visit): Promise<Response> {
  const fields = await doubtfulFields(visit.desk.store.database, await openAgencies(visit, 'decide'))
  const total = fields.reduce((sum, { count }) => sum + count, 0)
  return visit.page(
    { title: words.title, current: 'fields', styles: ['working.css'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      <p>{visit.say(words.intro)}</p>
      {total === 0 ? <p>{visit.say(words.none)}</p> : null}
      <table class="list narrow">
        <thead>
          <tr>
            <th scope="col">{visit.say(words.field)}</th>
            <th scope="col" class="number">
              {visit.say(words.count)}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, count }) => (
            <tr>
              <th scope="row">
                <a href={`/fields/${field}`}>{fieldName(field, visit.lang)}</a>
              </th>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>,
  )
}

export async function showField(visit: Visit): Promise<Response> {
  const field = FieldCode.safeParse(visit.params.field)
  if (!field.success) return visit.wrong(404, words.unknown)
  const agencies = await openAgencies(visit, 'decide')
  const after = visit.query('after') ?? ''
  const items = await doubtfulDossiers(visit.desk.store.database, field.data, { agencies, after, most })
  const last = items.at(-1)?.draft.dossier
  return visit.page(
    { title: fieldOf(field.data), current: 'fields', styles: ['working.css'], scripts: ['fields.js'] },
    <>
      <h1>{fieldName(field.data, visit.lang)}</h1>
      <p class="note">{visit.say(words.keys)}</p>
      {items.length === 0 ? <p>{visit.say(words.none)}</p> : null}
      <ol class="board">
        {items.map((reviewed) => (
          <FieldItem visit={visit} field={field.data} reviewed={reviewed} />
        ))}
      </ol>
      <p>
        {last === undefined || items.length < most ? null : (
          <a class="button" href={`/fields/${field.data}?after=${encodeURIComponent(last)}`}>
            {visit.say(words.more)}
          </a>
        )}{' '}
        <a href="/fields">{visit.say(words.all)}</a>
      </p>
    </>,
  )
}

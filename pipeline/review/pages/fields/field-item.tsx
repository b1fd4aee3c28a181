// One doubtful value among others of its field: the crop, the value to be confirmed or corrected, what it may be.
import { type FieldCode, fieldOf } from '../../../../schemas/index.ts'
import { standingField, type ReviewedDraft } from '../../../core/error-book/error-items.ts'
import { show } from '../../../core/values/index.ts'
import { Crop } from '../../pieces/crop.tsx'
import { Form } from '../../pieces/form.tsx'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  value: { vi: 'Giá trị của hồ sơ', en: 'Value of dossier' },
  page: { vi: 'trang', en: 'page' },
  keep: { vi: 'Nhận', en: 'Accept' },
  blank: { vi: 'Giấy không ghi', en: 'Blank' },
  unreadable: { vi: 'Không đọc được', en: 'Unreadable' },
  candidates: { vi: 'Có thể là', en: 'May be' },
} as const satisfies Record<string, Text>

export const itemPath = (field: FieldCode, dossier: string): string => `/fields/${field}/${encodeURIComponent(dossier)}`

export function FieldItem({ visit, field, reviewed }: { visit: Visit; field: FieldCode; reviewed: ReviewedDraft }) {
  const { draft, decisions, pageNumbers } = reviewed
  const { dossier } = draft
  const { outcome, value, version } = standingField(draft, field, decisions)
  const place = outcome.status === 'missing' ? undefined : outcome.provenance
  const page = place === undefined ? undefined : pageNumbers.get(place.pageId)
  const candidates = outcome.status === 'read' || outcome.status === 'unparsed' ? outcome.candidates : []
  const [name, id] = [fieldOf(field)[visit.lang], `value-${dossier}`]
  return (
    <li class="shown">
      <Form visit={visit} action={itemPath(field, dossier)} label={`${name}, ${dossier}`}>
        {place === undefined ? null : <Crop pageId={place.pageId} box={place.box} alt={`${name}, ${dossier}`} />}
        <label for={id}>
          <span class="unseen">{visit.say(words.value)}</span>{' '}
          <a href={`/dossiers/${encodeURIComponent(dossier)}?field=${field}`}>{dossier}</a>
          {page === undefined ? '' : `, ${visit.say(words.page)} ${page}`}
        </label>
        <input id={id} name="text" value={value} autocomplete="off" spellcheck={false} lang="vi" />
        <input type="hidden" name="version" value={version} />
        <Buttons visit={visit} />
        <Candidates visit={visit} texts={candidates.map((candidate) => show(fieldOf(field), candidate.value))} />
        <output class="told"></output>
      </Form>
    </li>
  )
}

function Buttons({ visit }: { visit: Visit }) {
  return (
    <span class="buttons">
      <button name="do" value="keep" class="main">
        {visit.say(words.keep)} <kbd>Enter</kbd>
      </button>
      <button name="do" value="unreadable" data-here="F3">
        {visit.say(words.unreadable)} <kbd>F3</kbd>
      </button>
      <button name="do" value="blank" data-here="F4">
        {visit.say(words.blank)} <kbd>F4</kbd>
      </button>
    </span>
  )
}

function Candidates({ visit, texts }: { visit: Visit; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <span class="candidates">
      {visit.say(words.candidates)}:{' '}
      {texts.slice(0, 9).map((text, index) => (
        <button name="candidate" value={text} data-here={`Alt+${index + 1}`}>
          {text} <kbd>Alt+{index + 1}</kbd>
        </button>
      ))}
    </span>
  )
}

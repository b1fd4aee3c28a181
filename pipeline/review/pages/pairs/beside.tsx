// Two dossiers side by side: the pages they begin with, and field by field what each says, with its crop.
import { type FieldCode, fieldOf, type PersonDraft } from '../../../../schemas/index.ts'
import { outcomeText } from '../../../core/outcome-text.ts'
import { sameValue } from '../../../core/same-value.ts'
import { Crop } from '../../pieces/crop.tsx'
import type { Language, Visit } from '../../visit.tsx'
import { comparedFields, facePage } from './pair-side.ts'

const words = {
  field: { vi: 'Mục', en: 'Field' },
  compare: { vi: 'So', en: 'Same?' },
  caption: { vi: 'Hai hồ sơ, từng mục', en: 'The two dossiers, field by field' },
  page: { vi: 'Trang đầu của hồ sơ', en: 'First page of dossier' },
  open: { vi: 'Mở hồ sơ', en: 'Open dossier' },
  agree: { vi: 'trùng', en: 'same' },
  differ: { vi: 'khác', en: 'differs' },
  unknown: { vi: 'không rõ', en: 'unknown' },
} as const

export function Faces({ visit, sides }: { visit: Visit; sides: readonly PersonDraft[] }) {
  return (
    <div class="faces">
      {sides.map((draft) => {
        const page = facePage(draft)
        return (
          <figure>
            <figcaption>
              <a href={`/dossiers/${encodeURIComponent(draft.dossier)}`}>
                {visit.say(words.open)} <b>{draft.dossier}</b>
              </a>
            </figcaption>
            {page === undefined ? null : (
              <img
                src={`/pages/${encodeURIComponent(page)}/image`}
                alt={`${visit.say(words.page)} ${draft.dossier}`}
                loading="lazy"
                decoding="async"
              />
            )}
          </figure>
        )
      })}
    </div>
  )
}

export function Beside({ lang, a, b }: { lang: Language; a: PersonDraft; b: PersonDraft }) {
  return (
    <table class="beside">
      <caption>{words.caption[lang]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field[lang]}</th>
          <th scope="col">{a.dossier}</th>
          <th scope="col">{words.compare[lang]}</th>
          <th scope="col">{b.dossier}</th>
        </tr>
      </thead>
      <tbody>
        {comparedFields.map((field) => {
          const verdict = compared(field, a, b)
          return verdict === undefined ? null : (
            <tr class={verdict}>
              <th scope="row">{fieldOf(field)[lang]}</th>
              <td>
                <Said field={field} draft={a} lang={lang} />
              </td>
              <td class="verdict">
                <span aria-hidden="true">{signs[verdict]}</span> {words[verdict][lang]}
              </td>
              <td>
                <Said field={field} draft={b} lang={lang} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const signs = { agree: '=', differ: '≠', unknown: '?' } as const

/** Undefined where neither says anything: the row tells nothing. */
function compared(field: FieldCode, a: PersonDraft, b: PersonDraft): keyof typeof signs | undefined {
  const [one, other] = [a.values[field].outcome, b.values[field].outcome]
  if (one.status === 'read' && other.status === 'read') return sameValue(one.value, other.value) ? 'agree' : 'differ'
  return one.status === 'missing' && other.status === 'missing' ? undefined : 'unknown'
}

function Said({ field, draft, lang }: { field: FieldCode; draft: PersonDraft; lang: Language }) {
  const { outcome, grade } = draft.values[field]
  const { text, isAbsence } = outcomeText(field, outcome, lang)
  const place = outcome.status === 'missing' ? undefined : outcome.provenance
  return (
    <>
      {place === undefined ? null : (
        <Crop pageId={place.pageId} box={place.box} alt={`${fieldOf(field)[lang]}, ${draft.dossier}`} />
      )}
      <span class={isAbsence ? 'absent' : `said ${grade}`}>{text}</span>
    </>
  )
}

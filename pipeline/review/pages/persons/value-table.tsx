// The surviving values of a person: each with who says so and where, what other papers say, and what the rules found.
import {
  type FieldCode,
  fieldCodes,
  fieldOf,
  type Finding,
  type GoldenRecord,
  type Outcome,
} from '../../../../schemas/index.ts'
import { outcomeText } from '../../../core/outcome-text.ts'
import { tellFinding } from '../../../rules/render.ts'
import type { KnownPerson } from '../../../store/known-person.ts'
import { Grade, Severity } from '../../pieces/badges.tsx'
import { Crop } from '../../pieces/crop.tsx'
import { momentText } from '../../pieces/names.ts'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  caption: { vi: 'Giá trị của bản ghi chuẩn và xuất xứ', en: 'Values of the golden record and where they come from' },
  field: { vi: 'Mục', en: 'Field' },
  value: { vi: 'Giá trị', en: 'Value' },
  source: { vi: 'Xuất xứ', en: 'Source' },
  rivals: { vi: 'Giấy tờ khác ghi', en: 'Other papers say' },
  page: { vi: 'trang', en: 'page' },
  decided: { vi: 'quyết định của', en: 'decided by' },
} as const satisfies Record<string, Text>

interface Given {
  readonly visit: Visit
  readonly person: KnownPerson
}
type GoldenValue = GoldenRecord['values'][FieldCode]

export function ValueTable({ visit, person }: Given) {
  const shown = fieldCodes.filter((field) => isTold(field, person))
  return (
    <table class="values">
      <caption>{visit.say(words.caption)}</caption>
      <thead>
        <tr>
          {[words.field, words.value, words.source, words.rivals].map((head) => (
            <th scope="col">{visit.say(head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((field) => (
          <Row visit={visit} person={person} field={field} />
        ))}
      </tbody>
    </table>
  )
}

const isTold = (field: FieldCode, { golden, findings }: KnownPerson): boolean =>
  golden.values[field].outcome.status !== 'missing' || findings.some(({ fields }) => fields[0] === field)

function Row({ visit, person, field }: Given & { field: FieldCode }) {
  const value = person.golden.values[field]
  const { text, isAbsence } = outcomeText(field, value.outcome, visit.lang)
  const findings = person.findings.filter(
    ({ fields, isWaived, subject }) => fields[0] === field && !isWaived && subject === person.golden.personId,
  )
  return (
    <tr id={`field-${field}`}>
      <th scope="row">{fieldOf(field)[visit.lang]}</th>
      <td>
        <span class={isAbsence ? 'absent' : 'said'}>{text}</span>
        {value.outcome.status === 'missing' ? null : (
          <Grade visit={visit} grade={value.source?.kind === 'steward' ? 'steward' : value.grade} />
        )}
        <Findings visit={visit} findings={findings} />
      </td>
      <td>
        <Where visit={visit} person={person} field={field} outcome={value.outcome} dossier={value.dossier} />
        <Decider visit={visit} person={person} value={value} />
      </td>
      <td>
        {value.rivals.map(({ field: as, outcome, dossier }) => (
          <div class="rival">
            <span class="said">{outcomeText(as, outcome, visit.lang).text}</span>
            <Where visit={visit} person={person} field={field} outcome={outcome} dossier={dossier ?? value.dossier} />
          </div>
        ))}
      </td>
    </tr>
  )
}

function Findings({ visit, findings }: { visit: Visit; findings: readonly Finding[] }) {
  return (
    <>
      {findings.map((finding) => (
        <p class="finding">
          <Severity visit={visit} severity={finding.severity} /> {tellFinding(finding, visit.lang)}
        </p>
      ))}
    </>
  )
}

interface Placed extends Given {
  readonly field: FieldCode
  readonly outcome: Outcome
  readonly dossier: string | undefined
}

/** The page's own dossier is known by its name; a golden record of one dossier does not repeat it. */
function Where({ visit, person, field, outcome, dossier = person.dossiers[0] ?? '' }: Placed) {
  const place = outcome.status === 'missing' ? undefined : outcome.provenance
  if (place === undefined) return null
  const page = person.pageNumbers.get(place.pageId)
  return (
    <>
      <Crop
        pageId={place.pageId}
        box={place.box}
        alt={`${fieldOf(field)[visit.lang]}, ${dossier}, ${visit.say(words.page)} ${page ?? ''}`}
      />
      <a class="aside" href={`/dossiers/${encodeURIComponent(dossier)}?field=${field}`}>
        {dossier}, {visit.say(words.page)} {page ?? '?'}
      </a>
    </>
  )
}

function Decider({ visit, person, value: { source } }: Given & { value: GoldenValue }) {
  if (source?.kind !== 'steward') return null
  const decision = person.decisions.find(({ decisionId }) => decisionId === source.decisionId)
  return decision === undefined ? null : (
    <span class="aside">
      {visit.say(words.decided)} {decision.steward}, {momentText(new Date(decision.decidedAt))}
    </span>
  )
}

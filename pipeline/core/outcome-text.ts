// What stands in a field, as people write it; where nothing stands, which kind of nothing it is.
import { type FieldCode, fieldOf, type Outcome } from '../../schemas/index.ts'
import { show } from './values/index.ts'

type Language = 'vi' | 'en'

const absences = {
  unparsed: { vi: 'chưa hiểu được', en: 'not understood' },
  blank: { vi: 'giấy không ghi', en: 'blank on the paper' },
  missing: { vi: 'không có trên giấy tờ', en: 'on no paper' },
} as const

export interface OutcomeText {
  readonly text: string
  /** Told of the value, not the value itself. */
  readonly isAbsence: boolean
}

export function outcomeText(field: FieldCode, outcome: Outcome, lang: Language): OutcomeText {
  if (outcome.status === 'read') return { text: show(fieldOf(field), outcome.value), isAbsence: false }
  const word = absences[outcome.status][lang]
  const raw = outcome.status === 'unparsed' ? `${outcome.raw} ` : ''
  return { text: `${raw}(${word})`, isAbsence: true }
}

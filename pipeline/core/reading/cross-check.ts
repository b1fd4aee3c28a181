// Fields and papers that must agree with each other, as evidence for what was read: a citizen's number holds gender and year of
// birth, rank and step give the coefficient, a decision names the person and the pay. Whether a disagreement is the paper's
// fault is for the rules to say; here it only makes a reading less sure.
import { type DraftValue, type FieldCode, fieldCodes, fieldOf, type Value } from '../../../schemas/index.ts'
import type { Pay } from '../knowledge.ts'
import { sameValue } from '../same-value.ts'
import { fold } from '../text.ts'

export type Crossed = 'agrees' | 'differs' | undefined

/** What a check compares, and what came of it; undefined where a side was not read. */
interface Check {
  readonly fields: readonly FieldCode[]
  readonly verdict: Crossed
}

type Said = (field: FieldCode) => Value | undefined

/** A field that agrees somewhere and differs elsewhere differs. */
export function crossChecked(
  values: Readonly<Record<FieldCode, DraftValue>>,
  pay: Pay,
): ReadonlyMap<FieldCode, Crossed> {
  const said: Said = (field) => {
    const { outcome } = values[field]
    return outcome.status === 'read' ? outcome.value : undefined
  }
  const found = new Map<FieldCode, Crossed>()
  for (const { fields, verdict } of [
    ...citizenChecks(said),
    payCheck(said, pay),
    rankCheck(said, pay),
    ...paperChecks(said),
  ]) {
    if (verdict === undefined) continue
    for (const field of fields) if (found.get(field) !== 'differs') found.set(field, verdict)
  }
  return found
}

const verdictOf = (isSame: boolean): Crossed => (isSame ? 'agrees' : 'differs')

/** The fourth digit of twelve is the century and the gender, the fifth and sixth the year of birth (NĐ 137/2015/NĐ-CP Điều 7). */
function citizenChecks(said: Said): Check[] {
  const [number, birth, gender] = [said('citizenId'), said('birthDate'), said('gender')]
  if (typeof number !== 'string' || number.length !== 12) return []
  const sign = Number(number.charAt(3))
  const year = 1900 + 100 * Math.floor(sign / 2) + Number(number.slice(4, 6))
  return [
    {
      fields: ['citizenId', 'birthDate'],
      verdict: typeof birth === 'string' ? verdictOf(birth.startsWith(String(year))) : undefined,
    },
    {
      fields: ['citizenId', 'gender'],
      verdict: typeof gender === 'string' ? verdictOf((gender === 'Nam') === (sign % 2 === 0)) : undefined,
    },
  ]
}

function payCheck(said: Said, pay: Pay): Check {
  const fields = ['rankCode', 'salaryStep', 'salaryCoefficient'] as const
  const [code, step, coefficient] = fields.map(said)
  const rank = typeof code === 'string' ? pay.rank(code) : undefined
  if (rank === undefined || typeof step !== 'number' || coefficient === undefined) return { fields, verdict: undefined }
  const groups = pay.groupsOf(rank).flatMap((name) => pay.group(name) ?? [])
  const steps = groups.map(({ coefficients }) => coefficients[step - 1])
  return { fields, verdict: groups.length === 0 ? undefined : verdictOf(steps.some((one) => one === coefficient)) }
}

/** The name of the rank stands in the list of codes; other spellings of it say nothing. */
function rankCheck(said: Said, pay: Pay): Check {
  const fields = ['rankName'] as const
  const [code, name] = [said('rankCode'), said('rankName')]
  const rank = typeof code === 'string' ? pay.rank(code) : undefined
  if (rank === undefined || typeof name !== 'string') return { fields, verdict: undefined }
  const [known, written] = [rank.name, name].map((text) =>
    fold(text)
      .replace(/[^a-z]+/gu, ' ')
      .trim(),
  )
  if (known === written) return { fields, verdict: 'agrees' }
  const withoutGrade = (text = '') => text.replace(/ i+v?$/u, '')
  return { fields, verdict: withoutGrade(known) === withoutGrade(written) ? 'differs' : undefined }
}

/** Pay goes up between two papers: there only agreement says something. */
const mayChange: readonly FieldCode[] = ['rankCode', 'salaryStep', 'salaryCoefficient', 'salaryFrom']

function paperChecks(said: Said): Check[] {
  return fieldCodes.flatMap((field): Check[] => {
    const other = fieldCodes.find((code) => code === fieldOf(field).rivalOf)
    if (other === undefined) return []
    const [a, b] = [said(field), said(other)]
    if (a === undefined || b === undefined) return []
    const isSame = sameValue(a, b)
    return [{ fields: [field, other], verdict: !isSame && mayChange.includes(other) ? undefined : verdictOf(isSame) }]
  })
}

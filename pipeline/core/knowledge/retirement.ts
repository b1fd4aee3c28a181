// The age of retirement of a year, from the roadmap of the list. Whose it is and on which day is left to rules/due.ts.
import type { RetirementList } from '../../../schemas/index.ts'
import type { RetirementAge } from '../knowledge.ts'

export function retirementAgeOf({ ages }: RetirementList): RetirementAge {
  const byYear = new Map(ages.map((row) => [row.year, row]))
  const last = ages.at(-1)
  return (gender, year) => {
    const row = byYear.get(year) ?? (last !== undefined && year > last.year ? last : undefined)
    if (row === undefined) return undefined
    return gender === 'Nam' ? row.Nam : gender === 'Nữ' ? row.Nữ : undefined
  }
}

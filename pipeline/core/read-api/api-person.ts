// A golden record as another system may see it: only what its sight and its list allow, and only values there are.
import {
  type ApiClient,
  type ApiPerson,
  type ApiValue,
  fieldCodes,
  fieldOf,
  type OutValue,
  type Sight,
  tableCodes,
  tableOf,
} from '../../../schemas/index.ts'
import type { OutPerson } from '../stage.ts'

const order: readonly Sight[] = ['public', 'personal', 'sensitive']

export function apiPerson(person: OutPerson, client: Pick<ApiClient, 'sight' | 'only'>): ApiPerson {
  const maySee = (name: string, privacy: Sight) =>
    order.indexOf(privacy) <= order.indexOf(client.sight) && (client.only === undefined || client.only.includes(name))
  const values: ApiPerson['values'] = {}
  for (const field of fieldCodes) {
    const value = apiValue(person.values[field])
    if (value !== undefined && maySee(field, fieldOf(field).privacy)) values[field] = value
  }
  const tables: ApiPerson['tables'] = {}
  for (const table of tableCodes) {
    const cells: Readonly<Record<string, { readonly privacy: Sight }>> = tableOf(table).cells
    const seen = Object.keys(cells).filter((cell) => maySee(table, cells[cell]?.privacy ?? 'sensitive'))
    const rows = person.tables[table] ?? []
    if (seen.length > 0 && rows.length > 0) tables[table] = rows.map((row) => rowOf(row, seen))
  }
  return { personId: person.personId, agency: person.agency, values, tables }
}

function rowOf(row: Readonly<Record<string, OutValue>>, seen: readonly string[]): Record<string, ApiValue> {
  return Object.fromEntries(
    seen.flatMap((cell) => {
      const value = apiValue(row[cell])
      return value === undefined ? [] : [[cell, value]]
    }),
  )
}

function apiValue(given: OutValue | undefined): ApiValue | undefined {
  if (given?.value === undefined) return undefined
  const { value, code, grade, source } = given
  return { value, grade, decidedBySteward: source?.kind === 'steward', ...(code === undefined ? {} : { code }) }
}

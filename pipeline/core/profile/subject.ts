// What a message is made from: a person with the name of its agency, or an agency of the tree.
import type { Agency } from '../../../schemas/index.ts'
import type { OutPerson } from '../stage.ts'
import type { Subject } from './map-record.ts'

export const personSubject = (
  person: Pick<OutPerson, 'personId' | 'agency' | 'values' | 'tables'>,
  dossiers: readonly string[],
  agencyName: string,
): Subject => ({
  about: { personId: person.personId, agency: person.agency, agencyName, dossiers: dossiers.join(', ') },
  values: person.values,
  tables: person.tables,
})

export const agencySubject = ({ code, name, parentCode }: Agency): Subject => ({
  about: { agency: code, agencyName: name, ...(parentCode === undefined ? {} : { parentCode }) },
  values: {},
  tables: {},
})

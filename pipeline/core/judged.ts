// A draft and a golden record in the one shape that rules look at.
import type { GoldenRecord, Judged, PersonDraft } from '../../schemas/index.ts'
import { inForce } from './waivers.ts'

/** `day`: exceptions that have run out by then no longer count; without it all do. */
export function judgedOfDraft(draft: PersonDraft, day?: string): Judged {
  const { dossier, agency, values, tables, documents, marks } = draft
  const listed = draft.listed === undefined ? {} : { listed: draft.listed }
  return {
    subject: dossier,
    kind: 'dossier',
    agency,
    values,
    tables,
    documents,
    marks,
    ...listed,
    waived: inForce(draft, day),
  }
}

/** Papers and marks were judged with the dossiers; what is judged here is what came of joining them. */
export function judgedOfPerson(golden: GoldenRecord, day?: string): Judged {
  const { personId, agency, values, tables } = golden
  const waived = inForce(golden, day)
  return { subject: personId, kind: 'person', agency, values, tables, documents: [], marks: [], waived }
}

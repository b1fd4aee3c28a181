// A draft and a golden record in the one shape that rules look at.
import type { GoldenRecord, Judged, PersonDraft } from '../../schemas/index.ts'

export function judgedOfDraft(draft: PersonDraft): Judged {
  const { dossier, agency, values, tables, documents, marks, waived } = draft
  return { subject: dossier, kind: 'dossier', agency, values, tables, documents, marks, waived }
}

/** Papers and marks were judged with the dossiers; what is judged here is what came of joining them. */
export function judgedOfPerson(golden: GoldenRecord): Judged {
  const { personId, agency, values, tables, waived } = golden
  return { subject: personId, kind: 'person', agency, values, tables, documents: [], marks: [], waived: waived ?? [] }
}

// Which kind of paper a document of the dossier is, told by what its form asks for: a new form needs no new code.
import type { DraftDocument, FieldCode } from '../../schemas/index.ts'

const asks = (field: FieldCode) => (paper: DraftDocument) => paper.values[field] !== undefined

/** Of all forms only the résumés ask for the religion and for the recruitment of the person. */
export const isResume = (paper: DraftDocument): boolean => asks('religion')(paper) && asks('recruitmentDate')(paper)
export const isPayDecision = asks('decisionSalaryStep')

// Builders of what the measures look at: a dossier of which everything was read surely, and the same with one thing changed.
import { fieldCodes } from '../../schemas/index.ts'
import type { MeasuredDossier, MeasuredFinding } from '../../pipeline/core/scorecard/measured.ts'

export const aFinding = (given: Partial<MeasuredFinding> = {}): MeasuredFinding => ({
  code: 'some_rule',
  severity: 'warning',
  dimension: 'accuracy',
  about: ['fullName'],
  isWaived: false,
  ...given,
})

export const aMeasured = (given: Partial<MeasuredDossier> = {}): MeasuredDossier => ({
  dossier: 'A',
  agency: 'TQ',
  batchId: 'b1',
  personId: 'p1',
  isJudged: true,
  fields: Object.fromEntries(fieldCodes.map((field) => [field, { status: 'read' as const, isSure: true }])),
  rows: { education: 2, family: 3 },
  citizenIdDigits: 12,
  codedPlaces: ['birthplace', 'hometown', 'permanentAddress', 'currentAddress'],
  isDated: true,
  isDoubled: false,
  isShared: true,
  findings: [],
  ...given,
})

/** What completeness is measured over, as the rule book would say. */
export const demanded = ['fullName', 'birthDate', 'citizenId', 'education']

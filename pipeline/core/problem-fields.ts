// Which fields of a draft need a person, and how urgently: a reading that is not sure, or a finding that names the field.
import { type DraftValue, FieldCode, fieldCodes, type Finding, type PersonDraft } from '../../schemas/index.ts'

export interface ProblemField {
  readonly field: FieldCode
  readonly value: DraftValue
  /** Open ones that name the field, the worst first. */
  readonly findings: readonly Finding[]
  /** 3 an error holds the record, 2 keyed anew, 1 looked at. */
  readonly risk: 1 | 2 | 3
}

const severities = { error: 0, warning: 1, info: 2 } as const

/** In the order of the printed form. A field a person has decided stays only while an error holds it. */
export function problemFields({ values }: Pick<PersonDraft, 'values'>, findings: readonly Finding[]): ProblemField[] {
  const named = byField(findings.filter(({ isWaived, severity }) => !isWaived && severity !== 'info'))
  return fieldCodes.flatMap((field) => {
    const value = values[field]
    const own = (named.get(field) ?? []).toSorted((a, b) => severities[a.severity] - severities[b.severity])
    const risk = riskOf(value, own)
    return risk === 0 ? [] : [{ field, value, findings: own, risk }]
  })
}

function riskOf({ outcome, grade, source }: DraftValue, findings: readonly Finding[]): 0 | 1 | 2 | 3 {
  if (findings.some(({ severity }) => severity === 'error')) return 3
  if (source?.kind === 'steward') return 0
  // What no form asks for is missing in nearly every dossier.
  if (outcome.status === 'missing') return findings.length > 0 ? 2 : 0
  if (grade === 'poor') return 2
  return grade === 'doubtful' || findings.length > 0 ? 1 : 0
}

function byField(findings: readonly Finding[]): Map<FieldCode, Finding[]> {
  const found = new Map<FieldCode, Finding[]>()
  for (const finding of findings)
    for (const name of finding.row === undefined ? finding.fields : []) {
      const field = FieldCode.safeParse(name)
      if (field.success) found.set(field.data, [...(found.get(field.data) ?? []), finding])
    }
  return found
}

// Runs the rules over one record. The result depends neither on the order of the rules nor on anything but its input.
import type { Finding, Judged } from '../../schemas/index.ts'
import { compareIds, idOf } from '../core/id.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Hit, Rule } from './rule.ts'
import { closing } from './secrecy.ts'

/** Without `today` the timeless rules, with it only those that know today: so a new day makes only these run again. */
export function applyRules(
  rules: readonly Rule[],
  judged: Judged,
  world: { readonly knowledge: Knowledge; readonly today?: string | undefined },
): Finding[] {
  const { knowledge, today } = world
  const isClosed = judged.marks.some(({ kind }) => kind === 'dossier_closed')
  const asked = { knowledge, today: today ?? '' }
  const found: Finding[] = []
  for (const rule of rules)
    if (rule.isTimed === (today !== undefined) && (!isClosed || rule.code === closing))
      for (const hit of rule.find(judged, asked)) found.push(findingOf(rule, hit, judged))
  return found.sort(
    (a, b) => compareIds(a.code, b.code) || compareIds(placeOf(a), placeOf(b)) || compareIds(a.findingId, b.findingId),
  )
}

function findingOf(
  rule: Rule,
  { evidence, fields = rule.fields, row, documentId, about, isDoubtful }: Hit,
  judged: Judged,
): Finding {
  return {
    findingId: idOf(rule.code, judged.subject, fields, row, documentId, about),
    code: rule.code,
    // An error only over values that are sure; over doubtful ones it is a reason to look.
    severity: rule.severity === 'error' && isDoubtful ? 'warning' : rule.severity,
    dimension: rule.dimension,
    subject: judged.subject,
    fields: [...fields],
    ...(documentId === undefined ? {} : { documentId }),
    ...(row === undefined ? {} : { row: { ...row } }),
    evidence,
    isWaived: judged.waived.includes(rule.code),
  }
}

const placeOf = ({ fields, row }: Finding) => `${fields.join()} ${String(row?.index ?? 0).padStart(6, '0')}`

// Invented people judged by all rules: what the measurements and tests of the rules share.
import { loadForms } from '../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../pipeline/adapters/knowledge.ts'
import { addMonths } from '../pipeline/core/dates.ts'
import { judgedOfDraft } from '../pipeline/core/judged.ts'
import { applyRules } from '../pipeline/rules/apply-rules.ts'
import { rules } from '../pipeline/rules/index.ts'
import type { Finding, PersonDraft } from '../schemas/index.ts'
import { draftOfPapers, inventPapers, type Papers } from './invent/draft.ts'

const knowledge = loadKnowledge()
const forms = loadForms()

export const draftOf = (dossier: string, papers: Papers): PersonDraft =>
  draftOfPapers(dossier, papers, { knowledge, forms })

/** Both kinds of rules: those without a calendar and those that know today. */
export function judge(draft: PersonDraft, today: string): Finding[] {
  const judged = judgedOfDraft(draft)
  return [...applyRules(rules, judged, { knowledge }), ...applyRules(rules, judged, { knowledge, today })]
}

/** The first day of the month after the declaration: a fresh paper, on which nothing is overdue for its age alone. */
export function dayAfterPapers({ form }: Papers): string {
  const declared = form?.values.declarationDate
  if (typeof declared !== 'string') throw new RangeError('these papers have no declaration')
  return `${addMonths(declared.slice(0, 8) + '01', 1)}`
}

/** Makes the drafts first; what comes back judges so many records and counts what was found. */
export function judgeMany(lives: number, seed: string): (records: number) => number {
  const drafts = Array.from({ length: lives }, (_, index) => {
    const papers = inventPapers(`${seed}-${index}`)
    return { draft: draftOf(`D${index}`, papers), today: dayAfterPapers(papers) }
  })
  return (records) => {
    let findings = 0
    for (let at = 0; at < records; at++) {
      const one = drafts[at % drafts.length]
      if (one !== undefined) findings += judge({ ...one.draft, dossier: `R${at}` }, one.today).length
    }
    return findings
  }
}

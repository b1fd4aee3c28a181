// All examples by the code of their rule.
import { completenessExamples } from './completeness.ts'
import type { RuleExamples } from './example.ts'
import { identityExamples } from './identity.ts'
import { chronologyExamples, familyExamples, partyExamples } from './life.ts'
import { agreementExamples, codeListExamples, readingExamples, timelinessExamples } from './papers.ts'
import { educationExamples, positionExamples, salaryExamples, salaryHistoryExamples } from './work.ts'

export const ruleExamples: RuleExamples = {
  ...completenessExamples,
  ...identityExamples,
  ...chronologyExamples,
  ...partyExamples,
  ...familyExamples,
  ...educationExamples,
  ...positionExamples,
  ...salaryExamples,
  ...salaryHistoryExamples,
  ...agreementExamples,
  ...codeListExamples,
  ...readingExamples,
  ...timelinessExamples,
}

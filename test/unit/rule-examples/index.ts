// All examples by the code of their rule.
import { completenessExamples, receiptExamples, secrecyExamples } from './completeness.ts'
import type { RuleExamples } from './example.ts'
import { identityExamples } from './identity.ts'
import { contentsExamples, listedExamples, serviceExamples } from './later.ts'
import { careerExamples, chronologyExamples, familyExamples, partyExamples } from './life.ts'
import {
  agreementExamples,
  codeListExamples,
  decisionExamples,
  readingExamples,
  rowExamples,
  timelinessExamples,
} from './papers.ts'
import {
  educationExamples,
  positionExamples,
  qualificationExamples,
  salaryExamples,
  salaryHistoryExamples,
} from './work.ts'

export const ruleExamples: RuleExamples = {
  ...secrecyExamples,
  ...receiptExamples,
  ...completenessExamples,
  ...identityExamples,
  ...chronologyExamples,
  ...partyExamples,
  ...familyExamples,
  ...educationExamples,
  ...qualificationExamples,
  ...careerExamples,
  ...positionExamples,
  ...salaryExamples,
  ...salaryHistoryExamples,
  ...agreementExamples,
  ...decisionExamples,
  ...rowExamples,
  ...codeListExamples,
  ...readingExamples,
  ...timelinessExamples,
  ...contentsExamples,
  ...serviceExamples,
  ...listedExamples,
}

// Examples of the rules of secrecy.ts and completeness.ts.
import type { Mark } from '../../../schemas/index.ts'
import { blank, missing, read, unparsed } from '../../support/a-draft.ts'
import type { RuleExamples } from './example.ts'

const mark = (kind: Mark['kind'], subject: string) => ({ marks: [{ kind, subject, problem: 'thử' }] }) as const

export const secrecyExamples: RuleExamples = {
  secret_paper_refused: { fires: mark('dossier_closed', 'A/b.pdf#1'), edge: mark('secret_paper', 'A/b.pdf#1') },
  secret_paper_kept: { fires: mark('secret_paper', 'A/b.pdf#1'), edge: { marks: [] } },
}

export const receiptExamples: RuleExamples = {
  returned_by_receiver: { fires: mark('returned_by_receiver', 'A'), edge: { marks: [] } },
}

export const completenessExamples: RuleExamples = {
  required_field_missing: { fires: { values: { gender: missing } }, edge: { values: { birthplace: missing } } },
  required_field_blank: { fires: { values: { religion: blank() } }, edge: { values: { religion: 'Không' } } },
  required_value_not_understood: {
    fires: { values: { birthDate: unparsed('12/13/1985') } },
    edge: { values: { birthDate: '1985' } },
  },
  expected_field_empty: {
    fires: { values: { rankCode: blank() } },
    edge: { values: { rankCode: read('01.003', 'poor') } },
  },
  expected_table_empty: {
    fires: { tables: { family: [] } },
    edge: { tables: { family: [{ relation: 'Cha', name: 'Hoàng Văn Sáng' }] } },
  },
  resume_missing: { fires: { resume: 'none' }, edge: { resume: 'none', decision: 'none' } },
  paper_missing_pay_decision: {
    fires: { decision: 'none' },
    edge: { decision: 'none', values: { salaryStep: 1 } },
  },
  scan_unreadable: { fires: mark('scan_unreadable', 'A/b.pdf'), edge: mark('page_unreadable', 'A/b.pdf#1') },
  page_unreadable: { fires: mark('page_unreadable', 'A/b.pdf#1'), edge: mark('page_unclassified', 'A/b.pdf#1') },
  page_unclassified: { fires: mark('page_unclassified', 'A/b.pdf#1'), edge: { marks: [] } },
  scan_delivered_twice: {
    fires: mark('scan_delivered_twice', 'A/b.pdf'),
    edge: mark('page_unclassified', 'A/b.pdf#1'),
  },
}

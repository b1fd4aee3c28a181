// Examples of the rules of contents.ts, service.ts and listed.ts: which papers are there, what they end, what lists say otherwise.
import type { ListedPerson } from '../../../schemas/index.ts'
import type { RuleExamples } from './example.ts'

const whole = {
  resume: '2020',
  'resume-book': '2008',
  'life-summary': '2008',
  'birth-certificate': '1985',
  'health-certificate': '2008',
  diploma: '2007',
  'decision-recruitment': '2008-09-01',
}
const { diploma: _diploma, ...withoutDiploma } = whole
const list = (values: ListedPerson['values'], warn: ListedPerson['warn'] = []) => ({
  listed: [{ listedId: 'l', source: 'hr', name: 'phần mềm nhân sự', rank: 1, row: 2, values, warn }],
})

export const contentsExamples: RuleExamples = {
  original_papers_missing: { fires: { papers: withoutDiploma }, edge: { papers: whole } },
}

export const serviceExamples: RuleExamples = {
  service_ended: {
    fires: { papers: { 'decision-retirement': '2024-03-01' } },
    edge: { papers: { 'decision-leaving': '2010-05-01', 'decision-recruitment': '2012-01-01' } },
  },
}

export const listedExamples: RuleExamples = {
  list_disagrees: {
    fires: list({ birthDate: '1985-12-05' }, ['birthDate']),
    edge: list({ birthDate: '1985-12-05' }),
  },
  list_says_otherwise: {
    fires: list({ rankCode: '01.002' }),
    edge: list({ rankCode: '01.002' }, ['rankCode']),
  },
}

// Examples of the rules of education.ts, position.ts, salary.ts and salary-history.ts.
import type { RuleExamples } from './example.ts'

const course = (start: string, end: string, award: string) => ({ school: 'Trường Đại học Luật', start, end, award })
const post = (start: string, end: string) => ({ start, end, position: 'Chuyên viên' })
const pay = (month: string, step: number, coefficient: number, rankCode = '01.003') => ({
  month,
  rankCode,
  step,
  coefficient,
})

export const educationExamples: RuleExamples = {
  education_row_reversed: {
    fires: { tables: { education: [course('2007-06', '2003-09', 'Cử nhân')] } },
    edge: { tables: { education: [course('2007-06', '2007', 'Cử nhân')] } },
  },
  education_row_under_age: {
    fires: { tables: { education: [course('1999-03', '2002-06', 'Cử nhân')] } },
    edge: { tables: { education: [course('1999-04', '2002-06', 'Cử nhân')] } },
  },
  qualification_without_training: {
    fires: { values: { highestQualification: 'Thạc sĩ Luật' } },
    edge: { values: { highestQualification: 'ĐH Luật' } },
  },
  qualification_below_training: {
    fires: { values: { highestQualification: 'Cao đẳng' } },
    edge: {
      values: { highestQualification: 'Trung cấp Y sĩ' },
      tables: { education: [course('2003', '2005', 'Trung cấp'), { award: 'Cao cấp lý luận chính trị' }] },
    },
  },
  schooling_malformed: {
    fires: { values: { generalEducation: '13/12' } },
    edge: { values: { generalEducation: '12/12 Bổ túc' } },
  },
  schooling_system_unusual: {
    fires: { values: { generalEducation: '10/10' } },
    edge: { values: { generalEducation: '10/10', birthDate: '1979' } },
  },
}

const study = (start: string, end: string, award: string, mode = 'Chính quy') => ({
  school: 'Trường A',
  start,
  end,
  award,
  mode,
})
const learnt = (...education: ReturnType<typeof study>[]) => ({ tables: { education } })

export const qualificationExamples: RuleExamples = {
  education_course_short: {
    fires: learnt(study('2006-03', '2007-05', 'Cử nhân Luật')),
    edge: learnt(study('2006-03', '2007-06', 'Cử nhân Luật')),
  },
  education_course_long: {
    fires: learnt(study('2000-09', '2009-10', 'Cử nhân Luật')),
    edge: learnt(study('2000-09', '2009-09', 'Cử nhân Luật')),
  },
  education_full_time_overlap: {
    fires: learnt(study('2003-09', '2007-06', 'Cử nhân Luật'), study('2005-09', '2009-06', 'Cử nhân Kinh tế')),
    edge: learnt(
      study('2003-09', '2007-06', 'Cử nhân Luật'),
      study('2005-09', '2009-06', 'Cử nhân Kinh tế', 'Tại chức'),
    ),
  },
  qualification_below_rank: {
    fires: { values: { highestQualification: 'Cao đẳng' } },
    edge: { values: { highestQualification: 'Cao đẳng', rankCode: 'V.07.02.26' } },
  },
  higher_award_before_lower: {
    fires: learnt(study('2003-09', '2007-06', 'Cử nhân Luật'), study('2004-09', '2007-05', 'Thạc sĩ Luật')),
    edge: learnt(study('2003-09', '2007-06', 'Cử nhân Luật'), study('2005-09', '2007', 'Thạc sĩ Luật')),
  },
  schooling_short_of_qualification: {
    fires: { values: { generalEducation: '9/12' } },
    edge: { values: { generalEducation: '10/10' } },
  },
  political_theory_without_training: {
    fires: { tables: { education: [study('2003-09', '2007-06', 'Cử nhân Luật')] } },
    edge: {
      values: { politicalTheory: 'Sơ cấp' },
      tables: { education: [study('2003-09', '2007-06', 'Cử nhân Luật')] },
    },
  },
}

export const positionExamples: RuleExamples = {
  work_history_row_reversed: {
    fires: { tables: { workHistory: [post('2008-08', '2008-07')] } },
    edge: { tables: { workHistory: [post('2008-08', '2008-08')] } },
  },
  work_history_disorder: {
    fires: { tables: { workHistory: [post('2015-06', 'nay'), post('2008-08', '2015-05')] } },
    edge: { tables: { workHistory: [post('2008-08', '2015-05'), post('2008-08', 'nay')] } },
  },
  work_history_gap: {
    fires: { tables: { workHistory: [post('2008-08', '2014-05'), post('2015-06', 'nay')] } },
    edge: { tables: { workHistory: [post('2008-08', '2014-06'), post('2015-06', 'nay')] } },
  },
  work_history_starts_late: {
    fires: { tables: { workHistory: [post('2009-08', 'nay')] } },
    edge: { tables: { workHistory: [post('2009-07', 'nay')] } },
  },
  work_history_under_age: {
    fires: { tables: { workHistory: [post('1999-03', 'nay')] } },
    edge: { tables: { workHistory: [post('1999', 'nay')] } },
  },
  work_history_not_current: {
    fires: { tables: { workHistory: [post('2008-08', '2023-02')] } },
    edge: { tables: { workHistory: [post('2008-08', '2023-03')] } },
  },
}

export const salaryExamples: RuleExamples = {
  rank_code_unknown: { fires: { values: { rankCode: '01.993' } }, edge: { values: { rankCode: 'V.07.03.29' } } },
  rank_name_disagrees_code: {
    fires: { values: { rankName: 'Chuyên viên chính' } },
    edge: { values: { rankName: 'Giáo viên THCS', rankCode: 'V.07.04.32' } },
  },
  // Valid to 14 July 2015, and three years more for the decisions.
  rank_code_superseded: {
    fires: { values: { rankCode: '16.119', declarationDate: '2018-07-15' } },
    edge: { values: { rankCode: '16.119', declarationDate: '2018-07-14' } },
  },
  salary_step_beyond_group: { fires: { values: { salaryStep: 10 } }, edge: { values: { salaryStep: 9 } } },
  salary_coefficient_disagrees_step: {
    fires: { values: { salaryCoefficient: 3.66 } },
    // 01.004 was of group B and became A0: step 2 is worth 2.06 or 2.41.
    edge: { values: { rankCode: '01.004', salaryStep: 2, salaryCoefficient: 2.41 } },
  },
  salary_coefficient_in_no_table: {
    fires: { values: { rankCode: '99.999', salaryCoefficient: 3.36 } },
    edge: { values: { rankCode: '99.999', salaryCoefficient: 3.66 } },
  },
  seniority_allowance_below_last_step: {
    fires: { values: { otherAllowance: 'Vượt khung 5%', salaryStep: 8 } },
    edge: { values: { otherAllowance: 'Vượt khung 5%', salaryStep: 9 } },
  },
  seniority_allowance_below_five_percent: {
    fires: { values: { otherAllowance: 'Vượt khung 3%', salaryStep: 9 } },
    edge: { values: { otherAllowance: 'Vượt khung 5%', salaryStep: 9 } },
  },
  position_allowance_out_of_range: {
    fires: { values: { positionAllowance: 2 } },
    edge: { values: { positionAllowance: 1.4 } },
  },
  salary_from_before_pay_tables: {
    fires: { values: { salaryFrom: '2004-09' } },
    edge: { values: { salaryFrom: '2004' } },
  },
}

export const salaryHistoryExamples: RuleExamples = {
  salary_history_disorder: {
    fires: { tables: { salaryHistory: [pay('2023-08', 6, 3.99), pay('2020-08', 5, 3.66)] } },
    edge: { tables: { salaryHistory: [pay('2020-08', 5, 3.66), pay('2020', 6, 3.99)] } },
  },
  salary_history_coefficient_disagrees_step: {
    fires: { tables: { salaryHistory: [pay('2004-10', 1, 1.78)] } },
    edge: { tables: { salaryHistory: [pay('2004-09', 1, 1.78)] } },
  },
  salary_history_step_beyond_group: {
    fires: { tables: { salaryHistory: [pay('2023-08', 10, 4.98)] } },
    edge: { tables: { salaryHistory: [pay('2023-08', 9, 4.98)] } },
  },
  salary_history_interval_short: {
    fires: { tables: { salaryHistory: [pay('2020-08', 5, 3.66), pay('2022-06', 6, 3.99)] } },
    edge: { tables: { salaryHistory: [pay('2020-08', 5, 3.66), pay('2022-08', 6, 3.99)] } },
  },
  salary_history_step_falls: {
    fires: { tables: { salaryHistory: [pay('2020-08', 6, 3.99), pay('2023-08', 5, 3.66)] } },
    edge: { tables: { salaryHistory: [pay('2020-08', 6, 3.99), pay('2023-08', 1, 4.4, '01.002')] } },
  },
  salary_history_step_skipped: {
    fires: { tables: { salaryHistory: [pay('2020-08', 4, 3.33), pay('2023-08', 6, 3.99)] } },
    edge: { tables: { salaryHistory: [pay('2020-08', 5, 3.66), pay('2023-08', 6, 3.99)] } },
  },
  salary_history_interval_long: {
    fires: { tables: { salaryHistory: [pay('2017-06', 5, 3.66), pay('2023-08', 6, 3.99)] } },
    edge: { tables: { salaryHistory: [pay('2017-08', 5, 3.66), pay('2023-08', 6, 3.99)] } },
  },
  salary_history_coefficient_falls: {
    fires: { tables: { salaryHistory: [pay('2020-08', 9, 4.98), pay('2023-08', 1, 4.4, '01.002')] } },
    edge: { tables: { salaryHistory: [pay('2020-08', 7, 4.32), pay('2023-08', 1, 4.4, '01.002')] } },
  },
  salary_history_rank_unknown: {
    fires: { tables: { salaryHistory: [pay('2020-08', 5, 3.66, '01.993')] } },
    edge: { tables: { salaryHistory: [pay('2020-08', 5, 3.66, 'V.07.03.29')] } },
  },
  salary_history_rank_before_its_time: {
    fires: { tables: { salaryHistory: [pay('2021-02', 5, 3.66, 'V.07.04.32')] } },
    edge: { tables: { salaryHistory: [pay('2021-03', 5, 3.66, 'V.07.04.32')] } },
  },
  salary_history_not_of_former_scale: {
    fires: { tables: { salaryHistory: [pay('2004-08', 1, 2.34)] } },
    edge: { tables: { salaryHistory: [pay('2004-08', 1, 1.78)] } },
  },
  salary_history_before_recruitment: {
    fires: { tables: { salaryHistory: [pay('2008-07', 1, 2.34)] } },
    edge: { tables: { salaryHistory: [pay('2008-08', 1, 2.34)] } },
  },
  salary_history_starts_late: {
    fires: { tables: { salaryHistory: [pay('2010-09', 2, 2.67)] } },
    edge: { tables: { salaryHistory: [pay('2010-08', 2, 2.67)] } },
  },
  salary_history_disagrees_rank: {
    fires: { values: { rankCode: '01.002' } },
    edge: { values: { rankCode: '01.003' } },
  },
  salary_history_disagrees_step: { fires: { values: { salaryStep: 7 } }, edge: { values: { salaryStep: 6 } } },
  salary_history_disagrees_coefficient: {
    fires: { values: { salaryCoefficient: 4.32 } },
    edge: { values: { salaryCoefficient: 3.99 } },
  },
  salary_history_disagrees_from: {
    fires: { values: { salaryFrom: '2023-09-01' } },
    edge: { values: { salaryFrom: '2023-08-31' } },
  },
}

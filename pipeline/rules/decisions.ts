// What a decision says in itself, against the pay tables, and against the table of pay of the résumé.
import { isBefore, mayBeSame } from '../core/dates.ts'
import { isPayDecision } from './papers.ts'
import { saidIn } from './plain.ts'
import { defineRule } from './rule.ts'
import { anyOf, coefficientsOf, isSameRank, namesOfRank, payDecree, payGroupsOf } from './salary.ts'

export const decisions = [
  defineRule({
    code: 'decision_coefficient_disagrees_step',
    severity: 'warning',
    dimension: 'consistency',
    basis: payDecree,
    basisVerified: false,
    fields: [],
    maybe: ['rankCode', 'salaryStep', 'salaryCoefficient'],
    message: {
      vi: 'Quyết định xếp bậc {step} ngạch {rankCode} có hệ số {expected} nhưng ghi {coefficient}. Đối chiếu ảnh của quyết định.',
      en: 'The decision gives step {step} of rank {rankCode}, which has the coefficient {expected}, but says {coefficient}. See its image.',
    },
    check: (form, { papers, knowledge }) =>
      papers.filter(isPayDecision).flatMap((paper) => {
        const rankCode = saidIn(paper, 'decisionRankCode')
        const step = saidIn(paper, 'decisionSalaryStep')
        const coefficient = saidIn(paper, 'decisionSalaryCoefficient')
        if (rankCode === undefined || step === undefined || coefficient === undefined) return []
        const expected = coefficientsOf(payGroupsOf(rankCode, knowledge), step)
        // What the form says in the same words is told of the form (salary.ts).
        const isToldOfForm =
          form.rankCode === rankCode && form.salaryStep === step && form.salaryCoefficient === coefficient
        if (isToldOfForm || expected.length === 0 || expected.includes(coefficient)) return []
        return [{ evidence: { step, rankCode, expected: anyOf(expected), coefficient }, documentId: paper.documentId }]
      }),
  }),
  defineRule({
    code: 'decision_step_does_not_rise',
    severity: 'warning',
    dimension: 'consistency',
    basis: payDecree,
    basisVerified: false,
    fields: [],
    message: {
      vi: 'Quyết định nâng bậc lương từ bậc {from} lên bậc {to}, không phải là nâng. Đối chiếu ảnh của quyết định.',
      en: 'The decision on a pay rise goes from step {from} to step {to}, which is no rise. See its image.',
    },
    check: (_, { papers }) =>
      papers.filter(isPayDecision).flatMap((paper) => {
        const [from, to] = [saidIn(paper, 'decisionFromStep'), saidIn(paper, 'decisionSalaryStep')]
        if (from === undefined || to === undefined || to > from) return []
        return [{ evidence: { from, to }, documentId: paper.documentId }]
      }),
  }),
  defineRule({
    code: 'decision_former_coefficient_disagrees_step',
    severity: 'warning',
    dimension: 'consistency',
    basis: payDecree,
    basisVerified: false,
    fields: [],
    message: {
      vi: 'Quyết định ghi đang hưởng bậc {step}, hệ số {coefficient}, nhưng bậc này có hệ số {expected}. Đối chiếu ảnh của quyết định.',
      en: 'The decision tells of step {step} with the coefficient {coefficient}, but that step has {expected}. See its image.',
    },
    check: (_, { papers, knowledge }) =>
      papers.filter(isPayDecision).flatMap((paper) => {
        const [rankCode, step] = [saidIn(paper, 'decisionRankCode'), saidIn(paper, 'decisionFromStep')]
        const coefficient = saidIn(paper, 'decisionFromCoefficient')
        if (rankCode === undefined || step === undefined || coefficient === undefined) return []
        const expected = coefficientsOf(payGroupsOf(rankCode, knowledge), step)
        if (expected.length === 0 || expected.includes(coefficient)) return []
        return [{ evidence: { step, expected: anyOf(expected), coefficient }, documentId: paper.documentId }]
      }),
  }),
  defineRule({
    code: 'decision_rank_name_disagrees_code',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Danh mục mã ngạch công chức và chức danh nghề nghiệp viên chức (Bộ Nội vụ)',
    basisVerified: false,
    fields: [],
    message: {
      vi: 'Quyết định ghi ngạch "{rankName}" nhưng mã {rankCode} là "{expected}". Đối chiếu ảnh của quyết định.',
      en: 'The decision names the rank "{rankName}", but the code {rankCode} means "{expected}". See its image.',
    },
    check: (_, { papers, knowledge }) =>
      papers.flatMap((paper) => {
        const [rankName, rankCode] = [saidIn(paper, 'decisionRankName'), saidIn(paper, 'decisionRankCode')]
        if (rankName === undefined || rankCode === undefined) return []
        const names = namesOfRank(rankCode, knowledge)
        if (names.length === 0 || names.some((name) => isSameRank(rankName, name, rankCode))) return []
        return [{ evidence: { rankName, rankCode, expected: names.join(' / ') }, documentId: paper.documentId }]
      }),
  }),
  defineRule({
    code: 'decision_number_malformed',
    severity: 'info',
    dimension: 'cleanness',
    basis: 'Nghị định 30/2020/NĐ-CP Phụ lục I (số và ký hiệu văn bản: số/QĐ-chữ viết tắt cơ quan)',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Số quyết định ghi "{number}", không đúng dạng số/QĐ-cơ quan. Đối chiếu ảnh của quyết định.',
      en: 'The decision’s number is "{number}", not of the form number/QĐ-issuer. See its image.',
    },
    check: (_, { papers }) =>
      papers.flatMap((paper) => {
        const number = saidIn(paper, 'decisionNumber')
        if (number === undefined || /^\d+[a-zđ]?\s*(?:\/\d{4})?\s*\/?\s*(?:QĐ|NQ)/iu.test(number)) return []
        return [{ evidence: { number }, documentId: paper.documentId }]
      }),
  }),
  defineRule({
    code: 'decision_not_in_salary_history',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 31',
    basisVerified: false,
    fields: [],
    maybe: ['declarationDate'],
    tables: ['salaryHistory'],
    message: {
      vi: 'Quyết định xếp bậc {step} từ {since} nhưng diễn biến lương không có mốc này. Tìm dòng bị đọc sót hoặc đề nghị khai bổ sung.',
      en: 'A decision gives step {step} from {since}, but the table of pay has no such row. Look for a missed row, or ask.',
    },
    check: ({ declarationDate, salaryHistory }, { papers }) => {
      const months = salaryHistory.flatMap(({ month }) => month ?? [])
      // A row whose month was not read may be the one.
      if (months.length < salaryHistory.length || months.length === 0) return []
      return papers.filter(isPayDecision).flatMap((paper) => {
        const [since, step] = [saidIn(paper, 'decisionSalaryFrom'), saidIn(paper, 'decisionSalaryStep')]
        if (since === undefined || step === undefined || months.some((month) => mayBeSame(month, since))) return []
        // The step from another day is a disagreement, not a row that is missing (salary-history.ts).
        if (salaryHistory.some((row) => row.step === step)) return []
        // What was decided after the form was written cannot stand in it.
        const signed = saidIn(paper, 'decisionDate') ?? since
        if (declarationDate === undefined || !isBefore(signed, declarationDate)) return []
        return [{ evidence: { step, since }, documentId: paper.documentId }]
      })
    },
  }),
  defineRule({
    code: 'paper_told_twice',
    severity: 'info',
    dimension: 'cleanness',
    basis:
      'Thông tư 11/2012/TT-BNV Điều 14 khoản 3; Thông tư 07/2019/TT-BNV Điều 15 khoản 3 (loại bản trùng phải lập biên bản)',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Quyết định số {number} ngày {date} có {count} bản trong hồ sơ. Nếu trùng thì đề nghị loại bớt và lập biên bản.',
      en: 'Decision {number} of {date} lies {count} times in the dossier. If they are one, propose to drop the others with a record.',
    },
    check: (_, { papers }) => {
      const known = new Map<string, { number: string; date: string; count: number }>()
      for (const paper of papers) {
        const [number, date] = [saidIn(paper, 'decisionNumber'), saidIn(paper, 'decisionDate')]
        if (number === undefined || date === undefined) continue
        const key = `${number} ${date}`
        known.set(key, { number, date, count: (known.get(key)?.count ?? 0) + 1 })
      }
      return [...known].filter(([, { count }]) => count > 1).map(([about, evidence]) => ({ evidence, about }))
    },
  }),
]

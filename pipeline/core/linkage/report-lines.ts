// What a run of linking owes its reader: how many pairs were joined without a person, and how many of them likely wrongly.
import type { LinkageReport } from '../../../schemas/index.ts'

export function linkageLines(report: LinkageReport, lang: 'vi' | 'en'): string[] {
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en', { maximumFractionDigits: digits }).format(value)
  const { same, review } = report.pairs
  const wrong = number(report.expectedWrong, 2)
  const head =
    lang === 'vi'
      ? `Ghép hồ sơ: ${number(same)} cặp là một người, ước tính ${wrong} cặp gộp nhầm; ${number(review)} cặp chờ rà soát.`
      : `Linking: ${number(same)} pairs are one person, ${wrong} wrong merges expected; ${number(review)} pairs wait for review.`
  const closed = report.classes.filter(({ isOpen }) => !isOpen)
  const closedLines = closed.map(({ class: name, expected, merges }) =>
    lang === 'vi'
      ? `  Loại bằng chứng ${name} không được tự gộp: ước tính nhầm ${number(expected, 1)} trong ${number(merges)} cặp.`
      : `  Evidence of class ${name} may not join by itself: ${number(expected, 1)} of ${number(merges)} pairs expected wrong.`,
  )
  const split =
    lang === 'vi'
      ? `  Có ${number(report.splitBlocks)} nhóm quá đông cùng một khóa nên chỉ so từng phần.`
      : `  ${number(report.splitBlocks)} groups under one key were too large and were compared in parts.`
  return [head, ...closedLines, ...(report.splitBlocks > 0 ? [split] : [])]
}

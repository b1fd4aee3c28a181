// Which papers of the official contents list the dossier has not. What each paper says is the business of the other files.
import { contentsOf } from '../core/contents.ts'
import { isResume } from './papers.ts'
import { defineRule } from './rule.ts'

export const contents = [
  defineRule({
    code: 'original_papers_missing',
    // A batch may hold a part of a dossier: worth knowing, never a reason to hold the record.
    severity: 'info',
    dimension: 'completeness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9 khoản 1; Thông tư 07/2019/TT-BNV Điều 10 khoản 1',
    basisVerified: true,
    fields: [],
    maybe: ['rankCode'],
    message: {
      vi: 'Hồ sơ gốc còn thiếu {count} thành phần: {papers}. Tìm trong hồ sơ giấy và quét bổ sung (hoso run … --supplement).',
      en: 'The original file lacks {count} papers: {papers}. Look for them in the paper file and scan them (hoso run … --supplement).',
    },
    check: ({ rankCode }, { papers }) => {
      // Without the kinds of its papers, or without a résumé, this is no whole dossier.
      if (!papers.some(isResume) || papers.every(({ kind }) => kind === undefined)) return undefined
      const { entries } = contentsOf({
        papers: papers.map(({ kind, form, documentId }) => ({ kind, form, document: documentId })),
        rankCode,
      })
      const missing = entries.filter(({ isMissing }) => isMissing).map(({ vi }) => vi)
      return missing.length === 0 ? undefined : { count: missing.length, papers: missing.join('; ') }
    },
  }),
]

// What later papers say of the service itself: who left it, since when, by which paper.
import { serviceOf, servicePaperOf } from '../core/service-state.ts'
import { defineRule } from './rule.ts'

const words = { transferred: 'đã chuyển hồ sơ đi', left: 'đã thôi việc', retired: 'đã nghỉ hưu' } as const

export const service = [
  defineRule({
    code: 'service_ended',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 12; Thông tư 07/2019/TT-BNV Điều 13',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Theo giấy tờ trong hồ sơ, người này {state} từ {since}. Đối chiếu giấy tờ rồi chuyển hồ sơ sang nhóm thôi việc, nghỉ hưu hoặc chuyển đi.',
      en: 'By the papers of the dossier this person {state} since {since}. Compare the paper, then move the dossier to the group it belongs to.',
    },
    check: (_, { papers }) => {
      const { state, since, document } = serviceOf(papers.map(servicePaperOf))
      if (state === 'serving') return undefined
      const evidence = { state: words[state], since: since ?? 'ngày chưa rõ' }
      return [{ evidence, ...(document !== undefined && { documentId: document }) }]
    },
  }),
]

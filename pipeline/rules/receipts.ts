// What the receiver sent back: the record returns to the queue with the receiver's reason.
import { defineRule, type Hit } from './rule.ts'

export const receipts = [
  defineRule({
    code: 'returned_by_receiver',
    severity: 'warning',
    dimension: 'shareability',
    basis: 'Biên nhận của nơi nhận',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Nơi nhận đã trả lại bản ghi với lý do: {reason}. Sửa theo lý do này; bản ghi đã sửa được gửi trong gói sau.',
      en: 'The receiver sent the record back: {reason}. Correct it; the changed record leaves with the next package.',
    },
    check: (_, { marks }) =>
      marks
        .filter(({ kind }) => kind === 'returned_by_receiver')
        .map(({ subject, problem }): Hit => ({ evidence: { reason: problem }, about: subject })),
  }),
]

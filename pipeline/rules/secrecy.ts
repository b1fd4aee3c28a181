// Papers marked secret: the dossier is closed, or its agency may hold it. Who may is told by the list of agencies.
import { defineRule, type Hit } from './rule.ts'

/** Read in the codified text. The law itself (Luật Bảo vệ bí mật nhà nước) was not at hand, so no article of it is named. */
const basis = 'Thông tư 11/2012/TT-BNV Điều 8 khoản 3 (hồ sơ được quản lý theo chế độ tài liệu mật)'

/** Of a closed dossier nothing else is asked: nobody may key in from its images what was not read. */
export const closing = 'secret_paper_refused'

export const secrecy = [
  defineRule({
    code: closing,
    severity: 'error',
    dimension: 'shareability',
    basis,
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Hồ sơ có tài liệu đóng dấu mật nên đã dừng tiếp nhận, không giữ nội dung nào; lệnh `hoso status` cho biết trang. Báo người phụ trách bảo vệ bí mật nhà nước; rút tài liệu mật khỏi bản quét, đặt tờ thay thế rồi giao lại, hoặc chuyển hồ sơ cho đơn vị được phép lưu tài liệu mật.',
      en: 'The dossier holds a paper marked secret, so it is no longer taken in and nothing read is kept; `hoso status` tells the page. Tell the officer in charge of state secrets; take the paper out of the scan and deliver again with a substitute sheet, or hand the dossier to an agency that may hold it.',
    },
    check: (_, { marks }) => (marks.some(({ kind }) => kind === 'dossier_closed') ? {} : undefined),
  }),
  defineRule({
    code: 'secret_paper_kept',
    severity: 'warning',
    dimension: 'shareability',
    basis,
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Trang {subject} có dấu {mark}. Đơn vị được phép lưu tài liệu mật; kiểm tra trước khi xuất hồ sơ này.',
      en: 'The page {subject} is marked {mark}. The agency may hold secret papers; check before this dossier leaves.',
    },
    check: (_, { marks }) =>
      marks
        .filter(({ kind }) => kind === 'secret_paper')
        .map(({ subject, problem }): Hit => ({ evidence: { subject, mark: problem }, about: subject })),
  }),
]

// The minutes that propose to drop duplicate sheets. Nothing is dropped here: the head's consent and these minutes in the
// dossier are what the law asks for first (Thông tư 11/2012/TT-BNV Điều 14.3; Thông tư 07/2019/TT-BNV Điều 15.3).
import type { Block, Sheet } from '../sheet.ts'
import { type Letterhead, letterhead, minutesTitle } from './letterhead.ts'

/** A sheet that stands twice in the dossier of one person: what to keep, what may be dropped. */
export interface DuplicateSheet {
  readonly dossier: string
  readonly paper: string
  readonly page: number
  readonly keptDossier: string
  readonly keptPage: number
  readonly why: string
}

export function duplicateMinutes(found: readonly DuplicateSheet[], head: Letterhead): Sheet {
  return {
    footer: 'Biên bản đề nghị loại tài liệu trùng lặp',
    blocks: [
      letterhead(head),
      ...minutesTitle('Về việc đề nghị loại bỏ tài liệu trùng lặp trong hồ sơ'),
      text(
        'Căn cứ khoản 3 Điều 14 Thông tư số 11/2012/TT-BNV và khoản 3 Điều 15 Thông tư số 07/2019/TT-BNV, sau khi kiểm tra, ' +
          'đề nghị loại các tờ dưới đây vì trùng với tờ được giữ lại, mỗi loại tài liệu giữ một bản. Chỉ loại khi người đứng ' +
          'đầu cơ quan quản lý hồ sơ đồng ý bằng văn bản; việc tiêu hủy do Hội đồng quyết định. Tờ hư hỏng thì sao lại và giữ cả hai.',
      ),
      table(found),
      text(`Tổng số tờ đề nghị loại: ${found.length}.`),
      text('Ý kiến của người đứng đầu cơ quan: …………………………………………………………………………………………'),
      {
        kind: 'signatures',
        places: [
          { title: 'NGƯỜI LẬP', note: '(Ký, ghi rõ họ tên)' },
          { title: 'NGƯỜI QUẢN LÝ HỒ SƠ', note: '(Ký, ghi rõ họ tên)' },
          { title: 'THỦ TRƯỞNG CƠ QUAN', note: '(Ký, ghi rõ họ tên, đóng dấu)' },
        ],
      },
    ],
  }
}

const text = (words: string): Block => ({ kind: 'paragraph', text: words })

const table = (found: readonly DuplicateSheet[]): Block => ({
  kind: 'table',
  columns: [
    { title: 'TT', share: 6 },
    { title: 'Mã hồ sơ', share: 20 },
    { title: 'Tài liệu', share: 28 },
    { title: 'Trang đề nghị loại', share: 12 },
    { title: 'Giữ lại', share: 18 },
    { title: 'Lý do', share: 24 },
  ],
  rows: found.map(({ dossier, paper, page, keptDossier, keptPage, why }, index) => [
    ...[String(index + 1), dossier, paper, String(page)],
    keptDossier === dossier ? `trang ${keptPage}` : `${keptDossier}, trang ${keptPage}`,
    why,
  ]),
})

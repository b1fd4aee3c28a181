// The columns of the error book, the workbook that goes out to be corrected and comes back: which are shown, which are for us
// alone, and which three people may write in.
export const errorColumns = {
  dossier: { title: 'Hồ sơ', kind: 'locked' },
  name: { title: 'Họ và tên', kind: 'locked' },
  label: { title: 'Mục', kind: 'locked' },
  page: { title: 'Trang', kind: 'locked' },
  urgency: { title: 'Mức', kind: 'locked' },
  raw: { title: 'Máy đọc trên giấy', kind: 'locked' },
  why: { title: 'Vì sao cần xem', kind: 'locked' },
  candidates: { title: 'Có thể là', kind: 'locked' },
  value: { title: 'GIÁ TRỊ (sửa ở đây)', kind: 'open' },
  conclusion: { title: 'KẾT LUẬN (chọn)', kind: 'open' },
  note: { title: 'GHI CHÚ', kind: 'open' },
  field: { title: '_mục', kind: 'hidden' },
  version: { title: '_phiên bản', kind: 'hidden' },
  original: { title: '_giá trị lúc xuất', kind: 'hidden' },
  seal: { title: '_dấu kiểm', kind: 'hidden' },
} as const satisfies Record<string, { title: string; kind: 'locked' | 'open' | 'hidden' }>

export type ErrorColumn = keyof typeof errorColumns
export type ErrorCells = Readonly<Record<ErrorColumn, string>>

/** In the order of the sheet. */
export const errorColumnNames: readonly ErrorColumn[] = [
  'dossier',
  'name',
  'label',
  'page',
  'urgency',
  'raw',
  'why',
  'candidates',
  'value',
  'conclusion',
  'note',
  'field',
  'version',
  'original',
  'seal',
]

export const errorSheetName = 'Lỗi cần sửa'

/** What may be chosen beside a value; an empty cell decides nothing. */
export const conclusions = {
  confirm: 'Đúng như đã đọc',
  blank: 'Giấy không ghi',
  unreadable: 'Không đọc được',
} as const
export type Conclusion = keyof typeof conclusions

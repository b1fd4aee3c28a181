// Separator sheets to print: which sheets a batch needs, and what stands on each. The code on them is separator-code.ts.
import { type SeparatorSheet, separatorCode } from './separator-code.ts'
import type { Sheet } from './sheet.ts'

export interface SheetRequest {
  readonly agency: string
  readonly batch: string
  /** How many, where no dossiers are named. */
  readonly count: number
  /** One sheet each; none: each sheet begins a dossier named by agency, batch and number. */
  readonly dossiers: readonly string[]
  /** Sheets that part the papers of one dossier: they name this kind and no dossier. */
  readonly kind?: string | undefined
}

export function separatorSheets({ agency, batch, count, dossiers, kind }: SheetRequest): SeparatorSheet[] {
  const of = dossiers.length > 0 ? dossiers.length : count
  return Array.from({ length: of }, (_, index) => {
    const number = index + 1
    if (kind !== undefined) return { agency, batch, number, of, kind }
    const own = `${agency}-${batch}-${String(number).padStart(String(of).length, '0')}`
    return { agency, batch, number, of, dossier: dossiers[index] ?? own }
  })
}

/** Large code and large words: the sheet is scanned at any angle, and a person reads it from above. */
export function printedSeparator(sheet: SeparatorSheet, kindName: string | undefined): Sheet {
  const { agency, batch, number, of, dossier } = sheet
  const what = dossier === undefined ? 'TỜ NGĂN GIẤY TỜ' : 'TỜ NGĂN HỒ SƠ'
  return {
    footer: `${agency} · ${batch} · tờ ${number}/${of}`,
    blocks: [
      { kind: 'gap', millimetres: 12 },
      { kind: 'heading', text: what },
      { kind: 'paragraph', text: `Số ${number}/${of}`, weight: 'bold', points: 34, align: 'centre' },
      { kind: 'gap', millimetres: 6 },
      { kind: 'qr', text: separatorCode(sheet), sideMm: 80, align: 'centre' },
      { kind: 'gap', millimetres: 6 },
      { kind: 'paragraph', text: `Đơn vị: ${agency}`, points: 14, align: 'centre' },
      { kind: 'paragraph', text: `Đợt số hóa: ${batch}`, points: 14, align: 'centre' },
      ...(dossier === undefined
        ? []
        : [{ kind: 'paragraph', text: `Hồ sơ: ${dossier}`, weight: 'bold', points: 18, align: 'centre' } as const]),
      ...(kindName === undefined
        ? []
        : [{ kind: 'paragraph', text: kindName, weight: 'bold', points: 18, align: 'centre' } as const]),
      { kind: 'gap', millimetres: 10 },
      {
        kind: 'paragraph',
        text:
          dossier === undefined
            ? 'Đặt tờ này ngay trước giấy tờ, cùng chiều với giấy tờ. Tờ ngăn không thuộc hồ sơ.'
            : 'Đặt tờ này ngay trước trang đầu của hồ sơ, cùng chiều với hồ sơ, rồi quét cả xấp. Tờ ngăn không thuộc hồ sơ.',
        align: 'centre',
      },
    ],
  }
}

// Draws a decision on a regular pay rise, by the layout of decisions in NĐ 30/2020/NĐ-CP, Phụ lục I.
import type { PayRise } from '../invent/pay-rise.ts'
import { flow, heading, label } from './flow.ts'
import type { Layout } from './layouts.ts'
import { drawSignature, stamp } from './ornaments.ts'
import { drawArticles, text, value } from './pay-rise-articles.ts'
import { seeded } from '../random.ts'
import { beside, bodyWidth, lastPage, makeRoom, openSheet, rule, type Sheet, widthOf } from './sheet.ts'

/** What every part of a decision is drawn with. */
export interface Pen {
  readonly sheet: Sheet
  readonly rise: PayRise
  readonly layout: Layout
}

export async function drawPayRise(rise: PayRise, layout: Layout): Promise<Sheet> {
  const { size, lineHeight } = layout.type
  const type = {
    ...layout.type,
    faces: { ...layout.type.faces, value: layout.type.faces.label },
    leader: 'none',
    size: Math.max(size, 11),
    lineHeight: Math.max(lineHeight, 18),
  } as const
  const sheet = await openSheet(type, { left: 78, right: 50, top: 54, bottom: 50 })
  const pen = { sheet, rise, layout }
  drawHead(pen)
  drawTitle(pen)
  drawArticles(pen)
  drawFoot(pen)
  return sheet
}

function drawHead(pen: Pen): void {
  const { sheet, rise } = pen
  const { authority } = rise.wording
  const width = bodyWidth(sheet)
  const left = { width: width * 0.4, align: 'center' } as const
  const right = {
    x: sheet.margins.left + width * 0.41,
    width: width * 0.59,
    align: 'center',
    size: sheet.type.size - 0.5,
  } as const
  beside(
    sheet,
    () => {
      if (authority.above !== undefined) flow(sheet, [label(authority.above)], { ...left, size: sheet.type.size - 1 })
      for (const line of authority.name) flow(sheet, [{ ...heading(line), box: 'decisionIssuer' }], left)
      underline(sheet, sheet.margins.left + width * 0.2, 60)
      flow(sheet, [label('Số:'), value(pen, 'decisionNumber')], left)
    },
    () => {
      flow(sheet, [heading('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')], right)
      flow(sheet, [heading('Độc lập - Tự do - Hạnh phúc')], right)
      underline(sheet, right.x + right.width / 2, widthOf(sheet, 'Độc lập - Tự do - Hạnh phúc', 'heading', right.size))
      flow(
        sheet,
        [
          { text: `${authority.place},`, role: 'hint' },
          { text: longDate(text(pen, 'decisionDate')), role: 'hint', box: 'decisionDate' },
        ],
        right,
      )
    },
  )
  sheet.y += 14
}

/** Days under 10 and the months 1 and 2 with a nought before them. */
function longDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

function underline(sheet: Sheet, middle: number, length: number): void {
  rule(sheet, [middle - length / 2, sheet.y + 1], [middle + length / 2, sheet.y + 1], 0.7)
  sheet.y += 4
}

function drawTitle(pen: Pen): void {
  const { sheet, rise } = pen
  const centre = { align: 'center' } as const
  const modern = Number(text(pen, 'decisionDate').slice(0, 4)) >= 2021
  flow(sheet, [heading('QUYẾT ĐỊNH')], { ...centre, size: sheet.type.size + 1 })
  flow(sheet, [{ ...heading(text(pen, 'decisionSubject')), box: 'decisionSubject' }], centre)
  underline(sheet, sheet.margins.left + bodyWidth(sheet) / 2, 90)
  sheet.y += 8
  flow(sheet, [heading(rise.wording.authority.head)], centre)
  sheet.y += 4
  const grounds = [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
    'Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004 của Chính phủ về chế độ tiền lương đối với cán bộ, công chức, viên chức và lực lượng vũ trang;',
    `Căn cứ Thông tư số 08/2013/TT-BNV ngày 31 tháng 7 năm 2013 của Bộ trưởng Bộ Nội vụ hướng dẫn thực hiện chế độ nâng bậc lương thường xuyên${modern ? '; Thông tư số 03/2021/TT-BNV ngày 29 tháng 6 năm 2021' : ''};`,
    `Theo đề nghị của ${rise.wording.authority.proposer}.`,
  ]
  for (const ground of grounds) flow(sheet, [{ text: ground, role: 'hint' }], { indent: 28 })
  sheet.y += 6
  flow(sheet, [heading('QUYẾT ĐỊNH:')], centre)
  sheet.y += 4
}

function drawFoot(pen: Pen): void {
  const { sheet } = pen
  const { authority } = pen.rise.wording
  makeRoom(sheet, 140)
  const width = bodyWidth(sheet) / 2
  const right = { x: sheet.margins.left + width, width, align: 'center' } as const
  const small = { width, size: sheet.type.size - 2 }
  const top = sheet.y
  beside(
    sheet,
    () => {
      flow(sheet, [{ text: 'Nơi nhận:', role: 'hint' }], { width, size: sheet.type.size - 1 })
      for (const line of ['- Như Điều 3;', '- Bảo hiểm xã hội;', '- Lưu: VT, NV.']) flow(sheet, [label(line)], small)
    },
    () => {
      flow(sheet, [heading(authority.signsAs)], right)
      sheet.y = top + 104
      flow(sheet, [{ ...heading(text(pen, 'signer')), box: 'signer' }], right)
    },
  )
  const { page } = lastPage(sheet)
  drawSignature(page, right.x + width * 0.38, top + 66, text(pen, 'signer'))
  // No hand puts a seal twice in the same place: now clear of the name, now over it.
  const random = seeded(`seal ${text(pen, 'decisionNumber')}`)
  const place = { x: right.x + width * (0.2 + random() * 0.15), y: top + 48 + random() * 20 }
  stamp(page, sheet.fonts.heading, { ...place, radius: 46, text: `${authority.name.join(' * ')} * ` })
}

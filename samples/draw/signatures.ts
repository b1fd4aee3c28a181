// The foot of the form 2C-BNV/2008: who declares and who attests, with signatures, seal and date.
import { flow, heading, label } from './flow.ts'
import type { Pen } from './form-2c.ts'
import { drawSignature, stamp } from './ornaments.ts'
import { beside, bodyWidth, lastPage, makeRoom, put, widthOf } from './sheet.ts'
import { written } from './written.ts'

export function drawSignatures(pen: Pen, signedAt: string): void {
  const { sheet, layout } = pen
  makeRoom(sheet, layout.type.lineHeight * 9)
  sheet.y += 6
  const width = bodyWidth(sheet) / 2
  const right = { x: sheet.margins.left + width, width, align: 'center' } as const
  const left = { width: width - 10, align: 'center' } as const
  const own = () => {
    flow(sheet, [heading('Người khai')], left)
    flow(sheet, [label('Tôi xin cam đoan những lời khai trên đây là đúng sự thật')], left)
    flow(sheet, [{ text: '(Ký tên, ghi rõ họ tên)', role: 'hint' }], left)
  }
  const head = () => {
    const date = { text: dateLine(pen), role: 'hint', box: 'declarationDate' } as const
    flow(sheet, [{ text: `${signedAt},`, role: 'hint' }, date], right)
    flow(sheet, [heading('Thủ trưởng cơ quan, đơn vị quản lý và sử dụng CBCC')], right)
    flow(sheet, [{ text: '(Ký tên, đóng dấu)', role: 'hint' }], right)
  }
  beside(sheet, own, head)
  sign(pen, width)
}

function dateLine({ facts }: Pen): string {
  const iso = facts.values.declarationDate
  const [year = '……', month = '……', day = '……'] = typeof iso === 'string' ? iso.split('-') : []
  return `Ngày ${day} tháng ${month} năm ${year}`
}

/** Ink over the paper: two signatures, the seal over the left third of the second, the name of who declares. */
function sign({ sheet, facts, layout }: Pen, width: number): void {
  const { page, text } = lastPage(sheet)
  const { left } = sheet.margins
  const name = written(facts, 'fullName', layout.hand)
  drawSignature(page, left + width * 0.3, sheet.y + 30, `own ${name}`)
  drawSignature(page, left + width * 1.35, sheet.y + 30, `head ${name}`)
  const seal = {
    x: left + width * 1.3,
    y: sheet.y + 26,
    radius: 45,
    text: `ỦY BAN NHÂN DÂN * TỈNH ${provinceOf(facts)} *`,
  }
  stamp(page, sheet.fonts.heading, seal)
  const low = sheet.y + layout.type.lineHeight * 3
  put(sheet, name, left + (width - 10 - widthOf(sheet, name, 'heading')) / 2, low + layout.type.size, 'heading')
  text.push(name)
  sheet.y = low + layout.type.lineHeight
}

const provinceOf = ({ values }: Pen['facts']): string =>
  (typeof values.permanentAddress === 'object' ? (values.permanentAddress.province ?? '') : '').toLocaleUpperCase('vi')

// Draws an ordinary official letter: a paper of the office, but none of the personnel forms.
import { flow, heading, label } from './flow.ts'
import type { Layout } from './layouts.ts'
import { drawSignature, stamp } from './ornaments.ts'
import { beside, bodyWidth, lastPage, openSheet, type Sheet } from './sheet.ts'

const paragraphs = [
  'Thực hiện kế hoạch công tác năm, để chuẩn bị tốt các điều kiện phục vụ mùa mưa bão, Ủy ban nhân dân huyện yêu cầu các phòng, ban, đơn vị và Ủy ban nhân dân các xã, thị trấn thực hiện một số nội dung sau:',
  '1. Rà soát các công trình trụ sở, trường học, trạm y tế; kịp thời phát hiện, sửa chữa những hạng mục hư hỏng, không bảo đảm an toàn trước mùa mưa.',
  '2. Chuẩn bị vật tư, phương tiện, nhân lực theo phương châm bốn tại chỗ; phân công lực lượng trực ban theo quy định.',
  '3. Báo cáo kết quả thực hiện về Ủy ban nhân dân huyện (qua Phòng Nông nghiệp và Phát triển nông thôn) trước ngày 25 hằng tháng để tổng hợp.',
  'Nhận được Công văn này, yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.',
] as const

export async function drawLetter(layout: Layout, who: string): Promise<Sheet> {
  const sheet = await openSheet({ ...layout.type, leader: 'none' }, { left: 80, right: 52, top: 56, bottom: 50 })
  const width = bodyWidth(sheet)
  const left = { width: width * 0.4, align: 'center' } as const
  const right = { x: sheet.margins.left + width * 0.41, width: width * 0.59, align: 'center', size: layout.type.size - 0.5 } as const
  beside(sheet, () => {
    flow(sheet, [heading('ỦY BAN NHÂN DÂN')], left)
    flow(sheet, [heading('HUYỆN HÀM YÊN')], left)
    flow(sheet, [label('Số: 418/UBND-NN')], left)
    flow(sheet, [{ text: 'V/v chuẩn bị các điều kiện ứng phó mưa bão', role: 'hint' }], { ...left, size: layout.type.size - 1 })
  }, () => {
    flow(sheet, [heading('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')], right)
    flow(sheet, [heading('Độc lập - Tự do - Hạnh phúc')], right)
    flow(sheet, [{ text: 'Hàm Yên, ngày 14 tháng 5 năm 2019', role: 'hint' }], right)
  })
  sheet.y += 18
  flow(sheet, [label('Kính gửi: Ủy ban nhân dân các xã, thị trấn.')], { align: 'center' })
  sheet.y += 12
  for (const paragraph of paragraphs) flow(sheet, [label(paragraph)], { indent: 28 })
  sheet.y += 14
  const top = sheet.y
  const half = { x: sheet.margins.left + width / 2, width: width / 2, align: 'center' } as const
  beside(sheet, () => {
    for (const line of ['Nơi nhận:', '- Như trên;', '- Lưu: VT.']) flow(sheet, [label(line)], { width: width / 2, size: layout.type.size - 2 })
  }, () => {
    flow(sheet, [heading('KT. CHỦ TỊCH')], half)
    flow(sheet, [heading('PHÓ CHỦ TỊCH')], half)
    sheet.y = top + 110
    flow(sheet, [heading('Đỗ Xuân Quyền')], half)
  })
  drawSignature(lastPage(sheet).page, half.x + 70, top + 76, who)
  stamp(lastPage(sheet).page, sheet.fonts.heading, { x: half.x + 62, y: top + 72, radius: 46, text: 'ỦY BAN NHÂN DÂN * HUYỆN HÀM YÊN *' })
  return sheet
}

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
  drawHead(sheet)
  flow(sheet, [label('Kính gửi: Ủy ban nhân dân các xã, thị trấn.')], { align: 'center' })
  sheet.y += 12
  for (const paragraph of paragraphs) flow(sheet, [label(paragraph)], { indent: 28 })
  sheet.y += 14
  drawFoot(sheet, who)
  return sheet
}

function drawHead(sheet: Sheet): void {
  const [width, { size }] = [bodyWidth(sheet), sheet.type]
  const left = { width: width * 0.4, align: 'center' } as const
  const x = sheet.margins.left + width * 0.41
  const right = { x, width: width * 0.59, align: 'center', size: size - 0.5 } as const
  const about = { text: 'V/v chuẩn bị các điều kiện ứng phó mưa bão', role: 'hint' } as const
  const issuer = () => {
    for (const line of ['ỦY BAN NHÂN DÂN', 'HUYỆN HÀM YÊN']) flow(sheet, [heading(line)], left)
    flow(sheet, [label('Số: 418/UBND-NN')], left)
    flow(sheet, [about], { ...left, size: size - 1 })
  }
  const country = () => {
    for (const line of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'])
      flow(sheet, [heading(line)], right)
    flow(sheet, [{ text: 'Hàm Yên, ngày 14 tháng 5 năm 2019', role: 'hint' }], right)
  }
  beside(sheet, issuer, country)
  sheet.y += 18
}

function drawFoot(sheet: Sheet, who: string): void {
  const [top, width] = [sheet.y, bodyWidth(sheet) / 2]
  const right = { x: sheet.margins.left + width, width, align: 'center' } as const
  const receivers = () => {
    for (const line of ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'])
      flow(sheet, [label(line)], { width, size: sheet.type.size - 2 })
  }
  const signer = () => {
    for (const line of ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']) flow(sheet, [heading(line)], right)
    sheet.y = top + 110
    flow(sheet, [heading('Đỗ Xuân Quyền')], right)
  }
  beside(sheet, receivers, signer)
  const { page } = lastPage(sheet)
  drawSignature(page, right.x + 70, top + 76, who)
  stamp(page, sheet.fonts.heading, {
    x: right.x + 62,
    y: top + 72,
    radius: 46,
    text: 'ỦY BAN NHÂN DÂN * HUYỆN HÀM YÊN *',
  })
}

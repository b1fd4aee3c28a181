// Yearly rating sheets: the rating is the ticked one of four boxes; without a clear tick nobody is rated.
import { expect, it } from 'vitest'
import { pageText } from '../support/page-text.ts'
import { read } from '../support/read.ts'

const sheet = (own: readonly string[], rating: readonly string[]) => `
      UBND HUYỆN NA HANG                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     TRƯỜNG MẦM NON ĐÀ VỊ                       Độc lập - Tự do - Hạnh phúc

                 PHIẾU XẾP LOẠI CHẤT LƯỢNG VIÊN CHỨC
                              Năm 2026
Họ và tên: Nông Thị Hằng
Chức vụ, chức danh: Giáo viên
Đơn vị công tác: Trường Mầm non Đà Vị
I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ
1. Điểm tiêu chí chung (tối đa 30 điểm): 28
2. Điểm tiêu chí kết quả thực hiện nhiệm vụ (tối đa 70 điểm): 65
II. VIÊN CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG
${own[0]} Hoàn thành xuất sắc nhiệm vụ
${own[1]} Hoàn thành tốt nhiệm vụ
${own[2]} Hoàn thành nhiệm vụ
${own[3]} Không hoàn thành nhiệm vụ
III. KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG VIÊN CHỨC CỦA CẤP CÓ THẨM QUYỀN
${rating[0]} Hoàn thành xuất sắc nhiệm vụ
${rating[1]} Hoàn thành tốt nhiệm vụ
${rating[2]} Hoàn thành nhiệm vụ
${rating[3]} Không hoàn thành nhiệm vụ
IV. Ý KIẾN NHẬN XÉT CỦA CẤP CÓ THẨM QUYỀN VÀ ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ
Đề nghị tiếp tục phát huy.
`

it('takes the ticked box of each of the two ratings', async () => {
  const { value } = await read('rating-sheet-2026', [
    pageText(sheet(['[x]', '[ ]', '[ ]', '[ ]'], ['[ ]', '[x]', '[ ]', '[ ]'])),
  ])
  expect([value('fullName'), value('ratingYear'), value('ratingAgency')]).toEqual([
    'Nông Thị Hằng',
    '2026',
    'Trường Mầm non Đà Vị',
  ])
  expect([value('ownRating'), value('rating')]).toEqual(['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ'])
})

it('leaves two ticks to a person', async () => {
  const { outcome } = await read('rating-sheet-2026', [
    pageText(sheet(['[x]', '[ ]', '[ ]', '[ ]'], ['[x]', '[x]', '[ ]', '[ ]'])),
  ])
  expect(outcome('rating').status).not.toBe('read')
})

it('reads a rating that is written out on the older sheet', async () => {
  const { value } = await read('rating-sheet', [
    pageText(`
                 PHIẾU ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC
Năm 2022
Họ và tên: Ma Văn Đức
Chức vụ, chức danh: Chuyên viên
IV. KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG
1. Nhận xét ưu, khuyết điểm: Tích cực.
2. Kết quả đánh giá, xếp loại chất lượng: Hoàn thành tốt nhiệm vụ
3. Nhận định chiều hướng và triển vọng phát triển: Tốt.
`),
  ])
  expect(value('rating')).toBe('Hoàn thành tốt nhiệm vụ')
})

// A résumé of an invented person, as one office typed it: other line ends and tables than the official print.
import type { PageText } from '../../../schemas/index.ts'
import { pageText } from '../page-text.ts'

type Options = Omit<NonNullable<Parameters<typeof pageText>[1]>, 'pageId'>

export const resumePages = [
  `
Cơ quan, đơn vị có thẩm quyền quản lý CBCC: UBND huyện Na Hang               Mẫu 2C-BNV/2008
Số hiệu cán bộ, công chức: TQ.0412
Cơ quan, đơn vị sử dụng CBCC: Phòng Nội vụ huyện Na Hang

                          SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC

1. Họ và tên khai sinh (viết chữ in hoa): NÔNG THỊ HẰNG
2. Tên gọi khác: ....................................................................
3. Sinh ngày: 12 tháng 5 năm 1981             Giới tính (nam, nữ): Nữ
4. Nơi sinh: Xã Đà Vị, Huyện Na Hang, Tỉnh Tuyên Quang
5. Quê quán: Xã Đà Vị, Huyện Na Hang, Tỉnh Tuyên Quang
6. Dân tộc: Tày            7. Tôn giáo: Không
8. Nơi đăng ký hộ khẩu thường trú: Tổ 3, thị trấn Na Hang, huyện Na Hang,
tỉnh Tuyên Quang
(Số nhà, đường phố, thành phố, xóm, thôn, xã, huyện, tỉnh)
9. Nơi ở hiện nay: Tổ 3, thị trấn Na Hang, huyện Na Hang, tỉnh Tuyên Quang
10. Nghề nghiệp khi được tuyển dụng: Không
11. Ngày tuyển dụng: 01/9/2004, Cơ quan tuyển dụng: UBND tỉnh Tuyên Quang
12. Chức vụ (chức danh) hiện tại: Phó Trưởng phòng
(Về chính quyền hoặc Đảng, đoàn thể, kể cả chức vụ kiêm nhiệm)
13. Công việc chính được giao: Công tác tổ chức cán bộ
14. Ngạch công chức (viên chức): Chuyên viên, Mã ngạch: 01.003
Bậc lương: 5, Hệ số: 3,66, Ngày hưởng: 01/9/2019, Phụ cấp chức vụ: 0,25,
Phụ cấp khác: .............
15.1. Trình độ giáo dục phổ thông (đã tốt nghiệp lớp mấy/thuộc hệ nào): 12/12
15.2. Trình độ chuyên môn cao nhất: Cử nhân Luật
15.3. Lý luận chính trị: Trung cấp       15.4. Quản lý nhà nước: Chuyên viên
15.5. Ngoại ngữ: Tiếng Anh trình độ B
15.6. Tin học: Trình độ B
16. Ngày vào Đảng Cộng sản Việt Nam: 03/02/2008, Ngày chính thức: 03/02/2009
17. Ngày tham gia tổ chức chính trị - xã hội: 26/3/1997
`,
  `
18. Ngày nhập ngũ: ..../..../......, Ngày xuất ngũ: ..../..../......, Quân hàm cao nhất: .......
19. Danh hiệu được phong tặng cao nhất: Không
20. Sở trường công tác: Tổng hợp
21. Khen thưởng: Bằng khen của UBND tỉnh năm 2018, 22. Kỷ luật: Không
23. Tình trạng sức khoẻ: Tốt, Chiều cao: 1m58, Cân nặng: 50 kg, Nhóm máu: O
24. Là thương binh hạng: ..../...., Là con gia đình chính sách: Con liệt sĩ
(Con thương binh, con liệt sĩ, người nhiễm chất độc da cam Dioxin)
25. Số chứng minh nhân dân: 008181000123  Ngày cấp: 10/5/2016  26. Sổ BHXH: 0801234567
27. ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN, NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ, TIN HỌC
+----------------------+-------------------+-------------+------------+--------------+
| Tên trường           | Chuyên ngành đào  | Từ tháng,   | Hình thức  | Văn bằng,    |
|                      | tạo, bồi dưỡng    | năm - đến   | đào tạo    | chứng chỉ,   |
|                      |                   | tháng, năm  |            | trình độ gì  |
+----------------------+-------------------+-------------+------------+--------------+
| Trường Đại học Luật  | Luật              | 9/2000 -    | Chính quy  | Cử nhân      |
| Hà Nội               |                   | 6/2004      |            |              |
+----------------------+-------------------+-------------+------------+--------------+
| Trường Chính trị     | Lý luận chính trị | Từ 3/2010   | Tại chức   | Trung cấp    |
| tỉnh Tuyên Quang     |                   | đến 3/2011  |            |              |
+----------------------+-------------------+-------------+------------+--------------+
|                      |                   |             |            |              |
+----------------------+-------------------+-------------+------------+--------------+
28. TÓM TẮT QUÁ TRÌNH CÔNG TÁC
+--------------------+---------------------------------------------------------------+
| Từ tháng, năm      | Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn   |
| đến tháng, năm     | thể, tổ chức xã hội)                                           |
+--------------------+---------------------------------------------------------------+
| 9/2004 - 8/2012    | Chuyên viên Phòng Nội vụ huyện Na Hang, tỉnh Tuyên Quang;      |
|                    | Phó Bí thư Chi đoàn                                            |
| 9/2012 - 5/2015    | Chuyên viên Phòng Tư pháp huyện Na Hang                        |
`,
  `
+--------------------+---------------------------------------------------------------+
| Từ tháng, năm      | Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn   |
| đến tháng, năm     | thể, tổ chức xã hội)                                           |
+--------------------+---------------------------------------------------------------+
| 6/2015 - nay       | Phó Trưởng phòng Nội vụ huyện Na Hang                          |
+--------------------+---------------------------------------------------------------+
29. ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN
- Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu), đã khai báo
cho ai, những vấn đề gì? Bản thân có làm việc trong chế độ cũ (cơ quan, đơn vị nào, địa
điểm, chức danh, chức vụ, thời gian làm việc ....)
Không
- Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài (làm
gì, tổ chức nào, đặt trụ sở ở đâu .......?): Không
- Có thân nhân (Cha, Mẹ, Vợ, Chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ ....)?
Có cô ruột ở Cộng hòa Séc
30. QUAN HỆ GIA ĐÌNH
a) Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột
 Mối quan hệ     Họ và tên               Năm sinh      Quê quán, nghề nghiệp, chức danh, chức vụ,
                                                       đơn vị công tác, học tập, nơi ở
 Cha đẻ          Nông Văn Thắng          1950          Đà Vị, Na Hang; làm ruộng
 Mẹ đẻ           Ma Thị                  1953          Đà Vị, Na Hang; đã mất năm 2011 tại bệnh
                 Hồng Lan                              viện tỉnh
 Chồng           Hoàng Văn Tuấn          1979          Giáo viên Trường THPT Na Hang
b) Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột
+--------------+-----------------------+----------+-----------------------------------------+
| Mối quan hệ  | Họ và tên             | Năm sinh | Quê quán, nghề nghiệp, chức danh, chức  |
|              |                       |          | vụ, đơn vị công tác, học tập, nơi ở     |
+--------------+-----------------------+----------+-----------------------------------------+
| Bố chồng     | Hoàng Văn Páo         | 1948     | Đã mất                                  |
| Mẹ chồng     | Lý Thị Mẩy            |          | Làm ruộng, xã Thượng Lâm                |
+--------------+-----------------------+----------+-----------------------------------------+
`,
  `
31. DIỄN BIẾN QUÁ TRÌNH LƯƠNG CỦA CÁN BỘ, CÔNG CHỨC
+--------------+-----------+-----------+------------+
| Tháng/năm    | 9/2005    | 9/2008    | 9/2011     |
+--------------+-----------+-----------+------------+
| Mã ngạch/bậc | 01.003/1  | 01.003/2  | 01.003/3   |
+--------------+-----------+-----------+------------+
| Hệ số lương  | 2,34      | 2,67      | 3,00       |
+--------------+-----------+-----------+------------+

+--------------+-----------+-----------+------------+
| Tháng/năm    | 9/2014    | 9/2019    |            |
+--------------+-----------+-----------+------------+
| Mã ngạch/bậc | 01.003/4  | 01.003/5  |            |
+--------------+-----------+-----------+------------+
| Hệ số lương  | 3,33      | 3,66      |            |
+--------------+-----------+-----------+------------+
32. NHẬN XÉT, ĐÁNH GIÁ CỦA CƠ QUAN, ĐƠN VỊ QUẢN LÝ VÀ SỬ DỤNG CÁN BỘ, CÔNG CHỨC
Hoàn thành tốt nhiệm vụ, chấp hành nghiêm chủ trương, đường lối của
Đảng, chính sách, pháp luật của Nhà nước.

         Người khai                             Na Hang, Ngày 05 tháng 10 năm 2019
  Tôi xin cam đoan những lời khai                 Thủ trưởng cơ quan, đơn vị
  trên đây là đúng sự thật                        quản lý và sử dụng CBCC
  (Ký tên, ghi rõ họ tên)                           (Ký tên, đóng dấu)

        Nông Thị Hằng                               Ma Văn Đức
`,
] as const

export const resume = (options: Options = {}): PageText[] =>
  resumePages.map((drawing, index) => pageText(drawing, { ...options, pageId: `D/scan.pdf#${index + 1}` }))

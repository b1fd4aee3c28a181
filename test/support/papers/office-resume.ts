// A résumé of an invented person as an office without the printed form typed it: every item on a line of its own, numbers
// with a dot, other wordings, no ruled lines at all.
import type { PageText } from '../../../schemas/index.ts'
import { pageText } from '../page-text.ts'

export const officeResumePages = [
  `
  UBND TỈNH HÀ GIANG                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     SỞ TƯ PHÁP                                      Độc lập - Tự do - Hạnh phúc

                                  SƠ YẾU LÝ LỊCH
                          (Mẫu 2C-BNV/2008)

Cơ quan, đơn vị có thẩm quyền quản lý cán bộ, công chức: UBND tỉnh Hà Giang
Cơ quan, đơn vị sử dụng cán bộ, công chức: Sở Tư pháp
Số hiệu CBCC: 02.1177

1. Họ và tên khai sinh (chữ in hoa): LÙ THỊ MAI
2. Các tên gọi khác: Không
3. Sinh ngày 02/9/1975
Giới tính: Nữ
4. Nơi sinh: xã Thượng Sơn, huyện Vị Xuyên, tỉnh Hà Giang
5. Quê quán: xã Thượng Sơn, huyện Vị Xuyên, tỉnh Hà Giang
6. Dân tộc: Nùng
7. Tôn giáo: Không
8. Hộ khẩu thường trú: Tổ 5, phường Nguyễn Trãi, thành phố Hà Giang, tỉnh Hà Giang
9. Chỗ ở hiện nay: Tổ 5, phường Nguyễn Trãi, thành phố Hà Giang, tỉnh Hà Giang
10. Nghề nghiệp trước khi được tuyển dụng: Làm ruộng
11. Ngày được tuyển dụng: 15/8/1998
Cơ quan, đơn vị tuyển dụng: UBND tỉnh Hà Giang
12. Chức vụ hiện tại: Phó Trưởng phòng Hành chính tư pháp
13. Công việc chính đang làm: Quản lý hộ tịch, quốc tịch, chứng thực
14. Ngạch công chức: Chuyên viên chính
Mã số ngạch: 01.002
Bậc lương: 3/8
Hệ số lương: 5,08
Ngày hưởng: 01/6/2018
Phụ cấp chức vụ: 0,30
Phụ cấp khác: Không
15. Trình độ
15.1. Trình độ giáo dục phổ thông: 12/12
15.2. Trình độ chuyên môn cao nhất: Cử nhân Luật
15.3. Trình độ lý luận chính trị: Cao cấp
15.4. Trình độ quản lý nhà nước: Chuyên viên chính
15.5. Trình độ ngoại ngữ: Tiếng Anh trình độ B
15.6. Trình độ tin học: Trình độ A
16. Ngày vào Đảng CSVN: 19/5/2003
Ngày chính thức: 19/5/2004
17. Ngày tham gia các tổ chức chính trị - xã hội: 26/3/1990
`,
  `
18. Ngày nhập ngũ: Không
Ngày xuất ngũ: Không
Quân hàm cao nhất: Không
19. Danh hiệu được phong tặng cao nhất: Không
20. Sở trường công tác: Công tác tư pháp
21. Khen thưởng: Bằng khen của Chủ tịch UBND tỉnh năm 2016
22. Kỷ luật: Không
23. Tình trạng sức khỏe: Tốt
Chiều cao: 1,56 m
Cân nặng: 49 kg
Nhóm máu: AB
24. Thương binh hạng: Không
Con gia đình chính sách: Không
25. Số CMND: 073123456
Ngày cấp: 20/11/2010
26. Số sổ bảo hiểm xã hội: 0298000123
27. Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ

Tên trường              Chuyên ngành          Thời gian học       Hình thức    Văn bằng,
                        đào tạo, bồi dưỡng                        đào tạo      chứng chỉ
Đại học Luật Hà Nội     Luật                  9/1993 - 6/1997     Chính quy    Cử nhân
Học viện Chính trị      Lý luận chính trị     9/2010 - 8/2012     Tại chức     Cao cấp
khu vực I

28. Tóm tắt quá trình công tác

Thời gian               Chức danh, chức vụ, đơn vị công tác
8/1998 - 12/2006        Chuyên viên Phòng Tư pháp huyện Vị Xuyên
01/2007 - 5/2013        Chuyên viên Sở Tư pháp tỉnh Hà Giang, Phó Bí thư
                        Đoàn Thanh niên Sở
6/2013 - nay            Phó Trưởng phòng Hành chính tư pháp, Sở Tư pháp

29. Đặc điểm lịch sử bản thân
- Khai rõ: bị bắt, bị tù: Không
- Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài: Không
- Có thân nhân ở nước ngoài: Không
`,
  `
30. Quan hệ gia đình
a) Về bản thân

Quan hệ        Họ và tên             Năm sinh     Nghề nghiệp, nơi ở
Bố đẻ          Lù Văn Sèng           1950         Làm ruộng, xã Thượng Sơn
Mẹ đẻ          Vàng Thị Mỷ           1953         Làm ruộng, xã Thượng Sơn
Chồng          Nguyễn Đức Thọ        1972         Giáo viên Trường THPT Chuyên Hà Giang
Con            Nguyễn Lù Minh        2001         Sinh viên

b) Về bên vợ (hoặc chồng)

Quan hệ        Họ và tên             Năm sinh     Nghề nghiệp, nơi ở
Bố chồng       Nguyễn Đức Lộc        1945         Hưu trí, phường Nguyễn Trãi
Mẹ chồng       Phạm Thị Ngân         1948         Đã mất

31. Diễn biến quá trình lương

Tháng, năm       6/2009        6/2012        6/2015        6/2018
Ngạch/bậc        01.003/5      01.002/1      01.002/2      01.002/3
Hệ số            3,66          4,40          4,74          5,08

32. Nhận xét, đánh giá của cơ quan, đơn vị
Hoàn thành tốt nhiệm vụ được giao, đoàn kết với đồng nghiệp.

                                              Hà Giang, ngày 10 tháng 7 năm 2018
          NGƯỜI KHAI                             THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ


          Lù Thị Mai                                 Hoàng Văn Thành
`,
] as const

export const officeResume = (): PageText[] =>
  officeResumePages.map((drawing, index) => pageText(drawing, { pageId: `D/scan.pdf#${index + 1}` }))

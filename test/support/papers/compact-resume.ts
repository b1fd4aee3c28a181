// A résumé of an invented person typed to save paper: many items on a line, numbers with a stroke, tables with columns of
// their own ("TT", "Từ", "Đến"), one broken by the page, and the steps of pay from the top down.
import type { PageText } from '../../../schemas/index.ts'
import { pageText } from '../page-text.ts'

export const compactResumePages = [
  `
Cơ quan, đơn vị có thẩm quyền quản lý CBCC:                      Mẫu 2C-BNV/2008
UBND huyện Yên Sơn                                               Số hiệu CBCC: 18.220
Cơ quan, đơn vị sử dụng CBCC:
Trường THCS Kiến Thiết

                          SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC

1/ Họ và tên khai sinh: ĐẶNG VĂN KHUÊ         2/ Tên gọi khác:
3/ Sinh ngày 17 tháng 11 năm 1984   Giới tính: Nam
4/ Nơi sinh: Xã Kiến Thiết, Huyện Yên Sơn, Tỉnh Tuyên Quang
5/ Quê quán: Xã Kiến Thiết, Huyện Yên Sơn, Tỉnh Tuyên Quang
6/ Dân tộc: Dao         7/ Tôn giáo: Không
8/ Nơi đăng ký hộ khẩu thường trú: thôn Nà Vơ, xã Kiến Thiết, huyện Yên Sơn, tỉnh
Tuyên Quang
9/ Nơi ở hiện nay: như trên
10/ Nghề nghiệp khi được tuyển dụng: Sinh viên
11/ Ngày tuyển dụng: 05/9/2007      Cơ quan tuyển dụng: UBND huyện Yên Sơn
12/ Chức danh (chức vụ) hiện tại: Tổ trưởng tổ Khoa học tự nhiên
13/ Công việc chính được giao: Giảng dạy môn Toán - Lý
14/ Ngạch công chức (viên chức): Giáo viên trung học cơ sở hạng III   Mã ngạch: V.07.04.12
Bậc lương: 4   Hệ số: 3,33   Ngày hưởng: 01/10/2017   Phụ cấp chức vụ: 0,20   Phụ cấp khác:
15.1/ Trình độ giáo dục phổ thông: 12/12   15.2/ Trình độ chuyên môn cao nhất: Đại học sư phạm
15.3/ Lý luận chính trị: Sơ cấp    15.4/ Quản lý nhà nước: Không
15.5/ Ngoại ngữ: Tiếng Anh B    15.6/ Tin học: A
16/ Ngày vào Đảng Cộng sản Việt Nam: 22/12/2011   Ngày chính thức: 22/12/2012
17/ Ngày tham gia tổ chức chính trị - xã hội: 26/3/1999
18/ Ngày nhập ngũ:           Ngày xuất ngũ:           Quân hàm cao nhất:
19/ Danh hiệu được phong tặng cao nhất: Không      20/ Sở trường công tác: Giảng dạy Toán
21/ Khen thưởng: Giấy khen của Chủ tịch UBND huyện năm 2015      22/ Kỷ luật: Không
23/ Tình trạng sức khỏe: Tốt   Chiều cao: 168 cm   Cân nặng: 62 kg   Nhóm máu: B
24/ Là thương binh hạng:         Là con gia đình chính sách: Không
25/ Số CMND: 070998123     Ngày cấp: 03/4/2012     26/ Số sổ BHXH: 0807012345
`,
  `
27/ Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học
+----+------------------------+--------------+----------+----------+------------+-----------+
| TT | Tên trường             | Chuyên ngành | Từ tháng | Đến tháng| Hình thức  | Văn bằng  |
|    |                        | đào tạo      | năm      | năm      | đào tạo    | trình độ  |
+----+------------------------+--------------+----------+----------+------------+-----------+
| 1  | CĐSP Tuyên Quang       | Toán - Lý    | 9/2004   | 6/2007   | Chính quy  | Cao đẳng  |
+----+------------------------+--------------+----------+----------+------------+-----------+
| 2  | ĐHSP Thái Nguyên       | Toán         | 9/2010   | 6/2013   | Tại chức   | Cử nhân   |
+----+------------------------+--------------+----------+----------+------------+-----------+
28/ Tóm tắt quá trình công tác
+------------+------------+------------------------------------------------------------------+
| Từ tháng,  | Đến tháng, | Chức danh, chức vụ, đơn vị công tác                              |
| năm        | năm        |                                                                  |
+------------+------------+------------------------------------------------------------------+
| 9/2007     | 8/2012     | Giáo viên Trường THCS Hùng Lợi                                   |
+------------+------------+------------------------------------------------------------------+
| 9/2012     | nay        | Giáo viên, Tổ trưởng, Trường THCS Kiến Thiết                     |
+------------+------------+------------------------------------------------------------------+
30/ Quan hệ gia đình
a/ Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột
+----+--------------+---------------------+----------+--------------------------------------+
| TT | Mối quan hệ  | Họ và tên           | Năm sinh | Quê quán, nghề nghiệp, nơi ở         |
+----+--------------+---------------------+----------+--------------------------------------+
| 1  | Cha đẻ       | Đặng Văn Tiến       | 1958     | Làm ruộng, xã Kiến Thiết             |
+----+--------------+---------------------+----------+--------------------------------------+
| 2  | Mẹ đẻ        | Bàn Thị Nái         | 1960     | Làm ruộng, xã Kiến Thiết             |
+----+--------------+---------------------+----------+--------------------------------------+
`,
  `
+----+--------------+---------------------+----------+--------------------------------------+
| 3  | Vợ           | Phùng Thị Dung      | 1987     | Y sĩ Trạm y tế xã Kiến Thiết         |
+----+--------------+---------------------+----------+--------------------------------------+
| 4  | Con          | Đặng Gia Huy        | 2013     | Học sinh                             |
+----+--------------+---------------------+----------+--------------------------------------+
b/ Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột
+----+--------------+---------------------+----------+--------------------------------------+
| TT | Mối quan hệ  | Họ và tên           | Năm sinh | Quê quán, nghề nghiệp, nơi ở         |
+----+--------------+---------------------+----------+--------------------------------------+
| 1  | Bố vợ        | Phùng Văn Sơn       | 1962     | Làm ruộng, xã Hùng Lợi               |
+----+--------------+---------------------+----------+--------------------------------------+
31/ Diễn biến quá trình lương của cán bộ, công chức
+----------------+--------------------+----------------+
| Tháng/năm      | Mã ngạch/bậc       | Hệ số lương    |
+----------------+--------------------+----------------+
| 10/2008        | 15a.202/1          | 2,10           |
+----------------+--------------------+----------------+
| 10/2014        | 15a.201/3          | 3,00           |
+----------------+--------------------+----------------+
| 10/2017        | V.07.04.12/4       | 3,33           |
+----------------+--------------------+----------------+
32/ Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức
Hoàn thành tốt nhiệm vụ.

         Người khai                            Kiến Thiết, ngày 20 tháng 11 năm 2018
  Tôi xin cam đoan những lời khai              THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ
  trên đây là đúng sự thật

        Đặng Văn Khuê                                Trần Thị Hương
`,
] as const

export const compactResume = (): PageText[] =>
  compactResumePages.map((drawing, index) => pageText(drawing, { pageId: `D/scan.pdf#${index + 1}` }))

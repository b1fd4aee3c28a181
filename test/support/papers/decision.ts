// Decisions of invented people: the regular pay rise as a list, as a sentence, and decisions on other subjects.
const head = (number: string, date: string): string => `
        UBND HUYỆN NA HANG                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   PHÒNG GIÁO DỤC VÀ ĐÀO TẠO                      Độc lập - Tự do - Hạnh phúc
     Số: ${number}                            Na Hang, ${date}

                                  QUYẾT ĐỊNH
`

const foot = `
Nơi nhận:                                              TRƯỞNG PHÒNG
- Như Điều 3;
- Lưu: VT.

                                                       Ma Văn Đức
`

export const payRiseAsList = `${head('78/QĐ-PGDĐT', 'ngày 05 tháng 9 năm 2019').trimEnd()}
               Về việc nâng bậc lương thường xuyên đối với viên chức
                TRƯỞNG PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN NA HANG

Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004 của Chính phủ;
Căn cứ Thông tư số 08/2013/TT-BNV hướng dẫn chế độ nâng bậc lương thường xuyên;
Theo đề nghị của Hiệu trưởng Trường Tiểu học Đà Vị.
                                 QUYẾT ĐỊNH:
Điều 1. Nâng bậc lương thường xuyên đối với bà Nông Thị Hằng:
- Sinh ngày: 12/5/1981;
- Đơn vị công tác: Trường Tiểu học Đà Vị, huyện Na Hang;
- Chức danh nghề nghiệp: Giáo viên tiểu học hạng III, mã số: V.07.03.29;
- Từ bậc 4/9, hệ số lương 3,33, từ ngày 01/9/2016;
- Lên bậc 5/9, hệ số lương 3,66, kể từ ngày 01/9/2019.
Điều 2. Quyết định này có hiệu lực từ ngày 05/9/2019.
Điều 3. Các ông (bà) Hiệu trưởng, Kế toán và bà Nông Thị Hằng chịu trách nhiệm thi hành.
${foot.trimStart()}`

export const payRiseAsSentence = `${head('112/QĐ-PGDĐT', 'ngày 12 tháng 02 năm 2020').trimEnd()}
                       V/v nâng bậc lương thường xuyên

Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004 của Chính phủ;
                                 QUYẾT ĐỊNH:
Điều 1. Nâng bậc lương cho ông Hoàng Văn Tuấn, sinh ngày 03/7/1979, công tác tại Trường
THCS Na Hang, ngạch Giáo viên trung học cơ sở, mã ngạch 15a.201, từ bậc 2, hệ số 2,67 lên
bậc 3, hệ số lương 3,00 kể từ ngày 01/01/2020. Thời gian tính nâng bậc lần sau kể từ ngày
01/01/2020.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Hiệu trưởng và ông Hoàng Văn Tuấn chịu trách nhiệm thi hành Quyết định này.
${foot.trimStart()}`

export const appointment = `${head('15/QĐ-PGDĐT', 'ngày 02 tháng 8 năm 2018').trimEnd()}
              Về việc bổ nhiệm và xếp lương chức danh nghề nghiệp

Căn cứ Thông tư số 08/2013/TT-BNV hướng dẫn chế độ nâng bậc lương thường xuyên;
Căn cứ Quyết định số 12/QĐ-UBND về việc nâng bậc lương thường xuyên năm 2018;
                                 QUYẾT ĐỊNH:
Điều 1. Bổ nhiệm bà Nông Thị Hằng vào chức danh giáo viên tiểu học hạng III, mã số V.07.03.29,
bậc 4, hệ số lương 3,33; thời gian tính nâng bậc lương lần sau kể từ ngày 01/9/2016.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
${foot.trimStart()}`

export const revocation = `${head('90/QĐ-PGDĐT', 'ngày 20 tháng 9 năm 2019').trimEnd()}
         Về việc thu hồi Quyết định nâng bậc lương thường xuyên đối với viên chức

Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004 của Chính phủ;
                                 QUYẾT ĐỊNH:
Điều 1. Thu hồi Quyết định số 78/QĐ-PGDĐT về nâng bậc lương đối với bà Nông Thị Hằng.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
${foot.trimStart()}`

export const letter = `
        UBND HUYỆN NA HANG                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
           PHÒNG NỘI VỤ                           Độc lập - Tự do - Hạnh phúc
       Số: 44/PNV-CCVC                           Na Hang, ngày 11 tháng 4 năm 2019
 V/v nâng bậc lương năm 2019

              Kính gửi: Các cơ quan, đơn vị thuộc huyện.

Thực hiện kế hoạch công tác, Phòng Nội vụ đề nghị các đơn vị lập danh sách công chức, viên
chức đủ điều kiện nâng bậc lương, gửi về Phòng trước ngày 30/4/2019. Họ và tên, ngày sinh,
mã ngạch, bậc lương, hệ số ghi theo hồ sơ gốc.
${foot.trimStart()}`

export const birthCertificate = `
                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                            Độc lập - Tự do - Hạnh phúc
                                 GIẤY KHAI SINH
Họ và tên: Hoàng Thu Trang                             Giới tính: Nữ
Ngày, tháng, năm sinh: 07/9/2008
Nơi sinh: Bệnh viện Đa khoa huyện Na Hang
Dân tộc: Tày                                           Quốc tịch: Việt Nam
Quê quán: Xã Đà Vị, huyện Na Hang, tỉnh Tuyên Quang
Họ và tên người mẹ: Nông Thị Hằng                      Năm sinh: 1981
`

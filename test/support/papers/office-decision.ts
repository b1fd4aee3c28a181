// Decisions on pay of invented people in the words of other offices, laid out by TT 01/2011/TT-BNV.
const foot = `
 Nơi nhận:                                             KT. GIÁM ĐỐC
 - Như Điều 3;                                         PHÓ GIÁM ĐỐC
 - Lưu: VT, TCCB.


                                                     Hoàng Văn Thành
`

/** "Nay nâng …", the old step only named, the new one "được hưởng". */
export const hereby = `
   UBND TỈNH HÀ GIANG                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ TƯ PHÁP                                Độc lập – Tự do – Hạnh phúc
   Số: 142/QĐ-STP                            Hà Giang, ngày 08 tháng 3 năm 2012

                                 QUYẾT ĐỊNH
                 Về việc nâng bậc lương thường xuyên năm 2012

                        GIÁM ĐỐC SỞ TƯ PHÁP TỈNH HÀ GIANG

      Căn cứ Quyết định số 07/2010/QĐ-UBND ngày 12/4/2010 của UBND tỉnh Hà Giang quy định
chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp;
      Căn cứ Thông tư số 03/2005/TT-BNV ngày 05/01/2005 của Bộ Nội vụ;
      Xét đề nghị của Chánh Văn phòng Sở,

                                 QUYẾT ĐỊNH:

      Điều 1. Nay nâng bậc lương cho ông Sùng Mí Dình, sinh ngày 20/10/1980, Chuyên viên, công
tác tại Phòng Bổ trợ tư pháp, mã số ngạch 01.003, hiện hưởng bậc 3/9, hệ số 3,00, được hưởng
lương bậc 4/9, hệ số 3,33 kể từ ngày 01/3/2012.
      Điều 2. Thời gian xét nâng bậc lương lần sau tính từ ngày 01/3/2012.
      Điều 3. Chánh Văn phòng, Kế toán và ông Sùng Mí Dình chịu trách nhiệm thi hành Quyết định
này kể từ ngày ký./.
${foot.trimStart()}`

/** The particulars as a list under the article, the steps in words of their own. */
export const listed = `
   UBND TỈNH HÀ GIANG                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ TƯ PHÁP                                Độc lập – Tự do – Hạnh phúc
   Số: 301/QĐ-STP                            Hà Giang, ngày 15 tháng 6 năm 2018

                                 QUYẾT ĐỊNH
                  V/v nâng bậc lương đối với công chức

                        GIÁM ĐỐC SỞ TƯ PHÁP TỈNH HÀ GIANG

      Căn cứ Thông tư số 08/2013/TT-BNV ngày 31/7/2013 của Bộ trưởng Bộ Nội vụ;
      Theo đề nghị của Chánh Văn phòng Sở,

                                 QUYẾT ĐỊNH:

      Điều 1. Nâng một bậc lương đối với bà Lù Thị Mai
      Sinh ngày: 02/9/1975
      Chức vụ: Phó Trưởng phòng
      Đơn vị công tác: Phòng Hành chính tư pháp - Sở Tư pháp
      Ngạch: Chuyên viên chính     Mã ngạch: 01.002
      Bậc lương hiện hưởng: 2/8, hệ số lương: 4,74
      Bậc lương mới: 3/8, hệ số lương: 5,08
      Thời gian hưởng kể từ ngày 01 tháng 6 năm 2018
      Điều 2. Quyết định này có hiệu lực kể từ ngày 15 tháng 6 năm 2018.
      Điều 3. Chánh Văn phòng Sở và bà Lù Thị Mai chịu trách nhiệm thi hành Quyết định này./.
${foot.trimStart()}`

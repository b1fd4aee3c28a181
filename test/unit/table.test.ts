import { describe, expect, it } from 'vitest'
import { pageText } from '../support/page-text.ts'
import { resume } from '../support/papers/resume.ts'
import { read } from '../support/read.ts'

describe('the tables of the résumé', () => {
  it('reads the four tables over pages, wrapped rows and bands', async () => {
    const { table } = await read('2c-bnv-2008', resume())
    expect(table('education')).toEqual([
      {
        school: 'Trường Đại học Luật Hà Nội',
        major: 'Luật',
        start: '2000-09',
        end: '2004-06',
        mode: 'Chính quy',
        award: 'Cử nhân',
      },
      {
        school: 'Trường Chính trị tỉnh Tuyên Quang',
        major: 'Lý luận chính trị',
        start: '2010-03',
        end: '2011-03',
        mode: 'Tại chức',
        award: 'Trung cấp',
      },
    ])
    expect(table('workHistory')).toEqual([
      {
        start: '2004-09',
        end: '2012-08',
        position: 'Chuyên viên Phòng Nội vụ huyện Na Hang, tỉnh Tuyên Quang; Phó Bí thư Chi đoàn',
      },
      { start: '2012-09', end: '2015-05', position: 'Chuyên viên Phòng Tư pháp huyện Na Hang' },
      { start: '2015-06', end: 'nay', position: 'Phó Trưởng phòng Nội vụ huyện Na Hang' },
    ])
    expect(table('family')).toEqual([
      {
        side: 'own',
        relation: 'Cha đẻ',
        name: 'Nông Văn Thắng',
        birthYear: '1950',
        detail: 'Đà Vị, Na Hang; làm ruộng',
      },
      {
        side: 'own',
        relation: 'Mẹ đẻ',
        name: 'Ma Thị Hồng Lan',
        birthYear: '1953',
        detail: 'Đà Vị, Na Hang; đã mất năm 2011 tại bệnh viện tỉnh',
      },
      {
        side: 'own',
        relation: 'Chồng',
        name: 'Hoàng Văn Tuấn',
        birthYear: '1979',
        detail: 'Giáo viên Trường THPT Na Hang',
      },
      { side: 'spouse', relation: 'Bố chồng', name: 'Hoàng Văn Páo', birthYear: '1948', detail: 'Đã mất' },
      {
        side: 'spouse',
        relation: 'Mẹ chồng',
        name: 'Lý Thị Mẩy',
        birthYear: '(blank)',
        detail: 'Làm ruộng, xã Thượng Lâm',
      },
    ])
    expect(
      table('salaryHistory').map(({ month, rankCode, step, coefficient }) => [month, rankCode, step, coefficient]),
    ).toEqual([
      ['2005-09', '01.003', 1, 2.34],
      ['2008-09', '01.003', 2, 2.67],
      ['2011-09', '01.003', 3, 3],
      ['2014-09', '01.003', 4, 3.33],
      ['2019-09', '01.003', 5, 3.66],
    ])
  })

  it('reads a table without ruled lines by the strips between its columns', async () => {
    const { table } = await read('2c-bnv-2008', [
      pageText(`
28) Tóm tắt quá trình công tác
Từ tháng, năm         Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn thể)
đến tháng, năm
Từ 9/1995 đến         Giáo viên Trường THCS Sơn Nam, huyện Sơn Dương,
6/1999                tỉnh Tuyên Quang
1999 - 2003           Phó Hiệu trưởng Trường THCS Sơn Nam
01/2004 - nay         Hiệu trưởng Trường THCS Sơn Nam
29) Đặc điểm lịch sử bản thân
`),
    ])
    expect(table('workHistory')).toEqual([
      {
        start: '1995-09',
        end: '1999-06',
        position: 'Giáo viên Trường THCS Sơn Nam, huyện Sơn Dương, tỉnh Tuyên Quang',
      },
      { start: '1999', end: '2003', position: 'Phó Hiệu trưởng Trường THCS Sơn Nam' },
      { start: '2004-01', end: 'nay', position: 'Hiệu trưởng Trường THCS Sơn Nam' },
    ])
  })

  it('leaves out a column of running numbers that the form does not have', async () => {
    const { table } = await read('2c-bnv-2008', [
      pageText(`
28) Tóm tắt quá trình công tác
+----+------------------+-------------------------------------------------+
| TT | Từ tháng, năm    | Chức danh, chức vụ, đơn vị công tác             |
|    | đến tháng, năm   |                                                 |
+----+------------------+-------------------------------------------------+
| 1  | 9/1995 - 6/1999  | Giáo viên Trường THCS Sơn Nam                   |
+----+------------------+-------------------------------------------------+
| 2  | 7/1999 - nay     | Phó Hiệu trưởng                                 |
+----+------------------+-------------------------------------------------+
29) Đặc điểm lịch sử bản thân
`),
    ])
    expect(table('workHistory').map(({ start, end, position }) => [start, end, position])).toEqual([
      ['1995-09', '1999-06', 'Giáo viên Trường THCS Sơn Nam'],
      ['1999-07', 'nay', 'Phó Hiệu trưởng'],
    ])
  })

  it('reads the salary steps from left to right where nothing is ruled', async () => {
    const { table } = await read('2c-bnv-2008', [
      pageText(`
31) Diễn biến quá trình lương của cán bộ, công chức
Tháng/năm         01/2006        01/2009        01/2012
Mã ngạch/bậc      15a.201/1      15a.201/2      V.07.04.12/3
Hệ số lương       2,34           2,67           3,00
32) Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức
`),
    ])
    expect(table('salaryHistory')).toEqual([
      { month: '2006-01', rankCode: '15a.201', step: 1, coefficient: 2.34 },
      { month: '2009-01', rankCode: '15a.201', step: 2, coefficient: 2.67 },
      { month: '2012-01', rankCode: 'V.07.04.12', step: 3, coefficient: 3 },
    ])
  })

  it('is not sure of a code whose stroke before the step was not read', async () => {
    const { rows } = await read('2c-bnv-2008', [
      pageText(`
31) Diễn biến quá trình lương của cán bộ, công chức
Tháng/năm         01/2006        01/2009
Mã ngạch/bậc      01.0031        01.003/2
Hệ số lương       2,34           2,67
`),
    ])
    const [first, second] = rows.map(({ cells }) => cells['rankCode'])
    expect(first).toMatchObject({ confidence: 0.7 })
    expect(second).toMatchObject({ value: '01.003', confidence: 0.95 })
  })
})

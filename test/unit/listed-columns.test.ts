// Columns are known by their heads: two halves of a period under one head, one column for both, heads nobody could read.
import { describe, expect, it } from 'vitest'
import { pageText } from '../support/page-text.ts'
import { read } from '../support/read.ts'

const title = '32.5- Tin học'
const row = { start: '2010-03', end: '2010-06', school: 'Trường Chính trị tỉnh', award: 'Chứng chỉ A' }
const readTable = async (drawing: string) => {
  const { table } = await read('tt06-2023', [pageText(`${title}\n${drawing}\n- Đất ở:\n+ Đất được cấp: 250 m2`)])
  return table('education').map(({ start, end, school, award }) => ({ start, end, school, award }))
}

describe('the period of a course', () => {
  it('stands in two columns under one head of two rows', async () => {
    expect(
      await readTable(`
+-------------------+------------------------+----------------+
| Tháng/năm         | Tên cơ sở đào tạo      | Chứng chỉ      |
+---------+---------+------------------------+----------------+
| Từ      | Đến     |                        | được cấp       |
+---------+---------+------------------------+----------------+
| 03/2010 | 06/2010 | Trường Chính trị tỉnh  | Chứng chỉ A    |
+---------+---------+------------------------+----------------+
`),
    ).toEqual([row])
  })

  it('is not mixed up where each date is broken into two lines', async () => {
    expect(
      await readTable(`
+------+------+------------------------+--------------------+
| Từ   | Đến  | Tên cơ sở đào tạo      | Chứng chỉ được cấp |
+------+------+------------------------+--------------------+
| 03/  | 06/  | Trường Chính           | Chứng chỉ A        |
| 2010 | 2010 | trị tỉnh               |                    |
+------+------+------------------------+--------------------+
`),
    ).toEqual([row])
  })

  it('stands in one column in another office', async () => {
    expect(
      await readTable(`
+--------------------------+------------------------+--------------------+
| Từ tháng, năm            | Tên cơ sở đào tạo      | Chứng chỉ được cấp |
| đến tháng, năm           |                        |                    |
+--------------------------+------------------------+--------------------+
| 3/2010 - 6/2010          | Trường Chính trị tỉnh  | Chứng chỉ A        |
+--------------------------+------------------------+--------------------+
`),
    ).toEqual([row])
  })

  it('is found by its place where its head was lost', async () => {
    expect(
      await readTable(`
+---------+---------+------------------------+--------------------+
| Tìi     | Dcn     | Tên cơ sở đào tạo      | Chứng chỉ được cấp |
+---------+---------+------------------------+--------------------+
| 03/2010 | 06/2010 | Trường Chính trị tỉnh  | Chứng chỉ A        |
+---------+---------+------------------------+--------------------+
`),
    ).toEqual([row])
  })
})

describe('a contents list of another office', () => {
  it('has its columns in its own order, and one that nobody knows', async () => {
    const { table } = await read('contents-list', [
      pageText(`
                        MỤC LỤC HỒ SƠ
+-----+-----------+---------------------------+------------+-------+
| STT | Ký hiệu   | Tên tài liệu              | Ngày tháng | Số tờ |
+-----+-----------+---------------------------+------------+-------+
| 1   | HS-01     | Quyển lý lịch viên chức   | 05/09/2004 | 6     |
+-----+-----------+---------------------------+------------+-------+
| 2   | HS-02     | Giấy khai sinh            | 12/03/1980 | 1     |
+-----+-----------+---------------------------+------------+-------+
`),
    ])
    expect(table('contents')).toEqual([
      { number: '1', paper: 'Quyển lý lịch viên chức', paperDate: '2004-09-05', sheets: '6' },
      { number: '2', paper: 'Giấy khai sinh', paperDate: '1980-03-12', sheets: '1' },
    ])
  })
})

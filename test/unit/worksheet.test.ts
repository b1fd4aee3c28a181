// Files as offices send them: separators, quotes, merged headings, bombs; what cannot be read is told with what to do.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorksheets, worksheetsOf } from '../../pipeline/adapters/worksheets.ts'
import { textCell } from '../../pipeline/core/worksheet/cell.ts'
import { csvWorksheet } from '../../pipeline/core/worksheet/csv.ts'
import { findHeadings, headingKey } from '../../pipeline/core/worksheet/headings.ts'
import { rosterColumns } from '../../pipeline/core/roster/roster-columns.ts'

const texts = (csv: string) => csvWorksheet('x', csv).rows.map((row) => row.map(({ text }) => text))

describe('a CSV file', () => {
  it('has quoted separators, quotes, line ends, and a last line with or without an end', () => {
    expect(texts('a,"b, ""c""\nd",e\r\n1,,\r\n')).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['1', '', ''],
    ])
    expect(texts('a,b\n1,2')).toEqual(texts('a,b\n1,2\n'))
  })
  it('may be separated by semicolons or tabs, and begin with the mark of UTF-8', () => {
    expect(texts('\uFEFFmã;tên, đơn vị\nA;B')).toEqual([
      ['mã', 'tên, đơn vị'],
      ['A', 'B'],
    ])
    expect(texts('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })
})

describe('the row of headings', () => {
  const rows = (...given: string[][]) => ({ name: 's', rows: given.map((row) => row.map(textCell)) })
  it('is found under a letterhead, whatever tones, case, signs, order and remarks', () => {
    const found = findHeadings(
      rows(['SỞ NỘI VỤ'], [], ['STT', 'HO VA TEN', 'CCCD/CMND (*)', 'Ngày/tháng/năm sinh (dd/mm/yyyy)', 'mã  đơn vị']),
      rosterColumns,
    )
    expect(Object.fromEntries(found?.at ?? [])).toEqual({ fullName: 1, citizenId: 2, birthDate: 3, agency: 4 })
    expect(found?.firstRow).toBe(3)
  })
  it('may be two rows under merged cells, with a row that numbers the columns', () => {
    const found = findHeadings(
      rows(
        ['Họ tên', 'Năm sinh', '', 'Mã đơn vị'],
        ['', 'Nam', 'Nữ', ''],
        ['1', '2', '3', '4'],
        ['A', '1980', '', 'TQ'],
      ),
      rosterColumns,
    )
    expect(Object.fromEntries(found?.at ?? [])).toEqual({ fullName: 0, birthMale: 1, birthFemale: 2, agency: 3 })
    expect(found?.firstRow).toBe(3)
  })
  it('tells of two columns that are the same', () => {
    expect(findHeadings(rows(['Họ tên', 'Họ và tên', 'CCCD']), rosterColumns)?.twice).toEqual(['fullName'])
  })
  it('no two columns of a list share a name', () => {
    const keys = Object.values(rosterColumns).flatMap(({ vi, aliases }) => [
      ...new Set([vi, ...aliases].map(headingKey)),
    ])
    expect(keys.length).toBe(new Set(keys).size)
  })
})

describe('a spreadsheet file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-sheets-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const file = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }
  const workbook = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> => {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('Danh sách'))
    return new Uint8Array(await book.xlsx.writeBuffer())
  }

  it('keeps zeros of texts, digits of numbers and the day of dates', async () => {
    const path = await file(
      'a.xlsx',
      await workbook((sheet) => {
        sheet.addRow(['008080001234', 79123456789, new Date(Date.UTC(1980, 4, 12)), true, ''])
      }),
    )
    expect(await readWorksheets(path)).toEqual([
      {
        name: 'Danh sách',
        rows: [
          [
            { kind: 'text', text: '008080001234' },
            { kind: 'number', text: '79123456789' },
            { kind: 'date', text: '1980-05-12' },
            { kind: 'text', text: 'có' },
          ],
        ],
      },
    ])
  })

  it('is refused when a lone cell far out would fill the memory', async () => {
    const path = await file(
      'far.xlsx',
      await workbook((sheet) => {
        sheet.getCell('XFD1048576').value = 'x'
      }),
    )
    await expect(readWorksheets(path)).rejects.toThrow(/lớn bất thường/u)
  })

  it('is refused when it unpacks to far more than it is', async () => {
    const path = await file(
      'bomb.xlsx',
      await workbook((sheet) => {
        for (let row = 0; row < 300; row += 1) sheet.addRow([`${row}${'a'.repeat(32_000)}`, 'b'.repeat(32_000 + row)])
      }),
    )
    await expect(readWorksheets(path)).rejects.toThrow(/lớn bất thường/u)
  })

  it.each([
    ['broken.xlsx', 'PK\u0003\u0004 not a zip', /Không mở được tệp XLSX/u],
    ['old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /\.xls/u],
    ['tcvn.csv', new Uint8Array([0x4d, 0xe3, 0x2c, 0x31]), /UTF-8/u],
  ])('%s is refused with what to do', async (name, bytes, told) => {
    await expect(readWorksheets(await file(name, bytes))).rejects.toThrow(told)
  })
  it('is opened in a process of its own: one that takes too much is refused, and we go on', async () => {
    const rows = `${'Nguyễn Văn A,'.repeat(40)}\n`.repeat(40_000)
    await expect(
      worksheetsOf(Buffer.from(rows), 'wide.csv', { pageMillis: 60_000, pageMegabytes: 150 }),
    ).rejects.toThrow(/tốn quá nhiều bộ nhớ/u)
    await expect(worksheetsOf(Buffer.from(rows), 'wide.csv', { pageMillis: 20, pageMegabytes: 1500 })).rejects.toThrow(
      /quá lâu/u,
    )
  })

  it('that is not there is refused', async () => {
    await expect(readWorksheets(join(folder, 'none.xlsx'))).rejects.toThrow(/Không có tệp/u)
  })
})

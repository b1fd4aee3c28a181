// The workbook: text stays text, numbers stay numbers, nothing computes.
import ExcelJS from 'exceljs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWorkbookWriter } from '../../pipeline/adapters/exceljs.ts'

const sheet = {
  name: 'Hồ sơ',
  columns: ['Số CMND/CCCD', 'Họ và tên', 'Hệ số lương', 'Ghi chú'],
  rows: [
    ['024080001234', 'Nguyễn Thị Hồng Thắm', 4.98, '=1+1'],
    ['080123456', 'Lò Văn Ín', 3, '+84912345678'],
    ['-5', '@SUM(A1)', Number.NaN, ''],
  ],
}
const write = (rows: readonly (readonly (string | number)[])[] = sheet.rows) =>
  createWorkbookWriter().write([{ ...sheet, rows }])

async function opened(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const [first] = workbook.worksheets
  if (first === undefined) throw new Error('the workbook has no sheet')
  return first
}

afterEach(() => {
  vi.useRealTimers()
})

describe('workbook', () => {
  it('keeps the leading zero of an identity number as text', async () => {
    const cell = (await opened(await write())).getCell('A2')
    expect(cell.type).toBe(ExcelJS.ValueType.String)
    expect(cell.value).toBe('024080001234')
    expect(cell.numFmt).toBe('@')
  })

  it('keeps numbers as numbers', async () => {
    const opens = await opened(await write())
    expect(opens.getCell('C2').value).toBe(4.98)
    expect(opens.getCell('C2').type).toBe(ExcelJS.ValueType.Number)
    expect(opens.getCell('C3').value).toBe(3)
  })

  it('holds no formula, whatever a cell begins with', async () => {
    const opens = await opened(await write())
    const texts = ['D2', 'D3', 'A4', 'B4'].map((address) => opens.getCell(address))
    expect(texts.map(({ value }) => value)).toEqual(['=1+1', '+84912345678', '-5', '@SUM(A1)'])
    for (const cell of texts) {
      expect(cell.type).toBe(ExcelJS.ValueType.String)
      expect(cell.numFmt).toBe('@')
    }
    opens.eachRow((row) => {
      row.eachCell((cell) => {
        expect(cell.formula).toBeUndefined()
      })
    })
  })

  it('has a bold head that stays in sight, and can be filtered', async () => {
    const opens = await opened(await write())
    expect(opens.getRow(1).values).toEqual([undefined, ...sheet.columns])
    expect(opens.getCell('A1').font.bold).toBe(true)
    expect(opens.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(opens.autoFilter).toBe('A1:D4')
  })

  it('tells a number that is none as text and an empty text as an empty cell', async () => {
    const opens = await opened(await write())
    expect(opens.getCell('C4').value).toBe('NaN')
    expect(opens.getCell('D4').value).toBeNull()
  })

  it('says so where a text is longer than a cell may be', async () => {
    const cell = (await opened(await write([['a'.repeat(40_000)]]))).getCell('A2')
    expect(cell.text).toHaveLength(32_767)
    expect(cell.text).toMatch(/còn tiếp, xem tệp JSON\]$/)
  })

  it('keeps letters that look like an escape of Excel, and several lines', async () => {
    const opens = await opened(await write([['_x0041_', 'dòng một\ndòng hai']]))
    expect(opens.getCell('A2').value).toBe('_x0041_')
    expect(opens.getCell('B2').value).toBe('dòng một\ndòng hai')
  })

  it('opens with a sheet that has no row and a name that is too long', async () => {
    const bytes = await createWorkbookWriter().write([
      { name: 'Đào tạo / bồi dưỡng: '.repeat(3), columns: ['Tên'], rows: [] },
    ])
    expect((await opened(bytes)).name.length).toBeLessThanOrEqual(31)
  })

  it('says the same in the same way where there are so many cells that it is written row by row', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => ['024080001234', `=${index}`, 4.98, ''])
    const opens = await opened(await write(rows))
    expect(opens.rowCount).toBe(60_001)
    expect(opens.getRow(60_001).values).toEqual([undefined, '024080001234', '=59999', 4.98])
    expect(opens.getCell('B2').formula).toBeUndefined()
    expect(opens.getCell('A2').numFmt).toBe('@')
    expect(opens.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(opens.autoFilter).toBe('A1:D60001')
  })

  it('is the same bytes whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-01T10:00:00') })
    const early = await write()
    vi.setSystemTime(new Date('2031-07-09T23:59:59'))
    expect(Buffer.compare(await write(), early)).toBe(0)
  })
})

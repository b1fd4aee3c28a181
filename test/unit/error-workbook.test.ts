// The error book as Excel sees it: what is locked, hidden, offered, and kept as text.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createWorkbookWriter } from '../../pipeline/adapters/exceljs.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import {
  type ErrorColumn,
  errorColumnNames,
  errorColumns,
  errorSheetName,
} from '../../pipeline/core/error-book/columns.ts'
import type { ErrorItem } from '../../pipeline/core/error-book/error-item.ts'
import { errorSheets } from '../../pipeline/core/error-book/error-sheets.ts'

const item = (field: ErrorItem['field'], value: string): ErrorItem => ({
  ...{ dossier: 'TQ-0001', name: 'Lò Văn Ín', field, page: 1, risk: 1, raw: value, why: [], candidates: [] },
  ...{ value, version: 'v' },
})
const workbook = new ExcelJS.Workbook()
let sheet: ExcelJS.Worksheet

beforeAll(async () => {
  const items = [
    item('ethnicity', 'Tày'),
    item('citizenId', '024080001234'),
    item('personalHistory', 'x'.repeat(33_000)),
  ]
  const bytes = await createWorkbookWriter().write(errorSheets(items, loadKnowledge()))
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  sheet = workbook.getWorksheet(errorSheetName) ?? workbook.addWorksheet('none')
})
const at = (name: ErrorColumn, row: number) => sheet.getCell(row, errorColumnNames.indexOf(name) + 1)

const isOpen = ({ style }: ExcelJS.Cell) => style.protection !== undefined && style.protection.locked === false

describe('the error workbook', () => {
  it('is locked but for the three columns that are meant to be edited, and a value too long for a cell', () => {
    for (const name of errorColumnNames)
      expect([name, isOpen(at(name, 2))]).toEqual([name, errorColumns[name].kind === 'open'])
    expect(isOpen(at('value', 4))).toBe(false)
    expect(isOpen(sheet.getRow(1).getCell(1))).toBe(false)
  })

  it('hides what is for the program, and keeps the headings in sight', () => {
    for (const [index, name] of errorColumnNames.entries())
      expect([name, sheet.getColumn(index + 1).hidden]).toEqual([name, errorColumns[name].kind === 'hidden'])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(workbook.getWorksheet('Danh mục')?.state).toBe('hidden')
  })

  it('offers the words of the list where a field has one, and the conclusions everywhere', () => {
    expect(at('value', 2).dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringMatching(/Danh mục/u)],
    })
    expect(at('value', 3).dataValidation).toBeUndefined()
    expect(at('conclusion', 3).dataValidation).toMatchObject({ type: 'list' })
  })

  it('keeps an identity number as text', () => {
    expect([at('value', 3).value, at('value', 3).numFmt]).toEqual(['024080001234', '@'])
  })
})

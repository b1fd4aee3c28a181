// The error book out and back: nothing changes but what somebody changed, whatever a spreadsheet does to the rows.
import * as fc from 'fast-check'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createWorkbookWriter } from '../../pipeline/adapters/exceljs.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { unpackWorksheets } from '../../pipeline/adapters/unpack-worksheets.ts'
import { conclusions, errorColumnNames, errorSheetName } from '../../pipeline/core/error-book/columns.ts'
import { type ErrorItem, versionOf } from '../../pipeline/core/error-book/error-item.ts'
import { errorSheets } from '../../pipeline/core/error-book/error-sheets.ts'
import { judgeEdits } from '../../pipeline/core/error-book/judge-edits.ts'
import { readErrorBook } from '../../pipeline/core/error-book/read-error-book.ts'
import { fieldCodes, type Outcome } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const written = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '024080001234',
    '080123456',
    '=1+1',
    '_x000D_',
    '  hai  cách ',
    'dòng một\ndòng hai',
    '1.975',
    '02/09/1975',
  ),
)
const item = fc.record({
  dossier: fc.constantFrom('TQ-0001', 'TQ-0002', '0007', 'Hồ sơ 3'),
  name: fc.constantFrom('Lò Văn Ín', 'Nguyễn Thị Hồng Thắm'),
  field: fc.constantFrom(...fieldCodes),
  page: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  risk: fc.constantFrom(1 as const, 2 as const, 3 as const),
  raw: written,
  why: fc.array(written, { maxLength: 2 }),
  candidates: fc.array(written, { maxLength: 2 }),
  value: written,
  version: fc.uuid().map((seen) => versionOf(seen, undefined)),
})
const items: fc.Arbitrary<ErrorItem[]> = fc.uniqueArray(item, {
  selector: ({ dossier, field }) => `${field} ${dossier}`,
  minLength: 1,
  maxLength: 8,
})

/** The library that edits for Excel here writes such letters back without their escape, which Excel does not. */
const editable = items.filter((list) => !JSON.stringify(list).includes('_x'))

const doubted: ErrorItem = {
  dossier: 'TQ-0001',
  name: 'Lò Văn Ín',
  field: 'citizenId',
  page: 1,
  risk: 1,
  raw: '024O80001234',
  why: ['Đọc chưa chắc.'],
  candidates: [],
  value: '024080001234',
  version: versionOf('seen', undefined),
}

const sent = (list: readonly ErrorItem[]) => createWorkbookWriter().write(errorSheets(list, knowledge))
async function edited(bytes: Uint8Array, edit: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = workbook.getWorksheet(errorSheetName)
  if (sheet === undefined) throw new Error('no list in the workbook')
  edit(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const back = async (bytes: Uint8Array) => readErrorBook(await unpackWorksheets(Buffer.from(bytes), 'loi.xlsx'))
const standing = (list: readonly ErrorItem[]) => (dossier: string, field: string) => {
  const found = list.find((each) => each.dossier === dossier && each.field === field)
  if (found === undefined) return undefined
  const { value, version } = found
  const outcome: Outcome = { status: 'read', raw: value, value, candidates: [], confidence: 0.7 }
  return { outcome, value, version, seen: version, newest: undefined }
}
const column = (name: (typeof errorColumnNames)[number]) => errorColumnNames.indexOf(name) + 1

describe('the error book', () => {
  it('comes back unchanged and changes nothing, whatever the values are', async () => {
    await fc.assert(
      fc.asyncProperty(items, async (list) => {
        expect(await back(await sent(list))).toEqual({ edits: [], refused: [], untouched: list.length })
      }),
      { numRuns: 40 },
    )
  })

  it('sorted, filtered and with rows deleted, it says the same of the rows that are left', async () => {
    await fc.assert(
      fc.asyncProperty(editable, fc.integer(), fc.integer({ min: 0, max: 7 }), async (list, seed, gone) => {
        const bytes = await edited(await sent(list), (sheet) => {
          const rows = list.map((_, index) => sheet.getRow(index + 2).values)
          const mixed = rows.toSorted((a, b) => order(seed, a) - order(seed, b))
          for (const [index, values] of mixed.entries()) {
            sheet.getRow(index + 2).values = values
            sheet.getRow(index + 2).hidden = index % 2 === 0
          }
          if (gone < list.length) sheet.spliceRows(gone + 2, 1)
        })
        const read = await back(bytes)
        expect([read.edits, read.refused]).toEqual([[], []])
        expect(read.untouched).toBe(gone < list.length ? list.length - 1 : list.length)
      }),
      { numRuns: 25 },
    )
  })

  it('gives exactly the cells that were changed, with their zeros in front', async () => {
    const number: ErrorItem = { ...doubted, dossier: 'TQ-0001', field: 'citizenId', value: '024080001234' }
    const other: ErrorItem = { ...number, dossier: 'TQ-0002', field: 'birthDate', value: '1975' }
    const list = [number, other]
    const bytes = await edited(await sent(list), (sheet) => {
      sheet.getCell(2, column('value')).value = '008080001239'
      sheet.getCell(3, column('conclusion')).value = conclusions.confirm
    })
    const { edits, refused } = await back(bytes)
    expect(refused).toEqual([])
    const judged = judgeEdits(edits, standing(list), knowledge)
    expect(judged.changes.map(({ dossier, ruling }) => [dossier, ruling])).toEqual([
      ['TQ-0001', { kind: 'correct', value: '008080001239' }],
      ['TQ-0002', { kind: 'confirm' }],
    ])
  })

  it('a number typed as a number loses its zero and is given back, not taken', async () => {
    const list: ErrorItem[] = [{ ...doubted, field: 'citizenId', value: '024080001234' }]
    const bytes = await edited(await sent(list), (sheet) => {
      sheet.getCell(2, column('value')).value = 8080001239
    })
    const { edits } = await back(bytes)
    const { changes, refused } = judgeEdits(edits, standing(list), knowledge)
    expect(changes).toEqual([])
    expect(refused.map(({ why }) => why)).toEqual(['invalid'])
  })

  it('never writes over a value that changed since, nor one it does not know', async () => {
    await fc.assert(
      fc.asyncProperty(editable, fc.array(fc.boolean()), async (list, changedSince) => {
        const bytes = await edited(await sent(list), (sheet) => {
          for (const index of list.keys()) sheet.getCell(index + 2, column('conclusion')).value = conclusions.confirm
        })
        const now = list.flatMap((each, index) =>
          changedSince[index] === undefined
            ? []
            : [{ ...each, version: changedSince[index] ? 'another' : each.version }],
        )
        const { edits } = await back(bytes)
        const { changes, refused } = judgeEdits(edits, standing(now), knowledge)
        const kept = list.filter((_, index) => changedSince[index] === false)
        expect(changes.map(({ dossier, field }) => [dossier, field])).toEqual(
          kept.map(({ dossier, field }) => [dossier, field]),
        )
        expect(refused).toHaveLength(list.length - kept.length)
      }),
      { numRuns: 20 },
    )
  })
})

/** Some order that only depends on the seed and the row. */
const order = (seed: number, values: unknown): number => {
  let hash = seed
  for (const letter of JSON.stringify(values)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  return hash
}

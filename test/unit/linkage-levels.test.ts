// Columns, conditions and levels of a model through the real DuckDB: what two values have in common, whichever comes first.
import { describe, expect, it } from 'vitest'
import { standardiserOf } from '../../pipeline/core/linkage/standardise.ts'
import { type Condition, LinkColumn } from '../../schemas/index.ts'
import { aModel, aTable } from '../support/linkage-table.ts'

const standard = (as: unknown, raw: string, empty: string[] = []) =>
  standardiserOf([LinkColumn.parse({ from: 'x', as, empty })])(raw)[0]

describe('a column', () => {
  it('is brought to the form that is compared, step by step', () => {
    expect(standard(['fold', 'lastWord'], '  Nguyễn  Thị ĐÀO ')).toEqual(['dao'])
    expect(standard(['unifyTones'], 'Hòa')).toEqual(standard(['unifyTones'], 'Hoà'))
    expect(standard(['fold', 'sortWords'], 'Văn Nguyễn An')).toEqual(['an nguyen van'])
    expect(standard(['digits', { part: [0, 3] }], '008-184 001')).toEqual(['008'])
    expect(standard([{ without: ['thi'] }], 'le thi hoa')).toEqual(['le hoa'])
    expect(standard([{ replace: ['[.,]', ''] }], 'St. John')).toEqual(['St John'])
    expect(standard(['soundex'], 'Robert')).toEqual(standard(['soundex'], 'Rupert'))
    expect(standard(['deletions'], 'ab')).toEqual(['ab', 'b', 'a'])
    expect(standard(['masks'], '12')).toEqual(['*2', '1*'])
    expect(standard([{ split: ';' }], '02476; 02494;')).toEqual(['02476', '02494'])
  })

  it('reads dates as they are written and takes nothing for a date that is none', () => {
    expect(standard([{ date: 'DD/MM/YYYY' }], '7-3-1984')).toEqual(['1984-03-07'])
    expect(standard([{ date: 'YYYYMMDD' }], '19840307')).toEqual(['1984-03-07'])
    expect(standard([{ date: 'YYYY' }], '1984')).toEqual(['1984'])
    expect(standard([{ date: 'DD/MM/YYYY' }], '31/13/1984')).toEqual([])
    expect(standard([{ date: 'DD/MM/YYYY' }, 'days'], '02/01/1970')).toEqual(['1'])
    expect(standard([{ date: 'DD/MM/YYYY' }, 'swapDayMonth'], '07/03/1984')).toEqual(['1984-07-03'])
  })

  it('is not told where it is empty, stands for nothing, or does not match', () => {
    expect(standard(['digits'], 'không có')).toEqual([])
    expect(standard([], 'Không Rõ', ['không rõ'])).toEqual([])
    expect(standard([{ matching: '^\\d{12}$' }], '12345')).toEqual([])
  })
})

/** Whether the condition holds of two values of `x` (and `y`), in either order. */
async function holds(when: Condition, a: Record<string, string>, b: Record<string, string>, as: unknown = []) {
  const model = aModel({
    columns: { x: { from: 'x', as }, y: { from: 'y', as } },
    blocking: [['x']],
    comparisons: [
      {
        comparison: 'c',
        needs: [],
        levels: [
          { level: 'yes', when, m: 0.9, u: 0.1 },
          { level: 'no', m: 0.1, u: 0.9 },
        ],
      },
    ],
  })
  await using table = await aTable(model, { a, b, c: b, d: a })
  const found = await table.score(model, [
    ['a', 'b'],
    ['d', 'c'],
  ])
  const levels = new Set(found.map((pair) => pair.levels.c))
  expect(levels.size).toBe(1)
  return levels.has('yes')
}

describe('a condition', () => {
  it('of equality holds where both tell the same', async () => {
    expect(await holds({ equal: 'x' }, { x: 'an' }, { x: 'an' })).toBe(true)
    expect(await holds({ equal: ['x', 'y'] }, { x: 'an', y: '1' }, { x: 'an', y: '2' })).toBe(false)
    expect(await holds({ equal: 'x' }, { x: '' }, { x: '' })).toBe(false)
    expect(await holds({ crossed: ['x', 'y'] }, { x: 'an', y: 'le' }, { x: 'le', y: 'an' })).toBe(true)
  })

  it('of distance counts edits, changed places, lost tones and signs', async () => {
    expect(await holds({ similar: 'x', jaroWinkler: 0.9 }, { x: 'martha' }, { x: 'marhta' })).toBe(true)
    expect(await holds({ edits: 'x', atMost: 1 }, { x: 'martha' }, { x: 'marhta' })).toBe(false)
    expect(await holds({ damerau: 'x', atMost: 1 }, { x: 'martha' }, { x: 'marhta' })).toBe(true)
    expect(await holds({ toneEdits: 'x', atMost: 1 }, { x: 'đặng hoà' }, { x: 'dang hòa' })).toBe(true)
    expect(await holds({ toneEdits: 'x', atMost: 1 }, { x: 'đặng hoà' }, { x: 'bàng hò' })).toBe(false)
    expect(await holds({ oneSignOff: 'x' }, { x: '1984' }, { x: '1948' })).toBe(true)
    expect(await holds({ oneSignOff: 'x' }, { x: '1984' }, { x: '198' })).toBe(false)
    expect(await holds({ within: 'x', atMost: 2 }, { x: '1984' }, { x: '1986' })).toBe(true)
    expect(await holds({ begins: 'x' }, { x: '1984' }, { x: '1984-03-17' })).toBe(true)
  })

  it('of lists looks at their members', async () => {
    const list = ['fold', 'words']
    expect(await holds({ shared: 'x', atLeast: 1 }, { x: 'a b' }, { x: 'b c' }, list)).toBe(true)
    expect(await holds({ shared: 'x', atLeast: 2 }, { x: 'a b' }, { x: 'b c' }, list)).toBe(false)
    expect(await holds({ partOf: 'x' }, { x: 'a b c' }, { x: 'c a' }, list)).toBe(true)
  })

  it('is joined by all, any and not; and what one side does not tell holds nothing', async () => {
    const known: Condition = { known: 'y' }
    expect(await holds({ all: [{ equal: 'x' }, { not: known }] }, { x: '1' }, { x: '1', y: '2' })).toBe(true)
    expect(await holds({ any: [{ equal: 'x' }, { equal: 'y' }] }, { x: '1', y: '2' }, { x: '3', y: '2' })).toBe(true)
    expect(await holds({ not: { equal: 'y' } }, { x: '1' }, { x: '1', y: '2' })).toBe(false)
  })

  it('takes a value of the delivery for a value, whatever stands in it', async () => {
    const odd = `'; DROP TABLE records; --"`
    expect(await holds({ equal: 'x' }, { x: odd }, { x: odd })).toBe(true)
  })
})

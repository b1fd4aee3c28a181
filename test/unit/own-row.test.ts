// A decision with a list of names belongs to many persons; a dossier's record takes its own person's row and no other.
import { describe, expect, it } from 'vitest'
import { ownRow } from '../../pipeline/core/own-row.ts'
import type { Outcome, RowReading, Value } from '../../schemas/index.ts'

const read = (value: Value, confidence = 0.95): Outcome => ({
  status: 'read',
  raw: typeof value === 'string' ? value : JSON.stringify(value),
  value,
  candidates: [],
  confidence,
  provenance: { documentId: 'D@1', pageId: 'D#2', box: [0.1, 0.2, 0.3, 0.02] },
})
const row = (index: number, name: Outcome, birthDate: string, step: number): RowReading => ({
  documentId: 'D@1',
  table: 'decisionPersons',
  row: index,
  cells: { name, birthDate: read(birthDate), step: read(step) },
})
const others = [row(0, read('Lý Thị Hồng'), '1984-03-12', 4), row(2, read('Trần Đức Minh'), '1979-11-02', 6)]
const wanted = { name: 'Ma Thị Hoa', birthDate: '1980-05-03' }

describe('the row of one person in a list', () => {
  it('is taken with all it says where name and birth date fit it alone', () => {
    const own = ownRow([...others, row(1, read('Ma Thị Hoa'), '1980-05-03', 5)], wanted)
    expect(own?.row?.row).toBe(1)
    expect(own?.outcomes.get('decisionSalaryStep')).toMatchObject({ status: 'read', value: 5 })
  })

  it('is nobody’s where no name is like his', () => {
    expect(ownRow(others, wanted)).toBeUndefined()
  })

  it.each([
    ['two of his name', [row(1, read('Ma Thị Hoa'), '1980-05-03', 5), row(3, read('Ma Thị Hoa'), '1991-01-02', 2)]],
    ['a name that differs by a tone', [row(1, read('Ma Thị Hòa'), '1980-05-03', 5)]],
    ['a name that was hardly read', [row(1, read('Ma Thị Hoa', 0.4), '1980-05-03', 5)]],
    ['another birth date', [row(1, read('Ma Thị Hoa'), '1985-05-03', 5)]],
  ])('is left to a person where there is %s', (_why, rows) => {
    const own = ownRow([...others, ...rows], wanted)
    expect(own?.row).toBeUndefined()
    expect([...(own?.outcomes.keys() ?? [])]).toEqual(['decisionFullName'])
    const name = own?.outcomes.get('decisionFullName')
    expect(name).toMatchObject({ status: 'unparsed' })
    expect(name?.status === 'unparsed' ? name.candidates : []).toHaveLength(rows.length)
  })
})

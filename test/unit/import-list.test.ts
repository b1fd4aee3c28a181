import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { listedAbout, readImport } from '../../pipeline/core/import-list.ts'
import { csvWorksheet } from '../../pipeline/core/worksheet/csv.ts'
import { ListMapping } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const mapping = ListMapping.parse(
  JSON.parse(readFileSync(new URL('../../schemas/mappings/vnpt-ccvc.json', import.meta.url), 'utf8')),
)
const list = (...rows: readonly string[]) =>
  csvWorksheet('nhan-su.csv', ['Họ và tên;Ngày sinh;Số CCCD;Hệ số lương', ...rows].join('\n'))

describe('a list of an HR system', () => {
  it('is read by its mapping, each cell by the parser of its field', () => {
    const { persons, problems } = readImport([list('Nông Thị Hường;02/9/1985;002185001234;3,66')], mapping, knowledge)
    expect(problems).toEqual([])
    expect(persons[0]).toMatchObject({
      source: 'vnpt-ha-giang',
      row: 2,
      values: {
        fullName: 'Nông Thị Hường',
        birthDate: '1985-09-02',
        citizenId: '002185001234',
        salaryCoefficient: 3.66,
      },
    })
  })

  it('tells a cell it does not understand, and never mends it', () => {
    const { persons, problems } = readImport([list('Nông Thị Hường;31/2/1985;002185001234;3,66')], mapping, knowledge)
    expect(persons).toEqual([])
    expect(problems).toHaveLength(1)
  })

  it('is held against a person by the number, or by name and birth date that stand once', () => {
    const { persons } = readImport(
      [list('Nông Thị Hường;02/9/1985;002185001234;3', 'Ma Văn An;01/01/1980;;3,66', 'Ma Văn An;01/01/1980;;3,99')],
      mapping,
      knowledge,
    )
    const rows = (person: Parameters<typeof listedAbout>[1]) => listedAbout(persons, person).map(({ row }) => row)
    expect(rows({ citizenId: '002185001234' })).toEqual([2])
    expect(rows({ fullName: 'Nông Thị Hường', birthDate: '1985-09-02' })).toEqual([2])
    expect(rows({ fullName: 'Ma Văn An', birthDate: '1980-01-01' })).toEqual([])
    expect(rows({ fullName: 'Nông Thị Hường' })).toEqual([])
  })
})

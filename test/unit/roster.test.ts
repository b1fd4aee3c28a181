// Lists of agencies and persons: what a row says, what is wrong with it, and who of the expected is received.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { agencyTree, subtree } from '../../pipeline/core/agency-tree.ts'
import { compareRoster, type ReceivedPerson } from '../../pipeline/core/roster/compare-roster.ts'
import { importAgencies } from '../../pipeline/core/roster/read-agencies.ts'
import { readRoster } from '../../pipeline/core/roster/read-roster.ts'
import { rosterChanges } from '../../pipeline/core/roster/roster-changes.ts'
import { type Cell, textCell, type Worksheet } from '../../pipeline/core/worksheet/cell.ts'
import type { Agency, RosterEntry } from '../../schemas/index.ts'

const sheet = (...rows: (string | Cell)[][]): Worksheet[] => [
  { name: 'DS', rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell))) },
]
const number = (text: string): Cell => ({ kind: 'number', text })
const date = (text: string): Cell => ({ kind: 'date', text })
const agencies: Agency[] = [
  { code: 'TQ', name: 'Tỉnh', mayHoldSecret: false },
  { code: 'TQ-SNV', name: 'Sở Nội vụ', parentCode: 'TQ', mayHoldSecret: false },
  { code: 'TQ-SGD', name: 'Sở Giáo dục', parentCode: 'TQ', mayHoldSecret: false },
]
const told = (problems: readonly { row: number; problem: string }[]) =>
  problems.map(({ row, problem }) => `${row} ${problem}`)

describe('a list of agencies', () => {
  const heads = ['Mã đơn vị', 'Tên đơn vị', 'Mã đơn vị cấp trên', 'Tài liệu mật']
  it('adds, changes and leaves alone; a column that is not there says nothing', () => {
    const read = importAgencies(
      sheet(['Tên đơn vị', 'Mã'], ['Sở Nội vụ', 'TQ-SNV'], ['Sở GD và ĐT', 'TQ-SGD'], ['Sở Y tế', 'TQ-SYT']),
      agencies,
    )
    expect(read.problems).toEqual([])
    expect(read.added).toEqual([{ code: 'TQ-SYT', name: 'Sở Y tế', mayHoldSecret: false }])
    expect(read.changed).toEqual([{ code: 'TQ-SGD', name: 'Sở GD và ĐT', parentCode: 'TQ', mayHoldSecret: false }])
    expect(read.unchanged).toBe(1)
  })
  it('refuses circles, unknown parents, codes given twice and answers that are neither yes nor no, all at once', () => {
    const { problems } = importAgencies(
      sheet(
        heads,
        ['A', 'Một', 'B', ''],
        ['B', 'Hai', 'A', 'x'],
        ['C', 'Ba', 'Z', 'có lẽ'],
        ['C', 'Bốn', '', ''],
        [number('60.1'), 'Năm', '', ''],
      ),
      agencies,
    )
    expect(told(problems).map((line) => line.slice(0, 14))).toEqual([
      expect.stringMatching(/^2 Đơn vị này/u),
      expect.stringMatching(/^3 Đơn vị này/u),
      expect.stringMatching(/^4 Cột "Được/u),
      expect.stringMatching(/^5 Mã đơn vị tr/u),
      expect.stringMatching(/^6 Mã đơn vị là/u),
    ])
  })
  it('makes a tree of which a part is a tree', () => {
    expect(agencyTree(agencies).ordered.map(({ agency, depth }) => [agency.code, depth])).toEqual([
      ['TQ', 0],
      ['TQ-SGD', 1],
      ['TQ-SNV', 1],
    ])
    expect(subtree(agencies, 'TQ-SNV')?.lineage('TQ-SNV')).toEqual(['TQ-SNV'])
    expect(subtree(agencies, 'none')).toBeUndefined()
  })
})

describe('a list of expected persons', () => {
  const knowledge = loadKnowledge()
  const world = { knowledge, agencies: new Set(agencies.map(({ code }) => code)) }
  const heads = ['Mã đơn vị', 'Họ và tên', 'Ngày sinh', 'CCCD', 'Số hiệu']
  it('reads names in capitals, dates in every precision, numbers that Excel left whole', () => {
    const { entries, problems } = readRoster(
      sheet(
        heads,
        ['TQ-SNV', 'NGUYỄN VĂN AN', '5/3/1980', '008080001234', '007'],
        ['TQ', 'Lò Thị Bình', date('1975-12-01'), '', ''],
        ['TQ', 'Ma Văn Cường', number('1969'), number('123456789'), ''],
      ),
      world,
    )
    expect(problems).toEqual([])
    expect(entries.map(({ entryId: _, ...entry }) => entry)).toEqual([
      {
        agency: 'TQ-SNV',
        fullName: 'Nguyễn Văn An',
        birthDate: '1980-03-05',
        citizenId: '008080001234',
        staffNumber: '007',
      },
      { agency: 'TQ', fullName: 'Lò Thị Bình', birthDate: '1975-12-01' },
      { agency: 'TQ', fullName: 'Ma Văn Cường', birthDate: '1969', citizenId: '123456789' },
    ])
  })
  it('tells each bad row what to do, and never repeats what stands in it', () => {
    const { problems } = readRoster(
      sheet(
        heads,
        ['TQ', 'Nguyễn Văn An', '31/02/1980', '', ''],
        ['TQ', 'Nguyễn Văn An', '1980', number('8080001234'), ''],
        ['XX', 'Lê Thị Bảy', '1980', '', ''],
        ['TQ', '', '', '', ''],
        ['TQ', 'Lê Thị Bảy', '', '', ''],
        ['TQ', 'Vi Văn Ba', number('27395'), '', ''],
        ['TQ', 'Vi Văn Tư', '80', '', ''],
      ),
      world,
    )
    expect(problems.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect(problems[1]?.problem).toMatch(/bỏ số 0/u)
    expect(told(problems).join('\n')).not.toMatch(/8080001234|27395|Bảy/u)
  })
  it('tells a missing column with the headings that were found', () => {
    const { problems } = readRoster(sheet(['Mã đơn vị', 'Họ tên đệm', 'Năm sinh'], ['TQ', 'A', '1980']), world)
    expect(told(problems)).toEqual([expect.stringMatching(/^2? ?.*Thiếu cột "Họ và tên".*"Họ tên đệm"/u)])
  })
  it('tells a person who stands in it twice', () => {
    const row = ['TQ', 'Lê Thị Bảy', '1980', '', '']
    expect(told(readRoster(sheet(heads, row, row), world).problems)).toEqual([
      expect.stringMatching(/^3 Người này trùng với dòng 2/u),
    ])
  })
  it('told again says who is new, changed and gone: a number added is no new person', () => {
    const read = (...rows: string[][]) => readRoster(sheet(heads, ...rows), world).entries
    const before = read(
      ['TQ', 'Lê Thị Bảy', '1980', '', ''],
      ['TQ', 'Vi Văn Ba', '1970', '', ''],
      ['TQ', 'Vi Văn Tư', '1971', '', ''],
    )
    const after = read(
      ['TQ', 'Lê Thị Bảy', '1980', '008180001234', ''],
      ['TQ', 'Vi Văn Tư', '1971', '', ''],
      ['TQ', 'Ma Văn Sáu', '1972', '', ''],
    )
    expect(rosterChanges(before, after)).toEqual([{ agency: 'TQ', added: 1, changed: 1, gone: 1, unchanged: 1 }])
  })
})

describe('received held against expected', () => {
  const tree = agencyTree(agencies)
  const entry = (entryId: string, given: Partial<RosterEntry> = {}): RosterEntry => ({
    entryId,
    agency: 'TQ-SNV',
    fullName: 'Nguyễn Văn An',
    birthDate: '1980-03-05',
    ...given,
  })
  const person = (personId: string, given: Partial<ReceivedPerson> = {}): ReceivedPerson => ({
    personId,
    agency: 'TQ',
    dossiers: [personId],
    fullName: 'Nguyễn Văn An',
    birthDate: '1980-03-05',
    ...given,
  })
  const outcome = (entries: RosterEntry[], persons: ReceivedPerson[]) => {
    const { received, ambiguous, missing, unexpected, unidentified } = compareRoster(entries, persons, tree)
    return [received.length, ambiguous.map(({ why }) => why), missing.length, unexpected.length, unidentified.length]
  }
  it.each([
    [
      'a number alone',
      entry('1', { citizenId: '008080001234', birthDate: undefined }),
      person('a', { citizenId: '008080001234', birthDate: undefined }),
      [1, [], 0, 0, 0],
    ],
    [
      'name without tones and the year',
      entry('1', { birthDate: '1980' }),
      person('a', { fullName: 'NGUYEN VAN AN' }),
      [1, [], 0, 0, 0],
    ],
    ['another name', entry('1'), person('a', { fullName: 'Nguyễn Văn Anh' }), [0, [], 1, 1, 0]],
    ['no birth date read', entry('1'), person('a', { birthDate: undefined }), [0, [], 1, 0, 1]],
    [
      'numbers that differ',
      entry('1', { citizenId: '008080001234' }),
      person('a', { citizenId: '008080009999' }),
      [0, ['number_differs'], 0, 0, 0],
    ],
    [
      'an old and a new number',
      entry('1', { citizenId: '008080001234' }),
      person('a', { citizenId: '070123456' }),
      [1, [], 0, 0, 0],
    ],
    [
      'only the number',
      entry('1', { citizenId: '008080001234' }),
      person('a', { citizenId: '008080001234', fullName: 'Lê Thị Bảy', birthDate: '1990' }),
      [0, ['only_number_agrees'], 0, 0, 0],
    ],
    ['an agency beside', entry('1'), person('a', { agency: 'TQ-SGD' }), [0, ['other_agency'], 0, 0, 0]],
  ] as [string, RosterEntry, ReceivedPerson, unknown[]][])('by %s', (_name, expected, received, counts) => {
    expect(outcome([expected], [received])).toEqual(counts)
  })
  it('two who fit one, or one who fits two, are told and not chosen', () => {
    expect(outcome([entry('1')], [person('a'), person('b')])).toEqual([0, ['several_received'], 0, 0, 0])
    expect(outcome([entry('1'), entry('2', { staffNumber: '7' })], [person('a')])).toEqual([
      0,
      ['several_expected', 'several_expected'],
      0,
      0,
      0,
    ])
  })
  it('the number goes first: who is found by it is not asked for by name', () => {
    expect(
      outcome(
        [entry('1', { citizenId: '008080001234' }), entry('2')],
        [person('a', { citizenId: '008080001234' }), person('b')],
      ),
    ).toEqual([2, [], 0, 0, 0])
  })
})

// Loading, blocking and scoring in the real DuckDB: what a file may look like, which pairs are compared, what they weigh.
import { describe, expect, it } from 'vitest'
import { loadCsv } from '../../pipeline/adapters/duckdb/table.ts'
import { UsageError } from '../../pipeline/core/errors.ts'
import type { LinkTable } from '../../pipeline/core/stage.ts'
import { aFile, aModel, aTable } from '../support/linkage-table.ts'

const named = {
  columns: { name: { from: 'Họ tên', as: ['fold'] }, born: { from: 'born' } },
  blocking: [['name'], ['born']],
  comparisons: [
    {
      comparison: 'name',
      levels: [
        { level: 'same', when: { equal: 'name' }, termFrequency: 'name', m: 0.9, u: 0.01 },
        { level: 'else', m: 0.1, u: 0.99 },
      ],
    },
    {
      comparison: 'born',
      levels: [
        { level: 'same', when: { equal: 'born' }, m: 0.8, u: 0.001 },
        { level: 'else', m: 0.2, u: 0.999 },
      ],
    },
  ],
}
const model = aModel(named)

async function pairsOf(table: LinkTable, by = model) {
  const pairs = []
  for await (const { a, b } of table.pairs(by)) pairs.push(`${a}-${b}`)
  return pairs
}

describe('a CSV file', () => {
  const read = async (text: string | Uint8Array, id = 'id') => {
    await using table = await loadCsv({}, model, await aFile('x.csv', text), id)
    return await pairsOf(table)
  }
  const rows = ['p,"Lê ""Út"" An, ông",1984', 'q,"lê ""út"" an, ông",', 'r,  ,1984']

  it('may have a BOM, quotes, spaces, missing values, either line end, and a column nobody asked for', async () => {
    for (const end of ['\n', '\r\n'])
      expect(await read(`\uFEFF${['id, Họ tên ,born', ...rows].join(end)}${end}`)).toEqual(['p-q', 'p-r'])
    expect(await read(['id,Họ tên,born,x', ...rows.map((row) => `${row},"1\n2"`)].join('\n'))).toEqual(['p-q', 'p-r'])
  })

  it('may be parted by semicolons or tabs', async () => {
    expect(await read('id;Họ tên;born\n1;An, Lê;1\n2;an, le;2\n')).toEqual(['1-2'])
    expect(await read('id\tHọ tên\tborn\n1\tAn\t1\n2\tBa\t1\n')).toEqual(['1-2'])
  })

  it('is refused in words when a column is not there, ids are not its own, or rows are broken', async () => {
    await expect(read('id,name,born\n1,a,b\n')).rejects.toThrow('Họ tên')
    await expect(read('id,Họ tên,born\n1,a,b\n1,a,b\n')).rejects.toThrow('trùng mã')
    await expect(read('id,Họ tên,born\n,a,b\n')).rejects.toThrow('không có mã')
    await expect(read('id,Họ tên,born\n1,a,b,c,d\n')).rejects.toThrow(UsageError)
    await expect(read(Uint8Array.from([...Buffer.from('id,born,H\n1,'), 0xff, 0xfe]))).rejects.toThrow(UsageError)
    await expect(loadCsv({}, model, '/no/such/file.csv', 'id')).rejects.toThrow(UsageError)
  })

  it('may hold one record or none', async () => {
    expect(await read('id,Họ tên,born\n1,a,b\n')).toEqual([])
    expect(await read('id,Họ tên,born\n')).toEqual([])
  })
})

describe('blocking', () => {
  const everybody = Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`r${at}`, { 'Họ tên': at < 4 ? 'An' : 'Ba', born: '1984' }]),
  )

  it('finds a pair once, by whichever list', async () => {
    await using table = await aTable(model, { a: { 'Họ tên': 'An', born: '1' }, b: { 'Họ tên': 'an', born: '1' } })
    expect(await pairsOf(table)).toEqual(['a-b'])
  })

  it('splits a block that is too large by the next column, and tells what was not compared', async () => {
    const small = aModel({ ...named, blocking: [['born'], ['name']], maxBlock: 4 })
    await using table = await aTable(small, everybody)
    expect(await pairsOf(table, small)).toHaveLength(6 + 1)
    expect(table.blocks()).toMatchObject({ split: 1, records: 6, uncomparedBlocks: 0, pairsLeftOut: 15 - 7 })
  })

  it('tells the block that no column splits', async () => {
    const tiny = aModel({ ...named, blocking: [['born']], maxBlock: 4 })
    await using table = await aTable(tiny, everybody)
    expect(await pairsOf(table, tiny)).toEqual([])
    expect(table.blocks()).toMatchObject({ uncomparedBlocks: 1, uncomparedRecords: 6, pairsLeftOut: 15 })
  })

  it('joins over any member of a list', async () => {
    const units = aModel({ ...named, columns: { ...named.columns, born: { from: 'born', as: [{ split: ' ' }] } } })
    await using table = await aTable(units, { a: { born: '1 2' }, b: { born: '3 2' }, c: { born: '3' } })
    expect(await pairsOf(table, units)).toEqual(['a-b', 'b-c'])
  })

  it('never pairs two records of one source, though asked', async () => {
    const two = aModel({ ...named, columns: { ...named.columns, s: { from: 's' } }, neverWithin: 's' })
    const row = { 'Họ tên': 'An', born: '1' }
    await using table = await aTable(two, { a: { ...row, s: '1' }, b: { ...row, s: '2' }, c: { ...row, s: '2' } })
    expect(await pairsOf(table, two)).toEqual(['a-b', 'a-c'])
    expect((await table.score(two, [['b', 'c']]))[0]?.weight).toBeLessThan(-900)
  })
})

describe('the weight of a pair', () => {
  it('is the prior, the levels, and the frequency of the value', async () => {
    const shares = { name: { average: 0.1, rarest: 0.01, values: { an: 0.2 } } }
    const weighed = aModel({ ...named, prior: -5, termFrequencies: shares })
    await using table = await aTable(weighed, {
      a: { 'Họ tên': 'An' },
      b: { 'Họ tên': 'an' },
      c: { 'Họ tên': 'Út' },
      d: { 'Họ tên': 'Út' },
    })
    const [common, rare] = await table.score(weighed, [
      ['b', 'a'],
      ['c', 'd'],
    ])
    expect(common).toMatchObject({ a: 'a', b: 'b', levels: { name: 'same', born: 'missing' }, frequency: { name: -1 } })
    expect(common?.weight).toBeCloseTo(-5 + Math.log2(90) - 1, 2)
    expect(rare?.weight).toBeCloseTo(-5 + Math.log2(90) + Math.log2(10), 2)
  })

  it('of a comparison stays within its cap', async () => {
    const [name, born] = named.comparisons
    const capped = aModel({ ...named, comparisons: [{ ...name, cap: { most: 2 } }, born] })
    await using table = await aTable(capped, { a: { 'Họ tên': 'An' }, b: { 'Họ tên': 'an' } })
    expect((await table.score(capped, [['a', 'b']]))[0]?.weight).toBe(2)
  })
})

describe('a model', () => {
  const wrong = (change: object) => () => aModel({ ...named, ...change })

  it('with a key, column, level or expression that is not known is refused, told where', () => {
    expect(wrong({ treshold: 3 })).toThrow('treshold')
    expect(wrong({ blocking: [['shoe']] })).toThrow('"shoe"')
    expect(wrong({ vetoes: [{ when: { name: ['equal'] }, vi: '' }] })).toThrow('"equal"')
    expect(wrong({ columns: { ...named.columns, born: { from: 'born', as: [{ matching: '(' }] } } })).toThrow('"born"')
    expect(wrong({ comparisons: [{ comparison: 'name', levels: [{ level: 'a' }, { level: 'b' }] }] })).toThrow('"when"')
  })

  it('without numbers does not score', async () => {
    const bare = aModel({
      ...named,
      comparisons: named.comparisons.map((one) => ({
        ...one,
        levels: one.levels.map(({ m: _, u: __, ...level }) => level),
      })),
    })
    await using table = await aTable(bare, { a: { born: '1' }, b: { born: '1' } })
    await expect(pairsOf(table, bare)).rejects.toThrow('--estimate')
  })
})

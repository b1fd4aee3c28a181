// The export package: what leaves, what is held and why, and that the package can be trusted as it lies there.
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createWorkbookWriter } from '../../pipeline/adapters/exceljs.ts'
import { createPdfWriter } from '../../pipeline/adapters/pdf-lib.ts'
import { sha256 } from '../../pipeline/core/id.ts'
import type { OutPerson } from '../../pipeline/core/stage.ts'
import { exportRecords } from '../../pipeline/stages/export.ts'
import { fieldCodes, fieldOf, type OutRecord, type PageImage, type Word } from '../../schemas/index.ts'
import { pdfText } from '../support/pdf-text.ts'
import { aPerson, aRecord, anError, filesInMemory, type GivenPage, registerOf, told } from '../support/releases.ts'
import { goodQuality } from '../support/scan-quality.ts'
import { toolsWith } from '../support/tools.ts'

interface Given {
  records: readonly OutRecord[]
  persons: readonly OutPerson[]
  pages?: Readonly<Record<string, readonly GivenPage[]>>
  kept?: Readonly<Record<string, Uint8Array>>
}

async function exported({ kept, ...given }: Given) {
  const { files, written, text } = filesInMemory(kept)
  const tools = toolsWith({
    files,
    register: registerOf(given),
    pdfWriter: createPdfWriter(),
    workbookWriter: createWorkbookWriter(),
    signal: new AbortController().signal,
    log: { info: () => undefined, warn: () => undefined },
  })
  const input = { register: { digest: 'd', dossiers: given.records.length }, out: 'out' }
  return { made: exportRecords.output.parse(await exportRecords.run(input, tools)), written, text }
}
const idsIn = (json: string, key: string): unknown[] =>
  JSON.parse(json).map((entry: Record<string, unknown>) => entry[key])

const sound = {
  records: [
    aRecord('b', { personId: 'p2', values: { fullName: 'Lò Văn Ín', birthDate: '1975', citizenId: '024080001234' } }),
    aRecord('a', {
      personId: 'p1',
      values: {
        fullName: 'Nông Thị Bích Đào',
        birthDate: '1984-03',
        salaryCoefficient: 4.98,
        recruitmentDate: '2003-09-02',
      },
      tables: { workHistory: [{ start: told('2003-09'), end: told('nay'), position: told('Chuyên viên') }] },
    }),
  ],
  persons: [aPerson('p2', ['b']), aPerson('p1', ['a'])],
}

const noRulings = { horizontal: [], vertical: [] }
async function scanned(number: number, said: string): Promise<{ jpeg: Uint8Array; page: GivenPage }> {
  const paper = { width: 800, height: 1100, channels: 3, background: 'white' } as const
  const jpeg = new Uint8Array(await sharp({ create: paper }).jpeg().toBuffer())
  const pageId = `a/${number}.jpg#1`
  const image: PageImage = {
    pageId,
    sha256: sha256(jpeg),
    display: `${number}.jpg`,
    isBlank: false,
    width: 800,
    height: 1100,
    dpi: 100,
    turn: 0,
    skewDegrees: 0,
    quality: goodQuality,
    rulings: noRulings,
  }
  const words = said
    .split(' ')
    .map((text, index): Word => ({ text, box: [0.1 + index * 0.1, 0.3, 0.08, 0.02], confidence: 1 }))
  return {
    jpeg,
    page: { number, image, text: { pageId, lines: [{ box: [0.1, 0.3, 0.8, 0.02], words }], rulings: noRulings } },
  }
}

async function sheetOf(bytes: Uint8Array | undefined, name: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes ?? []).buffer)
  const rows: string[][] = []
  workbook.getWorksheet(name)?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text))
    rows.push(cells)
  })
  return rows
}

describe('what leaves', () => {
  it('holds a dossier and its person while an error stands, and says why', async () => {
    const { made, text } = await exported({
      records: [
        ...sound.records,
        aRecord('c', { personId: 'p3', findings: [anError('Thiếu ngày sinh.')], held: true }),
      ],
      persons: [...sound.persons, aPerson('p3', ['c'], { findings: [anError('Thiếu ngày sinh.')], held: true })],
    })
    expect(idsIn(text('records.json'), 'dossier')).toEqual(['a', 'b'])
    expect(idsIn(text('persons.json'), 'personId')).toEqual(['p1', 'p2'])
    expect(made.records).toBe(2)
    expect(made.held).toEqual([
      {
        ...{ personId: 'p3', dossiers: ['c'], reasons: ['Thiếu ngày sinh.'] },
        ...{ fails: ['completeness'], next: 'Thiếu ngày sinh.' },
      },
    ])
    expect(JSON.parse(text('held.json'))).toEqual(made.held)
  })

  it('holds every dossier of a person whose golden record is held', async () => {
    const { made, text } = await exported({
      records: [aRecord('a', { personId: 'p' }), aRecord('b', { personId: 'p' })],
      persons: [aPerson('p', ['b', 'a'], { findings: [anError('Hai ngày sinh khác nhau.')], held: true })],
    })
    expect(text('records.json')).toBe('[]\n')
    expect(text('persons.json')).toBe('[]\n')
    expect(made.held).toMatchObject([{ personId: 'p', dossiers: ['a', 'b'], reasons: ['Hai ngày sinh khác nhau.'] }])
  })

  it('lets a person leave with the sound dossier and holds the other one', async () => {
    const { made, text } = await exported({
      records: [
        aRecord('a', { personId: 'p' }),
        aRecord('b', { personId: 'p', findings: [anError('Mất trang.')], held: true }),
      ],
      persons: [aPerson('p', ['a', 'b'])],
    })
    expect(idsIn(text('records.json'), 'dossier')).toEqual(['a'])
    expect(idsIn(text('persons.json'), 'personId')).toEqual(['p'])
    expect(made.held).toMatchObject([{ personId: 'p', dossiers: ['b'], reasons: ['Mất trang.'] }])
  })

  it('does not let a golden record leave when its only dossier is held', async () => {
    const { text } = await exported({
      records: [aRecord('a', { personId: 'p', findings: [anError('Trang không đọc được.')], held: true })],
      persons: [aPerson('p', ['a'])],
    })
    expect(text('persons.json')).toBe('[]\n')
  })

  it('holds a dossier that no golden record speaks for', async () => {
    const { made } = await exported({ records: [aRecord('a'), aRecord('b', { personId: 'gone' })], persons: [] })
    expect(made.records).toBe(0)
    expect(made.held.map(({ dossiers, reasons }) => [dossiers, reasons.length])).toEqual([
      [['a'], 1],
      [['b'], 1],
    ])
  })

  it('does not take an accepted exception for a reason', async () => {
    const waived = anError('Đã chấp nhận.', { waived: true })
    const { made } = await exported({
      records: [aRecord('a', { personId: 'p', findings: [waived] })],
      persons: [aPerson('p', ['a'])],
    })
    expect(made).toMatchObject({ records: 1, held: [] })
  })
})

describe('the package', () => {
  it('is the same bytes for the same records in any order', async () => {
    const one = await exported(sound)
    const other = await exported({ records: sound.records.toReversed(), persons: sound.persons.toReversed() })
    expect(other.made).toEqual(one.made)
    for (const [path, bytes] of one.written)
      expect(Buffer.compare(other.written.get(path) ?? new Uint8Array(), bytes), path).toBe(0)
  })

  it('has another id when one value differs', async () => {
    const [, ...rest] = sound.records
    const changed = [aRecord('b', { personId: 'p2', values: { fullName: 'Lò Văn In' } }), ...rest]
    expect((await exported({ ...sound, records: changed })).made.packageId).not.toBe(
      (await exported(sound)).made.packageId,
    )
  })

  it('names each file with its hash, and its own hashes come last of all', async () => {
    const { made, written, text } = await exported(sound)
    expect([...written.keys()].slice(-2)).toEqual(['manifest.json', 'manifest-sha256.txt'])
    expect(made.files.map(({ path }) => path)).toEqual(['held.json', 'persons.json', 'records.json', 'records.xlsx'])
    expect(JSON.parse(text('manifest.json'))).toEqual(made)
    const sums = text('manifest-sha256.txt').trimEnd().split('\n')
    expect(sums).toHaveLength(made.files.length + 1)
    for (const sum of sums) {
      const { hash = '', path = '' } = /^(?<hash>[0-9a-f]{64}) {2}(?<path>.+)$/u.exec(sum)?.groups ?? {}
      expect(sha256(written.get(path) ?? ''), path).toBe(hash)
    }
  })

  it('has a record a line, NFC', async () => {
    const { text } = await exported(sound)
    expect(text('records.json')).toMatch(/^\[\n\{.+\},\n\{.+\}\n\]\n$/)
    expect(text('records.json')).toBe(text('records.json').normalize('NFC'))
  })

  it('holds the searchable papers of every dossier that has pages, also of held ones, in page order', async () => {
    const [one, two] = [await scanned(1, 'Độc lập Tự do'), await scanned(2, 'Hạnh phúc')]
    const { made, written } = await exported({
      records: [aRecord('a', { personId: 'p', held: true }), aRecord('trống', { personId: 'p', held: true })],
      persons: [aPerson('p', ['a', 'trống'], { held: true })],
      pages: { a: [two.page, one.page] },
      kept: { '1.jpg': one.jpeg, '2.jpg': two.jpeg },
    })
    expect(made.files.map(({ path }) => path).filter((path) => path.endsWith('.pdf'))).toEqual(['dossiers/a.pdf'])
    const pages = await pdfText(written.get('dossiers/a.pdf') ?? new Uint8Array())
    expect(pages.map(({ text }) => text)).toEqual(['Độc lập Tự do', 'Hạnh phúc'])
  })
})

describe('the workbook of a package', () => {
  it('has the fields in the order of the catalogue, dates as people write them', async () => {
    const { written } = await exported(sound)
    const [head = [], a = [], b = []] = await sheetOf(written.get('records.xlsx'), 'Hồ sơ')
    expect(head.slice(3)).toEqual(fieldCodes.map((code) => fieldOf(code).vi))
    const cell = (row: string[], code: (typeof fieldCodes)[number]) => row[3 + fieldCodes.indexOf(code)]
    expect([a[0], a[1]]).toEqual(['a', 'p1'])
    expect(cell(a, 'birthDate')).toBe('03/1984')
    expect(cell(a, 'recruitmentDate')).toBe('02/09/2003')
    expect(cell(a, 'salaryCoefficient')).toBe('4.98')
    expect(cell(b, 'birthDate')).toBe('1975')
    expect(cell(b, 'citizenId')).toBe('024080001234')
  })

  it('has a sheet for each table, and tells the findings and what to do about what is held', async () => {
    const findings = [anError('Thiếu ngày sinh.')]
    const { written } = await exported({
      records: [...sound.records, aRecord('c', { personId: 'p3', findings, held: true })],
      persons: [...sound.persons, aPerson('p3', ['c'], { findings, held: true })],
    })
    const workbook = written.get('records.xlsx')
    expect((await sheetOf(workbook, 'Quá trình công tác'))[1]).toEqual([
      'a',
      'p1',
      '1',
      '09/2003',
      'nay',
      'Chuyên viên',
    ])
    expect(await sheetOf(workbook, 'Phát hiện')).toHaveLength(2)
    const [, held = []] = await sheetOf(workbook, 'Bị giữ')
    expect(held).toEqual(['p3', 'c', 'Đủ', 'Thiếu ngày sinh.', 'Thiếu ngày sinh.'])
  })
})

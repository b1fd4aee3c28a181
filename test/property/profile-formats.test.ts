// Whatever a person's record says comes out of a package as it went in, in all four formats, read back by readers that had
// no part in the writing. Nothing in a workbook or CSV file ever computes.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { loadProfiles } from '../../pipeline/adapters/profiles.ts'
import { mapRecord, stamped } from '../../pipeline/core/profile/map-record.ts'
import { resolveProfile } from '../../pipeline/core/profile/resolve-profile.ts'
import { personSubject } from '../../pipeline/core/profile/subject.ts'
import { checkPackage } from '../../pipeline/runner/package/check-package.ts'
import { writePackage } from '../../pipeline/runner/package/write-package.ts'
import { csvRows } from '../../pipeline/core/worksheet/csv.ts'
import type { PackageRecord } from '../../pipeline/store/package-records.ts'
import type { PackageFormat, Profile } from '../../schemas/index.ts'
import { cleanValues } from '../support/clean-person.ts'
import { aPerson, told } from '../support/releases.ts'

const { lists } = loadKnowledge()
const { eDossier: _, ...tt06 } = resolveProfile('tt06-2023', loadProfiles())
const formats = ['json', 'xml', 'xlsx', 'csv'] as const

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-formats-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What somebody may have written to make a spreadsheet compute, or a reader stumble. */
const wild = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '=HYPERLINK("http://x";"y")',
    '+84912345678',
    '-5',
    '@SUM(A1)',
    "'=1",
    "'",
    '\t=1',
    '＝1',
    '_x0041_',
    ']]>',
    '&amp;',
    '<a>',
    'a,b;"c"',
    'dòng một\ndòng hai',
    'x\r\ny',
    ' đầu và cuối ',
    '001',
    '1e5',
    'true',
    '2003-09',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const number = fc.integer({ min: 0, max: 999_999_999 }).map((tail) => `000${String(tail).padStart(9, '0')}`)
const row = fc.record({
  start: fc.constantFrom('2003', '2003-09', '2003-09-02'),
  end: fc.constantFrom('nay', '2010'),
  position: wild,
  agency: wild,
})
const person = fc.record({
  citizenId: number,
  otherName: wild,
  mainDuty: wild,
  workHistory: fc.array(row, { maxLength: 3 }),
})
type Given = typeof person extends fc.Arbitrary<infer T> ? T : never

function recordOf(given: Given, index: number, profile: Profile): PackageRecord {
  const { workHistory, ...own } = given
  const values = { ...cleanValues, ...own }
  const out = {
    ...aPerson(`p${index}`, ['d']),
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, told(value)])),
    tables: {
      workHistory: workHistory.map((cells) =>
        Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, told(value)])),
      ),
    },
  }
  const message = profile.messages.dossiers
  const { body, lacking, leftOut } = mapRecord(personSubject(out, ['d'], 'Tỉnh Tuyên Quang'), message, profile, lists)
  expect(lacking).toEqual([])
  const about = { revision: 1, idempotencyKey: `k${index}` }
  const head = { message: 'dossiers', key: `p${index}`, action: 'new', revision: 1 } as const
  return {
    ...head,
    digest: '',
    idempotencyKey: `k${index}`,
    dossiers: ['d'],
    leftOut,
    body: stamped(body, message, about),
  }
}

async function* streamed(records: readonly PackageRecord[]) {
  for (const record of records) yield await Promise.resolve(record)
}

async function packed(format: PackageFormat, given: readonly Given[]) {
  const profile: Profile = { ...tt06, format, recordsPerFile: 2 }
  const records = given.map((each, index) => recordOf(each, index, profile))
  const target = join(folder, `${format}-goi`)
  await rm(target, { recursive: true, force: true })
  await writePackage({
    ...{
      folder: target,
      packageId: 'x',
      profile,
      lists,
      records: () => streamed(records),
      held: [],
      scorecard: undefined,
    },
    eDossier: none,
    signal: new AbortController().signal,
  })
  return {
    target,
    flaws: await checkPackage({ folder: target, profile, lists, records: () => streamed(records) }),
    records,
  }
}

async function* none() {
  yield* await Promise.resolve([])
}

describe.each(formats)('a package in %s', (format) => {
  it('gives back every text, number and 12-digit identity number with its zeros, and passes its schema', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (given) => {
        const { flaws, records } = await packed(format, given)
        expect(flaws).toEqual([])
        for (const [index, { body }] of records.entries())
          expect(body?.thongTinChung).toMatchObject({ soCanCuoc: given[index]?.citizenId })
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})

const evil: Given = {
  citizenId: '000000000001',
  otherName: '=1+1',
  mainDuty: '@SUM(A1)',
  workHistory: [{ start: '2003', end: 'nay', position: '=cmd|1', agency: '+1' }],
}

it('no cell of a CSV file begins as a formula does', async () => {
  const { target } = await packed('csv', [evil])
  const part = join(target, 'data', 'dossiers', 'part-0001')
  for (const name of await readdir(part)) {
    const rows = csvRows((await readFile(join(part, name), 'utf8')).replace(/^\uFEFF/u, ''), ',')
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([])
  }
})

it('no sheet of a workbook has a formula, and every text is a text', async () => {
  const { target } = await packed('xlsx', [evil])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(target, 'data', 'dossiers', 'part-0001.xlsx'))
  const cells = workbook.worksheets.flatMap((sheet) =>
    sheet.getRows(1, sheet.rowCount)?.flatMap((each) => (Array.isArray(each.values) ? each.values : [])),
  )
  expect(cells).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)', '=cmd|1', '000000000001']))
  expect(cells.filter((value) => typeof value === 'object' && value !== null)).toEqual([])
})

// A register of any size for the load test: a few dossiers made by the real stages, then copied by the database under ids of
// their own, so that every row is what the stages would have left.
import type { Run } from '../../pipeline/runner/unit.ts'
import type { Database } from '../../pipeline/store/database.ts'
import { keepDossiers, type Reading } from '../../test/support/review-dossiers.ts'
import { type FieldCode, fieldCodes, fieldOf, type ValueType } from '../../schemas/index.ts'
import { chance, pick, seeded } from '../random.ts'

const seeds = 10
const doubtfulShare = 0.12
const copiesAtOnce = 500
export const agency = 'TQ'
export const idOf = (number: number): string => `H${String(number).padStart(6, '0')}`

const writing: Readonly<Partial<Record<ValueType, readonly string[]>>> = {
  text: ['Phó Trưởng phòng', 'Chuyên viên', 'Hoàn thành tốt nhiệm vụ', 'Trung tâm Y tế huyện'],
  personName: ['Lò Văn Ín', 'Ma Thị Lan', 'Nguyễn Thị Hồng Thắm'],
  date: ['1975-09-02', '2003', '2011-05'],
  digits: ['0804123456'],
}

/** So many fields a dossier; values of types that are written as text. */
function fieldsOf(count: number, seed: number): Partial<Record<FieldCode, Reading>> {
  const random = seeded(`load ${seed}`)
  const fitting = fieldCodes.filter((field) => writing[fieldOf(field).type] !== undefined).slice(0, count)
  return Object.fromEntries(
    fitting.map((field): [FieldCode, Reading] => {
      const value = pick(random, writing[fieldOf(field).type] ?? [''])
      return [field, { value, confidence: chance(random, doubtfulShare) ? 0.6 : 0.95 }]
    }),
  )
}

/** Tables in the order of what refers to what, with the columns that bear the dossier's id. */
const copied: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['Dossier', ['dossier', 'batchId', 'agency', 'entry', 'body']],
  ['Scan', ['scanId', 'dossier', 'sha256', 'body']],
  ['Page', ['pageId', 'scanId', 'dossier', 'scanPage', 'body']],
  ['PageImage', ['pageId', 'isBlank', 'body']],
  ['Document', ['documentId', 'dossier', 'form', 'body']],
  ['PageFate', ['pageId', 'dossier', 'fate', 'body']],
  ['FieldReading', ['documentId', 'field', 'body']],
  ['PersonDraft', ['dossier', 'agency', 'body']],
  ['Finding', ['stage', 'unitId', 'findingId', 'subject', 'code', 'severity', 'isWaived', 'body']],
  [
    'ReviewItem',
    ['dossier', 'agency', 'batchId', 'errors', 'warnings', 'doubtful', 'risk', 'state', 'codes', 'forms', 'digest'],
  ],
  ['DoubtfulValue', ['field', 'dossier', 'agency']],
]
const keyOf: Readonly<Record<string, string>> = {
  Dossier: 'dossier',
  Scan: 'dossier',
  Page: 'dossier',
  PageImage: 'pageId',
  Document: 'dossier',
  PageFate: 'dossier',
  FieldReading: 'documentId',
  PersonDraft: 'dossier',
  Finding: 'unitId',
  ReviewItem: 'dossier',
  DoubtfulValue: 'dossier',
}
const plain = new Set([
  'batchId',
  'agency',
  'sha256',
  'scanPage',
  'isBlank',
  'form',
  'fate',
  'field',
  'stage',
  'findingId',
  'code',
  'severity',
  'isWaived',
  'errors',
  'warnings',
  'doubtful',
  'risk',
  'state',
  'codes',
  'forms',
  'digest',
])

export async function fill(run: Run, persons: number, fields: number, tell: (line: string) => void): Promise<void> {
  const { database } = run.store
  const names = Array.from({ length: seeds }, (_, seed) => `seed-${seed}x`)
  await keepDossiers(
    run,
    names.map((dossier, seed) => ({ dossier, agency, fields: fieldsOf(fields, seed) })),
  )
  for (let from = 0; from < persons; from += copiesAtOnce * seeds) {
    const each = Math.ceil(Math.min(copiesAtOnce * seeds, persons - from) / seeds)
    for (const [seed, name] of names.entries())
      await copy(run, name, from + seed * each, Math.min(each, persons - from - seed * each))
    tell(`${Math.min(from + each * seeds, persons)} of ${persons} dossiers`)
  }
  await database.$executeRaw`
    UPDATE "ReviewItem" i SET "digest" = md5(p."body"::text) FROM "PersonDraft" p WHERE p."dossier" = i."dossier"`
  await golden(database)
  for (const [table] of copied) await database.$executeRawUnsafe(`ANALYZE "${table}"`)
  for (const table of ['GoldenRecord', 'PersonDossier']) await database.$executeRawUnsafe(`ANALYZE "${table}"`)
}

/** With the triggers asleep: what they keep is copied like the rest. */
async function copy(run: Run, name: string, from: number, count: number): Promise<void> {
  if (count <= 0) return
  await run.store.database.$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
    await copyAll(transaction, name, from, count)
  })
}

async function copyAll(database: Database, name: string, from: number, count: number): Promise<void> {
  for (const [table, columns] of copied) {
    const told = columns.map((column) =>
      plain.has(column)
        ? `s."${column}"`
        : column === 'body'
          ? `replace(s."body"::text, '${name}', n.id)::jsonb`
          : `replace(s."${column}", '${name}', n.id)`,
    )
    await database.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) SELECT ${told.join(', ')}
       FROM "${table}" s, (SELECT 'H' || lpad(g::text, 6, '0') AS id FROM generate_series($1::int, $2::int) g) n
       WHERE s."${keyOf[table] ?? ''}" >= '${name}' AND s."${keyOf[table] ?? ''}" < '${name}~'`,
      from,
      from + count - 1,
    )
  }
}

/** A person a dossier, as consolidating would leave it. */
async function golden(database: Database): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "Person" ("personId", "founder", "agency") SELECT left(md5("dossier"), 20), "dossier", "agency" FROM "PersonDraft"`
  await database.$executeRaw`
    INSERT INTO "PersonDossier" ("dossier", "personId") SELECT "dossier", left(md5("dossier"), 20) FROM "PersonDraft"`
  await database.$executeRaw`
    INSERT INTO "GoldenRecord" ("personId", "agency", "body")
    SELECT left(md5("dossier"), 20), "agency", jsonb_build_object('personId', left(md5("dossier"), 20), 'agency', "agency",
      'dossiers', jsonb_build_array("dossier"), 'values', "body"->'values', 'tables', "body"->'tables')
    FROM "PersonDraft"`
}

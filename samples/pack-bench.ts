// Packs invented records with e-dossiers for a receiver and tells the time and the memory it took.
//   npx tsx samples/pack-bench.ts [--records 10000] [--kilobytes 200] [--format json|xml|xlsx|csv]
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadKnowledge } from '../pipeline/adapters/knowledge.ts'
import { loadProfiles } from '../pipeline/adapters/profiles.ts'
import { Config } from '../pipeline/core/config.ts'
import { resolveProfile } from '../pipeline/core/profile/resolve-profile.ts'
import { makePackage } from '../pipeline/runner/package/make-package.ts'
import type { EDossier } from '../pipeline/runner/package/write-package.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'
import type { Store } from '../pipeline/store/database.ts'
import { records, toRow } from '../pipeline/store/records.ts'
import { GoldenRecord, PackageFormat, type PersonDraft } from '../schemas/index.ts'
import { aDraft } from '../test/support/a-draft.ts'

const { values: told } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    kilobytes: { type: 'string', default: '200' },
    format: { type: 'string', default: 'json' },
    fill: { type: 'string' },
  },
})
const count = Number(told.records)
const format = PackageFormat.parse(told.format)
const agency = 'TQ'
/** A number of six figures that stands nowhere else in a record. */
const seed = '907351'

if (told.fill === undefined) await measure()
else {
  await using store = await openWorkspace(Config.parse({ workspace: told.fill }), process.env)
  await fill(store)
}

/** Filling is another process, so that what it takes is not counted. */
async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-pack-'))
  try {
    const workspace = join(folder, 'workspace')
    const words = ['--import', 'tsx', import.meta.filename, '--fill', workspace, '--records', told.records]
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
    if (status !== 0) throw new Error('the workspace could not be filled')
    await using store = await openWorkspace(Config.parse({ workspace }), process.env)
    console.log(JSON.stringify(await packed(store, folder)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function packed(store: Store, folder: string) {
  const profile = { ...resolveProfile('tt06-2023', loadProfiles()), profile: 'bench', format }
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const watch = watchMemory()
  const made = await makePackage({
    ...{ store, profile, lists: loadKnowledge().lists, eDossier: paper(Number(told.kilobytes) * 1000) },
    ...{ tell: ({ code }) => code, asked: { all: false, again: false }, out: join(folder, 'goi') },
    ...{ by: 'Ma Thị Lan', today: '2026-11-22', clock: () => new Date(), signal: new AbortController().signal },
    auditKey: new Uint8Array(32),
  })
  const peakMegabytes = watch()
  const { user, system } = process.cpuUsage(cpu)
  const { files = 0, bytes = 0 } = made.package ?? {}
  return {
    ...{ records: made.prepared.counts.dossiers.new, format, files, bytes, flaws: made.flaws.length },
    ...{ seconds: tenths((performance.now() - started) / 1000), cpuSeconds: tenths((user + system) / 1e6) },
    peakMegabytes,
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

/** The same bytes for the same person, and no two persons alike. */
function paper(bytes: number): EDossier {
  const body = Buffer.alloc(bytes)
  for (let at = 0; at < bytes; at += 1) body[at] = (at * 2654435761) >>> 24
  return async function* papers({ personId }) {
    body.write(personId.padEnd(40, ' '), 0)
    yield await Promise.resolve({ path: '01.pdf', bytes: body })
  }
}

/** Most resident memory since it began, in MB. */
function watchMemory(): () => number {
  let most = 0
  const look = () => (most = Math.max(most, process.memoryUsage.rss()))
  look()
  const timer = setInterval(look, 200)
  return () => {
    clearInterval(timer)
    look()
    return Math.round(most / 1e6)
  }
}

/** One person is kept as the stages keep it; the others are copies of it, alike but for their numbers. */
async function fill({ database }: Store): Promise<void> {
  await database.agency.create({ data: { code: agency, name: 'Tỉnh Tuyên Quang' } })
  const batch = { batchId: 'b', name: 'Đợt 1', folder: '/quet', agency }
  await database.batch.create({ data: { batchId: 'b', agency, body: batch } })
  const base = aDraft()
  const body = { dossier: seed, batchId: 'b', agency }
  await database.dossier.create({ data: { ...body, entry: `${seed}/`, body } })
  await database.personDraft.create({ data: toRow(records.personDraft, { ...base, dossier: seed }) })
  await database.person.create({ data: { personId: `p${seed}`, founder: seed, agency } })
  await database.personDossier.create({ data: { personId: `p${seed}`, dossier: seed } })
  await database.goldenRecord.create({ data: toRow(records.goldenRecord, goldenOf(base)) })
  const copies: readonly (readonly [table: string, columns: readonly string[]])[] = [
    ['Dossier', ['dossier', 'batchId', 'agency', 'entry', 'body']],
    ['PersonDraft', ['dossier', 'agency', 'body']],
    ['Person', ['personId', 'founder', 'agency']],
    ['PersonDossier', ['personId', 'dossier']],
    ['GoldenRecord', ['personId', 'agency', 'body']],
  ]
  for (const [table, columns] of copies) {
    const copied = columns.map((column) =>
      column === 'body' ? `replace("body"::text, '${seed}', n)::jsonb` : `replace("${column}", '${seed}', n)`,
    )
    await database.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) SELECT ${copied.join(', ')}
       FROM "${table}", (SELECT lpad(i::text, 6, '0') AS n FROM generate_series(1, ${count - 1}) i) numbers`,
    )
  }
  await database.$executeRawUnsafe('ANALYZE')
}

/** Alike but for the identity number. */
function goldenOf({ values, tables }: PersonDraft): GoldenRecord {
  const { citizenId } = values
  const { outcome } = citizenId
  return {
    ...{ personId: `p${seed}`, agency, dossiers: [seed] },
    values: {
      ...values,
      citizenId: {
        ...citizenId,
        outcome: outcome.status === 'read' ? { ...outcome, value: `008185${seed}` } : outcome,
      },
    },
    tables: GoldenRecord.shape.tables.parse(
      Object.fromEntries(
        Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => ({ ...row, dossier: seed }))]),
      ),
    ),
  }
}

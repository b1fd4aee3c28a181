// Packs invented records with e-dossiers for a receiver and tells the time and the memory it took.
//   npx tsx samples/pack-bench.ts [--records 10000] [--kilobytes 200] [--format json|xml|xlsx|csv]
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
  },
})
const count = Number(told.records)
const format = PackageFormat.parse(told.format)
const agency = 'TQ'

const folder = await mkdtemp(join(tmpdir(), 'hoso-pack-'))
try {
  await using store = await openWorkspace(Config.parse({ workspace: join(folder, 'workspace') }), process.env)
  await fill(store)
  const profile = { ...resolveProfile('tt06-2023', loadProfiles()), profile: 'bench', format }
  const started = performance.now()
  const watch = watchMemory()
  const made = await makePackage({
    ...{ store, profile, lists: loadKnowledge().lists, eDossier: paper(Number(told.kilobytes) * 1000) },
    ...{ tell: ({ code }) => code, asked: { all: false, again: false }, out: join(folder, 'goi') },
    ...{ by: 'Ma Thị Lan', today: '2026-11-22', clock: () => new Date(), signal: new AbortController().signal },
    auditKey: new Uint8Array(32),
  })
  const peak = watch()
  const { files = 0, bytes = 0 } = made.package ?? {}
  process.stdout.write(
    `${JSON.stringify({ records: made.prepared.counts.dossiers.new, format, files, bytes, flaws: made.flaws.length, seconds: Math.round((performance.now() - started) / 100) / 10, peakMegabytes: peak })}\n`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
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

async function fill({ database }: Store): Promise<void> {
  await database.agency.create({ data: { code: agency, name: 'Tỉnh Tuyên Quang' } })
  const batch = { batchId: 'b', name: 'Đợt 1', folder: '/quet', agency }
  await database.batch.create({ data: { batchId: 'b', agency, body: batch } })
  const base = aDraft()
  for (let start = 0; start < count; start += 250) {
    const all = Array.from({ length: Math.min(250, count - start) }, (_, index) =>
      String(start + index).padStart(6, '0'),
    )
    const dossiers = all.map((dossier) => ({ dossier, batchId: 'b', agency }))
    await database.dossier.createMany({
      data: dossiers.map((body) => ({ ...body, entry: `${body.dossier}/`, body })),
    })
    await database.personDraft.createMany({
      data: all.map((dossier) => toRow(records.personDraft, { ...base, dossier })),
    })
    await database.person.createMany({ data: all.map((founder) => ({ personId: `p${founder}`, founder, agency })) })
    await database.personDossier.createMany({ data: all.map((dossier) => ({ personId: `p${dossier}`, dossier })) })
    await database.goldenRecord.createMany({
      data: all.map((dossier) => toRow(records.goldenRecord, goldenOf(dossier, base))),
    })
  }
}

/** Alike but for the identity number. */
function goldenOf(dossier: string, { values, tables }: PersonDraft): GoldenRecord {
  const { citizenId } = values
  const outcome =
    citizenId.outcome.status === 'read' ? { ...citizenId.outcome, value: `008185${dossier}` } : citizenId.outcome
  return {
    ...{ personId: `p${dossier}`, agency, dossiers: [dossier] },
    values: { ...values, citizenId: { ...citizenId, outcome } },
    tables: GoldenRecord.shape.tables.parse(
      Object.fromEntries(
        Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => ({ ...row, dossier }))]),
      ),
    ),
  }
}

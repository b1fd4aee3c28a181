// For each stage: which units there are, in the order of their ids, with their inputs read only when asked for.
import type { Unit } from '../core/stage.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { inputs, type Request } from './inputs.ts'
import { todaySuffix } from './ledger.ts'
import { isOpen } from './secrecy.ts'

export interface StageUnit {
  readonly unitId: string
  /** Its input; undefined when it has vanished since, because its dossier was closed. */
  readonly load: () => Promise<unknown>
}

interface Source {
  readonly table: Prisma.Sql
  readonly key: Prisma.Sql
  /** Two units a subject: timeless rules, and those that know today. */
  readonly isTimed?: true
}

/** A person whose dossiers all went to another one is but an alias; of one whose dossiers are all closed nothing is known. */
const withMembers = Prisma.sql`(SELECT p."personId" FROM "Person" p
  WHERE EXISTS (SELECT 1 FROM "CurrentMember" m WHERE m."personId" = p."personId" AND ${isOpen(Prisma.sql`m."dossier"`)}))`

const openPages = Prisma.sql`(SELECT p."pageId", p."dossier" FROM "Page" p WHERE ${isOpen(Prisma.sql`p."dossier"`)})`
const writtenPages = Prisma.sql`(SELECT i."pageId", p."dossier" FROM "PageImage" i JOIN "Page" p USING ("pageId")
  WHERE NOT i."isBlank" AND ${isOpen(Prisma.sql`p."dossier"`)})`

/** Rows whose ids are the ids of the units; stages over everything have one unit and are not here. */
const sources: Readonly<Record<string, Source>> = {
  intake: { table: Prisma.sql`"Delivered"`, key: Prisma.sql`"scanId"` },
  render: { table: openPages, key: Prisma.sql`"pageId"` },
  recognize: { table: writtenPages, key: Prisma.sql`"pageId"` },
  classify: { table: Prisma.sql`"Dossier"`, key: Prisma.sql`"dossier"` },
  extract: { table: Prisma.sql`"Document"`, key: Prisma.sql`"documentId"` },
  reread: { table: Prisma.sql`"Document"`, key: Prisma.sql`"documentId"` },
  assemble: { table: Prisma.sql`"Dossier"`, key: Prisma.sql`"dossier"` },
  validate: { table: Prisma.sql`"PersonDraft"`, key: Prisma.sql`"dossier"`, isTimed: true },
  consolidate: { table: withMembers, key: Prisma.sql`"personId"` },
  revalidate: { table: Prisma.sql`"GoldenRecord"`, key: Prisma.sql`"personId"`, isTimed: true },
}

const idsAtOnce = 500

/** Units in groups, so that the ledger is asked once a group. */
export async function* unitsOf(
  database: Database,
  stage: { name: string; unit: Unit },
  request: Request,
): AsyncGenerator<StageUnit[]> {
  const { name } = stage
  const source = sources[name]
  if (!source) {
    const only = stage.unit === 'release' ? request.out : stage.unit
    if (only !== undefined) yield [{ unitId: only, load: () => inputOf(name)(database, only, request) }]
    return
  }
  for (let after: string | undefined; ;) {
    const ids = await nextIds(database, source, after)
    if (ids.length === 0) return
    yield ids.flatMap((id) => unitsOn(database, stage, id, request))
    after = ids.at(-1)
  }
}

/** All units of one dossier in a stage between its pages and its findings. */
export async function unitsOfDossier(
  database: Database,
  stage: { name: string },
  dossier: string,
  request: Request,
): Promise<StageUnit[]> {
  const source = sources[stage.name]
  if (!source) return []
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.${source.key} AS id FROM ${source.table} s WHERE s."dossier" = ${dossier} ORDER BY s.${source.key}`
  return rows.flatMap(({ id }) => unitsOn(database, stage, id, request))
}

/** The units of one subject, whether it is there or not. */
export function unitsOn(database: Database, { name }: { name: string }, id: string, request: Request): StageUnit[] {
  const timeless = { unitId: id, load: () => inputOf(name)(database, id, { ...request, today: undefined }) }
  const timed = { unitId: `${id}${todaySuffix}`, load: () => inputOf(name)(database, id, request) }
  return sources[name]?.isTimed ? [timeless, timed] : [timeless]
}

export async function countUnits(
  database: Database,
  stage: { name: string; unit: Unit },
  request: Request,
): Promise<number> {
  const source = sources[stage.name]
  if (!source) return stage.unit === 'release' && request.out === undefined ? 0 : 1
  const [row] = await database.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${source.table} s`
  return (row?.count ?? 0) * (source.isTimed ? 2 : 1)
}

/** Units that have a row in the ledger but are no longer there: their output must go. `within`: how their ids begin. */
export async function vanishedUnits(database: Database, stage: { name: string }, within = ''): Promise<string[]> {
  const source = sources[stage.name]
  if (!source) return []
  const subject = source.isTimed
    ? Prisma.sql`regexp_replace(r."unitId", ${`${todaySuffix}$`}, '')`
    : Prisma.sql`r."unitId"`
  const rows = await database.$queryRaw<{ unitId: string }[]>`
    SELECT r."unitId" FROM "StageRun" r WHERE r."stage" = ${stage.name}
    AND starts_with(r."unitId", ${within}) AND NOT EXISTS (SELECT 1 FROM ${source.table} s WHERE s.${source.key} = ${subject}) ORDER BY r."unitId"`
  return rows.map(({ unitId }) => unitId)
}

async function nextIds(database: Database, { table, key }: Source, after: string | undefined): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.${key} AS id FROM ${table} s WHERE s.${key} > ${after ?? ''} ORDER BY s.${key} LIMIT ${idsAtOnce}`
  return rows.map(({ id }) => id)
}

function inputOf(stage: string) {
  const input = inputs[stage]
  if (!input) throw new Error(`no input is known for the stage ${stage}`)
  return input
}

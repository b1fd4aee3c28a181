// Values drawn for a second look and what came of them. The draw depends on the value's place alone, so that drawing again draws
// the same; what was drawn and what was said of it is only ever added to.
import { z } from 'zod'
import { DraftValue, FieldCode, type SampledValue, SecondLook, type SecondLook as Look } from '../../schemas/index.ts'
import { idOf } from '../core/id.ts'
import { type Looked, stateOf } from '../core/sampling/sampling-report.ts'
import { seenHash } from '../core/steer.ts'
import type { Database } from './database.ts'
import { inChunks } from './in-chunks.ts'
import { checkedBy, fromRow, fromRows, records, toRow } from './records.ts'

const dossiersAtOnce = 1000
const what = 'một dòng trong cơ sở dữ liệu'
const Drawn = z.object({ dossier: z.string(), agency: z.string(), field: FieldCode, value: DraftValue })
type Drawn = z.infer<typeof Drawn>

/** Adds what is new of the draw; gives how many. A value read or decided anew may be drawn anew. */
export async function drawSamples(
  database: Database,
  { share, today }: { share: number; today: string },
): Promise<number> {
  let added = 0
  for (let after = ''; ;) {
    const dossiers = await database.personDraft.findMany({
      where: { dossier: { gt: after } },
      orderBy: { dossier: 'asc' },
      take: dossiersAtOnce,
      select: { dossier: true },
    })
    const last = dossiers.at(-1)
    if (last === undefined) return added
    const drawn = await drawnFrom(
      database,
      dossiers.map(({ dossier }) => dossier),
      share,
    )
    const stewards = await stewardsOf(database, drawn)
    await inChunks(
      drawn.map((each) => toRow(records.sampledValue, sampleOf(each, stewards, today))),
      async ({ data }) => {
        added += (await database.sampledValue.createMany({ data, skipDuplicates: true })).count
      },
    )
    after = last.dossier
  }
}

/** Sure values that stand on paper: of what no image shows nobody can say anything. The share is of a hash of the place. */
async function drawnFrom(database: Database, dossiers: readonly string[], share: number): Promise<Drawn[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT d."dossier", d."agency", f.key AS field, f.value
    FROM "PersonDraft" p JOIN "Dossier" d USING ("dossier") CROSS JOIN LATERAL jsonb_each(p."body"->'values') f
    WHERE p."dossier" = ANY(${[...dossiers]}) AND f.value->>'grade' = 'good'
      AND f.value#>>'{outcome,status}' IN ('read', 'blank') AND f.value#>>'{outcome,provenance,pageId}' IS NOT NULL
      AND ('x' || left(md5(d."batchId" || ' ' || d."dossier" || ' ' || f.key), 8))::bit(32)::bigint / 4294967296.0 < ${share}`
  return rows.map((row) => checkedBy(Drawn, row, what))
}

async function stewardsOf(database: Database, drawn: readonly Drawn[]): Promise<ReadonlyMap<string, string>> {
  const ids = drawn.flatMap(({ value }) => (value.source?.kind === 'steward' ? value.source.decisionId : []))
  const rows = await database.stewardDecision.findMany({ where: { decisionId: { in: ids } } })
  return new Map(fromRows(records.stewardDecision, rows).map(({ decisionId, steward }) => [decisionId, steward]))
}

function sampleOf(
  { dossier, agency, field, value }: Drawn,
  stewards: ReadonlyMap<string, string>,
  today: string,
): SampledValue {
  const decisionId = value.source?.kind === 'steward' ? value.source.decisionId : undefined
  const steward = stewards.get(decisionId ?? '')
  const seen = seenHash(value)
  return {
    sampleId: idOf('sample', dossier, field, seen, decisionId ?? ''),
    dossier,
    field,
    agency,
    kind: decisionId === undefined ? 'automatic' : 'confirmed',
    seen,
    ...(decisionId === undefined ? {} : { decisionId }),
    ...(steward === undefined ? {} : { steward }),
    drawnOn: today,
  }
}

/** Waiting for somebody who is none of these `names`; in an order that tells nothing. */
export async function waitingSamples(
  database: Database,
  { agencies, names }: { readonly agencies: readonly string[] | 'all'; readonly names: readonly string[] },
  most: number,
): Promise<SampledValue[]> {
  const only = agencies === 'all' ? null : [...agencies]
  const rows = await database.$queryRaw<{ body: unknown }[]>`
    SELECT s."body" FROM "SampledValue" s
    WHERE NOT EXISTS (SELECT 1 FROM "SecondLook" l WHERE l."sampleId" = s."sampleId")
      AND (${only}::text[] IS NULL OR s."agency" = ANY(${only}::text[]))
      AND (s."steward" IS NULL OR s."steward" <> ALL(${[...names]}::text[]))
      AND NOT EXISTS (SELECT 1 FROM "ClosedDossier" c WHERE c."dossier" = s."dossier")
    ORDER BY s."sampleId" LIMIT ${most}`
  return fromRows(records.sampledValue, rows)
}

export interface KnownSample {
  readonly sample: SampledValue
  readonly looks: readonly Look[]
  /** The value, as long as it is the one that was drawn. */
  readonly value: DraftValue | undefined
}

export async function knownSample(database: Database, sampleId: string): Promise<KnownSample | undefined> {
  const row = await database.sampledValue.findUnique({ where: { sampleId } })
  if (row === null) return undefined
  const sample = fromRow(records.sampledValue, row)
  const looks = await database.secondLook.findMany({ where: { sampleId }, orderBy: { kind: 'asc' } })
  const [found] = await database.$queryRaw<{ value: unknown }[]>`
    SELECT "body"#>ARRAY['values', ${sample.field}::text] AS value FROM "PersonDraft" WHERE "dossier" = ${sample.dossier}`
  const value = found === undefined ? undefined : checkedBy(DraftValue, found.value, what)
  const isSame = value !== undefined && seenHash(value) === sample.seen && decisionOf(value) === sample.decisionId
  return { sample, looks: fromRows(records.secondLook, looks), value: isSame ? value : undefined }
}

const decisionOf = ({ source }: DraftValue) => (source?.kind === 'steward' ? source.decisionId : undefined)

/** False when somebody was first. */
export async function keepLook(database: Database, look: Look): Promise<boolean> {
  const { count } = await database.secondLook.createMany({
    data: [toRow(records.secondLook, look)],
    skipDuplicates: true,
  })
  return count === 1
}

/** Every drawn value with where it stands. */
export async function lookedSamples(database: Database): Promise<(Looked & { readonly sampleId: string })[]> {
  const rows = await database.$queryRaw<{ body: unknown; looks: unknown }[]>`
    SELECT s."body", (SELECT coalesce(jsonb_agg(l."body"), '[]') FROM "SecondLook" l WHERE l."sampleId" = s."sampleId") AS looks
    FROM "SampledValue" s ORDER BY s."sampleId"`
  return rows.map((row) => {
    const { sampleId, field, agency, kind } = fromRow(records.sampledValue, row)
    const looks = checkedBy(z.array(SecondLook), row.looks, what)
    return { sampleId, field, agency, kind, state: stateOf(looks) }
  })
}

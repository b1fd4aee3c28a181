// What waits for a person, the most urgent first: a page of it at a time, and how much there is in each state.
import { z } from 'zod'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { checkedBy } from './records.ts'

export const reviewStates = ['open', 'changed', 'returned', 'submitted', 'approved'] as const
export const ReviewState = z.enum(reviewStates)
export type ReviewState = z.infer<typeof ReviewState>

export interface QueueFilter {
  /** Where the asker may look, narrowed to what was chosen. */
  readonly agencies: readonly string[] | 'all'
  readonly batch?: string | undefined
  readonly code?: string | undefined
  readonly form?: string | undefined
  readonly state?: ReviewState | undefined
  /** An account; or nobody's. */
  readonly holder?: { readonly account: string } | 'nobody' | undefined
  /** Part of the id of a dossier. */
  readonly dossier?: string | undefined
}

const QueueRow = z.object({
  dossier: z.string(),
  agency: z.string(),
  batchId: z.string(),
  batch: z.string(),
  /** Not told where a reason is asked for before a dossier is opened. */
  name: z.string().nullable(),
  errors: z.int(),
  warnings: z.int(),
  doubtful: z.int(),
  risk: z.int(),
  state: ReviewState,
  codes: z.array(z.string()),
  holder: z.string().nullable(),
  until: z.date().nullable(),
})
export type QueueRow = z.infer<typeof QueueRow>

function conditions(filter: QueueFilter, now: Date): Prisma.Sql {
  const { agencies, batch, code, form, state, holder, dossier } = filter
  const all = [
    ...(agencies === 'all' ? [] : [Prisma.sql`i."agency" = ANY(${[...agencies]})`]),
    ...(batch === undefined ? [] : [Prisma.sql`i."batchId" = ${batch}`]),
    ...(code === undefined ? [] : [Prisma.sql`i."codes" @> ARRAY[${code}]`]),
    ...(form === undefined ? [] : [Prisma.sql`i."forms" @> ARRAY[${form}]`]),
    ...(state === undefined ? [] : [Prisma.sql`i."state" = ${state}`]),
    ...(dossier === undefined ? [] : [Prisma.sql`strpos(lower(i."dossier"), lower(${dossier})) > 0`]),
    ...(holder === undefined ? [] : [heldBy(holder, now)]),
  ]
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, ' AND ')
}

function heldBy(holder: NonNullable<QueueFilter['holder']>, now: Date): Prisma.Sql {
  const claims = Prisma.sql`SELECT 1 FROM "ReviewClaim" h WHERE h."dossier" = i."dossier" AND h."expiresAt" > ${now}`
  return holder === 'nobody'
    ? Prisma.sql`NOT EXISTS (${claims})`
    : Prisma.sql`EXISTS (${claims} AND h."account" = ${holder.account})`
}

export async function queuePage(
  database: Database,
  filter: QueueFilter,
  { now, skip, take }: { now: Date; skip: number; take: number },
): Promise<QueueRow[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT q.*, b."body"->>'name' AS batch, CASE WHEN a."asksReason" THEN NULL ELSE p."body"#>>'{values,fullName,outcome,value}' END AS name,
      c."account" AS holder, c."expiresAt" AS until
    FROM (
      SELECT i."dossier", i."agency", i."batchId", i."errors", i."warnings", i."doubtful", i."risk", i."state", i."codes"
      FROM "ReviewItem" i WHERE ${conditions(filter, now)}
      ORDER BY i."risk" DESC, i."dossier" LIMIT ${take} OFFSET ${skip}
    ) q JOIN "Batch" b USING ("batchId") JOIN "PersonDraft" p USING ("dossier") JOIN "Agency" a ON a."code" = q."agency"
      LEFT JOIN "ReviewClaim" c ON c."dossier" = q."dossier" AND c."expiresAt" > ${now}
    ORDER BY q."risk" DESC, q."dossier"`
  return rows.map((row) => checkedBy(QueueRow, row, 'hàng đợi rà soát'))
}

export type StateCounts = Readonly<Record<ReviewState, number>>

const Count = z.object({ state: ReviewState, count: z.int() })

/** Whatever state is chosen: the counts are what one chooses it by. */
export async function stateCounts(database: Database, filter: QueueFilter, now: Date): Promise<StateCounts> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT i."state", count(*)::int AS count FROM "ReviewItem" i
    WHERE ${conditions({ ...filter, state: undefined }, now)} GROUP BY 1`
  const counts = new Map(
    rows.map((row) => checkedBy(Count, row, 'hàng đợi rà soát')).map(({ state, count }) => [state, count]),
  )
  const of = (state: ReviewState) => counts.get(state) ?? 0
  return {
    open: of('open'),
    changed: of('changed'),
    returned: of('returned'),
    submitted: of('submitted'),
    approved: of('approved'),
  }
}

/** What there is to filter by. */
export interface QueueFacets {
  readonly batches: readonly { readonly batchId: string; readonly name: string }[]
  readonly codes: readonly string[]
  readonly forms: readonly string[]
}

export async function queueFacets(database: Database, agencies: QueueFilter['agencies']): Promise<QueueFacets> {
  const where = agencies === 'all' ? Prisma.sql`true` : Prisma.sql`i."agency" = ANY(${[...agencies]})`
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name)
  return {
    batches: await database.$queryRaw`
      SELECT b."batchId", b."body"->>'name' AS name FROM "Batch" b
      WHERE EXISTS (SELECT 1 FROM "ReviewItem" i WHERE i."batchId" = b."batchId" AND ${where}) ORDER BY 2, 1`,
    codes: names(
      await database.$queryRaw`SELECT DISTINCT unnest(i."codes") AS name FROM "ReviewItem" i WHERE ${where} ORDER BY 1`,
    ),
    forms: names(
      await database.$queryRaw`SELECT DISTINCT unnest(i."forms") AS name FROM "ReviewItem" i WHERE ${where} ORDER BY 1`,
    ),
  }
}

/** The next dossier nobody has in hand, the most urgent first. */
export async function nextFree(
  database: Database,
  filter: QueueFilter,
  { now, after }: { now: Date; after: string },
): Promise<string | undefined> {
  const [row] = await database.$queryRaw<{ dossier: string }[]>`
    SELECT i."dossier" FROM "ReviewItem" i
    WHERE ${conditions({ ...filter, holder: 'nobody' }, now)} AND i."dossier" <> ${after}
    ORDER BY i."risk" DESC, i."dossier" LIMIT 1`
  return row?.dossier
}

/** Digest of the draft and state, of one dossier. */
export async function reviewItem(
  database: Database,
  dossier: string,
): Promise<{ readonly state: ReviewState; readonly digest: string } | undefined> {
  const row = await database.reviewItem.findUnique({ where: { dossier }, select: { state: true, digest: true } })
  return row === null ? undefined : { state: ReviewState.parse(row.state), digest: row.digest }
}

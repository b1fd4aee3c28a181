// Where every page went, batch by batch and page by page; and what people said of pages whose paper nobody could tell.
import type { PageFate } from '../../schemas/index.ts'
import { z } from 'zod'
import { missingSheets, separatorIn } from '../core/separator-code.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { orderedPages } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'

export interface BatchCoverage {
  readonly batch: string
  readonly pages: number
  readonly document: number
  readonly blank: number
  readonly separator: number
  readonly orphan: number
  readonly unreadable: number
  readonly pending: number
}

export async function coverageByBatch(database: Database): Promise<BatchCoverage[]> {
  return database.$queryRaw<BatchCoverage[]>`
    SELECT b."body"->>'name' AS batch, count(*)::int AS pages,
      count(*) FILTER (WHERE f."fate" = 'document')::int AS document,
      count(*) FILTER (WHERE f."fate" = 'blank')::int AS blank,
      count(*) FILTER (WHERE f."fate" = 'separator')::int AS separator,
      count(*) FILTER (WHERE f."fate" = 'orphan')::int AS orphan,
      count(*) FILTER (WHERE f."fate" = 'unreadable')::int AS unreadable,
      count(*) FILTER (WHERE f."fate" IS NULL)::int AS pending
    FROM "Page" p JOIN "Dossier" d USING ("dossier") JOIN "Batch" b ON b."batchId" = d."batchId"
    LEFT JOIN "PageFate" f USING ("pageId") GROUP BY b."batchId", b."body"->>'name' ORDER BY b."batchId"`
}

/** Sheets that came back, and the numbers that did not, of every set of sheets seen. */
export async function sheetsByBatch(database: Database): Promise<ReturnType<typeof missingSheets>> {
  const rows = await database.$queryRaw<{ code: string }[]>(
    Prisma.sql`SELECT DISTINCT c->>'text' AS code FROM "PageImage" i, jsonb_array_elements(i."body"->'codes') c
      WHERE jsonb_typeof(i."body"->'codes') = 'array' AND c->>'text' LIKE 'HOSO-PC1|%'`,
  )
  return missingSheets(rows.flatMap(({ code }) => separatorIn(code) ?? []))
}

export interface ToldPage {
  readonly pageId: string
  readonly number: number
  readonly fate: PageFate['fate'] | 'pending'
  /** Document and place in it, or the first page of the paper of unknown kind. */
  readonly document?: string
  readonly kind?: string
  readonly place?: number
  readonly startsAt?: number
}

/** Page by page: document N page k, or what else became of it. */
export async function toldPages(database: Database, dossier: string): Promise<ToldPage[]> {
  const pages = await orderedPages(database, dossier)
  const numbers = new Map(pages.map(({ pageId }, index) => [pageId, index + 1]))
  const fates = new Map(
    (await database.pageFate.findMany({ where: { dossier } })).map((row) => [
      row.pageId,
      fromRow(records.pageFate, row),
    ]),
  )
  const documents = fromRows(records.document, await database.document.findMany({ where: { dossier } }))
  return pages.map(({ pageId }, index) => {
    const fate = fates.get(pageId)
    const document = documents.find((each) => each.documentId === fate?.documentId)
    const startsAt = fate?.startsAt === undefined ? undefined : numbers.get(fate.startsAt)
    return {
      pageId,
      number: index + 1,
      fate: fate?.fate ?? 'pending',
      ...(document && { document: document.documentId, place: document.pages.indexOf(pageId) + 1 }),
      ...(document?.kind !== undefined && { kind: document.kind }),
      ...(startsAt !== undefined && { startsAt }),
    }
  })
}

/** What a person says of a page. */
export const PageRuling = z.discriminatedUnion('says', [
  z.object({ says: z.literal('starts'), kind: z.string().optional() }),
  z.object({ says: z.literal('goesOn') }),
])
export type PageRuling = z.infer<typeof PageRuling>

export async function keepRuling(
  database: Database,
  ruling: {
    readonly pageId: string
    readonly dossier: string
    readonly by: string
    readonly at: Date
    readonly body: PageRuling
  },
): Promise<void> {
  await database.pageRuling.create({ data: ruling })
}

/** The latest word on each page. */
export async function rulingsOf(database: Database, dossier: string): Promise<Map<string, PageRuling>> {
  const rows = await database.pageRuling.findMany({ where: { dossier }, orderBy: { rowVersion: 'asc' } })
  return new Map(rows.map(({ pageId, body }) => [pageId, PageRuling.parse(body)]))
}

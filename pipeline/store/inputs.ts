// The input of each stage for one unit, read from the results of the stages before it. Orders are fixed: no stage sorts.
import { createHash } from 'node:crypto'
import type { StewardDecision } from '../../schemas/index.ts'
import { BrokenContract } from '../core/errors.ts'
import { canonicalJson } from '../core/id.ts'
import { judgedOfDraft, judgedOfPerson } from '../core/judged.ts'
import { standing } from '../core/standing.ts'
import type { Database } from './database.ts'
import { dossiersOf } from './identities.ts'
import { ledgerDigest } from './ledger.ts'
import { listedFor } from './listed.ts'
import { marksOf } from './marks.ts'
import { rulingsOf } from './page-fates.ts'
import { knownPages, pageNumbers } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'
import { linkRecords } from './register.ts'
import { sourceOf } from './replacements.ts'
import { isClosed } from './secrecy.ts'

/** What of a run the inputs depend on. */
export interface Request {
  /** ISO date; absent for what must not depend on it. */
  readonly today: string | undefined
  /** The day of the run, also for the timeless: exceptions run out. */
  readonly day?: string | undefined
  /** The folder of a release; without it there is none. */
  readonly out: string | undefined
}

type Input = (database: Database, unitId: string, request: Request) => Promise<unknown>

const intake: Input = async (database, scanId) => {
  const { dossier, path, delivered, sha256 } = there(await database.delivered.findUnique({ where: { scanId } }), scanId)
  return { dossier, path, delivered, sha256 }
}

const render: Input = async (database, pageId) => {
  const page = fromRow(records.page, there(await database.page.findUnique({ where: { pageId } }), pageId))
  const scan = there(await database.scan.findUnique({ where: { scanId: page.scanId } }), page.scanId)
  return await sourceOf(database, page, fromRow(records.scan, scan))
}

/** A page whose dossier was closed while it waited has lost its image. */
const recognize: Input = async (database, pageId) => {
  const row = await database.pageImage.findUnique({ where: { pageId } })
  return row === null ? undefined : { image: fromRow(records.pageImage, row) }
}

const classify: Input = async (database, dossier) => {
  const rulings = await rulingsOf(database, dossier)
  return {
    dossier,
    pages: (await knownPages(database, dossier)).map(({ page, number, image, text }) => ({
      pageId: page.pageId,
      number,
      isBlank: image?.isBlank ?? false,
      isUnreadable: image === undefined || (!image.isBlank && text === undefined),
      ...(text ? { text } : {}),
      ...(image?.codes ? { codes: image.codes.map((code) => code.text) } : {}),
      ...(image ? { size: [image.width / image.dpi, image.height / image.dpi] } : {}),
      ...(rulings.has(page.pageId) ? { ruling: rulings.get(page.pageId) } : {}),
    })),
  }
}

async function extractInput(database: Database, documentId: string) {
  const document = fromRow(
    records.document,
    there(await database.document.findUnique({ where: { documentId } }), documentId),
  )
  const rows = await database.pageText.findMany({ where: { pageId: { in: document.pages } } })
  const texts = new Map(rows.map((row) => [row.pageId, row]))
  return {
    document,
    pages: document.pages.flatMap((pageId) => fromRows(records.pageText, [texts.get(pageId) ?? []].flat())),
  }
}

/** With the QR codes of those pages that bear one. */
const extract: Input = async (database, documentId) => {
  const input = await extractInput(database, documentId)
  const where = { pageId: { in: input.document.pages } }
  const images = fromRows(records.pageImage, await database.pageImage.findMany({ where, orderBy: { pageId: 'asc' } }))
  const coded = images.flatMap(({ pageId, codes }) => (codes === undefined ? [] : [[pageId, codes] as const]))
  return { ...input, ...(coded.length > 0 && { codes: Object.fromEntries(coded) }) }
}

const reread: Input = async (database, documentId) => {
  const where = { documentId }
  const { document, pages } = await extractInput(database, documentId)
  const fields = await database.fieldReading.findMany({ where, orderBy: { field: 'asc' } })
  const rows = await database.rowReading.findMany({ where, orderBy: [{ table: 'asc' }, { row: 'asc' }] })
  const images = await database.pageImage.findMany({
    where: { pageId: { in: document.pages } },
    orderBy: { pageId: 'asc' },
  })
  return {
    document,
    fields: fromRows(records.fieldReading, fields),
    rows: fromRows(records.rowReading, rows),
    pages,
    images: fromRows(records.pageImage, images),
  }
}

const assemble: Input = async (database, dossier) => {
  const row = there(await database.dossier.findUnique({ where: { dossier } }), dossier)
  const documents = await documentsOf(database, dossier)
  const where = { documentId: { in: documents.map(({ documentId }) => documentId) } }
  const fields = await database.fieldReading.findMany({ where, orderBy: [{ documentId: 'asc' }, { field: 'asc' }] })
  const rows = await database.rowReading.findMany({
    where,
    orderBy: [{ documentId: 'asc' }, { table: 'asc' }, { row: 'asc' }],
  })
  const seconds = await database.secondReading.findMany({ where, orderBy: [{ documentId: 'asc' }, { place: 'asc' }] })
  const decisions = await database.stewardDecision.findMany({ where: { dossier }, orderBy: { rowVersion: 'asc' } })
  const readings = fromRows(records.fieldReading, fields)
  const listed = await listedFor(database, readings)
  return {
    dossier: fromRow(records.dossier, row),
    documents,
    fields: readings,
    rows: fromRows(records.rowReading, rows),
    ...(listed.length > 0 ? { listed } : {}),
    seconds: fromRows(records.secondReading, seconds),
    marks: await marksOf(database, dossier),
    // What a steward keyed in from a secret paper is as secret as the paper.
    decisions: (await isClosed(database, dossier)) ? [] : aboutValues(fromRows(records.stewardDecision, decisions)),
  }
}

/** What is decided about pairs, pages and the flow of work changes no draft: its stamp must not know of it. */
const aboutValues = (decisions: readonly StewardDecision[]): StewardDecision[] =>
  standing(decisions).filter((decision) => 'seen' in decision || ['addRow', 'waive', 'unwaive'].includes(decision.kind))

const validate: Input = async (database, dossier, { today, day }) => {
  const draft = there(await database.personDraft.findUnique({ where: { dossier } }), dossier)
  return { judged: judgedOfDraft(fromRow(records.personDraft, draft), day), ...(today === undefined ? {} : { today }) }
}

const link: Input = async (database) => {
  const hash = createHash('sha256')
  let dossiers = 0
  for await (const record of linkRecords(database)) {
    hash.update(canonicalJson(record))
    dossiers++
  }
  const decisions = await database.stewardDecision.findMany({
    where: { kind: { in: ['same', 'different', 'withdraw'] } },
    orderBy: { rowVersion: 'asc' },
  })
  return {
    register: { digest: hash.digest('hex'), dossiers },
    decisions: standing(fromRows(records.stewardDecision, decisions)),
  }
}

const consolidate: Input = async (database, personId) => {
  const { agency } = there(await database.person.findUnique({ where: { personId } }), personId)
  const dossiers = await dossiersOf(database, personId)
  const drafts = await database.personDraft.findMany({
    where: { dossier: { in: dossiers } },
    orderBy: { dossier: 'asc' },
  })
  return { personId, agency, dossiers, drafts: fromRows(records.personDraft, drafts) }
}

const revalidate: Input = async (database, personId, { today, day }) => {
  const golden = there(await database.goldenRecord.findUnique({ where: { personId } }), personId)
  return {
    judged: judgedOfPerson(fromRow(records.goldenRecord, golden), day),
    ...(today === undefined ? {} : { today }),
  }
}

const exportRecords: Input = async (database, out) => ({
  register: { digest: await ledgerDigest(database, 'export'), dossiers: await database.dossier.count() },
  out,
})

export const inputs: Readonly<Record<string, Input>> = {
  intake,
  render,
  recognize,
  classify,
  extract,
  reread,
  assemble,
  validate,
  link,
  consolidate,
  revalidate,
  export: exportRecords,
}

/** In the order of their first pages. */
async function documentsOf(database: Database, dossier: string) {
  const documents = fromRows(
    records.document,
    await database.document.findMany({ where: { dossier }, orderBy: { documentId: 'asc' } }),
  )
  const numbers = await pageNumbers(database, [dossier])
  const first = ({ pages }: { pages: string[] }) => numbers.get(pages[0] ?? '') ?? 0
  return documents.sort((a, b) => first(a) - first(b))
}

function there<T>(row: T | null, unitId: string): T {
  if (row === null)
    throw new BrokenContract(
      `Đơn vị công việc ${unitId} không còn dữ liệu đầu vào. Đây là lỗi của chương trình; hãy báo cho người phát triển.`,
    )
  return row
}

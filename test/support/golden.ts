// From recorded page texts to records, persons and pairs by the real stages, without engine and database.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { duckdbLinker } from '../../pipeline/adapters/duckdb/table.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { compareIds } from '../../pipeline/core/id.ts'
import { assignPersons } from '../../pipeline/core/identity.ts'
import { judgedOfDraft, judgedOfPerson } from '../../pipeline/core/judged.ts'
import { linkRecordOf } from '../../pipeline/core/link-record.ts'
import { outPerson, outRecord } from '../../pipeline/core/outward.ts'
import type { Tools } from '../../pipeline/core/stage.ts'
import { tellFinding } from '../../pipeline/rules/render.ts'
import { assemble } from '../../pipeline/stages/assemble.ts'
import { classify } from '../../pipeline/stages/classify.ts'
import { consolidate } from '../../pipeline/stages/consolidate.ts'
import { extract } from '../../pipeline/stages/extract/extract.ts'
import { link } from '../../pipeline/stages/link/link.ts'
import { revalidate, validate } from '../../pipeline/stages/validate.ts'
import { type Finding, type Judged, type Mark, PageText, type PersonDraft } from '../../schemas/index.ts'
import { toolsWith } from './tools.ts'

const RecordedPage = z.object({
  pageId: z.string(),
  number: z.int(),
  isBlank: z.boolean(),
  isUnreadable: z.boolean(),
  text: PageText.optional(),
})
type RecordedPage = z.infer<typeof RecordedPage>

/** A day after every date on the samples. */
const today = '2026-11-22'
const recorded = join(import.meta.dirname, '..', '..', 'samples', 'golden', 'pages')
const tell = (finding: Finding) => tellFinding(finding, 'vi')

async function goldenTools(drafts: readonly PersonDraft[]): Promise<Tools> {
  async function* nothing() {}
  async function* linkRecords() {
    yield* drafts.map(linkRecordOf)
  }
  return toolsWith({
    register: {
      linkRecords,
      linked: nothing,
      pairs: nothing,
      records: nothing,
      persons: nothing,
      pages: () => Promise.resolve([]),
    },
    forms: loadForms(),
    paperBook: loadPaperBook(),
    knowledge: loadKnowledge(),
    linkageModel: await loadLinkageModel(),
    linker: duckdbLinker(),
    today,
    signal: new AbortController().signal,
    log: { info: () => undefined, warn: () => undefined },
  })
}

async function draftOf(dossier: string, pages: RecordedPage[], tools: Tools): Promise<PersonDraft> {
  const { documents, fates } = await classify.run({ dossier, pages }, tools)
  const readings = []
  for (const document of documents) {
    const texts = document.pages.flatMap((pageId) => pages.find((page) => page.pageId === pageId)?.text ?? [])
    readings.push(await extract.run({ document, pages: texts }, tools))
  }
  const marks = fates.flatMap(({ pageId, fate }): Mark[] =>
    fate === 'orphan' ? [{ kind: 'page_unclassified', subject: pageId, problem: '' }] : [],
  )
  const fields = readings.flatMap((reading) => reading.fields)
  const rows = readings.flatMap((reading) => reading.rows)
  return await assemble.run(
    { dossier: { dossier, batchId: 'golden', agency: 'TQ' }, documents, fields, rows, marks, decisions: [] },
    tools,
  )
}

async function judge(stage: typeof validate, judged: Judged, tools: Tools): Promise<Finding[]> {
  const timeless = await stage.run({ judged }, tools)
  const timed = await stage.run({ judged, today }, tools)
  return [...timeless.findings, ...timed.findings].sort(
    (a, b) => compareIds(a.code, b.code) || compareIds(a.findingId, b.findingId),
  )
}

export async function golden() {
  const drafts: PersonDraft[] = []
  const tools = await goldenTools(drafts)
  const records = []
  const pageNumbers = new Map<string, number>()
  for (const file of readdirSync(recorded).sort()) {
    const pages = z.array(RecordedPage).parse(JSON.parse(readFileSync(join(recorded, file), 'utf8')))
    for (const { pageId, number } of pages) pageNumbers.set(pageId, number)
    const draft = await draftOf(file.slice(0, -'.json'.length), pages, tools)
    drafts.push(draft)
    records.push(outRecord({ draft, findings: await judge(validate, judgedOfDraft(draft), tools), pageNumbers }, tell))
  }
  return { records, ...(await persons(drafts, pageNumbers, tools)) }
}

async function persons(drafts: PersonDraft[], pageNumbers: ReadonlyMap<string, number>, tools: Tools) {
  const { pairs, clusters } = await link.run(
    { register: { digest: '', dossiers: drafts.length }, decisions: [] },
    tools,
  )
  const { founded, moved } = assignPersons(
    clusters.map(({ dossiers }) => dossiers),
    { persons: [], members: new Map() },
  )
  const told = []
  for (const { personId } of founded) {
    const dossiers = moved.filter((move) => move.personId === personId).map(({ dossier }) => dossier)
    const members = drafts.filter(({ dossier }) => dossiers.includes(dossier))
    const record = await consolidate.run({ personId, agency: 'TQ', dossiers, drafts: members }, tools)
    told.push(
      outPerson(
        { golden: record, findings: await judge(revalidate, judgedOfPerson(record), tools), pageNumbers },
        tell,
      ),
    )
  }
  return { pairs, persons: told }
}

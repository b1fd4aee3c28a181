// Dossiers as the stages leave them, without a scan behind them: readings given, kept through the real store, then assembled
// and judged by the real stages.
import sharp from 'sharp'
import type { Box, FieldCode, Outcome, TableCode, Value } from '../../schemas/index.ts'
import { createFiles } from '../../pipeline/adapters/files.ts'
import { computeDossier } from '../../pipeline/runner/one-dossier.ts'
import type { Run } from '../../pipeline/runner/unit.ts'
import { outputs } from '../../pipeline/store/outputs.ts'

export interface InventedDossier {
  readonly dossier: string
  readonly agency: string
  readonly fields: Readonly<Partial<Record<FieldCode, Reading>>>
  readonly rows?: Readonly<Partial<Record<TableCode, readonly Readonly<Record<string, Reading>>[]>>>
}

/** What was read, how sure, and what else it may be. */
export interface Reading {
  readonly value: Value
  readonly confidence: number
  readonly candidates?: readonly string[]
}

const page = { width: 1240, height: 1754 }
const hash = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64)

/** One page of paper with a bar of ink for each line, so that a picture cut out of it is not empty. */
async function drawnPage(): Promise<Uint8Array> {
  const bars = Array.from(
    { length: 40 },
    (_, line) => `<rect x="150" y="${120 + line * 38}" width="${420 + ((line * 97) % 430)}" height="14" fill="#223"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="#fbfaf6"/>${bars.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

const boxOf = (line: number): Box => [0.12, 0.06 + (line % 40) * 0.0217, 0.6, 0.018]

function outcomeOf(
  { value, confidence, candidates }: Reading,
  documentId: string,
  pageId: string,
  line: number,
): Outcome {
  const provenance = { documentId, pageId, box: boxOf(line) }
  if (value === '') return { status: 'blank', confidence, provenance }
  const others = (candidates ?? []).map((each) => ({ value: each }))
  const raw = typeof value === 'object' ? value.text : String(value)
  return { status: 'read', raw, value, candidates: others, confidence, provenance }
}

export async function keepDossiers(run: Run, dossiers: readonly InventedDossier[]): Promise<void> {
  const jpeg = await drawnPage()
  for (const dossier of dossiers) await keepInvented(run, dossier, jpeg)
}

async function keepInvented(run: Run, { dossier, agency, fields, rows = {} }: InventedDossier, jpeg: Uint8Array) {
  const { database } = run.store
  const [scanId, pageId, documentId, batchId] = [
    `${dossier}/a.pdf`,
    `${dossier}/a.pdf#1`,
    `${dossier}#1`,
    `batch-${agency}`,
  ]
  await database.agency.upsert({
    where: { code: agency },
    create: { code: agency, name: `Đơn vị ${agency}` },
    update: {},
  })
  const batch = { batchId, name: `Đợt của ${agency}`, folder: `/quet/${agency}`, agency }
  await database.batch.upsert({ where: { batchId }, create: { batchId, agency, body: batch }, update: {} })
  await database.dossier.create({
    data: { dossier, batchId, agency, entry: `${dossier}/`, body: { dossier, batchId, agency } },
  })
  const display = await createFiles(run.config.workspace).keepDerived(dossier, 'jpg', jpeg)
  const write = (stage: string, unit: string, output: unknown) =>
    database.$transaction(
      (transaction) => outputs[stage]?.write(transaction, unit, output) ?? Promise.reject(new Error(stage)),
    )
  await write('intake', scanId, {
    scan: { scanId, dossier, path: 'a.pdf', sha256: hash(dossier), bytes: 1, kind: 'pdf', pages: 1, original: 'a.pdf' },
    pages: [{ pageId, scanId, dossier, scanPage: 1 }],
  })
  await write('render', pageId, imageOf(pageId, display))
  await write('classify', dossier, {
    documents: [{ documentId, dossier, form: '2c-bnv-2008', edition: 1, score: 0.95, pages: [pageId] }],
    fates: [{ pageId, fate: 'document', documentId }],
  })
  let line = 0
  await write('extract', documentId, {
    fields: Object.entries(fields).map(([field, reading]) => ({
      documentId,
      field,
      outcome: outcomeOf(reading, documentId, pageId, line++),
    })),
    rows: Object.entries(rows).flatMap(([table, own]) =>
      own.map((cells, row) => ({
        documentId,
        table,
        row,
        cells: Object.fromEntries(
          Object.entries(cells).map(([cell, reading]) => [cell, outcomeOf(reading, documentId, pageId, line++)]),
        ),
      })),
    ),
  })
  await computeDossier(run, dossier)
}

const imageOf = (pageId: string, display: string) => ({
  pageId,
  sha256: hash(pageId),
  display,
  isBlank: false,
  ...page,
  dpi: 150,
  turn: 0,
  skewDegrees: 0,
  quality: { contrast: 0.8, paper: 0.9, grain: 0.01, lettersAtEdge: 0, lettersAtDark: 0, darkShare: 0 },
  rulings: { horizontal: [], vertical: [] },
})

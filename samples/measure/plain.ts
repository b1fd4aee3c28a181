// What one gets without us: tesseract.js with default settings over the same pages at 300 dpi, and what stands behind a field's
// label on its line. Fields are understood by the same parsers as ours, so that only the reading differs.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker } from 'tesseract.js'
import type { Config } from '../../pipeline/core/config.ts'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { lettersOf } from '../../pipeline/core/form/tokens.ts'
import { interpret } from '../../pipeline/core/values/index.ts'
import type { Store } from '../../pipeline/store/database.ts'
import { pageNumbers } from '../../pipeline/store/page-order.ts'
import { type FieldItem, FieldCode, fieldOf, Scan } from '../../schemas/index.ts'
import { pagesAsPng } from '../bench-engines.ts'
import { characterErrors, isSame, type Share } from '../score.ts'
import type { Truth } from '../truth.ts'

export interface Plain {
  /** Share of characters wrong. */
  readonly characters: number
  readonly told: string
}

/** The pages of these dossiers as the pipeline draws them, read plainly. */
export async function plainOf(truths: readonly Truth[], store: Store, config: Config): Promise<Plain> {
  const { database } = store
  const sum = { errors: 0, total: 0, right: 0, written: 0 }
  for (const truth of truths) {
    const rows = await database.page.findMany({ where: { dossier: truth.dossier } })
    const numbers = await pageNumbers(database, [truth.dossier])
    const scans = new Map(
      (await database.scan.findMany({ where: { dossier: truth.dossier } })).map(({ scanId, body }) => [
        scanId,
        Scan.parse(body).original,
      ]),
    )
    const pages = rows
      .toSorted((a, b) => (numbers.get(a.pageId) ?? 0) - (numbers.get(b.pageId) ?? 0))
      .map(({ scanId, scanPage }) => ({ original: scans.get(scanId) ?? '', scanPage }))
    await using drawn = await pagesAsPng(pages, config, store)
    const texts = await plainTexts(drawn.files)
    const { characters, written } = plainScore(truth, texts)
    sum.errors += characters.errors
    sum.total += characters.total
    sum.right += written.right
    sum.written += written.total
  }
  const characters = sum.errors / Math.max(1, sum.total)
  const told = `characters wrong ${(100 * characters).toFixed(1)} %, written fields right ${sum.right}/${sum.written}`
  return { characters, told }
}

interface PlainScore {
  readonly characters: { readonly errors: number; readonly total: number }
  readonly written: Share
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
)

/** Text of each picture. */
async function plainTexts(files: readonly string[]): Promise<string[]> {
  const worker = await createWorker('vie', 1, { langPath: folder, cacheMethod: 'none', gzip: true })
  const texts = []
  for (const file of files) texts.push((await worker.recognize(await readFile(file))).data.text)
  await worker.terminate()
  return texts
}

function plainScore(truth: Truth, texts: readonly string[]): PlainScore {
  const told = truth.text.map((text, page) => characterErrors(text, texts[page] ?? ''))
  const lines = texts.flatMap((text) => text.split('\n'))
  const written = Object.entries(truth.values).filter(([, value]) => typeof value !== 'object' || !('status' in value))
  const right = written.filter(([field, expected]) => {
    const code = FieldCode.parse(field)
    const value = found(code, lines)
    if (value === undefined || expected === undefined) return false
    return isSame(expected, { status: 'read', value, grade: 'good', confidence: 1, candidates: [], rivals: [] })
  })
  return {
    characters: {
      errors: told.reduce((sum, { errors }) => sum + errors, 0),
      total: told.reduce((sum, { total }) => sum + total, 0),
    },
    written: { right: right.length, total: written.length },
  }
}

const knowledge = loadKnowledge()
const items = loadForms().flatMap((form) =>
  form.items.filter((item): item is FieldItem => item.kind === 'field' && item.value === 'right'),
)

/** The first line that has one of the field's labels: what stands behind it, up to the next label. */
function found(field: FieldCode, lines: readonly string[]) {
  for (const label of items.filter((item) => item.field === field).flatMap((item) => item.label)) {
    const line = lines.find((one) => lettersOf(one).includes(lettersOf(label)))
    if (line === undefined) continue
    const rest = behind(line, label).replace(/,?\s*\d{1,2}(?:\.\d)?[).-].*$/u, '')
    const meaning = interpret(fieldOf(field), rest, knowledge)
    if (meaning.status === 'read') return meaning.value
  }
  return undefined
}

/** The shortest end of the line that no longer holds the label. */
function behind(line: string, label: string): string {
  const wanted = lettersOf(label)
  for (let at = 1; at <= line.length; at++) if (lettersOf(line.slice(0, at)).includes(wanted)) return line.slice(at)
  return ''
}

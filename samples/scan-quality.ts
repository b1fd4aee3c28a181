// `npx tsx samples/scan-quality.ts [--pages N] [--seed S] [--verbose]`: draws pages nobody has looked at, scans them well and
// badly, and holds the verdict on each scan against how well it was really read. Invented people only.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRasterizer } from '../pipeline/adapters/rasterizer.ts'
import { createImaging } from '../pipeline/adapters/sharp.ts'
import { createRecognizer } from '../pipeline/adapters/tesseract.ts'
import { Config } from '../pipeline/core/config.ts'
import { pageVerdict } from '../pipeline/core/page-verdict.ts'
import { readingText } from '../pipeline/core/reading-order.ts'
import type { PageImage, PageText } from '../schemas/index.ts'
import type { Pixels } from './damage.ts'
import { drawDossier } from './dossier.ts'
import { seeded } from './random.ts'
import { characterErrors, forComparing } from './score.ts'
import { harmless, spoilings, spoilt } from './spoil.ts'
import { unseen } from './unseen.ts'

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
})

const config = Config.parse({})
const folder = await mkdtemp(join(tmpdir(), 'hoso-quality-'))
const rasterizer = createRasterizer({ read: (path) => readFile(path) }, config)
const imaging = createImaging(config)
const recognizer = createRecognizer({ pages: 'own' })

interface Judged {
  readonly kind: string
  readonly verdict: ReturnType<typeof pageVerdict>
  /** Share of wrong characters, and of words not found; a page in another order has the one without the other. */
  readonly wrong: number
  readonly lost: number
  readonly line: string
}

async function judged(kind: string, jpeg: Buffer, truth: string): Promise<Judged> {
  const file = join(folder, 'page.jpg')
  await writeFile(file, jpeg)
  const {
    display,
    reading,
    redPrint: _,
    ...measured
  } = await imaging.prepare(await rasterizer.rasterize(file, 1), (strip) => recognizer.probe(strip))
  const image: PageImage = { pageId: 'page', sha256: '0'.repeat(64), display: '', ...measured, redPrint: undefined }
  const { isBlank, quality, rulings, skewDegrees } = image
  const lines = reading === undefined ? [] : await recognizer.read(reading)
  const text: PageText = { pageId: 'page', lines, rulings }
  const verdict = pageVerdict({ image, ...(isBlank ? {} : { text }) })
  const read = readingText(text)
  const { errors, total } = characterErrors(truth, read)
  const words = lines.flatMap((each) => each.words)
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
  const line = JSON.stringify({
    isBlank,
    skewDegrees,
    confidence: confidence.toFixed(3),
    bytes: display.length,
    ...quality,
  })
  return { kind, verdict, wrong: total === 0 ? 0 : errors / total, lost: lostWords(truth, read), line }
}

function lostWords(truth: string, read: string): number {
  const words = (text: string) => forComparing(text).split(' ')
  const left = new Map<string, number>()
  for (const word of words(read)) left.set(word, (left.get(word) ?? 0) + 1)
  const all = words(truth)
  const lost = all.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
  return lost.length / all.length
}

/** Every page is scanned once, in one of the ways in turn. */
async function* drawnPages(count: number): AsyncGenerator<{ page: Pixels; truth: string }> {
  let drawn = 0
  for (const recipe of unseen(count, options.seed)) {
    const damage = { dpi: 300, colour: 'colour', noise: 0 } as const
    const { pages, truth } = await drawDossier({ ...recipe, profile: 'clean', turns: {}, damage })
    for (const [index, { pixels }] of pages.entries()) {
      if (drawn++ >= count) return
      yield { page: pixels, truth: truth.text[index] ?? '' }
    }
  }
}

async function main(): Promise<void> {
  const random = seeded(`spoil ${options.seed}`)
  const ways = [...Object.keys(spoilings), ...Object.keys(harmless)]
  const all: Judged[] = []
  for await (const { page, truth } of drawnPages(Number(options.pages))) {
    const kind = ways[all.length % ways.length] ?? 'good'
    const jpeg = (await harmless[kind]?.(page, random)) ?? (await spoilt(page, kind, random))
    const one = await judged(kind, jpeg, kind in harmless ? '' : truth)
    all.push(one)
    if (options.verbose) console.log(told(one), one.line)
  }
  report(all)
}

const percent = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`)

const told = ({ kind, verdict, wrong, lost }: Judged): string =>
  `${kind.padEnd(36)} ${verdict.verdict.padEnd(7)} ${percent(wrong, 1)} wrong, ${percent(lost, 1)} of words lost, ${verdict.reasons.map(({ code }) => code).join(' ')}`

function report(all: readonly Judged[]): void {
  const spoiled = all.filter(({ kind }) => !(kind in harmless))
  const groups: readonly [string, readonly Judged[]][] = [
    ['reads well (< 1.5 % of characters wrong)', spoiled.filter(({ wrong }) => wrong < 0.015)],
    ['between', spoiled.filter(({ wrong }) => wrong >= 0.015 && wrong <= 0.1)],
    ['reads badly (> 10 %)', spoiled.filter(({ wrong }) => wrong > 0.1)],
    ['reads badly, and over 10 % of words lost', spoiled.filter(({ wrong, lost }) => wrong > 0.1 && lost > 0.1)],
    ['harmless', all.filter(({ kind }) => kind in harmless)],
  ]
  for (const [name, members] of groups) {
    const of = (wanted: string) => members.filter(({ verdict }) => verdict.verdict === wanted).length
    console.log(
      `${name.padEnd(44)} ${members.length} pages: good ${of('good')}, usable ${of('usable')}, rescan ${of('rescan')} (${percent(of('rescan'), members.length)})`,
    )
  }
}

try {
  await main()
} finally {
  await recognizer[Symbol.asyncDispose]()
  await rasterizer[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
}

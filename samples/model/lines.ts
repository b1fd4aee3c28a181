// `npx tsx samples/model/lines.ts OUT --pages N --seed S --fonts DIR --words DIR [--texts FILE…]`: training lines for Tesseract's LSTM.
// Pages of loose lines are drawn in many typefaces, damaged like scans, cleaned by our own imaging and cut into lines, so that the
// model learns what the engine will be given. Writes a multi-page TIFF and its box file for each page that could be cut surely.
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fontkit from '@pdf-lib/fontkit'
import sharp from 'sharp'
import { createImaging } from '../../pipeline/adapters/sharp.ts'
import { damaged, damagesOf, type Pixels } from '../damage.ts'
import { between, chance, pick, type Random, seeded } from '../random.ts'
import { phrase, type Words, wordsFrom } from './phrases.ts'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '10' },
    seed: { type: 'string', default: 'lines' },
    fonts: { type: 'string', default: '' },
    without: { type: 'string', default: 'nothing' },
    words: { type: 'string', default: '' },
    tessdata: { type: 'string', default: '.' },
    model: { type: 'string', default: 'vie' },
    texts: { type: 'string', multiple: true, default: [] },
  },
})
const out = positionals[0] ?? 'lines'
const A4 = { width: 8.27, height: 11.69 }

interface Face {
  readonly file: string
  readonly family: string
  readonly style: string
}

/** Faces that have every Vietnamese letter. */
async function facesIn(folder: string): Promise<Face[]> {
  const faces: Face[] = []
  for (const entry of await readdir(folder, { recursive: true })) {
    if (!entry.endsWith('.ttf') || entry.includes(flags.without)) continue
    const file = join(folder, entry)
    const font = fontkit.create(await readFile(file))
    if (
      [...'ẮằỵỸƠữđĐ0/'].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) &&
      !/Thin|ExtraLight|Black|Variable|\[/u.test(entry)
    )
      faces.push({ file, family: font.familyName ?? '', style: font.subfamilyName ?? '' })
  }
  return faces
}

interface Line {
  readonly text: string
  readonly top: number
}

interface CutLine {
  readonly image: Buffer
  readonly width: number
  readonly height: number
  readonly text: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text as drawn: on a leader, the dots stand around the value and are not to be read. Fewer dots would not be taken out before. */
function withLeaders(random: Random, text: string): string {
  if (!chance(random, 0.25)) return text
  const dots = () => pick(random, ['.', '…']).repeat(between(random, 6, 16))
  const at = text.indexOf(': ')
  return at < 0 ? `${text}${dots()}` : `${text.slice(0, at + 1)}${dots()}${text.slice(at + 2)}${dots()}`
}

/** A line in a hand of its own: nearly the page's size, nearly black. */
function drawLine(random: Random, text: string, face: Face, size: number, dpi: number) {
  const font = `${face.family} ${face.style === 'Regular' ? '' : face.style} ${Math.round(size * (0.9 + random() * 0.2) * 2) / 2}`
  const ink = pick(random, ['#000000', '#000000', '#111111', '#222222', '#333333'])
  return sharp({
    text: {
      text: `<span foreground="${ink}">${escaped(withLeaders(random, text))}</span>`,
      font,
      fontfile: face.file,
      dpi,
      rgba: true,
      wrap: 'none',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
}

async function drawPage(
  random: Random,
  faces: readonly Face[],
  words: Words,
  dpi: number,
): Promise<{ page: Pixels; lines: Line[] }> {
  const width = Math.round(A4.width * dpi)
  const height = Math.round(A4.height * dpi)
  const size = between(random, 20, 28) / 2
  const pitch = size * (1.5 + random() * 0.5) * (dpi / 72)
  // Most papers of offices are set in Times.
  const times = faces.filter(({ file }) => file.includes('/tinos/'))
  const main = chance(random, 0.35) && times.length > 0 ? pick(random, times) : pick(random, faces)
  const placed: { input: Buffer; left: number; top: number }[] = []
  const lines: Line[] = []
  for (let top = pitch * 3; top < height - 3 * pitch; top += pitch) {
    const text = phrase(random, words)
    if (text === '') continue
    const face = chance(random, 0.6) ? main : pick(random, faces)
    const drawn = await drawLine(random, text, face, size, dpi)
    const left = Math.round(dpi * (0.5 + random() * 0.8))
    if (drawn.info.width + left > width - dpi * 0.2 || drawn.info.height > pitch * 1.1) continue
    placed.push({ input: drawn.data, left, top: Math.round(top + (pitch - drawn.info.height) / 2) })
    lines.push({ text, top: top / height })
  }
  const sheet = sharp({ create: { width, height, channels: 3, background: '#fdfdfb' } })
  const data = await sheet.composite(placed).removeAlpha().raw().toBuffer()
  return { page: { data, width, height, dpi }, lines }
}

/** Rows of ink between white; what lies nearer than a hair belongs together (marks over capitals). */
function bands(grey: Buffer, width: number, height: number, gap: number): [number, number][] {
  const found: [number, number][] = []
  for (let y = 0; y < height; y++) {
    let ink = 0
    for (let x = 0; x < width; x++) if ((grey[y * width + x] ?? 255) < 128) ink++
    if (ink < 2) continue
    const last = found.at(-1)
    if (last && y - last[1] <= gap) last[1] = y
    else found.push([y, y])
  }
  return found.filter(([top, bottom]) => bottom - top > gap)
}

async function cut(random: Random, reading: Uint8Array, lines: readonly Line[]): Promise<CutLine[] | undefined> {
  const { data, info } = await sharp(reading).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const found = bands(data, info.width, info.height, Math.round(info.height / 700))
  if (found.length !== lines.length) return undefined
  const result = []
  for (const [index, [top, bottom]] of found.entries()) {
    const columns = Array.from({ length: info.width }, (_, x) => x).filter((x) => {
      for (let y = top; y <= bottom; y++) if ((data[y * info.width + x] ?? 255) < 128) return true
      return false
    })
    const pad = () => between(random, 0, 5)
    const left = Math.max(0, (columns[0] ?? 0) - pad())
    const right = Math.min(info.width, (columns.at(-1) ?? 0) + 1 + pad())
    const above = Math.max(0, top - pad())
    const below = Math.min(info.height, bottom + 1 + pad())
    const image = await sharp(reading)
      .extract({ left, top: above, width: right - left, height: below - above })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    result.push({
      image: image.data,
      width: image.info.width,
      height: image.info.height,
      text: lines[index]?.text ?? '',
    })
  }
  return result
}

const faces = await facesIn(flags.fonts)
const words = wordsFrom(flags.words, flags.texts)
console.log(`${faces.length} faces`)
await mkdir(out, { recursive: true })
const imaging = createImaging({ readingDpi: 200 })
let kept = 0
for (let page = 0; page < Number(flags.pages); page++) {
  const random = seeded(`${flags.seed} ${page}`)
  const damage = damagesOf(pick(random, ['light', 'light', 'medium', 'medium', 'heavy']), random)()
  const drawn = await drawPage(random, faces, words, damage.dpi)
  const { data, width, height, dpi } = await damaged(drawn.page, damage, random)
  const prepared = await imaging.prepare({ data, width, height, channels: 3, dpi }, () => Promise.resolve(0))
  const found = prepared.reading && prepared.turn === 0 ? await cut(random, prepared.reading, drawn.lines) : undefined
  if (!found) continue
  const base = join(out, `${flags.seed}-${String(page).padStart(5, '0')}`)
  const files: string[] = []
  let boxes = ''
  for (const [index, line] of found.entries()) {
    const { width, height } = line
    files.push(`${base}-${index}.tif`)
    await sharp(line.image, { raw: { width, height, channels: 1 } })
      .tiff({ compression: 'lzw' })
      .toFile(`${base}-${index}.tif`)
    boxes += `WordStr 0 0 ${width} ${height} ${index} #${line.text}\n\t ${width} ${height} ${width + 1} ${height + 1} ${index}\n`
    kept++
  }
  execFileSync('tiffcp', [...files, `${base}.tif`])
  await Promise.all(files.map((file) => rm(file)))
  await writeFile(`${base}.box`, boxes)
  execFileSync(
    'tesseract',
    [`${base}.tif`, base, '--psm', '13', '--tessdata-dir', flags.tessdata, '-l', flags.model, 'lstm.train'],
    { stdio: 'ignore' },
  )
}
console.log(`${kept} lines`)

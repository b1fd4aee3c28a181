// A drawn envelope as one scan: its rows printed on sheets of their sizes, then lit, tilted and grained as that scanner does.
import { PDFDocument, type PDFFont, rgb } from 'pdf-lib'
import { damaged, damagesOf, type Profile } from '../damage.ts'
import { openFontCase } from '../draw/fonts.ts'
import { seeded } from '../random.ts'
import { asPdf, rasterise } from '../scan.ts'
import type { Envelope, EnvelopePage } from './envelope.ts'
import { piecesOf, stepOf, topOf } from './page-words.ts'

const points = 72
const size = 11.5
const ink = rgb(0.08, 0.08, 0.1)

/** Page by page, for the pixels of a hundred pages do not fit into memory. */
export async function scanOf(envelope: Envelope, profile: Profile): Promise<Uint8Array> {
  const random = seeded(`scan ${envelope.name}`)
  const nextDamage = damagesOf(profile, random)
  const whole = await PDFDocument.create({ updateMetadata: false })
  for (const page of envelope.pages) {
    const damage = nextDamage()
    const [pixels] = await rasterise(await printed(page), () => damage.dpi)
    if (pixels === undefined) continue
    const scanned = await asPdf([{ pixels: await damaged(pixels, damage, random), damage, turn: 0 }])
    const [copy] = await whole.copyPages(await PDFDocument.load(scanned), [0])
    if (copy) whole.addPage(copy)
  }
  return whole.save()
}

async function printed({ rows, size: [width, height] }: EnvelopePage): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const fontOf = openFontCase(pdf)
  const [plain, bold] = [await fontOf('times'), await fontOf('timesBold')]
  const page = pdf.addPage([width * points, height * points])
  const step = stepOf(rows, height)
  for (const [index, row] of rows.entries()) {
    const y = (height - topOf(index, step)) * points - size
    for (const { text, left } of piecesOf(row, width)) {
      const font = row.startsWith('^') ? bold : plain
      const x = left * points
      page.drawText(text, { x, y, font, color: ink, size: fitting(text, font, width * points - x - 8) })
    }
  }
  return pdf.save()
}

const fitting = (text: string, font: PDFFont, room: number): number =>
  Math.min(size, (size * room) / Math.max(1, font.widthOfTextAtSize(text, size)))

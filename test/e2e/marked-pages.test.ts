// Marks and pens on drawn and scanned pages, by the real imaging and the real engine: what is ticked, crossed out, typed in blue or
// written by hand, and two pages on one scan.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rgb } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecognizer } from '../../pipeline/adapters/tesseract.ts'
import { createImaging } from '../../pipeline/adapters/sharp.ts'
import { modelsOf, readConfig } from '../../pipeline/core/config.ts'
import { flowOf } from '../../pipeline/core/reading-order.ts'
import { gutterOf } from '../../pipeline/core/spread.ts'
import { textOf } from '../../pipeline/core/lines.ts'
import type { PreparedPage } from '../../pipeline/core/stage.ts'
import type { Box, InkMark } from '../../schemas/index.ts'
import { damaged, damagesOf, type Pixels, type Profile } from '../../samples/damage.ts'
import { writeByHand } from '../../samples/draw/by-hand.ts'
import { drawSignature } from '../../samples/draw/ornaments.ts'
import { lastPage, openSheet, paper, put, type Sheet, widthOf } from '../../samples/draw/sheet.ts'
import { seeded } from '../../samples/random.ts'
import { asJpeg, rasterise } from '../../samples/scan.ts'

const config = readConfig({ flags: {}, environment: {}, file: {} })
const imaging = createImaging(config)
const recognizer = createRecognizer(modelsOf(config))
afterAll(() => recognizer[Symbol.asyncDispose]())

const sheetOf = (face: 'times' | 'sans', size: number): Promise<Sheet> => {
  const faces = { label: face, value: `${face}Italic`, hint: face, heading: `${face}Bold` } as const
  const margins = { left: 70, right: 50, top: 60, bottom: 60 }
  return openSheet({ faces, size, lineHeight: size * 1.6, leader: 'none' }, margins)
}

async function scanned(sheet: Sheet, profile: Profile): Promise<Buffer> {
  const random = seeded(`marked ${profile}`)
  const damage = { ...damagesOf(profile, random)(), colour: 'colour' } as const
  const [pixels] = await rasterise(await sheet.pdf.save(), () => damage.dpi)
  if (!pixels) throw new RangeError('nothing drawn')
  return asJpeg({ pixels: await damaged(pixels, damage, random), damage, turn: 0 })
}

async function prepared(jpeg: Buffer, dpi: number): Promise<PreparedPage> {
  const { data, info } = await sharp(jpeg).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const raster = { data, width: info.width, height: info.height, channels: 3, dpi } as const
  return imaging.prepare(raster, (png) => recognizer.probe(png))
}

const dpiOf = async (jpeg: Buffer): Promise<number> => (await sharp(jpeg).metadata()).density ?? 200
const isAt = ([left, top, width, height]: Box, y: number, from: number, to: number): boolean =>
  Math.abs(top + height / 2 - y) < 0.009 && left < to && left + width > from

describe.each<[Profile, 'times' | 'sans']>([
  ['light', 'times'],
  ['heavy', 'sans'],
])('a page with marks, scanned with %s damage', (profile, face) => {
  const rows: { kind: string; y: number; from: number; to: number }[] = []
  let marks: readonly InkMark[] = []

  beforeAll(async () => {
    const sheet = await sheetOf(face, 12.5)
    const font = await sheet.pdf.embedFont(handFont())
    for (let row = 0; row < 24; row += 1) {
      const kind = ['print', 'hand', 'struck', 'ticked', 'empty', 'bare'][row % 6] ?? ''
      rows.push({ kind, ...drawRow(sheet, font, kind, 90 + row * 28, row) })
    }
    const jpeg = await scanned(sheet, profile)
    marks = (await prepared(jpeg, await dpiOf(jpeg))).marks ?? []
  }, 60_000)

  const found = (kind: InkMark['kind'], of: string) =>
    rows
      .filter((row) => row.kind === of)
      .map(({ y, from, to }) => marks.filter((mark) => mark.kind === kind && isAt(mark.box, y, from, to)))

  it('tells boxes that are ticked from boxes that are empty', () => {
    const told = (of: string) => found('box', of).map(([mark]) => (mark?.kind === 'box' ? mark.ticked : 'none'))
    expect(told('ticked')).toEqual([1, 1, 1, 1])
    expect(told('empty')).toEqual([0, 0, 0, 0])
  })

  it('finds the words that are crossed out, and no others', () => {
    expect(found('stroke', 'struck').filter((each) => each.length === 1).length).toBeGreaterThanOrEqual(3)
    expect(marks.filter(({ kind }) => kind === 'stroke').length).toBeLessThanOrEqual(4)
  })

  it('knows writing by hand from print, italics too', () => {
    expect(found('handwriting', 'hand').filter((each) => each.length > 0).length).toBeGreaterThanOrEqual(3)
    expect([...found('handwriting', 'print'), ...found('handwriting', 'bare')].flat()).toEqual([])
  })
})

const handFont = (): Buffer =>
  readFileSync(
    createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/300Light/BeVietnamPro_300Light.ttf'),
  )

/** One line of the page and where on it the thing looked for stands. */
function drawRow(sheet: Sheet, font: Parameters<typeof writeByHand>[1], kind: string, baseline: number, row: number) {
  const { page } = lastPage(sheet)
  const pen = { color: row % 2 === 0 ? rgb(0.1, 0.2, 0.62) : rgb(0.15, 0.15, 0.15), thickness: 1.2 }
  const stroke = (x1: number, y1: number, x2: number, y2: number) =>
    page.drawLine({ start: { x: x1, y: paper.height - y1 }, end: { x: x2, y: paper.height - y2 }, ...pen })
  put(sheet, `${row + 1}) Tình trạng hiện nay:`, 70, baseline, 'label')
  const x = 260
  let end = x + 40
  if (kind === 'print' || kind === 'bare') {
    const text = 'Hoàn thành tốt nhiệm vụ được giao'
    put(sheet, text, x, baseline, kind === 'print' ? 'value' : 'label')
    end = x + widthOf(sheet, text, 'label')
  }
  if (kind === 'hand')
    end = writeByHand(page, font, 'Nguyễn Thị Phương', x, baseline, {
      seed: `e2e ${row}`,
      size: 15,
      running: row % 4 === 1,
    })
  if (kind === 'struck') {
    put(sheet, 'Không', x, baseline, 'label')
    stroke(x - 2, baseline - 2.5, x + 42, baseline - 4.5)
  }
  if (kind === 'ticked' || kind === 'empty') {
    page.drawRectangle({
      x,
      y: paper.height - baseline,
      width: 10,
      height: 10,
      borderColor: rgb(0, 0, 0),
      borderWidth: 0.8,
    })
    put(sheet, 'Có', x + 18, baseline, 'label')
    end = x + 10
  }
  if (kind === 'ticked') {
    stroke(x + 2, baseline - 5, x + 4.5, baseline - 2)
    stroke(x + 4.5, baseline - 2, x + 10, baseline - 9)
  }
  return { y: (baseline - 4.5) / paper.height, from: x / paper.width, to: end / paper.width }
}

describe('a page with blue ink', () => {
  it('is read where it is typed in blue, and not where it is signed in blue', async () => {
    const sheet = await sheetOf('times', 13)
    const { page } = lastPage(sheet)
    const lines = ['Họ và tên: NÔNG THỊ HẰNG', 'Sinh ngày 12 tháng 5 năm 1981', 'Dân tộc Tày, tôn giáo không']
    for (const [at, text] of lines.entries())
      page.drawText(text, { x: 80, y: 700 - at * 30, size: 13, font: sheet.fonts.label, color: rgb(0.15, 0.3, 0.85) })
    for (let line = 0; line < 12; line += 1)
      put(sheet, 'Cán bộ, công chức được nâng bậc lương thường xuyên theo quy định', 80, 300 + line * 22, 'label')
    drawSignature(page, 380, 620, 'blue')
    const jpeg = await scanned(sheet, 'light')
    const { reading } = await prepared(jpeg, await dpiOf(jpeg))
    const read = (await recognizer.read(reading ?? new Uint8Array())).map(({ words }) => textOf(words))
    const text = read.join('\n')
    for (const line of lines) expect(text).toContain(line)
    expect(
      read.filter((line) => !lines.some((own) => line.includes(own.slice(0, 8))) && !line.includes('Cán bộ')),
    ).toEqual([])
  }, 60_000)
})

describe('an opened booklet on one scan page', () => {
  it('is read left page first, then right page', async () => {
    const sides: Pixels[] = []
    for (const side of ['Trang trái', 'Trang phải']) {
      const sheet = await sheetOf('times', 13)
      for (let line = 0; line < 14; line += 1)
        put(sheet, `${side}, dòng thứ ${line + 1} của bản khai`, 80, 100 + line * 40, 'label')
      sides.push(...(await rasterise(await sheet.pdf.save(), () => 200)))
    }
    const [left, right] = sides
    if (!left || !right) throw new RangeError('nothing drawn')
    const raw = { width: left.width, height: left.height, channels: 3 } as const
    const jpeg = await sharp(left.data, { raw })
      .extend({ right: left.width })
      .composite([{ input: right.data, raw, left: left.width, top: 0 }])
      .jpeg()
      .toBuffer()
    const page = await prepared(jpeg, 200)
    const lines = await recognizer.read(page.reading ?? new Uint8Array())
    const gutter = gutterOf(lines, page.rulings, page.width / page.height)
    const flow = flowOf({ pageId: 'p', lines, rulings: page.rulings, ...(gutter !== undefined && { gutter }) })
    const sidesRead = flow.map(({ words }) => textOf(words).slice(0, 10))
    expect(sidesRead).toEqual([...Array(14).fill('Trang trái'), ...Array(14).fill('Trang phải')])
  }, 60_000)
})

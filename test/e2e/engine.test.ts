// The real engine on real pixels: a page is drawn as a PDF, rasterised, damaged, prepared and read.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { degrees, PDFDocument, rgb } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { type Raster } from '../../pipeline/adapters/raster.ts'
import { createRasterizer } from '../../pipeline/adapters/rasterizer.ts'
import { createScanReader } from '../../pipeline/adapters/scan-reader.ts'
import { UnreadableInput } from '../../pipeline/core/errors.ts'
import type { PreparedPage } from '../../pipeline/core/stage.ts'
import type { Line } from '../../schemas/index.ts'
import { quiet } from '../support/quiet.ts'

const LINES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Họ và tên khai sinh: QUAN THỊ HỒNG THẮM',
  'Sinh ngày: 14 tháng 09 năm 1978, Giới tính: Nữ',
  'Nơi đăng ký hộ khẩu thường trú: xã Hùng Lợi, huyện Yên Sơn',
  'Bậc lương: 4, Hệ số: 3,66, Mã ngạch: 01.003',
  'Chức vụ hiện tại: Phó Trưởng phòng Tổ chức, cán bộ',
  'Trình độ chuyên môn cao nhất: Cử nhân Quản lý nhà nước',
]
const limits = { renderDpi: 300, readingDpi: 200, maxPages: 20, maxPagePixels: 100_000_000 }
const scratch = await mkdtemp(path.join(tmpdir(), 'hoso-engine-'))
const reader = createScanReader({ ...limits, workspace: scratch, workers: 2, pageMillis: 120_000, pageMegabytes: 1500 })
const rasterizer = createRasterizer({ read: (file) => Promise.resolve(readFileSync(path.join(scratch, file))) }, limits)

async function drawn(lines: readonly string[], turn = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const require = createRequire(import.meta.url)
  const font = await pdf.embedFont(
    readFileSync(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
  )
  const page = pdf.addPage([595, 842])
  for (const [index, line] of lines.entries()) page.drawText(line, { x: 60, y: 760 - index * 26, size: 13, font })
  page.drawLine({ start: { x: 60, y: 500 }, end: { x: 500, y: 500 }, color: rgb(0, 0, 0), thickness: 0.7 })
  page.setRotation(degrees(turn))
  return pdf.save()
}

/** Grey, shaded, a little askew and blurred, as an office scanner does it; white where the sheet was not. */
async function damaged({ data, width, height, channels, dpi }: Raster, angle: number): Promise<Raster> {
  const turned = await sharp(data, { raw: { width, height, channels } })
    .removeAlpha()
    .rotate(angle, { background: 'white' })
    .blur(0.8)
    .linear(0.85, 20)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: turned.data, width: turned.info.width, height: turned.info.height, channels: 3, dpi }
}

const textOf = (lines: readonly Line[]) => lines.flatMap((line) => line.words.map((word) => word.text)).join(' ')
const share = (lines: readonly Line[]) => {
  const wanted = LINES.join(' ').split(' ')
  const read = new Set(textOf(lines).split(' '))
  return wanted.filter((word) => read.has(word)).length / wanted.length
}

/** The page as prepared, from a PDF turned by quarters or from a picture of it that lies askew. */
async function prepared(turn: number, angle = 0): Promise<PreparedPage> {
  const file = `page-${turn}-${angle}.pdf`
  await writeFile(path.join(scratch, file), await drawn(LINES, turn))
  if (angle === 0) return reader.prepare(file, 1, quiet)
  const { data, width, height, channels, dpi } = await damaged(await rasterizer.rasterize(file, 1), angle)
  const picture = sharp(data, { raw: { width, height, channels } }).withMetadata({ density: dpi })
  await picture.png().toFile(path.join(scratch, `${file}.png`))
  return reader.prepare(`${file}.png`, 1, quiet)
}

async function read(page: PreparedPage, engine = reader): Promise<Line[]> {
  await writeFile(path.join(scratch, 'reading.png'), page.reading ?? new Uint8Array())
  return engine.read('reading.png', quiet)
}

afterAll(async () => {
  await reader[Symbol.asyncDispose]()
  await rasterizer[Symbol.asyncDispose]()
  await rm(scratch, { recursive: true, force: true })
})

describe('a page on its way from scan to words', () => {
  it('is read, every word with its box on the page', async () => {
    const page = await prepared(0)
    const lines = await read(page)
    expect(share(lines)).toBeGreaterThan(0.93)
    expect(textOf(lines)).toBe(textOf(lines).normalize('NFC'))
    const name = lines.flatMap((line) => line.words).find((word) => word.text === 'THẮM')
    const [left = 0, top = 0, width = 0, height = 0] = name?.box ?? []
    expect(left + width / 2).toBeCloseTo(0.49, 1)
    expect(top + height / 2).toBeCloseTo((842 - 734 - 4) / 842, 2)
    expect(page.rulings.horizontal).toHaveLength(1)
  })

  it.each([90, 180, 270])('is turned upright when scanned turned by %s degrees', async (turn) => {
    const page = await prepared(turn)
    expect((page.turn + turn) % 360).toBe(0)
    expect(page.height).toBeGreaterThan(page.width)
  })

  it('is made level and white, and read as well', async () => {
    const page = await prepared(0, 2.3)
    expect(page.skewDegrees).toBeCloseTo(2.3, 1)
    expect(share(await read(page))).toBeGreaterThan(0.9)
  })

  it('is blank when nothing is written on it', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage([595, 842])
    await writeFile(path.join(scratch, 'blank.pdf'), await pdf.save())
    const page = await reader.prepare('blank.pdf', 1, quiet)
    expect(page.isBlank).toBe(true)
    expect(page.reading).toBeUndefined()
  })
})

describe('the engine', () => {
  it('reads the same whatever page it read before', async () => {
    const one = await prepared(0)
    const other = await prepared(0, 1.1)
    await using single = createScanReader({
      ...limits,
      workspace: scratch,
      workers: 1,
      pageMillis: 120_000,
      pageMegabytes: 1500,
    })
    const forth = [await read(one, single), await read(other, single)]
    const back = [await read(other, single), await read(one, single)]
    expect(back.toReversed()).toEqual(forth)
  })
})

describe('a delivered file', () => {
  const inspect = async (name: string, bytes: Uint8Array) => {
    await writeFile(path.join(scratch, name), bytes)
    return reader.inspect(name, quiet)
  }

  it('is what its first bytes say, not its name', async () => {
    const sheet = sharp({ create: { width: 1654, height: 2339, channels: 3, background: 'white' } })
    expect(await inspect('a.pdf', await sheet.clone().jpeg().toBuffer())).toEqual({ kind: 'jpeg', pages: 1 })
    expect(await inspect('b.jpg', await sheet.clone().tiff({ compression: 'lzw' }).toBuffer())).toEqual({
      kind: 'tiff',
      pages: 1,
    })
    expect(await inspect('c.png', await drawn(LINES))).toEqual({ kind: 'pdf', pages: 1 })
  })

  it.each([
    ['empty', () => Promise.resolve(new Uint8Array())],
    ['a text', () => Promise.resolve(Buffer.from('không phải bản quét'))],
    ['a cut PDF', async () => (await drawn(LINES)).slice(0, 20_000)],
  ])('that is %s is unreadable, with words for the clerk', async (name, bytes) => {
    await expect(inspect(name, await bytes())).rejects.toThrow(UnreadableInput)
  })

  it('of a monstrous page is drawn within the limit', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage([14_400, 14_400])
    await writeFile(path.join(scratch, 'huge.pdf'), await pdf.save())
    const raster = await rasterizer.rasterize('huge.pdf', 1)
    expect(raster.width * raster.height).toBeLessThanOrEqual(limits.maxPagePixels * 1.001)
  })
})

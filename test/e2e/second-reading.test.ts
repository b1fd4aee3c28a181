// Two models on real pixels: our own reads the page, the stock one reads a single line of it again, and one can be switched off.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScanReader } from '../../pipeline/adapters/scan-reader.ts'
import { unionOf } from '../../pipeline/core/box.ts'
import type { Line } from '../../schemas/index.ts'
import { quiet } from '../support/quiet.ts'

const lines = ['Họ và tên khai sinh: QUAN THỊ HỒNG THẮM', 'Sinh ngày: 14 tháng 09 năm 1978', 'Mã ngạch: V.07.04.11']
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')
const model = new URL('../../pipeline/adapters/models/hoso.traineddata.gz', import.meta.url)

describe('the two models', () => {
  let folder = ''
  const readerOf = (models: 'own,stock' | 'stock') =>
    createScanReader({
      models,
      workspace: folder,
      workers: 1,
      renderDpi: 300,
      readingDpi: 200,
      maxPages: 20,
      maxPagePixels: 100_000_000,
      pageMillis: 120_000,
      pageMegabytes: 1500,
    })

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hoso-models-'))
    const drawn = lines.map((text) => ({
      text: { text, font: 'Tinos 13', fontfile: font, dpi: 200, rgba: true },
    }))
    const page = sharp({ create: { width: 1650, height: 600, channels: 3, background: 'white' } })
    const placed = await Promise.all(
      drawn.map(async (line, at) => ({ input: await sharp(line).png().toBuffer(), left: 150, top: 100 + at * 120 })),
    )
    await writeFile(path.join(folder, 'page.png'), await page.composite(placed).toColourspace('b-w').png().toBuffer())
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const wordsOf = (read: readonly Line[]) => read.flatMap((line) => line.words)

  it('read the same line, each by itself, the second from the rectangle of the first', async () => {
    await using reader = readerOf('own,stock')
    const words = wordsOf(await reader.read('page.png', quiet))
    expect(words.map(({ text }) => text).join(' ')).toContain('QUAN THỊ HỒNG THẮM')
    const name = unionOf(
      words
        .slice(words.findIndex(({ text }) => text === 'QUAN'))
        .slice(0, 4)
        .map(({ box }) => box),
    )
    const date = unionOf(words.filter(({ text }) => /^(?:14|tháng|09|năm|1978)$/u.test(text)).map(({ box }) => box))
    const [again = [], day = []] = await reader.reread('page.png', [name, date], quiet)
    expect(again.map(({ text }) => text).join(' ')).toBe('QUAN THỊ HỒNG THẮM')
    expect(day.map(({ text }) => text).join(' ')).toBe('14 tháng 09 năm 1978')
    for (const { confidence } of again) expect(confidence).toBeGreaterThan(0.5)
  })

  it('see nothing on white paper', async () => {
    await using reader = readerOf('own,stock')
    expect(await reader.reread('page.png', [[0.7, 0.85, 0.2, 0.05]], quiet)).toEqual([[]])
  })

  it('can be the stock one alone', async () => {
    await using reader = readerOf('stock')
    expect(wordsOf(await reader.read('page.png', quiet)).map(({ text }) => text)).toContain('THẮM')
  })

  it('of which our own is small: at most 4 MB unpacked, and smaller than the stock one', () => {
    const size = gunzipSync(readFileSync(model)).length
    const stock = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
      '4.0.0_best_int/vie.traineddata.gz',
    )
    expect(size).toBeLessThan(4 * 1024 * 1024)
    expect(statSync(model).size).toBeLessThan(statSync(stock).size)
  })
})

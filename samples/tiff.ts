// A TIFF of several one-bit pages as office scanners write it. sharp compresses each page (CCITT G4) but writes one page
// a file only; this chains them: each page's directory is moved behind the pages before it.
import sharp from 'sharp'
import type { Pixels } from './damage.ts'
import type { ScannedPage } from './scan.ts'

/** Bytes of one value of each TIFF field type (1 to 5; TIFF 6.0 section 2). */
const widths: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 }
const STRIP_OFFSETS = 273

export async function asTiff(pages: readonly Pick<ScannedPage, 'pixels'>[]): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let [base, lastNext] = [0, 4]
  for (const { pixels } of pages) {
    const page = await onePage(pixels)
    const directory = page.readUInt32LE(4)
    move(page, directory, base)
    parts.push(page)
    if (base > 0) writeAt(parts, lastNext, directory + base)
    lastNext = base + directory + 2 + page.readUInt16LE(directory) * 12
    base += page.length
  }
  return Buffer.concat(parts)
}

async function onePage({ data, width, height, dpi }: Pixels): Promise<Buffer> {
  const grey = Buffer.alloc(width * height)
  for (let at = 0; at < grey.length; at++) grey[at] = data[at * 3] ?? 255
  const resolution = dpi / 25.4
  const page = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: resolution, yres: resolution })
    .toBuffer()
  return page.length % 2 === 0 ? page : Buffer.concat([page, Buffer.alloc(1)])
}

/** Adds `by` to every offset within the page's directory. */
function move(page: Buffer, directory: number, by: number): void {
  for (let entry = 0; entry < page.readUInt16LE(directory); entry++) {
    const at = directory + 2 + entry * 12
    const [tag, type, count] = [page.readUInt16LE(at), page.readUInt16LE(at + 2), page.readUInt32LE(at + 4)]
    const isApart = count * (widths[type] ?? 1) > 4
    const value = page.readUInt32LE(at + 8)
    if (tag === STRIP_OFFSETS) {
      const first = isApart ? value : at + 8
      for (let strip = 0; strip < count; strip++)
        page.writeUInt32LE(page.readUInt32LE(first + strip * 4) + by, first + strip * 4)
    }
    if (isApart) page.writeUInt32LE(value + by, at + 8)
  }
}

/** Writes into the joined file while it still is in parts. */
function writeAt(parts: readonly Buffer[], at: number, value: number): void {
  let before = 0
  for (const part of parts) {
    if (at < before + part.length) {
      part.writeUInt32LE(value, at - before)
      return
    }
    before += part.length
  }
}

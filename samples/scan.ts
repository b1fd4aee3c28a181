// From drawn sheets to files as a scanner delivers them: pixels, JPEG pages in a PDF, JPEG files, a one-bit TIFF.
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { type Damage, type Pixels, raw } from './damage.ts'
import { between, seeded } from './random.ts'

export type Turn = 0 | 90 | 180 | 270

/** One page as scanned. */
export interface ScannedPage {
  readonly pixels: Pixels
  readonly damage: Damage
  /** How it lay in the scanner, clockwise. */
  readonly turn: Turn
}

/** Rasterises every page of a PDF at the resolution asked for. */
export async function rasterise(pdf: Uint8Array, dpiOf: (page: number) => number): Promise<Pixels[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const pages: Pixels[] = []
    for (const [index, page] of [...document.pages()].entries()) {
      const dpi = dpiOf(index)
      const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' })
      pages.push({
        data: await sharp(data, { raw: { width, height, channels: 4 } })
          .removeAlpha()
          .raw()
          .toBuffer(),
        width,
        height,
        dpi,
      })
    }
    document.destroy()
    return pages
  } finally {
    library.destroy()
  }
}

export async function asJpeg({ pixels, damage, turn }: ScannedPage): Promise<Buffer> {
  const turned = turn === 0 ? raw(pixels) : raw(pixels).rotate(turn)
  const toned = damage.colour === 'colour' ? turned : turned.toColourspace('b-w')
  return toned.withDensity(pixels.dpi).jpeg({ quality: damage.quality, mozjpeg: false }).toBuffer()
}

/** A scan in PDF: a JPEG (or, of one bit, a PNG) fills each page. Same pages, same bytes. */
export async function asPdf(pages: readonly ScannedPage[], lock?: { readonly password: string }): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const page of pages) {
    const isBitonal = page.damage.colour === 'bitonal'
    const image = isBitonal ? await pdf.embedPng(await asPng(page)) : await pdf.embedJpg(await asJpeg(page))
    const points = 72 / page.pixels.dpi
    const size = { width: image.width * points, height: image.height * points }
    pdf.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size })
  }
  pdf.setProducer('scanner')
  pdf.setCreationDate(new Date('2026-01-05T08:00:00Z'))
  return lock === undefined ? pdf.save({ useObjectStreams: false }) : locked(pdf, lock.password)
}

/** Really encrypted (AES-256), yet with salts from a seed: the same pages give the same bytes. For samples only. */
async function locked(pdf: PDFDocument, password: string): Promise<Uint8Array> {
  const random = seeded(password)
  const real = crypto.getRandomValues.bind(crypto)
  crypto.getRandomValues = (array) => {
    if (array instanceof Uint8Array) for (let at = 0; at < array.length; at++) array[at] = between(random, 0, 255)
    return array
  }
  try {
    pdf.encrypt({ userPassword: password, ownerPassword: password })
    return await pdf.save({ useObjectStreams: false })
  } finally {
    crypto.getRandomValues = real
  }
}

export const asPng = ({ pixels, turn }: ScannedPage): Promise<Buffer> =>
  raw(pixels)
    .rotate(turn)
    .toColourspace('b-w')
    .png({ palette: true, colours: 2, compressionLevel: 9 })
    .withDensity(pixels.dpi)
    .toBuffer()

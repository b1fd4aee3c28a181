// A page as delivered with a stamp of secrecy put on it: red, in its frame, a little askew, as an office puts it.
import { degrees, PDFDocument, rgb } from 'pdf-lib'
import { openFontCase } from './draw/fonts.ts'

const MILLIMETRE = 72 / 25.4
/** Frames of the three stamps, in millimetres. */
const FRAME = { height: 8, width: (mark: string) => 10 * Math.max(2, mark.length / 2) }
const RED = rgb(0.8, 0.1, 0.12)

/** What the scanned page is made smaller to, so that its head is free for the stamp. */
const SCALE = 0.84

/** One A4 page: the scanned page, and above it the stamp. */
export async function stampedPage(jpeg: Uint8Array, mark: string, askewDegrees = 3): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595.28, 841.89])
  const { width, height } = page.getSize()
  page.drawImage(await pdf.embedJpg(jpeg), {
    x: (width * (1 - SCALE)) / 2,
    y: 0,
    width: width * SCALE,
    height: height * SCALE,
  })
  const font = await openFontCase(pdf)('timesBold')
  const [x, y, rotate] = [28 * MILLIMETRE, height - 30 * MILLIMETRE, degrees(askewDegrees)]
  const box = { width: FRAME.width(mark) * MILLIMETRE, height: FRAME.height * MILLIMETRE }
  page.drawRectangle({ x, y, ...box, rotate, borderColor: RED, borderWidth: 1.4 })
  const size = 14
  page.drawText(mark, {
    x: x + (box.width - font.widthOfTextAtSize(mark, size)) / 2,
    y: y + (box.height - size * 0.7) / 2,
    size,
    font,
    color: RED,
    rotate,
  })
  return pdf.save()
}

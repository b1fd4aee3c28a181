// What office paper bears besides words: the round red seal, the blue signature, a portrait.
import { degrees, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { between, seeded } from '../random.ts'
import { paper } from './sheet.ts'

export interface Seal {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly text: string
}

const red = rgb(0.82, 0.1, 0.14)
const blue = rgb(0.12, 0.2, 0.62)

/** A seal at x, y (points from the top left), text around the rim, the star in the middle. */
export function stamp(page: PDFPage, font: PDFFont, { x, y, radius, text }: Seal): void {
  const at = { x, y: paper.height - y }
  const look = { borderColor: red, borderOpacity: 0.78 } as const
  page.drawCircle({ ...at, size: radius, borderWidth: 2.2, ...look })
  page.drawCircle({ ...at, size: radius - 4, borderWidth: 0.7, ...look })
  page.drawCircle({ ...at, size: radius * 0.58, borderWidth: 0.7, ...look })
  const size = radius * 0.19
  const letters = Array.from(text)
  letters.forEach((letter, index) => {
    const angle = Math.PI * 1.5 - (index / letters.length) * 2 * Math.PI
    const rim = radius * 0.66
    const turn = angle - Math.PI / 2
    const half = font.widthOfTextAtSize(letter, size) / 2
    page.drawText(letter, {
      x: at.x + Math.cos(angle) * rim - Math.cos(turn) * half,
      y: at.y + Math.sin(angle) * rim - Math.sin(turn) * half,
      size,
      font,
      color: red,
      opacity: 0.78,
      rotate: degrees((turn * 180) / Math.PI),
    })
  })
  page.drawSvgPath(star(radius * 0.42), { ...at, color: red, opacity: 0.7 })
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    const reach = index % 2 === 0 ? radius : radius * 0.4
    return `${(Math.cos(angle) * reach).toFixed(2)},${(Math.sin(angle) * reach).toFixed(2)}`
  })
  return `M ${points.join(' L ')} Z`
}

/** Loops of a ball-pen, different for every person. */
export function drawSignature(page: PDFPage, x: number, y: number, who: string): void {
  const random = seeded(`signature ${who}`)
  const loops = Array.from({ length: between(random, 4, 6) }, (_, index) => {
    const left = index * 15
    return `C ${left + between(random, -14, 4)} ${between(random, -34, -12)}, ${left + between(random, 12, 30)} ${between(random, 8, 26)}, ${left + between(random, 8, 22)} ${between(random, -10, 10)}`
  })
  page.drawSvgPath(`M 0 0 ${loops.join(' ')} q 18 6 44 -6`, {
    x,
    y: paper.height - y,
    borderColor: blue,
    borderWidth: 1.3,
    borderOpacity: 0.9,
  })
}

/** Head and shoulders, as a photo glued on looks in a scan. */
export function drawPortrait(page: PDFPage, x: number, y: number, width: number, height: number): void {
  const bottom = paper.height - y - height
  page.drawRectangle({ x, y: bottom, width, height, color: rgb(0.62, 0.7, 0.82) })
  page.drawEllipse({
    x: x + width / 2,
    y: bottom + height * 0.08,
    xScale: width * 0.42,
    yScale: height * 0.28,
    color: rgb(0.25, 0.27, 0.33),
  })
  page.drawRectangle({ x, y: bottom - height * 0.25, width, height: height * 0.25, color: rgb(1, 1, 1) })
  page.drawEllipse({
    x: x + width / 2,
    y: bottom + height * 0.58,
    xScale: width * 0.2,
    yScale: height * 0.19,
    color: rgb(0.8, 0.66, 0.56),
  })
  page.drawEllipse({
    x: x + width / 2,
    y: bottom + height * 0.7,
    xScale: width * 0.21,
    yScale: height * 0.1,
    color: rgb(0.13, 0.12, 0.12),
  })
}

// Words as a hand writes them: letter by letter, none quite like the last in size, slant or height over the line, joined by thin
// strokes where the hand is a running one. No real hand: for measuring and for tests only.
import { degrees, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { type Random, seeded } from '../random.ts'
import { paper } from './sheet.ts'

export interface Hand {
  /** Who writes: one seed, one hand. */
  readonly seed: string
  readonly size: number
  /** Letters are joined. */
  readonly running?: boolean
  readonly pen?: 'blue' | 'black'
}

const pens = { blue: rgb(0.1, 0.2, 0.62), black: rgb(0.13, 0.13, 0.15) } as const
const about = (random: Random, middle: number, spread: number): number => middle + (random() * 2 - 1) * spread

/** At x and its baseline, in points from the top left; returns where the writing ends. */
export function writeByHand(
  page: PDFPage,
  font: PDFFont,
  text: string,
  x: number,
  baseline: number,
  hand: Hand,
): number {
  const random = seeded(`hand ${hand.seed} ${text}`)
  const own = seeded(`hand ${hand.seed}`)
  const [slant, loose, wave] = [about(own, 10, 14), 0.05 + own() * 0.05, own() * 6]
  const color = pens[hand.pen ?? 'blue']
  let at = x
  for (const letter of Array.from(text)) {
    const size = hand.size * about(random, 1, 0.1)
    const width = font.widthOfTextAtSize(letter, size) * about(random, 0.92, 0.1)
    const lift = hand.size * (about(random, 0, loose) + Math.sin(at / 40 + wave) * 0.06)
    if (letter !== ' ') {
      const y = paper.height - baseline + lift
      const look = { xSkew: degrees(about(random, slant, 7)), rotate: degrees(about(random, 0, 6)), color }
      page.drawText(letter, { x: at, y, size, font, ...look })
      if (hand.running === true) join(page, at + width * 0.75, y, width * 0.5, hand.size, random)
    }
    at += width
  }
  return at

  function join(page: PDFPage, left: number, y: number, long: number, size: number, random: Random): void {
    const rise = size * about(random, 0.22, 0.12)
    page.drawSvgPath(`M 0 0 C ${long * 0.4} ${size * 0.08}, ${long * 0.6} ${-rise}, ${long} ${-rise}`, {
      x: left,
      y,
      borderColor: color,
      borderWidth: size * 0.06,
    })
  }
}

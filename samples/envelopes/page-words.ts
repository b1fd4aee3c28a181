// Sets the rows of a page as words with boxes, as an engine would give them, and spoils them as a scan of that quality does.
import type { Box, PageText, Word } from '../../schemas/index.ts'
import { between, chance, pick, type Random } from '../random.ts'
import type { EnvelopePage } from './envelope.ts'

/** Shares of letters misread, of tones lost, of words lost or run together, and of whole lines lost. */
export interface Spoiling {
  readonly letters: number
  readonly tones: number
  readonly words: number
  readonly lines: number
  /** Words of dirt a page. */
  readonly dirt: number
}

export const spoilings = {
  light: { letters: 0.006, tones: 0.01, words: 0.003, lines: 0.001, dirt: 0.3 },
  medium: { letters: 0.015, tones: 0.03, words: 0.008, lines: 0.004, dirt: 1 },
  heavy: { letters: 0.035, tones: 0.08, words: 0.02, lines: 0.012, dirt: 3 },
} as const satisfies Record<string, Spoiling>

/** Letters of 12 points on paper so wide, and lines so far apart, in inches. */
const letter = 0.086
const line = 0.24
const margin = { left: 1, right: 0.7, top: 0.75 }

interface Piece {
  readonly text: string
  /** Where the piece begins, in inches. */
  readonly left: number
}

export function pageTextOf(page: EnvelopePage, pageId: string, spoiling: Spoiling, random: Random): PageText {
  const [width, height] = page.size
  const step = stepOf(page.rows, height)
  const shift = (random() - 0.5) * 0.2
  const words = page.rows.flatMap((row, index) => {
    if (chance(random, spoiling.lines)) return []
    const top = topOf(index, step) + shift
    return piecesOf(row, width).flatMap((piece) => wordsOf(piece, top, [width, height], step))
  })
  const read = words.flatMap((word) => spoilt(word, spoiling, random))
  const dirt = Array.from({ length: Math.round(spoiling.dirt * random() * 2) }, () => dirtOf(random))
  return {
    pageId,
    lines: [...read, ...dirt].map((word) => ({ box: word.box, words: [word] })),
    rulings: { horizontal: [], vertical: [] },
  }
}

/** How far apart the lines stand, in inches; more of them stand closer. */
export const stepOf = (rows: readonly string[], height: number): number =>
  Math.min(line, (height - 1.2) / Math.max(1, rows.length))
export const topOf = (index: number, step: number): number => margin.top + index * step

export function piecesOf(row: string, width: number): Piece[] {
  const room = width - margin.left - margin.right
  const centred = (text: string, from: number, over: number): Piece => ({
    text,
    left: Math.max(0.2, from + (over - text.length * letter) / 2),
  })
  if (row.startsWith('^')) return [centred(row.slice(1), margin.left, room)]
  if (row.startsWith('|')) {
    const cells = row.slice(1, -1).split('|')
    const total = cells.reduce((sum, cell) => sum + cell.length + 1, 0)
    let left = margin.left
    return cells.map((cell) => {
      const piece = { text: cell.trim(), left }
      left += Math.max(cell.length * letter, (room * (cell.length + 1)) / total)
      return piece
    })
  }
  const [first = '', second] = row.split(' || ')
  if (second === undefined) return [{ text: first, left: margin.left }]
  const half = room / 2
  return [centred(first.trim(), margin.left - 0.35, half), centred(second.trim(), margin.left + half, half + 0.3)]
}

function wordsOf({ text, left }: Piece, top: number, [width, height]: readonly [number, number], step: number): Word[] {
  // What is too long for the paper is printed smaller there.
  const size = Math.min(letter, (width - left - 0.1) / Math.max(1, text.length))
  return [...text.matchAll(/\S+/gu)].map((found) => {
    const x = left + found.index * size
    const box: Box = [
      part(x / width),
      part(top / height),
      part((found[0].length * size) / width),
      part((step * 0.62) / height),
    ]
    return {
      text: found[0],
      box: [box[0], box[1], Math.min(box[2], 1 - box[0]), Math.min(box[3], 1 - box[1])],
      confidence: 0.94,
    }
  })
}

const part = (share: number): number => Math.min(1, Math.max(0, share))

const alike = [
  'ae',
  'oc',
  'il',
  'l1',
  'nh',
  'rn',
  'uv',
  'ce',
  'tf',
  'O0',
  'S5',
  'B8',
  'gq',
  'mn',
  'dđ',
  'DĐ',
  'UƯ',
  'OƠ',
]

function spoilt(word: Word, spoiling: Spoiling, random: Random): Word[] {
  if (chance(random, spoiling.words)) return []
  const text = [...word.text].map((sign) => misread(sign, spoiling, random)).join('')
  return text === '' ? [] : [{ ...word, text, confidence: text === word.text ? word.confidence : 0.55 }]
}

function misread(sign: string, { letters, tones }: Spoiling, random: Random): string {
  if (chance(random, tones))
    return sign
      .normalize('NFD')
      .replace(/\p{M}$/u, '')
      .normalize('NFC')
  if (!chance(random, letters)) return sign
  const pair = alike.find((each) => each.includes(sign))
  if (pair !== undefined) return pair.replace(sign, '')
  return pick(random, ['', sign + sign, 'i', 'c', '.', 'n'])
}

function dirtOf(random: Random): Word {
  const text = pick(random, ['.', '~', ':', "'", 'ií', '_', '—'])
  return { text, box: [random() * 0.95, random() * 0.95, 0.01, 0.008], confidence: between(random, 20, 60) / 100 }
}

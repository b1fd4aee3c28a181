// How words lie over a page image so that they can be marked, searched and copied line by line. Pure geometry; drawing
// them is the business of the PDF writer.
import type { Box } from '../../schemas/index.ts'
import { sharedHeight, unionOf } from './box.ts'

/** One word as it is to be laid: left is its own, so is width but for the gap; top and height agree along the line. */
export interface TextRun {
  readonly text: string
  readonly box: Box
  readonly isLineEnd: boolean
}

interface PlacedWord {
  readonly text: string
  readonly box: Box
}

/** "Quyết" is more than twice as tall as "ao"; what is taller than this beside its line is a stroke of noise. */
const tallestToMedian = 2.5
/** Readers of PDF join words that stand closer than 0.15 of the type size; in shares of the height, and of A4. */
const leastGap = 0.25
/** Words that lie over one another are not told apart by making one of them nothing. */
const leastWidth = 0.1

/** Keeps the order given. A new line begins where the next word is not to the right at the same height. */
export function textRuns(words: readonly PlacedWord[]): TextRun[] {
  return linesOfWords(words).flatMap(runsOfLine)
}

function linesOfWords(words: readonly PlacedWord[]): PlacedWord[][] {
  const lines: PlacedWord[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line !== undefined && isNextOf(line, word.box)) line.push(word)
    else lines.push([word])
  }
  return lines
}

/** Measured by the whole line: a full stop after a dash stands lower than the dash, yet in the line. */
function isNextOf(line: readonly PlacedWord[], box: Box): boolean {
  const left = line.at(-1)?.box[0] ?? 0
  return box[0] > left && sharedHeight(unionOf(line.map((word) => word.box)), box) >= 0.5
}

/** One height for the line, else readers of PDF see words of many sizes and tear the line; each span holds its word. */
function runsOfLine(line: readonly PlacedWord[]): TextRun[] {
  const heights = line.map(({ box }) => box[3]).sort((a, b) => a - b)
  const limit = (heights[Math.floor(heights.length / 2)] ?? 0) * tallestToMedian
  const sound = line.filter(({ box }) => box[3] <= limit)
  const tallest = Math.max(0, ...sound.map(({ box }) => box[3]))
  const lineTop = Math.min(...sound.map(({ box }) => box[1]))
  let free = 0
  return line.map(({ text, box: [from, top, width, height] }, index) => {
    const span = Math.max(tallest, height)
    const spanTop = Math.min(top, Math.max(top + height - span, lineTop))
    // A word that lies over the one before it begins where that one ends.
    const left = Math.max(from, free)
    const room = (line[index + 1]?.box[0] ?? Infinity) - left - leastGap * span
    const narrowed = Math.max(Math.min(from + width - left, room), width * leastWidth)
    free = left + narrowed + leastGap * span
    return { text, box: [left, spanTop, narrowed, span], isLineEnd: index === line.length - 1 }
  })
}

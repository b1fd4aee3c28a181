// The lines a value stands in, each as a rectangle of its own: what is read a second time. The box of a value that runs over
// several lines holds words of its neighbours too; the raw text tells which words are its own.
import type { Box, PageText, ReadWord, Word } from '../../../schemas/index.ts'
import { middleX, middleY, partOf, rightOf, unionOf } from '../box.ts'
import { lettersOf } from '../form/tokens.ts'
import { linesOf } from '../lines.ts'

/** Empty when the words of the value cannot be told from those around it. */
export function linesOfValue(raw: string, box: Box, page: PageText): Box[] {
  const words = page.lines.flatMap((line) => line.words).filter((word) => isWithin(word.box, box))
  const lines = linesOf(words)
  if (lines.length < 2) return isWritten(raw, words) ? [box] : []
  const boxes: Box[] = []
  let rest = lettersOf(raw)
  for (const line of lines) {
    const run = longestRun(line.words, rest)
    if (run.letters === 0) continue
    boxes.push(run.box)
    rest = rest.slice(run.letters)
  }
  return rest === '' ? boxes : []
}

/** The words of the raw text, each as sure as the words of the page it was made of. */
export function wordsOfValue(raw: string, boxes: readonly Box[], page: PageText): ReadWord[] {
  const words = page.lines.flatMap((line) => line.words).filter((word) => boxes.some((box) => isWithin(word.box, box)))
  const least = Math.min(1, ...words.map(({ confidence }) => confidence))
  return raw
    .split(/\s+/u)
    .filter((text) => text !== '')
    .map((text) => {
      const own = words.filter((word) => word.text.includes(text) || text.includes(word.text))
      return { text, confidence: own.length === 0 ? least : Math.min(...own.map(({ confidence }) => confidence)) }
    })
}

const isWithin = (inner: Box, [left, top, width, height]: Box): boolean =>
  middleX(inner) >= left && middleX(inner) <= left + width && middleY(inner) >= top && middleY(inner) <= top + height

/** A constant of the form stands nowhere on the paper; of a word glued to its label only a part is the value. */
function isWritten(raw: string, words: readonly Word[]): boolean {
  const letters = lettersOf(raw)
  const here = words.map(({ text }) => lettersOf(text)).join('')
  return here === '' || here.includes(letters) || letters.includes(here)
}

interface Run {
  readonly letters: number
  readonly box: Box
}

/** The longest run of words that is what `rest` begins with; a label may be glued to its first word. */
function longestRun(words: readonly Word[], rest: string): Run {
  const none: Run = { letters: 0, box: [0, 0, 0, 0] }
  return words.reduce<Run>((best, _word, from) => {
    const run = runFrom(words.slice(from), rest)
    return run.letters > best.letters ? run : best
  }, none)
}

function runFrom([first, ...others]: readonly Word[], rest: string): Run {
  const start = first && beginning(first, rest)
  if (!start) return { letters: 0, box: [0, 0, 0, 0] }
  const boxes = [start.box]
  let { letters } = start
  for (const { text, box } of others) {
    const more = lettersOf(text)
    if (!rest.startsWith(more, letters) || (more !== '' && letters >= rest.length)) break
    letters += more.length
    if (more !== '' || box[0] <= rightOf(unionOf(boxes)) + box[3]) boxes.push(box)
  }
  return { letters, box: unionOf(boxes) }
}

/** The word, or what stands behind the colon in it. */
function beginning({ text, box }: Word, rest: string): Run | undefined {
  for (const from of [0, text.lastIndexOf(':') + 1]) {
    const letters = lettersOf(text.slice(from))
    if (letters !== '' && rest.startsWith(letters))
      return { letters: letters.length, box: partOf(box, from, text.length, text.length) }
  }
  return undefined
}

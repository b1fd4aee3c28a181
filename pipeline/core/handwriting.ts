// Whether what looks like handwriting in the picture is handwriting: the engine reads print surely, and writing by hand badly.
import type { InkMark, Line } from '../../schemas/index.ts'
import { bottomOf, middleX, middleY, rightOf } from './box.ts'

/** The picture alone is enough: of drawn hands the engine reads some as surely as print. */
const SURE = 0.9
/** Words the engine reads so surely are print, however they look (an italic, a typewriter); and how many of them there must be. */
const PRINT = { confidence: 0.9, share: 0.5 }

/** The marks without the handwriting that turned out to be print. */
export function weighed(marks: readonly InkMark[], lines: readonly Line[]): InkMark[] {
  const words = lines.flatMap((line) => line.words)
  return marks.filter((mark) => {
    if (mark.kind !== 'handwriting' || mark.sureness >= SURE) return true
    const own = words.filter(({ box }) => isWithin(middleX(box), middleY(box), mark.box))
    const letters = own.filter(({ text }) => /\p{L}{2}|\d{2}/u.test(text))
    const surely = letters.filter(({ confidence }) => confidence >= PRINT.confidence)
    return letters.length === 0 || surely.length < letters.length * PRINT.share
  })
}

const isWithin = (x: number, y: number, box: InkMark['box']): boolean =>
  x >= box[0] && x <= rightOf(box) && y >= box[1] && y <= bottomOf(box)

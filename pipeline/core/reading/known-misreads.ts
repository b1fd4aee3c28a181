// Letters that one model takes for another in some typefaces while the other model reads them right, as seen in calibration runs
// (npm run corpus, cases.csv): a round sans-serif a for o, Y for V, g for q. Tones do not count; â and ô do not stand here, for
// each model takes one for the other.
import type { ModelName } from '../../../schemas/index.ts'
import { toneMarks } from '../text.ts'

/** [what stands there, what the model reads]. */
const misreads: Readonly<Record<ModelName, readonly (readonly [string, string])[]>> = {
  own: [
    ['q', 'g'],
    ['g', 'q'],
  ],
  stock: [
    ['a', 'o'],
    ['a', 'ơ'],
    ['a', 'ø'],
    ['y', 'v'],
    ['0', 'o'],
  ],
}

interface Writing {
  readonly model: ModelName
  readonly text: string
}

/** Whether `wrong` is `right` with nothing but such letters in it that its model is known to misread. */
export function isKnownMisread(right: string, wrong: Writing): boolean {
  const [a, b] = [lettersOf(right), lettersOf(wrong.text)]
  if (a.length !== b.length || a.join('') === b.join('')) return false
  return a.every(
    (letter, at) => letter === b[at] || misreads[wrong.model].some(([is, read]) => is === letter && read === b[at]),
  )
}

/** With their marks, without their tones. */
function lettersOf(text: string): string[] {
  const signs = [...text.toLowerCase().normalize('NFD')].filter((sign) => !toneMarks.includes(sign))
  return [...signs.join('').normalize('NFC')]
}

// Breaks a text into lines; knows letters only by their widths.
import type { Weight } from '../sheet.ts'
import type { Measure } from './mark.ts'

/** Lines no wider than `width` (in letters of one point); a word wider than that is cut. */
export function wrapped(text: string, width: number, weight: Weight, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ').flatMap((word) => cutToFit(word, width, weight, measure))) {
      const last = lines.at(-1)
      const joined = `${last ?? ''} ${word}`
      if (last !== undefined && measure(joined, weight) <= width) lines[lines.length - 1] = joined
      else lines.push(word)
    }
    return lines
  })
}

function cutToFit(word: string, width: number, weight: Weight, measure: Measure): string[] {
  if (measure(word, weight) <= width) return [word]
  const parts: string[] = []
  for (const letter of word) {
    const last = parts.at(-1)
    if (last !== undefined && measure(last + letter, weight) <= width) parts[parts.length - 1] = last + letter
    else parts.push(letter)
  }
  return parts
}

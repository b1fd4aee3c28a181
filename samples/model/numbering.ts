// Numbers before items and after ranks: nothing else teaches the model their full stops, brackets and strokes.
import { between, pick, type Random } from '../random.ts'

/** How forms and decisions number what they say. */
export const numbering = (random: Random): string => {
  const [item, inner] = [between(random, 1, 38), between(random, 1, 9)]
  const letter = pick(random, ['a', 'b', 'c', 'd', 'đ', 'e'])
  return pick(random, [
    `${item})`,
    `${item}.`,
    `${item}.`,
    `${item}-`,
    `${item}.${inner}-`,
    `${item}.${inner}.`,
    `${letter})`,
  ])
}

export const roman = (random: Random): string => pick(random, ['I', 'II', 'III', 'IV', 'V'])

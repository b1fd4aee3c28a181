// The one way from a writing to an entry of a closed list by likeness: near enough, and clearly nearer than any other. Else
// nothing is meant for sure, and the near ones are candidates for a person.
import type { Confusion, Spelling } from './confusion.ts'

/** With every letter right or like in shape; one letter that nothing explains is already more. */
export const EXPLAINED = 0.95
/** A runner-up nearer to the best than this leaves the choice open. */
export const CLEAR_MARGIN = 0.55
/** Tones and marks may all be lost at once, by an engine or a keyboard: then the letters alone speak, and are less. */
const ALL_SIGNS_LOST = 0.5
/** What no likeness explains: a digit (Phường 1 is no misread Phường 7), a letter of a short name (Nan and Nam). */
export const UNEXPLAINED = 1
/** Farther than this no candidate tells anything. */
const FARTHEST = 2.2
/** One wrong letter in four may be the engine's; shorter names are too alike for any. */
const LETTERS_PER_ERROR = 4
/** A letter, and a little sign besides. */
const ONE_ERROR = 1.1

export interface Near<T> {
  readonly item: T
  readonly distance: number
}

interface Spelled<T> {
  readonly item: T
  readonly spelling: Spelling
}

export interface Closest<T> {
  /** All that are near, the nearest first; an item with several names counts by its nearest. */
  readonly near: (text: string, farthest?: number) => readonly Near<T>[]
}

export function closestOf<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  confusion: Confusion,
): Closest<T> {
  let spelled: readonly Spelled<T>[] | undefined
  return {
    near(text, farthest = farthestFor(text)) {
      spelled ??= items.flatMap((item) => namesOf(item).map((name) => ({ item, spelling: confusion.spell(name) })))
      const written = confusion.spell(text)
      const nearest = new Map<T, number>()
      for (const { item, spelling } of spelled) {
        if (Math.abs(spelling.letters.length - written.letters.length) > 2 * farthest + 1) continue
        const distance = distanceOf(written, spelling, farthest, confusion)
        if (distance <= Math.min(farthest, nearest.get(item) ?? farthest)) nearest.set(item, distance)
      }
      return [...nearest].map(([item, distance]) => ({ item, distance })).sort((a, b) => a.distance - b.distance)
    },
  }
}

function distanceOf(written: Spelling, known: Spelling, farthest: number, confusion: Confusion): number {
  if (written.letters === known.letters) return Math.min(confusion.between(written, known), ALL_SIGNS_LOST)
  const distance = confusion.between(written, known, farthest)
  const isShort = Math.min(written.letters.length, known.letters.length) < LETTERS_PER_ERROR
  return isShort || digitsOf(written) !== digitsOf(known) ? Math.max(distance, UNEXPLAINED) : distance
}

const digitsOf = ({ letters }: Spelling): string => letters.replace(/\D/gu, '')

export function farthestFor(text: string): number {
  const letters = text.replace(/[^\p{L}\d]/gu, '').length
  return Math.min(FARTHEST, Math.max(UNEXPLAINED, (letters / LETTERS_PER_ERROR) * ONE_ERROR))
}

/** The nearest, if it is explained and clearly nearer than the next. */
export function clearly<T>([best, next]: readonly Near<T>[]): T | undefined {
  if (!best || best.distance > EXPLAINED) return undefined
  return next && next.distance - best.distance < CLEAR_MARGIN ? undefined : best.item
}

// When two spellings are the same name (hòa and hoà, Quí and Quý, Ê-đê and Ê đê), and when only the small ink differs.
import { fold } from '../text.ts'
import { closestOf, type Near } from './closest.ts'
import type { Confusion } from './confusion.ts'

/** Where the tone of an open syllable stands is a matter of school: `oà` and `òa`. */
const laterTones = ['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ']
const earlierTones = ['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy']

/** One name is looked up in many indexes, one after the other. */
let last = { text: '', key: '' }

/** Equal for all right spellings of a name. */
export function nameKey(text: string): string {
  if (text !== last.text) last = { text, key: keyOf(text) }
  return last.key
}

function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/(?<=\p{L})\s*[-–]\s*(?=\p{L})|\s+/gu, ' ')
    .replace(/(?<!\d)0+(?=\d)/gu, '')
    .replace(
      /(?<!\p{L})(qu|[bcdđghklmnprstvx]+)([yỳýỷỹỵ])(?!\p{L})/gu,
      (_all, start: string, y: string) => start + withI(y),
    )
    .replace(/(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => earlierTones[laterTones.indexOf(pair)] ?? pair)
    .trim()
}

/** Quý and Quí, Mỹ and Mĩ. */
const withI = (y: string): string => 'iìíỉĩị'['yỳýỷỹỵ'.indexOf(y)] ?? y

/** Equal also where tones and marks are lost. */
export function foldedKey(text: string): string {
  return fold(nameKey(text))
}

/** Whether two names differ by school of spelling at most. */
export const isSameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

export interface Found<T> {
  readonly items: readonly T[]
  readonly isExact: boolean
}

export interface NameIndex<T> {
  readonly items: readonly T[]
  /** Whether a name is written so, all tones right. */
  has(name: string): boolean
  /** Items of that name; if there is none, those whose name differs in tones and marks only. */
  find(name: string): Found<T>
  /** Items whose name is like it, the nearest first. */
  near(name: string, farthest?: number): readonly Near<T>[]
}

/** Built on first use: of seven hundred districts a dossier names one. */
export function nameIndex<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  confusion: Confusion,
): NameIndex<T> {
  const lazily = (keyOf: (name: string) => string) => {
    let map: Map<string, T[]> | undefined
    return (name: string) => {
      map ??= byKey(items, namesOf, keyOf)
      return map.get(keyOf(name))
    }
  }
  const sameName = lazily(nameKey)
  const toneless = lazily(foldedKey)
  const closest = closestOf(items, namesOf, confusion)
  return {
    items,
    has: (name) => sameName(name) !== undefined,
    find(name) {
      const same = sameName(name)
      return same ? { items: same, isExact: true } : { items: toneless(name) ?? [], isExact: false }
    },
    near: closest.near,
  }
}

export function byKey<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  keyOf: (name: string) => string,
): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(namesOf(item).map(keyOf))) {
      const there = map.get(key)
      if (there) there.push(item)
      else map.set(key, [item])
    }
  }
  return map
}

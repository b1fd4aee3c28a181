// Family names by how usual they are, and the syllables known names are made of.
import type { FamilyNameList } from '../../../schemas/index.ts'
import type { NameRank, PersonNames } from '../knowledge.ts'
import { toneAwareDistance } from '../text.ts'
import { byKey, foldedKey, nameKey } from './name-key.ts'

const ranks: readonly NameRank[] = ['common', 'known', 'rare']
/** One tone or one mark. */
const ONE_SIGN = 0.3
/** The tone and a mark of one syllable. */
const TWO_SIGNS = 0.6

export function personNamesOf(list: FamilyNameList): PersonNames {
  const families = ranks.flatMap((rank) => list[rank].map((name) => ({ name, rank })))
  const ranked = new Map(families.map(({ name, rank }) => [nameKey(name), rank]))
  const familiesByLetters = byKey(families, ({ name }) => [name], foldedKey)
  const used = [...families.map(({ name }) => name), ...list.given]
  const isUsed = new Set(used.map(nameKey))
  const usedByLetters = byKey(used, (name) => [name], foldedKey)
  return {
    family: (name) => ranked.get(nameKey(name)),
    familiesLike: (name) =>
      (familiesByLetters.get(foldedKey(name)) ?? [])
        .map((family) => ({ ...family, distance: toneAwareDistance(name, family.name) }))
        .filter(({ distance }) => distance > 0 && distance <= TWO_SIGNS)
        .sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || a.distance - b.distance),
    isUsed: (syllable) => isUsed.has(nameKey(syllable)),
    usedLike: (syllable) =>
      (usedByLetters.get(foldedKey(syllable)) ?? []).filter((name) => {
        const distance = toneAwareDistance(name, syllable)
        return distance > 0 && distance <= ONE_SIGN
      }),
  }
}

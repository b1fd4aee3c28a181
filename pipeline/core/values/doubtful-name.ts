// Why a person's name may be misread: a family nobody has, a syllable no known name has while another tone of it is usual.
import type { Knowledge, PersonNames } from '../knowledge.ts'
import { toneAwareDistance } from '../text.ts'
import { oddWords, repaired } from './odd-words.ts'

const MAX_CANDIDATES = 5
/** One tone or one mark. */
const ONE_SIGN = 0.3

/** Undefined when nothing speaks against the name; else the names that may be meant. */
export function doubtsOfName(name: string, { language, personNames }: Knowledge): string[] | undefined {
  // Names of the Central Highlands have their own spelling.
  if (/^[HYK]'\p{L}/u.test(name)) return undefined
  const odd = oddWords(name, language).filter(({ word }) => !personNames.isUsed(word))
  const [family = '', ...others] = name.split(' ')
  const meant = [familiesMeant(family, personNames), ...others.map((one) => syllablesMeant(one, personNames))]
  const isDoubtful = odd.length > 0 || meant.some((alternatives) => alternatives !== undefined)
  if (!isDoubtful) return undefined
  const repair = odd.length > 0 ? repaired(name, odd) : undefined
  return [...(repair === undefined ? [] : [repair]), ...combined([family, ...others], meant)].slice(0, MAX_CANDIDATES)
}

/** Undefined for a family name that can be believed. A rare one is not, when one sign makes it a common one: Đăng, Đặng. */
function familiesMeant(family: string, names: PersonNames): readonly string[] | undefined {
  const rank = names.family(family)
  if (rank === 'common' || rank === 'known') return undefined
  const like = names.familiesLike(family)
  if (rank === undefined) return like.map(({ name }) => name)
  const common = like.filter((other) => other.rank === 'common' && toneAwareDistance(other.name, family) <= ONE_SIGN)
  return common.length > 0 ? common.map(({ name }) => name) : undefined
}

function syllablesMeant(syllable: string, names: PersonNames): readonly string[] | undefined {
  if (names.isUsed(syllable)) return undefined
  const like = names.usedLike(syllable)
  return like.length > 0 ? like : undefined
}

/** Doubtful syllables replaced, the others as they are. */
function combined(syllables: readonly string[], meant: readonly (readonly string[] | undefined)[]): string[] {
  const all = syllables.reduce<string[][]>(
    (names, syllable, i) => {
      const alternatives = meant[i]
      const choices = alternatives !== undefined && alternatives.length > 0 ? alternatives : [syllable]
      return names.flatMap((name) => choices.map((choice) => [...name, choice])).slice(0, MAX_CANDIDATES)
    },
    [[]],
  )
  return all.map((name) => name.join(' ')).filter((name) => name !== syllables.join(' '))
}

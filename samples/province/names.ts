// Names as the peoples of the country give them, by frequency. The lists and weights are data: names.json.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { chance, type Random } from '../random.ts'

/** "Nguyễn 2711, Trần 839": names with weights. */
const Weighted = z.string().transform((text) => weighted(text.split(', ')))
const Half = z.object({
  usual: Weighted,
  usualShare: z.number(),
  second: Weighted,
  twoMiddles: z.number(),
  given: Weighted,
})
const People = z.object({
  people: z.string(),
  province: z.number(),
  nation: z.number(),
  family: Weighted,
  men: Half,
  women: Half,
})
const Names = z.object({ origin: z.string(), peoples: z.array(People) })

export type People = z.infer<typeof People>

export interface Name {
  readonly family: string
  readonly middle: string
  readonly given: string
}

const { peoples } = Names.parse(JSON.parse(readFileSync(new URL('names.json', import.meta.url), 'utf8')))

const shares = {
  province: weighted(peoples.map(({ province }, at) => `${at} ${province}`)),
  nation: weighted(peoples.map(({ nation }, at) => `${at} ${nation}`)),
}

export function aPeople(random: Random, where: keyof typeof shares): People {
  const people = peoples[Number(drawn(random, shares[where]))]
  if (!people) throw new RangeError('names.json: no people')
  return people
}

/** Family and middle name may be given: siblings share them. */
export function aName(random: Random, people: People, isMan: boolean, fixed: Partial<Name> = {}): Name {
  const half = isMan ? people.men : people.women
  return {
    family: fixed.family ?? drawn(random, people.family),
    middle: fixed.middle ?? middleOf(random, half),
    given: fixed.given ?? drawn(random, half.given),
  }
}

function middleOf(random: Random, half: z.infer<typeof Half>): string {
  const first = chance(random, half.usualShare) ? drawn(random, half.usual) : drawn(random, half.second)
  if (!chance(random, half.twoMiddles)) return first
  const second = drawn(random, half.second)
  return second === first ? first : `${first} ${second}`
}

export const written = ({ family, middle, given }: Name): string => `${family} ${middle} ${given}`

interface WeightedNames {
  readonly names: readonly string[]
  readonly upTo: readonly number[]
}

function weighted(entries: readonly string[]): WeightedNames {
  let total = 0
  const pairs = entries.map((entry) => {
    const at = entry.lastIndexOf(' ')
    total += Number(entry.slice(at + 1))
    return { name: entry.slice(0, at), upTo: total }
  })
  return { names: pairs.map(({ name }) => name), upTo: pairs.map(({ upTo }) => upTo) }
}

function drawn(random: Random, { names, upTo }: WeightedNames): string {
  const wanted = random() * (upTo.at(-1) ?? 0)
  let [low, high] = [0, names.length - 1]
  while (low < high) {
    const mid = (low + high) >> 1
    if ((upTo[mid] ?? 0) > wanted) high = mid
    else low = mid + 1
  }
  return names[low] ?? ''
}

// Whole provinces of invented people for linking, any size from a seed, with the truth: dossier by dossier, never all at once.
import type { LinkRecord } from '../schemas/index.ts'
import { homesOf } from './province/homes.ts'
import { paperOf } from './province/paper.ts'
import { aHousehold, type World } from './province/people.ts'
import { chance, type Random, seeded } from './random.ts'

export interface ProvinceOptions {
  readonly persons: number
  readonly seed: string
  /** Without: papers that tell neither identity nor insurance number. */
  readonly hasNumbers?: boolean
  /** All provinces instead of Tuyên Quang. */
  readonly isNation?: boolean
}

export interface Paper {
  readonly record: LinkRecord
  /** The truth: whose paper it is. */
  readonly person: number
}

/** Shares of people with a second dossier, and of these with a third. */
const further = [0.07, 0.08]
/** Dossiers of one person do not lie side by side: each waits among so many others. */
const shuffledAmong = 5000

export function* province({ persons, seed, hasNumbers = true, isNation = false }: ProvinceOptions): Generator<Paper> {
  const random = seeded(`province ${seed}`)
  const world: World = { homes: homesOf(isNation ? undefined : '08'), shares: isNation ? 'nation' : 'province' }
  const waiting: Paper[] = []
  let number = 0
  const named = ({ record, person }: Paper): Paper => {
    const dossier = `hs-${String(++number).padStart(7, '0')}`
    return { person, record: hasNumbers ? { ...record, dossier } : withoutNumbers({ ...record, dossier }) }
  }
  for (let person = 0; person < persons;) {
    const household = aHousehold(random, world).slice(0, persons - person)
    for (const one of household) {
      for (let papers = 1 + furtherPapers(random); papers > 0; papers--) {
        waiting.push({ person, record: paperOf(random, one, household, '') })
        while (waiting.length > shuffledAmong) yield named(taken(random, waiting))
      }
      person++
    }
  }
  while (waiting.length > 0) yield named(taken(random, waiting))
}

function furtherPapers(random: Random): number {
  let more = 0
  while (more < further.length && chance(random, further[more] ?? 0)) more++
  return more
}

/** Any one of those that wait; the last takes its place. */
function taken(random: Random, waiting: Paper[]): Paper {
  const at = Math.floor(random() * waiting.length)
  const [paper, last] = [waiting[at], waiting.pop()]
  if (!paper || !last) throw new RangeError('province: nobody waits')
  if (at < waiting.length) waiting[at] = last
  return paper
}

function withoutNumbers(record: LinkRecord): LinkRecord {
  return { ...record, citizenId: '', socialInsuranceNo: '' }
}

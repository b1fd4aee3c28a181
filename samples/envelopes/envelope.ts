// An envelope as it lies in the cabinet and comes through the scanner: papers over the years, blanks and backs, copies, strays,
// now and then the whole stack the wrong way up. The truth lies beside each page.
import { between, chance, pick, type Random, seeded } from '../random.ts'
import { decision } from './decisions.ts'
import { invent, type Paper, type Person } from './paper.ts'
import * as office from './office.ts'
import * as proofs from './proofs.ts'
import * as resumes from './resumes.ts'
import * as schooling from './schooling.ts'
import * as yearly from './yearly.ts'

export interface EnvelopePage {
  /** Rows as they stand on paper; none on a blank side. */
  readonly rows: readonly string[]
  readonly size: readonly [number, number]
  /** Number of its paper, counted from 0 through the envelope; undefined on a blank side. */
  readonly paper?: number
  /** Place in its paper, from 1. */
  readonly place?: number
}

export interface Envelope {
  readonly name: string
  readonly pages: readonly EnvelopePage[]
  /** By the number of the paper; undefined where no kind is known. */
  readonly kinds: readonly (string | undefined)[]
  /** What a torn paper was: saying so is no mistake either. */
  readonly was: readonly (string | undefined)[]
  readonly isReversed: boolean
}

const a4 = [8.27, 11.69] as const

type Draw = (random: Random, person: Person) => Paper

/** How often each lies in an envelope, in parts. */
const often: readonly (readonly [number, Draw])[] = [
  [30, decision],
  [14, yearly.rating],
  [7, yearly.selfReview],
  [4, yearly.assessment],
  [5, resumes.supplement],
  [4, yearly.assets],
  [6, schooling.certificate],
  [4, schooling.diploma],
  [3, schooling.merit],
  [2, schooling.transcript],
  [2, proofs.health],
  [2, proofs.identity],
  [2, office.application],
  [1.5, office.contract],
  [1.5, office.strange],
  [1, resumes.resume],
  [1, office.handover],
]

export function drawEnvelope(name: string, wish: { readonly pages?: readonly [number, number] } = {}): Envelope {
  const random = seeded(`envelope ${name}`)
  const person = invent(random)
  const [least, most] = wish.pages ?? [60, 200]
  const wanted = between(random, least, most)
  const papers = papersOf(random, person, wanted)
  const isDuplex = chance(random, 0.35)
  const isReversed = chance(random, 0.15)
  const pages = papers.flatMap((paper, number) => sides(paper, number, random, isDuplex))
  const cut = pages.slice(0, Math.max(wanted, 4))
  // A paper cut off by the wished length would be another paper: it goes whole.
  const last = cut.at(-1)?.paper
  const whole = pages.filter((page, index) => index < cut.length || (page.paper !== undefined && page.paper === last))
  return {
    name,
    pages: isReversed ? whole.toReversed() : whole,
    kinds: papers.map(({ kind }) => kind),
    was: papers.map(({ was }) => was),
    isReversed,
  }
}

function papersOf(random: Random, person: Person, wanted: number): Paper[] {
  const maybe = (share: number, draw: Draw): Paper[] => (chance(random, share) ? [draw(random, person)] : [])
  const papers = [
    ...maybe(0.6, office.cover),
    ...maybe(0.5, (r) => office.contents(r)),
    ...maybe(0.5, resumes.book),
    resumes.resume(random, person),
    ...maybe(0.4, resumes.lifeSummary),
    ...maybe(0.8, proofs.birth),
    ...maybe(0.3, proofs.criminalRecord),
    ...maybe(0.4, resumes.partyResume),
  ]
  let pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0)
  while (pages < wanted) {
    const drawn = oneOf(random)(random, person)
    const more = chance(random, 0.04) ? [drawn, drawn] : chance(random, 0.03) ? [torn(drawn)] : [drawn]
    papers.push(...more)
    pages += more.reduce((sum, paper) => sum + paper.pages.length, 0)
  }
  return papers
}

function oneOf(random: Random): Draw {
  let at = random() * often.reduce((sum, [share]) => sum + share, 0)
  for (const [share, draw] of often) if ((at -= share) <= 0) return draw
  return decision
}

/** Its first page went lost: what is left tells no longer what it was. */
function torn(paper: Paper): Paper {
  const [, ...rest] = paper.pages
  const last = rest.at(-1)
  const was = paper.kind === undefined ? {} : { was: paper.kind }
  return last === undefined
    ? paper
    : { ...was, kind: undefined, pages: [last], ...(paper.size && { size: paper.size }) }
}

/** A duplex scan brings the empty backs too; a single sheet now and then lies beside an empty one. */
function sides(paper: Paper, number: number, random: Random, isDuplex: boolean): EnvelopePage[] {
  const size = paper.size ?? a4
  const pages = paper.pages.map((rows, index): EnvelopePage => ({ rows, size, paper: number, place: index + 1 }))
  const isOneSided = isDuplex && chance(random, 0.6)
  const blank: EnvelopePage = { rows: [], size }
  if (isOneSided) return pages.flatMap((page) => [page, blank])
  return chance(random, 0.05) || (isDuplex && pages.length % 2 === 1) ? [...pages, blank] : pages
}

export const seedsOf = (seed: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${seed}-${index + 1}`)

export const profileOf = (index: number): 'light' | 'medium' | 'heavy' =>
  pick(() => (index % 3) / 3, ['light', 'medium', 'heavy'] as const)

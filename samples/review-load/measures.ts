// What is measured of stewards at work: how long pages and key presses take, whether what was answered with "kept" is there, and
// whether of many words on one value exactly one was kept.
import type { Database } from '../../pipeline/store/database.ts'
import { idOf } from './fill.ts'
import { percentile, problemsOn, type Steward } from './steward.ts'

export interface Times {
  readonly opened: number[]
  readonly settled: number[]
  kept: number
  refused: number
}
export const noTimes = (): Times => ({ opened: [], settled: [], kept: 0, refused: 0 })

/** At most so many values of one dossier, as a steward goes on to the next. */
const valuesADossier = 4

/** Opens dossier after dossier from `first` on and settles what is a problem, until so many keys were pressed. */
export async function work(
  steward: Steward,
  { first, presses, persons }: { first: number; presses: number; persons: number },
): Promise<Times> {
  const times = noTimes()
  for (let [number, pressed] = [first, 0]; pressed < presses && number < first + presses * 3; number += 1) {
    const dossier = idOf(number % persons)
    const page = await steward.open(dossier)
    times.opened.push(page.millis)
    for (const problem of problemsOn(page.text).slice(0, Math.min(valuesADossier, presses - pressed))) {
      const answer = await steward.settle(dossier, problem)
      times.settled.push(answer.millis)
      pressed += 1
      if (answer.status === 200) times.kept += 1
      else times.refused += 1
    }
  }
  return times
}

/** Each over dossiers of his own, as claims have it; gives besides how many decisions are there afterwards. */
export async function together(
  stewards: readonly Steward[],
  database: Database,
  { from, persons, keys }: { from: number; persons: number; keys: number },
): Promise<Times & { readonly there: number }> {
  const before = await database.stewardDecision.count()
  const share = Math.floor((persons - from) / stewards.length)
  const all = await Promise.all(
    stewards.map((steward, number) => work(steward, { first: from + number * share, presses: keys, persons })),
  )
  return {
    opened: all.flatMap(({ opened }) => opened),
    settled: all.flatMap(({ settled }) => settled),
    kept: all.reduce((sum, { kept }) => sum + kept, 0),
    refused: all.reduce((sum, { refused }) => sum + refused, 0),
    there: (await database.stewardDecision.count()) - before,
  }
}

export interface Contest {
  readonly kept: number
  /** Told who was first. */
  readonly told: number
  readonly decisions: number
}

/** All open one dossier and press at the same moment. */
export async function contest(stewards: readonly Steward[], database: Database, dossier: string): Promise<Contest> {
  const pages = await Promise.all(stewards.map((steward) => steward.open(dossier)))
  const answers = await Promise.all(
    stewards.map((steward, number) => {
      const [problem] = problemsOn(pages[number]?.text ?? '')
      return problem === undefined ? Promise.resolve(undefined) : steward.settle(dossier, problem)
    }),
  )
  return {
    kept: answers.filter((answer) => answer?.status === 200).length,
    told: answers.filter((answer) => answer?.status === 409 && answer.text.length > 20).length,
    decisions: await database.stewardDecision.count({ where: { dossier } }),
  }
}

const pagesAsked = [
  ...[
    '/queue',
    '/queue?state=open&code=reading_doubtful',
    '/queue/next',
    '/fields',
    '/fields/currentPosition',
    '/pairs',
  ],
  ...['/persons', '/persons?joined=1', '/samples', '/excel', '/batches', '/figures', '/figures'],
]

/** Every other page, twice: how long it takes, and how long a key press beside it would have waited at most. */
export async function* pageTimes(steward: Steward): AsyncGenerator<string> {
  for (const path of pagesAsked)
    for (const time of ['first', 'again']) {
      let [late, last] = [0, performance.now()]
      const beat = setInterval(() => {
        const now = performance.now()
        late = Math.max(late, now - last - 5)
        last = now
      }, 5)
      const { status, millis } = await steward.page(path)
      clearInterval(beat)
      yield `${path} ${time}: ${status}, ${millis.toFixed(0)} ms, the process was busy for ${late.toFixed(0)} ms at a stretch`
    }
}

export function timesInWords({ opened, settled, kept, refused }: Times): string {
  const line = (name: string, millis: readonly number[]) => {
    const sorted = millis.toSorted((a, b) => a - b)
    const at = (share: number) => `${percentile(sorted, share).toFixed(0)} ms`
    return `${name}: ${sorted.length}, median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`
  }
  return `${line('dossiers opened', opened)}; ${line('key presses', settled)}; ${kept} kept, ${refused} refused`
}

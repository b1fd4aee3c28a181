// From readings whose truth is known to the table that grades the readings whose truth is not: how often such evidence was wrong.
import type {
  Grade,
  Grading,
  GradingRow,
  Outcome,
  Provenance,
  ReadingCase,
  ReadingEvidence,
  Reliability,
} from '../../../schemas/index.ts'
import { bandOf, gradeOf, isSameEvidence } from '../grade.ts'
import { errorRate } from '../sampling/error-rate.ts'

/** A row of few readings is drawn towards the coarser one as if so many more had gone as there. */
const drawn = 15

export function calibrated(before: Grading, cases: readonly ReadingCase[], origin: string): Grading {
  const read = cases.filter(({ isWritten, status }) => isWritten && status === 'read').map(withoutPaperFaults)
  const share = (of: readonly ReadingCase[], parent: number) =>
    (of.filter(({ isRight }) => !isRight).length + drawn * parent) / (of.length + drawn)
  const whole = share(read, 0)
  const patterns = read.filter((one, at) => read.findIndex((other) => isSameEvidence(one, other)) === at)
  const rows = patterns.flatMap((pattern): GradingRow[] => {
    const alike = read.filter((one) => isSameEvidence(one, pattern))
    const chance = share(alike, whole)
    return [
      rowOf(pattern, 'any', -1, alike, chance),
      ...groupedBy(alike, ({ confidence }) => bandOf(before.bands, confidence)).flatMap(([band, inBand]) => {
        const parent = share(inBand, chance)
        return [
          rowOf(pattern, 'any', band, inBand, parent),
          ...groupedBy(inBand, (one) => one.class).map(([of, own]) =>
            rowOf(pattern, of, band, own, share(own, parent)),
          ),
        ]
      }),
    ]
  })
  const after: Grading = { ...before, version: before.version + 1, origin, rows, promise: {} }
  return { ...after, promise: promiseOf(after, cases) }
}

/** Where two models agree, another field that differs is the paper's own contradiction. */
const withoutPaperFaults = (one: ReadingCase): ReadingCase =>
  one.cross === 'differs' ? { ...one, cross: 'none' } : one

function rowOf(
  { second, isExact, cross }: ReadingEvidence,
  of: GradingRow['class'],
  band: number,
  cases: readonly ReadingCase[],
  chance: number,
): GradingRow {
  return { class: of, second, isExact, cross, band, ...reliabilityOf(cases), chance: rounded(chance) }
}

function groupedBy<K>(cases: readonly ReadingCase[], keyOf: (one: ReadingCase) => K): [K, ReadingCase[]][] {
  const groups = new Map<K, ReadingCase[]>()
  for (const one of cases) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function reliabilityOf(cases: readonly { readonly isRight: boolean }[]): Reliability {
  const wrong = cases.filter(({ isRight }) => !isRight).length
  return { count: cases.length, wrong, bound: rounded(errorRate(wrong, cases.length).upper) }
}

/** The grade the table gives to a case; what its writing was does not matter. */
function gradeOfCase(grading: Grading, one: ReadingCase): Grade {
  const { second, isExact, cross } = one
  return gradeOf(outcomeOf(one), { grading, class: one.class, evidence: { second, isExact, cross } })
}

function outcomeOf({ status, confidence }: ReadingCase): Outcome {
  const written = { raw: '', candidates: [], confidence }
  if (status === 'read') return { status, value: '', ...written }
  const provenance: Provenance = { documentId: '', pageId: '', box: [0, 0, 0, 0] }
  return status === 'unparsed' ? { status, problem: '', ...written, provenance } : { status: 'missing' }
}

function promiseOf(grading: Grading, cases: readonly ReadingCase[]): Grading['promise'] {
  return Object.fromEntries(
    groupedBy(
      cases.filter(({ isWritten }) => isWritten),
      ({ profile }) => profile,
    ).map(([profile, written]) => {
      const good = written.filter((one) => gradeOfCase(grading, one) === 'good')
      return [profile, { ...reliabilityOf(good), goodShare: rounded(good.length / written.length) }]
    }),
  )
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4

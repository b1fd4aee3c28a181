// Evidence adds: prior + Σ log2(m/u), every summand kept. Then the band, by weight, evidence and vetoes of the model.
import type { CandidatePair, EvidencePattern, LinkageModel, LinkRecord, NameShares } from '../../../schemas/index.ts'
import { EnvironmentError } from '../../core/errors.ts'
import { fold } from '../../core/text.ts'
import { comparisons, MISSING } from './compare.ts'

export type Score = (x: LinkRecord, y: LinkRecord) => CandidatePair

type Evidence = CandidatePair['evidence'][number]

/** Checks the model against the comparisons we know, once, and gives the function that weighs a pair. */
export function scorerOf(model: LinkageModel): Score {
  const weights = weightsOf(model)
  return (x, y) => {
    const [a, b] = x.dossier < y.dossier ? [x, y] : [y, x]
    const levels = new Map(model.comparisons.map(({ comparison }) => [comparison, levelOf(comparison, a, b)]))
    const evidence = [
      { comparison: 'prior', level: 'prior', weight: rounded(model.prior) },
      ...model.comparisons.flatMap(({ comparison, termFrequency }) => {
        const level = levels.get(comparison) ?? MISSING
        const found: Evidence = { comparison, level, weight: level === MISSING ? 0 : weights(comparison, level) }
        return termFrequency.includes(level) && model.nameShares
          ? [found, frequencyOf(a.fullName, comparison, model.nameShares)]
          : [found]
      }),
    ]
    const weight = rounded(evidence.reduce((sum, summand) => sum + summand.weight, 0))
    return { a: a.dossier, b: b.dossier, weight, evidence, ...bandOf(model, weight, levels) }
  }
}

/** Thousandths of a bit: the same sum on every machine, and what people see adds up. */
const rounded = (bits: number) => Math.round(bits * 1000) / 1000

function weightsOf(model: LinkageModel): (comparison: string, level: string) => number {
  const table = new Map(
    model.comparisons.flatMap(({ comparison, levels }) =>
      levels.map(({ level, m, u }) => [`${comparison}.${level}`, rounded(Math.log2(m / u))]),
    ),
  )
  return (comparison, level) => {
    const weight = table.get(`${comparison}.${level}`)
    if (weight === undefined) throw incomplete(`${comparison}.${level}`)
    return weight
  }
}

function levelOf(comparison: string, a: LinkRecord, b: LinkRecord): string {
  const compare = comparisons[comparison]
  if (!compare) throw incomplete(comparison)
  return compare(a, b)
}

const incomplete = (what: string) =>
  new EnvironmentError(`Mô hình ghép cặp và chương trình không khớp nhau ở ${what}. Sửa schemas/linkage-model.json.`)

/** "Nguyễn Văn An" agreeing proves less than "Giàng A Chứ": by the shares of the folded parts, as if independent. */
function frequencyOf(fullName: string, comparison: string, shares: NameShares): Evidence {
  const [family = '', ...rest] = fold(fullName).split(' ')
  const given = rest.pop() ?? ''
  const share = rest.reduce(
    (product, syllable) => product * (shares.middle[syllable] ?? shares.unseen.middle),
    (shares.family[family] ?? shares.unseen.family) * (shares.given[given] ?? shares.unseen.given),
  )
  const weight = rounded(Math.log2(shares.average / Math.max(share, shares.rarest)))
  return { comparison, level: 'termFrequency', weight }
}

type Levels = ReadonlyMap<string, string>

function bandOf(model: LinkageModel, weight: number, levels: Levels): Pick<CandidatePair, 'band' | 'veto'> {
  const reason = (rules: LinkageModel['vetoes']) => rules.find(({ when }) => holds(when, levels))?.vi
  const mustReview = reason(model.mustReview)
  if (mustReview !== undefined) return { band: 'review', veto: mustReview }
  if (weight < model.reviewAbove) return { band: 'distinct' }
  const veto = reason(model.vetoes)
  if (veto !== undefined) return { band: 'review', veto }
  const isProven = model.sameWhen.some((pattern) => holds(pattern, levels))
  return { band: weight >= model.matchAbove && isProven ? 'same' : 'review' }
}

function holds(pattern: EvidencePattern, levels: Levels): boolean {
  return Object.entries(pattern).every(([comparison, accepted]) => accepted.includes(levels.get(comparison) ?? MISSING))
}

// From evidence to a band: never by the weight alone, but by the class of evidence, the vetoes, and who else bears a number.
import type { CandidatePair } from '../../../schemas/index.ts'
import type { EvidenceClass, EvidencePattern, LinkageModel } from '../../../schemas/linkage-model.ts'
import type { ScoredPair } from '../stage.ts'
import { MISSING } from './weights.ts'

export type Banded = Pick<CandidatePair, 'band' | 'class' | 'veto'>

/** What beyond the pair itself keeps it from being joined. */
export interface Standing {
  /** Classes that chance could bring about too often in this register. */
  readonly closed: ReadonlySet<string>
  /** Under how many names the number stands that the two share on this comparison; 1 where it is theirs alone, or none is. */
  readonly namesUnder: (pair: ScoredPair, comparison: string) => number
}

export const unhindered: Standing = { closed: new Set(), namesUnder: () => 1 }

const SEVERAL_NAMES =
  'Số giấy tờ chung của hai hồ sơ còn đứng ở hồ sơ của người khác tên: có thể bị ghi nhầm hoặc dùng chung.'
const BY_CHANCE =
  'Bằng chứng loại này trong kho hiện tại có thể trùng ngẫu nhiên nhiều hơn mức cho phép nên không tự gộp.'

/** What must be seen comes first, then what says no, then what says yes; the rest of the band is a steward's. */
export function bandOf(model: LinkageModel, pair: ScoredPair, standing: Standing): Banded {
  const reason = (rules: LinkageModel['vetoes']) => rules.find(({ when }) => holds(when, pair))?.vi
  const isFiller = (comparison: string) => standing.namesUnder(pair, comparison) > model.fillerNames
  const mustReview = reason(model.mustReview.filter(({ when }) => !Object.keys(when).some(isFiller)))
  if (mustReview !== undefined) return { band: 'review', veto: mustReview }
  if (pair.weight < (model.reviewAbove ?? 0)) return { band: 'distinct' }
  const veto = reason(model.vetoes)
  if (veto !== undefined) return { band: 'review', veto }
  if (pair.weight < (model.matchAbove ?? 0)) return { band: 'review' }
  if (model.sameWhen.length === 0) return { band: 'same' }
  const proofs = model.sameWhen.filter(({ when }) => holds(when, pair))
  const clean = proofs.filter((proof) => isSoleUse(proof, pair, standing))
  const proof = clean.find((open) => !standing.closed.has(open.class))
  if (proof) return { band: 'same', class: proof.class }
  if (clean.length > 0) return { band: 'review', veto: BY_CHANCE }
  return proofs.length > 0 ? { band: 'review', veto: SEVERAL_NAMES } : { band: 'review' }
}

export function holds(pattern: EvidencePattern, { levels }: Pick<ScoredPair, 'levels'>): boolean {
  return Object.entries(pattern).every(([comparison, accepted]) => accepted.includes(levels[comparison] ?? MISSING))
}

function isSoleUse({ namesAtMost }: EvidenceClass, pair: ScoredPair, { namesUnder }: Standing): boolean {
  return Object.entries(namesAtMost).every(([comparison, most]) => namesUnder(pair, comparison) <= most)
}

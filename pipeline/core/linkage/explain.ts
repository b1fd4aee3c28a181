// Why two dossiers are held to be one person or not, in plain Vietnamese: one line a summand, with its bits.
import type { CandidatePair } from '../../../schemas/index.ts'
import type { Comparison, LinkageModel } from '../../../schemas/linkage-model.ts'
import { type Evidence, FREQUENCY, PRIOR } from './evidence.ts'
import { MISSING } from './weights.ts'

export type Explained = Evidence & { readonly vi: string }

/** Officials of the country, in whose number people imagine how common a name is. */
const OFFICIALS = 2_500_000

/** In the order of the evidence; the bits add up to the weight. For the pair page, `hoso pair` and `hoso pairs`. */
export function explained(model: LinkageModel, { evidence }: Pick<CandidatePair, 'evidence'>): Explained[] {
  const comparisons = new Map(model.comparisons.map((one) => [one.comparison, one]))
  const levels = new Map(
    evidence.flatMap(({ comparison, level }) => (level === FREQUENCY ? [] : [[comparison, level]])),
  )
  return evidence.map((summand) => {
    const comparison = comparisons.get(summand.comparison)
    if (summand.level === PRIOR) return { ...summand, vi: model.priorVi }
    if (!comparison) return { ...summand, vi: summand.comparison }
    const { level, weight } = summand
    if (level === FREQUENCY)
      return { ...summand, vi: howCommon(model, comparison, levels.get(comparison.comparison), weight) }
    return { ...summand, vi: levelIn(comparison, level)?.vi ?? notTold(comparison, level) }
  })
}

const levelIn = ({ levels }: Comparison, level: string | undefined) => levels.find((one) => one.level === level)

const notTold = ({ vi, comparison }: Comparison, level: string) =>
  level === MISSING ? `${vi || comparison}: ít nhất một hồ sơ không có` : level

/** The share behind the bits, as people of that name; a rare value is weighed as if not quite so rare. */
function howCommon(model: LinkageModel, comparison: Comparison, level: string | undefined, bits: number): string {
  const column = levelIn(comparison, level)?.termFrequency ?? ''
  const shares = model.termFrequencies[column] ?? model.nameShares
  if (!shares) return comparison.vi
  const share = shares.average * 2 ** -bits
  const isRarest = share <= shares.rarest * 1.001
  if (column !== model.nameShares?.column)
    return `${comparison.vi}: giá trị này có ở ${isRarest ? 'không quá' : 'khoảng'} ${inVietnamese(share * 100, 2)} % hồ sơ`
  const people = inVietnamese(Math.round(share * OFFICIALS))
  return `Tên này có ${isRarest ? 'không quá' : 'khoảng'} ${people} người trong 2,5 triệu`
}

export const inVietnamese = (value: number, digits = 0): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits }).format(value)

/** "+8,0", "−18,7", "0": bits as people read them. */
export function bitsInVietnamese(bits: number): string {
  if (bits === 0) return '0'
  const amount = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.abs(bits),
  )
  return `${bits > 0 ? '+' : '−'}${amount}`
}

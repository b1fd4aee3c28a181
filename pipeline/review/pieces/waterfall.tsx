// The weight of a pair as a waterfall: each summand in words, its bits, and a bar from where the sum stood to where it stands.
import type { CandidatePair } from '../../../schemas/index.ts'
import { bitsInVietnamese, type Explained } from '../../core/linkage/explain.ts'
import type { Language } from '../visit.tsx'

const words = {
  title: { vi: 'Vì sao: từng phần của trọng số khớp', en: 'Why: the match weight, part by part' },
  part: { vi: 'Căn cứ so sánh', en: 'Evidence' },
  bits: { vi: 'Bit', en: 'Bits' },
  bar: { vi: 'Nghiêng về', en: 'Leans to' },
  sum: { vi: 'Tổng trọng số', en: 'Match weight' },
} as const

const width = 240

interface Step {
  readonly from: number
  readonly to: number
}

export function Waterfall({
  pair,
  evidence,
  lang,
}: {
  pair: CandidatePair
  evidence: readonly Explained[]
  lang: Language
}) {
  const steps = stepsOf(evidence)
  const ends = [0, pair.weight, ...steps.flatMap(({ from, to }) => [from, to])]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const x = (bits: number) => ((bits - least) / Math.max(1, most - least)) * width
  return (
    <table class="waterfall">
      <caption>{words.title[lang]}</caption>
      <Heads lang={lang} />
      <tbody>
        {evidence.map(({ vi, weight }, index) => (
          <tr>
            <th scope="row">{vi}</th>
            <td class="number">{bitsInVietnamese(weight)}</td>
            <td>
              <Bar step={steps[index] ?? { from: 0, to: 0 }} x={x} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.sum[lang]}</th>
          <td class="number">{bitsInVietnamese(pair.weight)}</td>
          <td>
            <Bar step={{ from: 0, to: pair.weight }} x={x} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Heads({ lang }: { lang: Language }) {
  return (
    <thead>
      <tr>
        <th scope="col">{words.part[lang]}</th>
        <th scope="col" class="number">
          {words.bits[lang]}
        </th>
        <th scope="col">{words.bar[lang]}</th>
      </tr>
    </thead>
  )
}

function stepsOf(evidence: readonly Explained[]): Step[] {
  let sum = 0
  return evidence.map(({ weight }) => {
    const from = sum
    sum += weight
    return { from, to: sum }
  })
}

/** The numbers stand beside it: for the eye alone. */
function Bar({ step: { from, to }, x }: { step: Step; x: (bits: number) => number }) {
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
  return (
    <svg class="bar" viewBox={`0 0 ${width} 14`} aria-hidden="true" focusable="false">
      <line x1={x(0)} x2={x(0)} y1="0" y2="14" class="axis" />
      <rect x={left} y="2" width={Math.max(1, right - left)} height="10" class={to >= from ? 'for' : 'against'} />
    </svg>
  )
}

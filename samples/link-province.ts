// `npm run link:province`: invented provinces of any size, linked and held against their truth; or one written as CSV.
import { parseArgs } from 'node:util'
import { loadLinkageModel } from '../pipeline/adapters/linkage-model.ts'
import { writeCsv } from './province/csv.ts'
import { bandCounts, curveOf, type Measured, measureIncrement, measureLinking } from './province/measure.ts'
import { poissonInterval } from './province/poisson.ts'
import { province } from './province.ts'

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '60000' },
    /** Several runs take `seed-1`, `seed-2` …. */
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1' },
    'no-ids': { type: 'boolean', default: false },
    nation: { type: 'boolean', default: false },
    model: { type: 'string' },
    /** So many papers come later: linked on top of the rest, and held against linking all anew. */
    more: { type: 'string' },
    csv: { type: 'string' },
  },
})
const runs = Number(values.runs)
const papersOf = (seed: string) =>
  province({ persons: Number(values.persons), seed, hasNumbers: !values['no-ids'], isNation: values.nation })

if (values.csv !== undefined) await writeCsv(values.csv, papersOf(values.seed))
else if (values.more !== undefined) await tellIncrement(Number(values.more))
else await measureAll()

async function measureAll(): Promise<void> {
  const model = await loadLinkageModel(values.model)
  const sum = { expected: 0, wrong: 0, inside: 0 }
  for (let run = 1; run <= runs; run++) {
    const seed = runs === 1 ? values.seed : `${values.seed}-${run}`
    const measured = await measureLinking([...papersOf(seed)], model)
    tell(seed, measured)
    const { wrong } = bandCounts(measured, 'same')
    const [low, high] = poissonInterval(wrong)
    const { expectedWrong } = measured.report
    sum.expected += expectedWrong
    sum.wrong += wrong
    if (low <= expectedWrong && expectedWrong <= high) sum.inside++
  }
  const [low, high] = poissonInterval(sum.wrong)
  console.log(
    `all runs: ${sum.wrong} wrong, ${sum.expected.toFixed(2)} expected; 95 % interval of ${sum.wrong}: ${low.toFixed(2)} to ${high.toFixed(2)}; inside in ${sum.inside} of ${runs} runs`,
  )
}

function tell(seed: string, measured: Measured): void {
  const { bestF1, bestF1Above, recall, recallAbove } = curveOf(measured, 0.999)
  const [same, review] = [bandCounts(measured, 'same'), bandCounts(measured, 'review')]
  const share = (count: number) => (count / measured.truePairs).toFixed(4)
  const { report, seconds, cpuSeconds, records, truePairs } = measured
  console.log(
    `seed ${seed}: ${records} records, ${truePairs} true pairs, linked in ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of CPU`,
  )
  console.log(
    `  recall ${recall.toFixed(4)} at precision 0.999 (weight ≥ ${recallAbove}); best F1 ${bestF1.toFixed(4)} (≥ ${bestF1Above})`,
  )
  console.log(
    `  joined ${share(same.right)} of the true pairs, ${same.wrong} wrong, ${report.expectedWrong.toFixed(2)} expected; for review ${share(review.right)} and ${review.wrong} false`,
  )
  console.log(`  as persons: ${measured.rightlyJoined} pairs joined rightly, ${measured.wronglyJoined} wrongly`)
  for (const { class: name, merges, expected, isOpen } of report.classes) {
    const wrong = measured.pairs.filter((pair) => pair.class === name && !measured.isTrue(pair)).length
    console.log(
      `  class ${name}${isOpen ? '' : ' (closed)'}: ${merges} joined, ${wrong} wrong, ${expected.toFixed(3)} expected`,
    )
  }
}

async function tellIncrement(more: number): Promise<void> {
  const model = await loadLinkageModel(values.model)
  const { first, added, anew, isEqual } = await measureIncrement([...papersOf(values.seed)], more, model)
  const costs = [first, added, anew].map(
    ({ seconds, cpuSeconds }) => `${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s)`,
  )
  console.log(`all but ${more}: ${costs[0]}; with these: ${costs[1]}; all anew: ${costs[2]}; equal: ${isEqual}`)
}

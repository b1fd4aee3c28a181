// `npx tsx samples/envelopes.ts [--count 34] [--seed S] [--verbose]`: draws mixed envelopes nobody has looked at, cuts them by the
// real stage from page texts spoilt as three qualities of scans are, and tells boundaries, kinds and coverage.
import { parseArgs } from 'node:util'
import { loadForms } from '../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../pipeline/adapters/paper-kinds.ts'
import { drawEnvelope, profileOf, seedsOf } from './envelopes/envelope.ts'
import { cutDrawn } from './envelopes/cut-drawn.ts'
import { type CutScore, figuresOf, sumOf } from './envelopes/measure-cut.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '34' },
    seed: { type: 'string', default: 'unseen' },
    verbose: { type: 'boolean', default: false },
  },
})

const book = { forms: loadForms(), paperBook: loadPaperBook() }
const byProfile = new Map<string, CutScore[]>()
for (const [index, name] of seedsOf(values.seed, Number(values.count)).entries()) {
  const envelope = drawEnvelope(name)
  const profile = profileOf(index)
  const score = await cutDrawn(envelope, profile, book)
  byProfile.set(profile, [...(byProfile.get(profile) ?? []), score])
  if (values.verbose)
    for (const fault of score.faults)
      console.log(`${name} ${profile}${envelope.isReversed ? ' reversed' : ''}: ${fault}`)
}
for (const [profile, scores] of [...byProfile, ['all', [...byProfile.values()].flat()] as const]) {
  const sum = sumOf(scores)
  const { f1, kindRight, kindWrong, coverage } = figuresOf(sum)
  console.log(
    `${profile}: ${scores.length} envelopes, ${sum.pages} pages, ${sum.papers} papers; boundaries F1 ${f1.toFixed(4)}, kind right ${(kindRight * 100).toFixed(2)} %, wrong ${(kindWrong * 100).toFixed(2)} %, coverage ${(coverage * 100).toFixed(2)} %`,
  )
}

// `npx tsx samples/envelopes.ts [--count 34] [--scanned 0] [--pages 60-200] [--seed S] [--verbose]`: draws mixed envelopes nobody has looked at, cuts them by the
// real stage from page texts spoilt as three qualities of scans are, the first `--scanned` of them by the real program from a
// scan, and tells boundaries, kinds and coverage.
import { parseArgs } from 'node:util'
import { loadForms } from '../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../pipeline/adapters/paper-kinds.ts'
import { drawEnvelope, profileOf, seedsOf } from './envelopes/envelope.ts'
import { cutDrawn } from './envelopes/cut-drawn.ts'
import { cutScanned } from './envelopes/cut-scanned.ts'
import { type CutScore, figuresOf, sumOf } from './envelopes/measure-cut.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '34' },
    scanned: { type: 'string', default: '0' },
    pages: { type: 'string', default: '60-200' },
    seed: { type: 'string', default: 'unseen' },
    verbose: { type: 'boolean', default: false },
  },
})

const [least = 60, most = 200] = values.pages.split('-').map(Number)
const book = { forms: loadForms(), paperBook: loadPaperBook() }
const byProfile = new Map<string, CutScore[]>()
for (const [index, name] of seedsOf(values.seed, Number(values.count)).entries()) {
  const envelope = drawEnvelope(name, { pages: [least, most] })
  const profile = profileOf(index)
  const isScanned = index < Number(values.scanned)
  const score = isScanned ? await cutScanned(envelope, profile) : await cutDrawn(envelope, profile, book)
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

// `npx tsx samples/forms.ts`: draws every form as a scan, runs the real program over them and tells how much was read rightly.
//   --forms tt06-2023,diploma   only these    --seed S    --profile light|medium|heavy    --workspace DIR
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runForms } from './wordings/run-forms.ts'
import { formWordings } from './wordings/scanned-forms.ts'

const { values: options } = parseArgs({
  options: {
    forms: { type: 'string' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'light' },
    workspace: { type: 'string' },
  },
})
const scores = await runForms({
  forms: options.forms?.split(',') ?? formWordings(),
  seed: options.seed,
  profile: z.enum(['light', 'medium', 'heavy']).parse(options.profile),
  workspace: options.workspace,
})
for (const { form, isNamed, named, right, total, good, wrongGood, misses } of scores)
  console.log(
    [
      form.padEnd(24),
      isNamed ? 'named' : `NAMED ${named || 'nothing'}`,
      `fields ${right} of ${total}`,
      `good ${good}, wrong among them ${wrongGood}`,
      misses.join(' '),
    ].join('  '),
  )
const sum = (of: (score: (typeof scores)[number]) => number): number =>
  scores.reduce((total, score) => total + of(score), 0)
console.log(`all: ${sum(({ right }) => right)} of ${sum(({ total }) => total)} fields right`)

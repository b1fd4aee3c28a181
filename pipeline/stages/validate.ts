// Holds a record to the rules: each draft, so that trouble shows early, and each person, so that joining brings none in unseen.
import { z } from 'zod'
import { Finding, Judged } from '../../schemas/index.ts'
import { defineStage, type Tools } from '../core/stage.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { rules } from '../rules/index.ts'

/** Without `today` the timeless rules run, with it only those that know today: a new day asks only these again. */
const Input = z.object({ judged: Judged, today: z.iso.date().optional() })
const Output = z.object({ findings: z.array(Finding) })

const run = ({ judged, today }: z.infer<typeof Input>, { knowledge }: Pick<Tools, 'knowledge'>) => ({
  findings: applyRules(rules, judged, { knowledge, today }),
})

export const validate = defineStage({
  name: 'validate',
  version: 2,
  unit: 'dossier',
  reads: ['knowledge', 'rules'],
  input: Input,
  output: Output,
  run,
})

export const revalidate = defineStage({
  name: 'revalidate',
  version: 2,
  unit: 'person',
  reads: ['knowledge', 'rules'],
  input: Input,
  output: Output,
  run,
})

// Forms of every group through the real engine: drawn, scanned, named, read. All of them: `npx tsx samples/forms.ts`.
import { expect, it } from 'vitest'
import { ask } from '../../samples/program.ts'
import { runForms } from '../../samples/wordings/run-forms.ts'

it('names and reads a Party curriculum, a biography, a card with its code, and a decision', async () => {
  const forms = ['2-knd', 'tieu-su-tom-tat', 'citizen-card', 'decision-rank']
  const scores = await runForms({ forms, seed: 'ci', profile: 'light' })
  expect(scores.map(({ form, isNamed }) => [form, isNamed])).toEqual(forms.map((form) => [form, true]))
  const sum = (of: (score: (typeof scores)[number]) => number) => scores.reduce((all, score) => all + of(score), 0)
  expect(sum(({ right }) => right) / sum(({ total }) => total)).toBeGreaterThanOrEqual(0.85)
  expect(sum(({ wrongGood }) => wrongGood)).toBeLessThanOrEqual(1)
}, 300_000)

it('tries a template on a scan and says what it finds there', async () => {
  const told = await ask([
    'forms',
    '--check',
    'schemas/forms/decision-pay-rise.json',
    'samples/scans/009-not-a-form.pdf',
  ])
  expect(told).toContain('418/UBND-NN')
  expect(told).toMatch(/KHÔNG THẤY\s+Điều 1/u)
}, 120_000)

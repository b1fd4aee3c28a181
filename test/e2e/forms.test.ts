// Forms of every group through the real engine: drawn, scanned, named, read. All of them: `npx tsx samples/forms.ts`.
import { expect, it } from 'vitest'
import { runForms } from '../../samples/wordings/run-forms.ts'

it('names and reads a Party curriculum, a biography, a card with its code, and a decision', async () => {
  const forms = ['2-knd', 'tieu-su-tom-tat', 'citizen-card', 'decision-rank']
  const scores = await runForms({ forms, seed: 'ci', profile: 'light' })
  expect(scores.map(({ form, isNamed }) => [form, isNamed])).toEqual(forms.map((form) => [form, true]))
  const sum = (of: (score: (typeof scores)[number]) => number) => scores.reduce((all, score) => all + of(score), 0)
  expect(sum(({ right }) => right) / sum(({ total }) => total)).toBeGreaterThanOrEqual(0.85)
  expect(sum(({ wrongGood }) => wrongGood)).toBeLessThanOrEqual(1)
}, 300_000)

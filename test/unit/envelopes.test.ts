// A small draw of what `samples/envelopes.ts` measures at length: envelopes nobody has looked at, cut by the real stage.
import { describe, expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { cutDrawn } from '../../samples/envelopes/cut-drawn.ts'
import { drawEnvelope, profileOf, seedsOf } from '../../samples/envelopes/envelope.ts'
import { figuresOf, sumOf } from '../../samples/envelopes/measure-cut.ts'

describe('mixed envelopes', () => {
  it('are cut at their boundaries, named rightly or left to a person, and no page is lost', async () => {
    const book = { forms: loadForms(), paperBook: loadPaperBook() }
    const scores = []
    for (const [index, name] of seedsOf('ci', 3).entries())
      scores.push(await cutDrawn(drawEnvelope(name, { pages: [25, 45] }), profileOf(index), book))
    const { f1, kindRight, kindWrong, coverage } = figuresOf(sumOf(scores))
    expect(coverage).toBe(1)
    expect(f1).toBeGreaterThanOrEqual(0.95)
    expect(kindRight).toBeGreaterThanOrEqual(0.9)
    expect(kindWrong).toBeLessThanOrEqual(0.03)
  }, 60_000)
})

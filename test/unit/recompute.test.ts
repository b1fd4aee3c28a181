// What follows from decisions is computed once for many, at once for who waits, and never lost.
import { describe, expect, it } from 'vitest'
import { createRecompute } from '../../pipeline/review/recompute.ts'

function counted() {
  const computed: string[] = []
  const recompute = createRecompute(
    async (dossier) => {
      await Promise.resolve()
      computed.push(dossier)
    },
    () => undefined,
  )
  return { computed, recompute }
}

describe('computing after decisions', () => {
  it('is done once for decisions that come close together, as soon as somebody waits', async () => {
    const { computed, recompute } = counted()
    for (const subject of ['a', 'b', 'c']) recompute.soon('A', subject)
    expect([computed.length, recompute.isOutdated('A', 'b'), recompute.isOutdated('B', 'b')]).toEqual([0, true, false])
    await recompute.settled('A')
    expect([computed, recompute.isOutdated('A', 'b')]).toEqual([['A'], false])
  })

  it('is done again for a decision that comes while it is at work', async () => {
    const { computed, recompute } = counted()
    recompute.soon('A', 'a')
    const waited = recompute.settled('A')
    recompute.soon('A', 'b')
    await waited
    await recompute.finish()
    expect(computed).toEqual(['A', 'A'])
  })

  it('goes on after one that failed', async () => {
    let failures = 0
    const recompute = createRecompute(
      () => Promise.reject(new Error('no')),
      () => (failures += 1),
    )
    recompute.soon('A', 'a')
    await recompute.finish()
    recompute.soon('A', 'b')
    await recompute.finish()
    expect(failures).toBe(2)
  })
})

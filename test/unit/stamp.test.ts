import { describe, expect, it } from 'vitest'
import { Config } from '../../pipeline/core/config.ts'
import { stampOf } from '../../pipeline/runner/stamp.ts'
import { validate } from '../../pipeline/stages/validate.ts'

const config = Config.parse({})
const digests = { knowledge: 'k', forms: 'f', linkageModel: 'l', paperBook: 'p1', grading: 'g1', rules: 'r' }
const stage = { name: 'extract', version: 1, settings: ['renderDpi'], reads: ['forms'] } as const

describe('a stamp', () => {
  const stamp = stampOf(stage, { a: 1, b: 2 }, config, digests)

  it('is the same for equal data, whatever the order of its members', () => {
    expect(stampOf(stage, { b: 2, a: 1 }, config, digests)).toBe(stamp)
  })

  it('changes with the input, the version, and the settings and data the stage reads', () => {
    const others = [
      stampOf(stage, { a: 1, b: 3 }, config, digests),
      stampOf({ ...stage, version: 2 }, { a: 1, b: 2 }, config, digests),
      stampOf(stage, { a: 1, b: 2 }, { ...config, renderDpi: 200 }, digests),
      stampOf(stage, { a: 1, b: 2 }, config, { ...digests, forms: 'g' }),
    ]
    expect(new Set([stamp, ...others]).size).toBe(5)
  })

  it('does not change with settings and data the stage does not read', () => {
    expect(stampOf(stage, { a: 1, b: 2 }, { ...config, workers: 9 }, { ...digests, knowledge: 'x' })).toBe(stamp)
  })

  it('of the judging stages changes with the book of rules, of the reading stages not', () => {
    const judging = { ...validate, version: 1 }
    const reading = { name: 'extract', version: 1 }
    const changed = { ...digests, rules: 'x' }
    expect(stampOf(judging, 1, config, changed)).not.toBe(stampOf(judging, 1, config, digests))
    expect(stampOf(reading, 1, config, changed)).toBe(stampOf(reading, 1, config, digests))
  })

  it('depends on all data where the stage does not say what it reads', () => {
    const silent = { name: 'extract', version: 1 }
    expect(stampOf(silent, 1, config, { ...digests, knowledge: 'x' })).not.toBe(stampOf(silent, 1, config, digests))
  })
})

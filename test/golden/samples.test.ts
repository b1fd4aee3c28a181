// From the recorded page texts of each sample to records, persons and pairs, byte for byte. `UPDATE_GOLDEN=1` rewrites what
// is expected; the diff is then shown in the change and explained in its message.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { golden } from '../support/golden.ts'

const expected = join(import.meta.dirname, '..', '..', 'samples', 'golden')
const isUpdate = process.env.UPDATE_GOLDEN === '1'
const lines = (all: readonly unknown[]) => `[\n${all.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`

describe('the samples, read from their recorded page texts', () => {
  let read: Awaited<ReturnType<typeof golden>>
  beforeAll(async () => {
    read = await golden()
  }, 120_000)

  it('is never rewritten in CI', () => {
    expect(isUpdate && process.env.CI === 'true').toBe(false)
  })

  it.each(['records', 'pairs', 'persons'] as const)('give the %s that were reviewed', (kind) => {
    const file = join(expected, `${kind}.json`)
    if (isUpdate) writeFileSync(file, lines(read[kind]))
    expect(lines(read[kind])).toBe(readFileSync(file, 'utf8'))
  })

  it('gives every page exactly one fate and every record the whole catalogue', () => {
    expect(read.records.length).toBeGreaterThan(8)
    for (const { values } of read.records) expect(Object.keys(values).length).toBeGreaterThan(60)
  })
})

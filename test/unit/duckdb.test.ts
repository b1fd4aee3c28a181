// Blocking in DuckDB: each pair once, sorted; a key that everybody shares is skipped and counted, and nothing stays open.
import { describe, expect, it } from 'vitest'
import { duckdbPairFinder } from '../../pipeline/adapters/duckdb.ts'
import type { Blocked } from '../../pipeline/core/stage.ts'
import { aLinkRecord } from '../support/link-records.ts'

async function* rows(keysOf: Readonly<Record<string, readonly string[]>>): AsyncIterable<Blocked> {
  for (const [dossier, keys] of Object.entries(keysOf)) yield { record: aLinkRecord({ dossier }), keys }
}
const blocks = { đ: ['x', 'y'], b: ['x', 'y'], a: ['y', 'all'], c: ['z', 'all'], d: ['all'], e: ['all'] }

async function found(maxBlock: number) {
  const pairs: string[] = []
  const skipped: number[][] = []
  const onSkipped = (values: number, records: number) => skipped.push([values, records])
  for await (const both of duckdbPairFinder().pairs(rows(blocks), { maxBlock, onSkipped }))
    pairs.push(
      both
        .map(({ dossier }) => dossier)
        .sort()
        .join(''),
    )
  return { pairs, skipped }
}

describe('blocking', () => {
  it('gives a pair that shares several keys once, in the order of dossiers', async () => {
    expect(await found(3)).toEqual({ pairs: ['ab', 'ađ', 'bđ'], skipped: [[1, 4]] })
  })

  it('joins over every key that is not too common', async () => {
    const { pairs, skipped } = await found(4)
    expect(pairs).toEqual(['ab', 'ac', 'ad', 'ae', 'ađ', 'bđ', 'cd', 'ce', 'de'])
    expect(skipped).toEqual([])
  })

  it('gives the record back as it came, with its tones', async () => {
    const limits = { maxBlock: 9, onSkipped: () => undefined }
    for await (const [record] of duckdbPairFinder().pairs(rows({ a: ['k'], b: ['k'] }), limits))
      expect({ ...record, dossier: 'a' }).toEqual(aLinkRecord({ dossier: 'a' }))
    expect.assertions(1)
  })

  it('may be left before the end, and begun again', async () => {
    for (let time = 0; time < 3; time++) {
      for await (const _ of duckdbPairFinder().pairs(rows(blocks), { maxBlock: 9, onSkipped: () => undefined })) break
    }
    expect((await found(4)).pairs).toHaveLength(9)
  })
})

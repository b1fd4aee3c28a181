// Linking what came, changed or went gives, to the last pair, what linking everything anew would give.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { province } from '../../samples/province.ts'
import type { Linked, LinkRecord, StewardDecision } from '../../schemas/index.ts'
import { linkageModel, linked } from '../support/linking.ts'

/** People with many dossiers, so that chains form and break. */
const pool = [...province({ persons: 60, seed: 'incremental' })].map(({ record }) => record)
const copies = pool.slice(0, 30).map((record, at) => ({ ...record, dossier: `x-${at}` }))
const records = [...pool, ...copies, ...copies.slice(0, 12).map((record, at) => ({ ...record, dossier: `y-${at}` }))]

type Step =
  | { readonly kind: 'come' | 'go'; readonly at: number[] }
  | { readonly kind: 'change'; readonly at: number[]; readonly like: number }
  | { readonly kind: 'decide'; readonly at: number[]; readonly isSame: boolean }
const places = fc.array(fc.nat(records.length - 1), { minLength: 1, maxLength: 6 })
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('come', 'come', 'go' as const), at: places }),
  fc.record({ kind: fc.constant('change' as const), at: places, like: fc.nat(records.length - 1) }),
  fc.record({ kind: fc.constant('decide' as const), at: places, isSame: fc.boolean() }),
)

interface World {
  readonly register: Map<string, LinkRecord>
  readonly decisions: StewardDecision[]
}

function live({ register, decisions }: World, step: Step): void {
  const named = step.at.flatMap((at) => records[at] ?? [])
  if (step.kind === 'come') for (const record of named) register.set(record.dossier, record)
  if (step.kind === 'go') for (const { dossier } of named) register.delete(dossier)
  if (step.kind === 'change')
    for (const one of named) register.set(one.dossier, { ...(records[step.like] ?? one), dossier: one.dossier })
  if (step.kind === 'decide') {
    const [one, other] = named
    const kind = step.isSame ? 'same' : 'different'
    const decisionId = `d${String(decisions.length).padStart(3, '0')}`
    if (one && other && one !== other)
      decisions.push({
        kind,
        decisionId,
        dossier: one.dossier,
        other: other.dossier,
        steward: 'cán bộ 1',
        decidedAt: '2026-01-02T08:00:00Z',
      })
  }
}

const inOrder = ({ register }: World) => [...register.values()].sort((a, b) => (a.dossier < b.dossier ? -1 : 1))

describe('linking step by step', () => {
  it('equals linking all at once, whatever comes, changes, goes or is decided', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aStep, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), async (rounds) => {
        const world: World = { register: new Map(records.slice(0, 90).map((one) => [one.dossier, one])), decisions: [] }
        let before: Linked = await linked(inOrder(world))
        for (const steps of rounds) {
          for (const step of steps) live(world, step)
          const { decisions } = world
          before = await linked(inOrder(world), { before, decisions })
          expect(before).toEqual(await linked(inOrder(world), { decisions }))
        }
      }),
      { numRuns: 4 },
    )
  }, 60_000)

  it('weighs no pair again when nothing changed, and only those of what is new', async () => {
    const register = records.slice(0, 90)
    const before = await linked(register)
    const counts: number[] = []
    const onWeighed = (pairs: number) => counts.push(pairs)
    expect(await linked(register, { before, onWeighed })).toEqual(before)
    await linked(records, { before, onWeighed })
    await linked(records, { onWeighed })
    expect(counts[0]).toBe(0)
    expect(counts[1]).toBeGreaterThan(0)
    expect(counts[1]).toBeLessThan(counts[2] ?? 0)
  })

  it('forgets nothing wrong: under another model everything is weighed anew', async () => {
    const model = { ...linkageModel, version: linkageModel.version + 1, prior: (linkageModel.prior ?? 0) - 3 }
    const before = await linked(records)
    expect(await linked(records, { before, model })).toEqual(await linked(records, { model }))
  })
})

// Laws of a release: nothing is lost, nothing held leaves, and the order of the register changes nothing.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherRelease } from '../../pipeline/core/release.ts'
import { aPerson, aRecord, anError, registerOf } from '../support/releases.ts'

/** Up to six people with up to three dossiers each; some held, some without a golden record. */
const registers = fc
  .array(
    fc.record({
      isHeld: fc.boolean(),
      isKnown: fc.boolean(),
      dossiers: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  .map((people) => {
    const errors = (isHeld: boolean) => ({ held: isHeld, findings: isHeld ? [anError('Thiếu ngày sinh.')] : [] })
    const idsOf = (person: number, count: number) => Array.from({ length: count }, (_, index) => `${person}-${index}`)
    return {
      records: people.flatMap(({ dossiers }, person) =>
        dossiers.map((isHeld, index) => aRecord(`${person}-${index}`, { personId: `p${person}`, ...errors(isHeld) })),
      ),
      persons: people.flatMap(({ isHeld, isKnown, dossiers }, person) =>
        isKnown ? [aPerson(`p${person}`, idsOf(person, dossiers.length), errors(isHeld))] : [],
      ),
    }
  })
const dossierIn = (json: string): string => JSON.parse(json).dossier

describe('a release', () => {
  it('lets each dossier either leave or be held, never both and never neither', async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (given) => {
        const { records, held } = await gatherRelease(registerOf(given))
        const leaving = records.map(dossierIn)
        const kept = given.records.map(({ dossier }) => dossier).filter((dossier) => !leaving.includes(dossier))
        for (const dossier of kept) expect(held.some(({ dossiers }) => dossiers.includes(dossier))).toBe(true)
        for (const { dossiers, reasons } of held) {
          expect(dossiers.filter((dossier) => leaving.includes(dossier))).toEqual([])
          expect(reasons.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('lets nothing leave that is held, nor anything of a person who is held or unknown', async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (given) => {
        const { records } = await gatherRelease(registerOf(given))
        const free = new Set(given.persons.filter(({ held }) => !held).map(({ personId }) => personId))
        const may = given.records.filter(({ held, personId = '' }) => !held && free.has(personId))
        expect(records.map(dossierIn)).toEqual(may.map(({ dossier }) => dossier).sort())
      }),
    )
  })

  it('is the same whatever order the register tells its records in', async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (given) => {
        const turned = { records: given.records.toReversed(), persons: given.persons.toReversed() }
        expect(await gatherRelease(registerOf(turned))).toEqual(await gatherRelease(registerOf(given)))
      }),
    )
  })
})

// The laws of identity: an id is given once, to the founder, and survives whoever joins or leaves.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assignment, assignPersons, type Identities } from '../../pipeline/core/identity.ts'

const nobody: Identities = { persons: [], members: new Map() }

/** The register after the history has taken the assignment in. */
function after(before: Identities, { founded, moved }: Assignment): Identities {
  const members = new Map(before.members)
  for (const { dossier, personId } of moved) members.set(dossier, personId)
  return { persons: [...before.persons, ...founded], members }
}

const assigned = (clusters: readonly (readonly string[])[], before = nobody) =>
  after(before, assignPersons(clusters, before))

/** Some partition of the same dossiers: each is given a colour. */
const dossiers = ['An', 'Bình', 'Chi', 'Dũng', 'Én', 'Phúc', 'Giang']
const partition = fc.array(fc.nat(4), { minLength: dossiers.length, maxLength: dossiers.length }).map((colours) => {
  const clusters = new Map<number, string[]>()
  for (const [index, dossier] of dossiers.entries()) {
    const colour = colours[index] ?? 0
    clusters.set(colour, [...(clusters.get(colour) ?? []), dossier])
  }
  return [...clusters.values()]
})
const history = fc.array(partition, { minLength: 1, maxLength: 5 })
const lived = (steps: readonly (readonly (readonly string[])[])[]) =>
  steps.reduce<Identities>((before, clusters) => assigned(clusters, before), nobody)

describe('persons, whatever the clusters were before', () => {
  it('are one for each cluster, and no two clusters share one', () => {
    fc.assert(
      fc.property(history, partition, (steps, clusters) => {
        const { members } = assigned(clusters, lived(steps))
        const persons = clusters.map((cluster) => new Set(cluster.map((dossier) => members.get(dossier))))
        expect(persons.every((ids) => ids.size === 1 && !ids.has(undefined))).toBe(true)
        expect(new Set(persons.flatMap((ids) => [...ids])).size).toBe(clusters.length)
      }),
    )
  })

  it('change nothing when the clusters are the same again', () => {
    fc.assert(
      fc.property(history, partition, (steps, clusters) => {
        expect(assignPersons(clusters, assigned(clusters, lived(steps)))).toEqual({
          founded: [],
          moved: [],
          aliases: [],
        })
      }),
    )
  })

  it('do not depend on the order of clusters or of the dossiers in them', () => {
    fc.assert(
      fc.property(history, partition, (steps, clusters) => {
        const before = lived(steps)
        const turned = clusters.map((cluster) => [...cluster].reverse()).reverse()
        expect(assignPersons(turned, before)).toEqual(assignPersons(clusters, before))
      }),
    )
  })

  it('always hold their founder, or are held by an older person who does', () => {
    fc.assert(
      fc.property(history, partition, (steps, clusters) => {
        const { persons, members } = assigned(clusters, lived(steps))
        const rank = new Map(persons.map(({ personId }, index) => [personId, index]))
        for (const { personId, founder } of persons) {
          const holder = members.get(founder) ?? ''
          expect(rank.get(holder)).toBeLessThanOrEqual(rank.get(personId) ?? -1)
        }
      }),
    )
  })

  it('never have an id taken from them or given twice', () => {
    fc.assert(
      fc.property(history, partition, (steps, clusters) => {
        const before = lived(steps)
        const { persons } = assigned(clusters, before)
        expect(persons.slice(0, before.persons.length)).toEqual(before.persons)
        expect(new Set(persons.map(({ personId }) => personId)).size).toBe(persons.length)
      }),
    )
  })
})

describe('a person', () => {
  it('keeps the id when a dossier with an earlier name joins', () => {
    const before = assigned([['Chi']])
    const { founded, moved } = assignPersons([['An', 'Chi']], before)
    expect(founded).toEqual([])
    expect(moved).toEqual([{ dossier: 'An', personId: before.members.get('Chi') }])
  })

  it('merged into an older one becomes its alias, once', () => {
    const before = assigned([['Bình'], ['An']], assigned([['Bình']]))
    const [older, younger] = before.persons
    const merge = assignPersons([['An', 'Bình']], before)
    expect(merge.aliases).toEqual([{ alias: younger?.personId, personId: older?.personId }])
    expect(assignPersons([['An', 'Bình']], after(before, merge)).aliases).toEqual([])
  })

  it('split keeps the id with the part that holds the founder, and the other part founds a new one', () => {
    const before = assigned([['An', 'Bình', 'Chi']])
    const split = assigned([['An'], ['Bình', 'Chi']], before)
    expect(split.members.get('An')).toBe(before.members.get('An'))
    expect(split.persons.map(({ founder }) => founder)).toEqual(['An', 'Bình'])
  })
})

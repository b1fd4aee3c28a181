// Recipes of dossiers nobody has looked at: other people, other layouts, other damage for every seed.
import { chance, pick, type Random, seeded } from './random.ts'
import type { Profile } from './damage.ts'
import type { Paper, Recipe } from './dossier.ts'
import { varied } from './draw/vary.ts'

export function unseen(count: number, seed: string, profile?: Profile): Recipe[] {
  return Array.from({ length: count }, (_, index) =>
    oneUnseen(`${seed}-${String(index + 1).padStart(3, '0')}`, profile),
  )
}

function oneUnseen(dossier: string, wanted?: Profile): Recipe {
  const random = seeded(`recipe ${dossier}`)
  const profile = wanted ?? pick(random, ['light', 'medium', 'heavy'])
  return {
    dossier,
    person: dossier,
    layout: varied(random),
    profile,
    papers: papersOf(random),
    ...(chance(random, 0.1) && { turns: { 1: pick(random, [90, 180, 270] as const) } }),
    sealOverName: chance(random, 0.15),
    container: chance(random, 0.15) ? 'folder' : 'pdf',
    expected: { outcome: 'read', held: 'doubt', findings: [] },
  }
}

const papersOf = (random: Random): Paper[] =>
  pick(random, [['form', 'decision'], ['form', 'decision'], ['decision', 'form'], ['form']])

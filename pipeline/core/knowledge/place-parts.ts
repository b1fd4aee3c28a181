// How each part of a written place was matched: what was read, and the unit it was taken for.
import type { PlacePart } from '../knowledge.ts'
import { nameKey } from './name-key.ts'
import type { Chain } from './place-chains.ts'
import type { Layers } from './place-layers.ts'
import type { Level, Part } from './place-writing.ts'

const levels = ['commune', 'district', 'province'] as const satisfies readonly Level[]

export function placeParts(layers: Layers, chain: Chain | undefined): PlacePart[] {
  return levels.flatMap((level) => {
    const part = layers[level]
    return part ? [partOf(level, part, chain?.[level])] : []
  })
}

function partOf(
  level: Level,
  { name, kind }: Part,
  unit: { readonly kind: string; readonly names: readonly string[] } | undefined,
): PlacePart {
  const written = { level, written: kind === undefined ? name : `${kind} ${name}` }
  if (!unit) return { ...written, match: 'unknown' }
  const known = unit.names.find((one) => nameKey(one) === nameKey(name))
  const match = known === undefined ? 'alike' : known.toLowerCase() === name.toLowerCase() ? 'same' : 'spelling'
  return { ...written, match, unit: `${unit.kind} ${unit.names[0] ?? ''}`.trim() }
}

// Which of the chains found is meant, if that is clear: what is today's unit, and why. Nothing is chosen among several.
import type { PlaceReason } from '../knowledge.ts'
import { CLEAR_MARGIN } from './closest.ts'
import {
  type Chain,
  chainsAlike,
  chainsAsWritten,
  hasRival,
  isChainInForce,
  isExplained,
  kindsOf,
  unitOf,
} from './place-chains.ts'
import type { Layers } from './place-layers.ts'
import type { Part } from './place-writing.ts'
import type { Units } from './units.ts'

export interface Resolved {
  readonly layers: Layers
  /** Those meant: one unit, or the several that remain. */
  readonly chains: readonly Chain[]
  /** Today's codes; of units not decided between, all, the likeliest first. */
  readonly codes: readonly string[]
  /** All names as written, and only these units have them. */
  readonly isExact: boolean
  /** False where the codes are for a person to choose among, even if only one is near. */
  readonly isDecided: boolean
  readonly reasons: readonly PlaceReason[]
}

export function resolved(layerings: readonly Layers[], units: Units, at: string | undefined): Resolved {
  const [first = { isClear: false, left: [] }] = layerings
  const [written] = layerings
    .map((layers) => ({ layers, chains: chainsAsWritten(layers, units) }))
    .filter(({ chains }) => chains.length > 0)
    .sort((a, b) => levelsIn(b.layers) - levelsIn(a.layers))
  if (written) return asWritten(written.layers, written.chains, at, written.layers !== first, units)
  for (const layers of layerings) {
    const chains = chainsAlike(layers, units)
    if (chains.length > 0) return alike(layers, chains, units)
  }
  return elsewhere(first, units)
}

const levelsIn = ({ commune, district, province }: Layers): number =>
  [commune, district, province].filter((part) => part !== undefined).length

function asWritten(
  layers: Layers,
  all: readonly Chain[],
  at: string | undefined,
  isTurned: boolean,
  units: Units,
): Resolved {
  const inForce = at === undefined ? all : all.filter((chain) => isChainInForce(chain, at))
  const chains = inForce.length > 0 ? inForce : all
  const codes = codesOf(chains)
  const isOtherKind = chains.every((chain) => kindsOf(layers, chain) > 1)
  const isAside = chains.every((chain) => chain.isAside)
  const isRival = chains.some(hasRival)
  const isAlone = layers.district === undefined && layers.province === undefined
  const isLeft = leavesUnits(layers, units)
  const reasons: (PlaceReason | false)[] = [
    isTurned && 'turned_round',
    codes.length < codesOf(all).length && 'date_decides',
    at !== undefined && inForce.length === 0 && 'not_in_force',
    isOtherKind && 'other_kind',
    isAside && !isAlone && 'levels_mixed',
    isAlone && 'no_district',
    isRival && 'sister_unit',
    isLeft && 'parts_left',
    ...severalBecause(chains, codes),
  ]
  return {
    layers,
    chains,
    codes,
    isExact: isOrderClear(layers) && !isOtherKind && !isAside && !isRival && !isLeft,
    isDecided: !isAlone && !isLeft,
    reasons: reasons.filter((reason) => reason !== false),
  }
}

/** Two levels with a bare name before them may be three, of which one was not understood. */
const isOrderClear = ({ isClear, commune, district, left }: Layers): boolean =>
  isClear && (left.length === 0 || (commune !== undefined && district !== undefined))

/** A unit is written that has no place in the reading: then the reading is the wrong one. */
function leavesUnits({ commune, district, left }: Layers, units: Units): boolean {
  const isThree = commune !== undefined && district !== undefined
  const isUnit = ({ name }: Part) =>
    units.communes.find(name).items.length > 0 || units.districts.find(name).items.length > 0
  return left.some((part) => part.kind !== undefined || (!isThree && isUnit(part)))
}

function severalBecause(chains: readonly Chain[], codes: readonly string[]): (PlaceReason | false)[] {
  if (codes.length === 0) return [chains.some(({ commune }) => commune) && 'no_successor']
  const isHomonym = new Set(chains.map((chain) => codesOf([chain]).join())).size > 1
  return [codes.length > 1 && (isHomonym ? 'homonym' : 'split')]
}

/** One unit is clearly nearest, every letter explained; else the near ones are candidates. */
function alike(layers: Layers, all: readonly Chain[], units: Units): Resolved {
  const [best] = all
  const nearest = best?.distance ?? 0
  const around = all.filter(({ distance }) => distance - nearest < CLEAR_MARGIN)
  const meant = around.filter((chain) => keyOf(chain) === (best && keyOf(best)))
  const isOne = best !== undefined && isExplained(best) && meant.length === around.length
  const isDecided = isOne && !leavesUnits(layers, units)
  const chains = isDecided ? meant : around
  const reasons: PlaceReason[] = [isDecided ? 'misread' : 'misread_open']
  const codes = codesOf(chains)
  return {
    layers,
    chains,
    codes,
    isExact: false,
    isDecided,
    reasons: codes.length > 1 && isDecided ? [...reasons, 'split'] : reasons,
  }
}

/** Nothing under the district written: communes of that very name elsewhere in the province may be meant. */
function elsewhere(layers: Layers, units: Units): Resolved {
  const { district: _district, ...wider } = layers
  const chains = layers.district && layers.commune && layers.province ? chainsAsWritten(wider, units) : []
  const known = chains.length > 0 ? [] : knownOf(layers, units)
  const reason: PlaceReason =
    chains.length > 0 ? 'elsewhere_in_province' : known.length > 0 ? 'unknown_commune' : 'unknown'
  return {
    layers,
    chains: [...chains, ...known],
    codes: codesOf(chains),
    isExact: false,
    isDecided: false,
    reasons: [reason],
  }
}

/** What is known of a writing whose commune is not: its district and province. */
function knownOf({ commune: _commune, ...layers }: Layers, units: Units): Chain[] {
  const { district: _district, ...province } = layers
  const inside = layers.district ? chainsAsWritten(layers, units) : []
  return inside.length > 0 ? inside : province.province ? chainsAsWritten(province, units) : []
}

/** A commune's; of a district only where it had no communes (islands). */
export function codesOf(chains: readonly Chain[]): string[] {
  return [...new Set(chains.flatMap(({ commune, district }) => commune?.now ?? district?.now ?? []))]
}

const keyOf = (chain: Chain): unknown => (chain.commune ? chain.commune.now.join() : unitOf(chain))

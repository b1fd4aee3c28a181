// Which printed items of a template stand where in a document: the best chain in the order of the form.
import type { FormItem, FormTemplate } from '../../../schemas/index.ts'
import { type LabelMatch, matchesOf, type Searchable, searchable } from './label.ts'
import type { Token } from './tokens.ts'

export interface Anchor extends LabelMatch {
  readonly item: FormItem
  /** The item's place in the template. */
  readonly index: number
}

/** A label this long and this exact is believed even where the form does not print it. */
const surelyLong = 14
const surelyAlike = 0.9

/**
 * The anchors in the order of the tokens, none overlapping. A short label ("Hệ số", "Ngày cấp") is safe because it must
 * stand between its neighbours; items the copy prints in another order are looked for afterwards, in their section.
 */
export function anchorsOf(template: FormTemplate, tokens: readonly Token[]): Anchor[] {
  const stream = searchable(tokens)
  const found = template.items.map((item, index) => matchesOf(item, stream).map((match) => ({ ...match, item, index })))
  const chain = bestChain(found.flat().filter(({ item }) => !item.free))
  return joinLoose(template, chain, found, stream)
}

/** The chain of matches with the greatest score in which both the items and the places ascend. */
function bestChain(matches: readonly Anchor[]): Anchor[] {
  const sorted = matches.toSorted((a, b) => a.end - b.end || a.start - b.start)
  const best = sorted.map((anchor) => ({ anchor, total: anchor.score, before: -1 }))
  let last = -1
  for (const [i, here] of best.entries()) {
    for (const [j, there] of best.slice(0, i).entries()) {
      const mayPrecede = there.anchor.index < here.anchor.index && there.anchor.end <= here.anchor.start
      if (mayPrecede && there.total + here.anchor.score > here.total) {
        here.total = there.total + here.anchor.score
        here.before = j
      }
    }
    if (here.total > (best[last]?.total ?? 0)) last = i
  }
  const chain: Anchor[] = []
  for (let at = best[last]; at; at = best[at.before]) chain.unshift(at.anchor)
  return chain
}

/** Adds the free items, and labels too long and exact to be chance, where nothing else was found. */
function joinLoose(
  template: FormTemplate,
  chain: readonly Anchor[],
  found: readonly Anchor[][],
  stream: Searchable,
): Anchor[] {
  const chosen = [...chain]
  const loose = template.items.flatMap((item, index) => {
    if (chain.some((anchor) => anchor.index === index)) return []
    const [from, to] = sectionOf(template, index, chain, stream.tokens.length)
    return (found[index] ?? []).filter((match) => {
      const isSure =
        match.likeness >= surelyAlike &&
        stream.tokens
          .slice(match.start, match.end)
          .map(({ letters }) => letters)
          .join('').length >= surelyLong
      return item.free ? match.start >= from && match.end <= to : isSure
    })
  })
  for (const match of loose.sort((a, b) => b.score - a.score || a.start - b.start)) {
    const isTaken = chosen.some(
      (other) => other.index === match.index || (overlap(other, match) && !isAbove(other) && !isAbove(match)),
    )
    if (!isTaken) chosen.push(match)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

const overlap = (a: Anchor, b: Anchor): boolean => a.start < b.end && b.start < a.end

/** A value above its label leaves the label to another field: the issuer above "Số", the number behind it. */
const isAbove = ({ item }: Anchor): boolean => item.kind === 'field' && item.value === 'above'

/** From the section head before the item to the one behind it. An item whose head was not found may stand anywhere: nowhere. */
function sectionOf(template: FormTemplate, index: number, chain: readonly Anchor[], length: number): [number, number] {
  const heads = chain.filter(({ item }) => item.isSection)
  const own = template.items.findLastIndex((item, at) => at < index && item.isSection)
  const head = heads.findLast((anchor) => anchor.index < index)
  const isLost = own >= 0 && head?.index !== own && template.items[index]?.where.length === 0
  const from = isLost ? length : (head?.end ?? 0)
  const to = heads.find((anchor) => anchor.index > index)?.start ?? length
  return [from, to]
}

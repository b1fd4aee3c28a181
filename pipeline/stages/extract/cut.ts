// Words the engine has read across the ruled lines of a table, one cell run into the next: cut where the lines stand.
import { rightOf } from '../../core/box.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'

/** Where a word is cut is reckoned from the usual widths of its signs: what comes of it is never sure. */
const unsure = 0.7
/** A line this many signs from a word's end has no sign of the next cell before it. */
const leastSigns = 0.8
const narrow = /[.,/:;'|iIl()-]/u
const width = { narrow: 0.55, usual: 1 }

/** The tokens, those that lie across an edge in pieces. */
export function cutAt(tokens: readonly Token[], edges: readonly number[]): Token[] {
  return tokens.flatMap((token) => {
    const signs = Array.from(token.text)
    const least = (leastSigns * token.box[2]) / signs.length
    const across = edges.filter((edge) => edge > token.box[0] + least && edge < rightOf(token.box) - least)
    return across.length === 0 ? [token] : piecesOf(token, signs, across)
  })
}

function piecesOf(token: Token, signs: readonly string[], edges: readonly number[]): Token[] {
  const ends = endsOf(token, signs)
  const cuts = edges.map((edge) => nearest(ends, edge))
  return [...cuts, signs.length].flatMap((to, at) => {
    const from = cuts[at - 1] ?? 0
    const text = signs.slice(from, to).join('')
    if (text === '') return []
    const left = edges[at - 1] ?? token.box[0]
    const right = edges[at] ?? rightOf(token.box)
    const box: Token['box'] = [left, token.box[1], right - left, token.box[3]]
    return [{ ...token, text, letters: lettersOf(text), box, confidence: Math.min(token.confidence, unsure) }]
  })
}

/** Where each sign ends on the page. */
function endsOf({ box }: Token, signs: readonly string[]): number[] {
  const widths = signs.map((sign) => (narrow.test(sign) ? width.narrow : width.usual))
  const whole = widths.reduce((sum, one) => sum + one, 0)
  let reached = 0
  return widths.map((one) => {
    reached += one
    return box[0] + (box[2] * reached) / whole
  })
}

/** How many signs stand before the place. */
function nearest(ends: readonly number[], place: number): number {
  const [best] = ends.map((end, at) => ({ at, far: Math.abs(end - place) })).sort((a, b) => a.far - b.far)
  return best ? best.at + 1 : 0
}

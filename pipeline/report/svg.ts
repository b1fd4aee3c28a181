// The drawings of the report: a ring, a bar of parts, a line over time. Each says in words what it shows.
import type { Colour } from '../core/scorecard/rating.ts'
import { type Html, html } from './html.ts'

/** A share of a ring; an unknown share is an empty ring. */
export function ring(share: number | undefined, colour: Colour, label: string, said: string): Html {
  const around = 2 * Math.PI * 52
  const filled = around * (share ?? 0)
  return html`<svg class="ring" viewBox="0 0 128 128" role="img" aria-label="${said}">
    <circle cx="64" cy="64" r="52" class="rail" />
    <circle
      cx="64"
      cy="64"
      r="52"
      class="arc ${colour}"
      stroke-dasharray="${filled.toFixed(2)} ${around.toFixed(2)}"
      transform="rotate(-90 64 64)"
    />
    <text x="64" y="72" text-anchor="middle">${label}</text>
  </svg>`
}

export interface Part {
  readonly name: string
  readonly count: number
  /** Of the palette; unknown is hatched. */
  readonly tone: number | 'unknown'
}

/** Parts of a whole side by side; a part too narrow for its number has it in the words only. */
export function partsBar(parts: readonly Part[], said: string): Html {
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  let at = 0
  const drawn = parts.flatMap(({ count, tone }) => {
    const width = total === 0 ? 0 : (count / total) * 600
    const left = at
    at += width
    if (count === 0) return []
    const number =
      width < 26 ? html`` : html`<text x="${(left + width / 2).toFixed(1)}" y="19" text-anchor="middle">${count}</text>`
    return [
      html`<g class="tone-${tone}"
        ><rect x="${left.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="28" />${number}</g
      >`,
    ]
  })
  return html`<svg class="parts" viewBox="0 0 600 28" role="img" aria-label="${said}">${drawn}</svg>`
}

/** Shares over time from 0 to 1, with the borders of yellow and green; one point is a dot. */
export function trendLine(points: readonly (number | undefined)[], colour: Colour, said: string): Html {
  const x = (index: number) => (points.length === 1 ? 120 : 6 + (index / (points.length - 1)) * 228)
  const y = (share: number) => 66 - share * 60
  const known = points.flatMap((share, index) => (share === undefined ? [] : [{ x: x(index), y: y(share) }]))
  const path = known.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')
  const last = known.at(-1)
  return html`<svg class="trend" viewBox="0 0 240 72" role="img" aria-label="${said}">
    <line x1="0" x2="240" y1="${y(0)}" y2="${y(0)}" class="axis" />
    <line x1="0" x2="240" y1="${y(0.75)}" y2="${y(0.75)}" class="border" />
    <line x1="0" x2="240" y1="${y(0.9)}" y2="${y(0.9)}" class="border" />
    <polyline points="${path}" class="line ${colour}" />
    ${last === undefined ? html`` : html`<circle cx="${last.x.toFixed(1)}" cy="${last.y.toFixed(1)}" r="4" class="dot ${colour}" />`}
  </svg>`
}

/** A bar as long as its share of the longest. */
export function lengthBar(share: number): Html {
  return html`<svg class="length" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${(share * 100).toFixed(1)}" height="10" />
  </svg>`
}

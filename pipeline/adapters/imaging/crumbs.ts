// What is left of ruled lines once they are taken out: crumbs of their corners and of their edges, which the engine would
// read as quotes, dashes and full stops beside the words of a cell.
import type { Blob } from './blobs.ts'
import type { RuledLine } from './rulings.ts'

const LARGEST_INCHES = 0.04
/** Around the place where two lines meet; lines drawn by hand or by a printer overshoot a little. */
const CORNER_INCHES = 0.025
/** The edge of a line, grey and uneven. */
const EDGE_INCHES = 0.008

/** Writing lies on level lines (the dot of ạ), never on upright ones: along those a crumb goes everywhere. */
export function isCrumb(
  level: readonly RuledLine[],
  upright: readonly RuledLine[],
  dpi: number,
): (blob: Blob) => boolean {
  const largest = dpi * LARGEST_INCHES
  const corner = Math.max(2, Math.round(dpi * CORNER_INCHES))
  const edge = Math.max(1, Math.round(dpi * EDGE_INCHES))
  const corners = upright.flatMap((line) =>
    level.filter((other) => meets(grown(line, corner), other)).map((other) => grown(crossing(line, other), corner)),
  )
  const edges = upright.map((line) => grown(line, edge))
  return (blob) =>
    Math.max(blob.width, blob.height) <= largest &&
    (corners.some((zone) => holds(zone, blob)) || edges.some((zone) => holds(zone, blob)))
}

type Zone = Pick<RuledLine, 'left' | 'top' | 'width' | 'height'>

const crossing = (upright: Zone, level: Zone): Zone => ({
  left: upright.left,
  width: upright.width,
  top: level.top,
  height: level.height,
})

const grown = ({ left, top, width, height }: Zone, by: number): Zone => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const meets = (a: Zone, b: Zone): boolean =>
  a.left <= b.left + b.width && b.left <= a.left + a.width && a.top <= b.top + b.height && b.top <= a.top + a.height

const holds = (zone: Zone, blob: Zone): boolean =>
  blob.left >= zone.left &&
  blob.top >= zone.top &&
  blob.left + blob.width <= zone.left + zone.width &&
  blob.top + blob.height <= zone.top + zone.height

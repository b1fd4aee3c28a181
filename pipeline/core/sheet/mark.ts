// What stands where on a page of a sheet, in points from its top left corner. Setting is layout.ts, painting the PDF writer's.
import type { Weight } from '../sheet.ts'

/** Width of a text set in letters of one point. */
export type Measure = (text: string, weight: Weight) => number

/** `y` of a text is its baseline. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly weight: Weight
    }
  | { readonly kind: 'line'; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | { readonly kind: 'picture'; readonly jpeg: Uint8Array; readonly area: Area }
  | { readonly kind: 'qr'; readonly text: string; readonly area: Area }

/** [left, top, width, height] in points. */
export type Area = readonly [number, number, number, number]

export function moved(mark: Mark, x: number, y: number): Mark {
  switch (mark.kind) {
    case 'text':
      return { ...mark, x: mark.x + x, y: mark.y + y }
    case 'line':
      return { ...mark, from: [mark.from[0] + x, mark.from[1] + y], to: [mark.to[0] + x, mark.to[1] + y] }
    default: {
      const [left, top, width, height] = mark.area
      return { ...mark, area: [left + x, top + y, width, height] }
    }
  }
}

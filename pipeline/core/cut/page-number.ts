// The number a page bears: "2", "- 2 -", "Trang 2/4", "2/4" in its upper or lower margin.
import type { PageText } from '../../../schemas/index.ts'
import { middleY } from '../box.ts'
import { linesOf, textOf } from '../lines.ts'
import { fold } from '../text.ts'

export interface PageNumber {
  readonly at: number
  /** How many pages the paper says it has. */
  readonly of?: number
}

/** The number stands in this share of the page from either edge. */
const margin = 0.1
const written = /^(?:.*\b)?trang\s*:?\s*(?<at>\d{1,3})(?:\s*(?:\/|tren|of)\s*(?<of>\d{1,3}))?$/u
const bare = /^[-–—.\s]*(?<at>\d{1,3})(?:\s*\/\s*(?<of>\d{1,3}))?[-–—.\s]*$/u

export function pageNumberIn(page: PageText): PageNumber | undefined {
  const words = page.lines
    .flatMap((line) => line.words)
    .filter(({ box }) => middleY(box) < margin || middleY(box) > 1 - margin)
  const lines = [words.filter(({ box }) => middleY(box) < 0.5), words.filter(({ box }) => middleY(box) >= 0.5)]
    .flatMap((side) => linesOf(side))
    .map((line) => fold(textOf(line.words)))
  for (const pattern of [written, bare]) {
    for (const line of lines) {
      const groups = pattern.exec(line)?.groups
      const [at, of] = [Number(groups?.at), Number(groups?.of)]
      // A year alone in a corner, or a code, is no page number.
      if (at >= 1 && at < 300 && !(of < at)) return { at, ...(of >= at && { of }) }
    }
  }
  return undefined
}

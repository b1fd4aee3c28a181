// A stack of many dossiers in one scan: which pages belong to which dossier, by the sheets between them. A sheet stays with its
// dossier, so that every page of the stack has its place; what lies before the first sheet is a dossier of its own and told.
import type { SeparatorSheet } from './separator-code.ts'

export interface StackPart {
  /** Undefined: pages before the first sheet. */
  readonly dossier: string | undefined
  /** First and last page, counted from 1. */
  readonly from: number
  readonly to: number
}

/** `sheets[i]`: the sheet that page i + 1 is, if it is one that begins a dossier. */
export function partsOfStack(sheets: readonly (SeparatorSheet | undefined)[]): StackPart[] {
  if (isReversed(sheets)) return reversedParts(sheets)
  const parts: { dossier: string | undefined; from: number; to: number }[] = []
  for (const [index, sheet] of sheets.entries()) {
    const last = parts.at(-1)
    // A sheet printed or scanned on both sides is one sheet.
    const isNew = last === undefined || (sheet?.dossier !== undefined && sheet.dossier !== last.dossier)
    if (isNew) parts.push({ dossier: sheet?.dossier, from: index + 1, to: index + 1 })
    else last.to = index + 1
  }
  return parts
}

/** Laid on the scanner the wrong way up, the sheets come out last number first, each behind its pages. */
function isReversed(sheets: readonly (SeparatorSheet | undefined)[]): boolean {
  const numbers = sheets.flatMap((sheet) => (sheet?.dossier === undefined ? [] : [sheet.number]))
  const falls = numbers.filter((number, index) => index > 0 && number < (numbers[index - 1] ?? 0)).length
  return numbers.length > 1 && falls === numbers.length - 1
}

function reversedParts(sheets: readonly (SeparatorSheet | undefined)[]): StackPart[] {
  const pages = sheets.length
  return partsOfStack(renumbered(sheets.toReversed()))
    .map(({ dossier, from, to }) => ({ dossier, from: pages + 1 - to, to: pages + 1 - from }))
    .reverse()
}

const renumbered = (sheets: readonly (SeparatorSheet | undefined)[]): (SeparatorSheet | undefined)[] =>
  sheets.map((sheet, index) => sheet && { ...sheet, number: index + 1 })

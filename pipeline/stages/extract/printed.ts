// Printed words inside a value's room: hints in brackets, the photo's frame. Small, slanted, badly read, and no value.
import { placesOf, searchable } from '../../core/form/label.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'

/** A long hint may be found with many letters wrong; a short one is soon like the value itself ("trình độ B"). */
const tolerance = { long: 0.4, short: 0.2 }
const long = 24
/** How far behind the letters of a hint its closing bracket may stand. */
const bracketWithin = 3

/**
 * A printed question without brackets goes on at most so many tokens behind its last known part: answers take up its
 * words ("không làm việc trong chế độ cũ"), and an answer must not be shortened.
 */
const loose = 4

/** The tokens without the printed ones. A hint begins with its bracket or a line; what it is like elsewhere is writing. */
export function withoutPrint(tokens: readonly Token[], printed: readonly string[]): Token[] {
  let kept = [...tokens]
  let questionEnd = 0
  for (const hint of longestFirst(printed)) {
    const letters = lettersOf(hint)
    const places = placesOf(letters, searchable(kept), letters.length >= long ? tolerance.long : tolerance.short)
    const [best] = places
      .filter(({ start }) => (hint.startsWith('(') ? mayBegin(kept, start, hint) : start <= questionEnd + loose))
      .sort((a, b) => b.likeness - a.likeness)
    if (!best) continue
    if (best.start <= questionEnd + loose) questionEnd = best.start
    kept = withoutHint(kept, best.start, withoutBracket(kept, closing(kept, best.end)))
  }
  return kept
}

/** Brackets before questions, the long before the short: else "(Trình độ A, B, C)" takes its like out of a longer one. */
function longestFirst(printed: readonly string[]): string[] {
  const hints = [...new Set(printed)]
  const inBrackets = hints.filter((hint) => hint.startsWith('(')).sort((a, b) => b.length - a.length)
  return [...inBrackets, ...hints.filter((hint) => !hint.startsWith('('))]
}

function mayBegin(tokens: readonly Token[], at: number, hint: string): boolean {
  const text = tokens[at]?.text ?? ''
  if (text.startsWith('(') || tokens[at - 1]?.text === '(') return true
  return hint.length >= long && tokens[at]?.line !== tokens[at - 1]?.line
}

/** Behind the closing bracket, if the engine has torn it from the hint. */
function closing(tokens: readonly Token[], end: number): number {
  if (tokens[end - 1]?.text.includes(')')) return end
  const rest = tokens.slice(end, end + bracketWithin)
  const bracket = rest.findIndex(({ text, line }) => text.includes(')') && line === tokens[end - 1]?.line)
  return bracket < 0 ? end : end + bracket + 1
}

/**
 * Behind the dots at the end of a question, "…?):" may be read as anything short. It is taken off only where the hint was
 * not closed and the answer stands on the next line.
 */
function withoutBracket(tokens: readonly Token[], end: number): number {
  const last = tokens[end - 1]
  if (last === undefined || last.text.includes(')')) return end
  const rest = tokens.slice(end).filter(({ line }) => line === last.line)
  const isRest = rest.length > 0 && rest.length <= 2 && rest.every(isBadlyRead) && tokens.length > end + rest.length
  return isRest ? end + rest.length : end
}

const isBadlyRead = ({ text, confidence }: Token): boolean =>
  text.length <= 3 && (confidence < 0.5 || !/\p{L}/u.test(text))

/** With the hint go the bracket before it and the question mark behind it, which the engine takes for figures: "2):". */
function withoutHint(tokens: readonly Token[], start: number, end: number): Token[] {
  const from = tokens[start - 1]?.text === '(' ? start - 1 : start
  const isMark = /^[\d?]?[)\]?:]+[:.]?$/u.test(tokens[end]?.text ?? '')
  return [...tokens.slice(0, from), ...tokens.slice(isMark ? end + 1 : end)]
}

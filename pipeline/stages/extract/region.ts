// The tokens that are a field's value: the room between its label and the next printed words, less what is printed in it.
import type { FieldItem } from '../../../schemas/index.ts'
import type { Anchor } from '../../core/form/anchors.ts'
import { isItemNumber } from '../../core/form/label.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'
import { withoutPrint } from './printed.ts'

/** An item begins a line with its number and a capital: its label was misread, but the value before it ends here. */
const itemNumber = /^\(?\d{1,2}([.,]\d)?\s?[)]|^\d{1,2}[.]\d[-–.]/u

/** "15.6-" read as "15 6". */
const tornNumber = /^\(?\d{1,2}[.,]? \d[).\-–]*$/u

/** A sentence is broken anywhere: the value may stand wholly on the next line. */
const sentenceGoesOn = 1

export interface Room {
  readonly item: FieldItem
  readonly anchor: Anchor
  readonly next: Anchor | undefined
  readonly tokens: readonly Token[]
  /** The number of the form's item behind the one the value belongs to. */
  readonly following: number | undefined
  /** Printed words of the form that are no value anywhere. */
  readonly printed: readonly string[]
}

/** The value's tokens in reading order; none when nothing is written. */
export function regionOf(room: Room): Token[] {
  const { item } = room
  if (item.value === 'above') return cleaned(linesAbove(room), room)
  if (item.value === 'signature') return cleaned(lastNameLine(room), room)
  const behind = withoutLabel(cleaned(withinLines(room, beforeNumber(room, sameZone(room))), room), item)
  const value = item.value === 'right' ? behind : upTo(behind, item.value === 'phrase' ? /[,;:]$|\.$/u : /[;]$/u)
  if (isFrame(value, item.frame)) return []
  return item.hasCommas ? withCommas(trimmed(value), item.frame) : trimmed(value)
}

/** Nothing is written as far as the next printed words, nor on the lines a value does not usually take. */
export function isEmptyRoom(room: Room): boolean {
  if (room.item.value === 'above' || room.item.value === 'signature') return regionOf(room).length === 0
  return isFrame(cleaned(beforeNumber(room, sameZone(room)), room), room.item.frame)
}

/** "… viên" / "chức: Sở Y tế": the label's last word stands on the next line, and was not found as part of it. */
function withoutLabel(tokens: readonly Token[], { label, keepsLabel }: FieldItem): Token[] {
  const [first] = tokens
  const isLast =
    first !== undefined &&
    first.letters !== '' &&
    first.text.endsWith(':') &&
    label.some((words) => lettersOf(words).endsWith(first.letters))
  return isLast && !keepsLabel ? tokens.slice(1) : [...tokens]
}

/** A head or foot block is left for nothing but the next block below it. */
function sameZone({ anchor, next, tokens, item }: Room): Token[] {
  const { zone } = tokens[anchor.start] ?? { zone: 'body' }
  const from = item.keepsLabel ? anchor.start : anchor.end
  const behind = beforeLine(tokens.slice(from, next?.start ?? tokens.length), next, tokens)
  const end = behind.findIndex((token) => token.zone !== zone && !(zone === 'body' && token.zone === 'foot-left'))
  return end < 0 ? behind : behind.slice(0, end)
}

/** "Na Hang, ngày … tháng …": the place before the date is no part of the value above it. */
function beforeLine(behind: readonly Token[], next: Anchor | undefined, tokens: readonly Token[]): Token[] {
  if (next?.item.kind !== 'field' || !next.item.takesLine) return [...behind]
  const { segment } = tokens[next.start] ?? {}
  return behind.filter((token) => token.segment !== segment)
}

/** Without the number of the item behind the value, and without what stands at an item nobody recognised. */
function beforeNumber({ next, following }: Room, behind: readonly Token[]): Token[] {
  const kept = withoutNumber(behind, next)
  const unknown = kept.findIndex(
    (token, at) =>
      at > 0 &&
      opensLine(kept, at) &&
      (itemNumber.test(token.text) || token.text === `${following}.`) &&
      /^\p{Lu}/u.test(kept[at + 1]?.text ?? ''),
  )
  return unknown < 0 ? kept : kept.slice(0, unknown)
}

/** Takes off the printed number of the next item, "7)" before "Tôn giáo", "b)" before a table's title. */
export function withoutNumber(behind: readonly Token[], next: Anchor | undefined): Token[] {
  const number = next?.item.item
  if (number === undefined) return [...behind]
  const isSign = (token: Token | undefined) => token !== undefined && !token.isLeader && /^[-–).:]+$/u.test(token.text)
  const end = behind.findLastIndex((token) => !isSign(token))
  const torn = behind.slice(Math.max(0, end - 1), end + 1)
  const isTorn = tornNumber.test(torn.map(({ text }) => text).join(' '))
  // Before the half alone is taken for the number: "15." "4-" is "15.4-".
  if (isTorn && torn.map(({ letters }) => letters).join('') === lettersOf(number)) return behind.slice(0, end - 1)
  const isNumber =
    isItemNumber(behind[end]?.text ?? '', number) || (isRoman(behind[end]?.text ?? '', number) && opensLine(behind, end))
  return isNumber ? behind.slice(0, end) : [...behind]
}

/** "VII." read with a stroke too few, at the beginning of its line. */
const isRoman = (text: string, number: string): boolean =>
  /^[IVX]+$/u.test(number) && /^[IVXHTl1|]{1,5}[.):]{0,2}$/u.test(text)

const opensLine = (tokens: readonly Token[], at: number): boolean => tokens[at]?.line !== tokens[at - 1]?.line

/** When the label that should follow was not found, the value takes no more lines than it may. */
function withinLines({ item, anchor, next, tokens }: Room, behind: readonly Token[]): Token[] {
  if (next !== undefined && next.index === anchor.index + 1) return [...behind]
  const first = tokens[anchor.end - 1]?.line ?? 0
  const lines = item.value === 'right' ? item.lines : item.lines + sentenceGoesOn
  return behind.filter(({ line }) => line < first + lines)
}

/** Without leaders, the last dot of one among them, and without printed words. */
function cleaned(tokens: readonly Token[], { item, printed }: Room): Token[] {
  const written = tokens.filter((token) => !token.isLeader && token.text !== '.')
  const kept = withoutPrint(written, [...item.hints, ...printed])
  return item.hasCommas ? withGaps(kept, written) : kept
}

/** Print between two parts of a value, "Hùng Lợi (huyện, quận): Yên Sơn", stands for the comma between them. */
function withGaps(kept: readonly Token[], written: readonly Token[]): Token[] {
  const place = new Map(written.map((token, at) => [token, at]))
  return kept.map((token, at) => {
    const next = kept[at + 1]
    const gap = next === undefined ? 1 : (place.get(next) ?? 0) - (place.get(token) ?? 0)
    return gap > 1 && token.letters !== '' ? { ...token, text: `${token.text.replace(/[,;]+$/u, '')},` } : token
  })
}

/** Up to and with the first token that closes the phrase, or up to the next point of a list. */
function upTo(tokens: readonly Token[], closing: RegExp): Token[] {
  const point = tokens.findIndex(({ text }, at) => opensLine(tokens, at) && at > 0 && /^[-–+•]/u.test(text))
  const list = point < 0 ? tokens : tokens.slice(0, point)
  // A leader before the comma parts it from its word.
  const isWritten = ({ text, letters }: Token, at: number): boolean => letters !== '' || (at > 0 && /^[,;]$/u.test(text))
  const close = list.findIndex((token, at) => isWritten(token, at) && closing.test(token.text))
  return close < 0 ? [...list] : list.slice(0, close + 1)
}

/** The line above the label in its block, with the lines it continues. */
function linesAbove({ item, anchor, tokens }: Room): Token[] {
  const label = tokens[anchor.start]
  const above = tokens.filter(
    ({ pageId, zone, line }) => label && pageId === label.pageId && zone === label.zone && line < label.line,
  )
  const lines = [...new Set(above.filter(({ letters }) => letters !== '').map(({ line }) => line))]
  const words = item.joins.map(lettersOf)
  const textOf = (line: number) =>
    above
      .filter((token) => token.line === line)
      .map(({ letters }) => letters)
      .join('')
  const starts = (line: number) => words.some((word) => textOf(line).startsWith(word))
  let first = lines.length - 1
  while (first > 0 && starts(lines[first] ?? 0)) first -= 1
  return above.filter(({ line }) => line >= (lines[Math.max(0, first)] ?? 0))
}

/** Names are signed last in their block: the last line of two to six words in capitals; else the last line, whatever it says. */
function lastNameLine({ anchor, tokens }: Room): Token[] {
  const label = tokens[anchor.end - 1]
  const block = tokens.filter(
    ({ pageId, zone, line, letters }) =>
      label && letters !== '' && pageId === label.pageId && zone === label.zone && line > label.line,
  )
  const lines = [...new Set(block.map(({ line }) => line))].map((line) => block.filter((token) => token.line === line))
  const isWord = ({ text }: Token) => /^\p{Lu}[\p{L}.]*$/u.test(text)
  const named = lines.filter((line) => line.length >= 2 && line.length <= 6)
  return (
    named.findLast((line) => line.every(isWord)) ??
    named.findLast((line) => line.filter(isWord).length >= line.length / 2) ??
    lines.at(-1) ??
    []
  )
}

/** Nothing is written where only the printed words of the place to write are left. */
function isFrame(tokens: readonly Token[], frame: readonly string[]): boolean {
  const words = new Set(frame.flatMap((word) => word.split(' ')).map(lettersOf))
  return tokens.every(({ letters }) => letters === '' || words.has(letters))
}

/** The printed comma before each printed word of the frame, where the dots have swallowed it. */
function withCommas(tokens: readonly Token[], frame: readonly string[]): Token[] {
  const firstWords = new Set(frame.map((word) => lettersOf(word.split(' ')[0] ?? '')))
  const words = tokens.filter(({ letters }) => letters !== '')
  return words.map((token, at) => {
    const next = words[at + 1]
    const opensPart = next !== undefined && /^\p{Lu}/u.test(next.text) && firstWords.has(next.letters)
    return opensPart && !firstWords.has(token.letters)
      ? { ...token, text: `${token.text.replace(/[^\p{L}\p{N})]+$/u, '')},` }
      : token
  })
}

/** Without signs that stand alone at either end. */
function trimmed(tokens: readonly Token[]): Token[] {
  const isWriting = ({ letters, text }: Token) => letters !== '' || text === '+'
  const first = tokens.findIndex(isWriting)
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex(isWriting) + 1)
}

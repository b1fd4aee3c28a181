// The parts of a page: Vietnamese papers begin and end with two blocks side by side (NĐ 30/2020/NĐ-CP Phụ lục I).
import type { Word, Zone } from '../../schemas/index.ts'
import { bottomOf, middleX, middleY, rightOf } from './box.ts'
import { holds } from './find-text.ts'
import { linesOf, textOf } from './lines.ts'
import { aroundCaption } from './photo-caption.ts'
import { fold } from './text.ts'

interface Part {
  readonly zone: Zone
  readonly words: readonly Word[]
}

/** What the blocks say; without such words a gap down the page is a table's or a list's, not a head's. */
const headSigns = ['conghoaxahoichunghiavietnam', 'doclaptudohanhphuc', 'dangcongsanvietnam', 'bannhanhkemtheo']
const formCode = /mau(so)?:?[0-9]{1,2}[a-z]?[-/]/u
const footSigns = ['noinhan', 'nguoikhai', 'toixincamdoan', 'kytenghirohoten', 'kytendongdau']
/** Half the width of the empty strip between two blocks: wider than any gap between words. */
const strip = 0.012
/** The shallower of two blocks has at least this share of the other's lines. */
const shallowest = 0.3
/** A line of this width about the middle of the page stands in no block. */
const centred = { width: 0.2, within: 0.04 } as const
/** A head takes at most the upper third of a page; a foot may begin anywhere on a last page. */
const headBottom = 0.36
const footTop = 0.03

/** The words of each part in reading order; a page without blocks is all body. The foot begins below every table. */
export function zonesOf(words: readonly Word[], tablesEnd = 0): Part[] {
  const numbers = words.filter((word) => isPageNumber(word, words))
  const shown = words.filter((word) => !numbers.includes(word))
  const head = block(shown, headBottom, 'head')
  const afterHead = shown.filter((word) => !head?.has(word))
  const foot = block(afterHead, Math.max(footTop, tablesEnd), 'foot')
  const { before, caption, after } = aroundCaption(afterHead.filter((word) => !foot?.has(word)))
  const side = (of: ReadonlyMap<Word, Side> | undefined, which: Side) =>
    [...(of ?? [])].filter(([, at]) => at === which).map(([word]) => word)
  const parts: Part[] = [
    { zone: 'margin', words: numbers.filter(({ box }) => middleY(box) < 0.5) },
    { zone: 'head-left', words: side(head, 'left') },
    { zone: 'head-right', words: side(head, 'right') },
    { zone: 'body', words: before },
    { zone: 'margin', words: caption },
    { zone: 'body', words: after },
    { zone: 'foot-left', words: side(foot, 'left') },
    { zone: 'foot-right', words: side(foot, 'right') },
    { zone: 'margin', words: numbers.filter(({ box }) => middleY(box) >= 0.5) },
  ]
  return parts.filter((part) => part.words.length > 0)
}

type Side = 'left' | 'right'

/** A number alone in the upper or lower margin, perhaps between dashes. */
function isPageNumber(word: Word, words: readonly Word[]): boolean {
  const y = middleY(word.box)
  if (!/^[-–—]?\d{1,3}[-–—]?$/u.test(word.text) || (y > 0.07 && y < 0.93)) return false
  const beside = words.filter((other) => other !== word && Math.abs(middleY(other.box) - y) < 0.012)
  return beside.every((other) => /^[-–—.]+$/u.test(other.text))
}

/** The two blocks on either side of the empty strip that reaches deepest from the page's edge. */
function block(words: readonly Word[], limit: number, kind: 'head' | 'foot'): Map<Word, Side> | undefined {
  let best: { words: Word[]; at: number } | undefined
  for (let at = 0.25; at <= 0.72; at += 0.004) {
    const inside = reach(words, at, limit, kind)
    const left = inside.filter((word) => middleX(word.box) < at)
    if (left.length === 0 || left.length === inside.length) continue
    const right = inside.filter((word) => middleX(word.box) >= at)
    if (inside.length > (best?.words.length ?? 0) && areBlocks(left, right)) best = { words: inside, at }
  }
  if (!best || !isSigned(best.words, best.at, kind)) return undefined
  const { at } = best
  return new Map(best.words.map((word) => [word, middleX(word.box) < at ? 'left' : 'right']))
}

/** Two blocks are about as deep as each other: far more lines on one side are the body beside a short block. */
function areBlocks(left: readonly Word[], right: readonly Word[]): boolean {
  const lines = [linesOf(left).length, linesOf(right).length]
  return Math.min(...lines) >= Math.max(...lines) * shallowest
}

function reach(words: readonly Word[], at: number, limit: number, kind: 'head' | 'foot'): Word[] {
  const crossing = words.filter(({ box }) => box[0] < at + strip && rightOf(box) > at - strip)
  if (kind === 'head') {
    const below = [...crossing, ...centredBeside(words, at, limit)]
    const end = Math.min(limit, ...below.map(({ box }) => middleY(box) - box[3] * 0.4))
    return words.filter(({ box }) => middleY(box) < end)
  }
  const start = Math.max(limit, ...crossing.map(({ box }) => bottomOf(box) - box[3] * 0.1))
  return words.filter(({ box }) => middleY(box) > start)
}

/** A title in the middle of the page ends the head, though it may stand wholly to the right of a strip far to the left. */
function centredBeside(words: readonly Word[], at: number, limit: number): Word[] {
  const upper = words.filter(({ box }) => middleY(box) < limit)
  return linesOf(upper).flatMap((line) => {
    const [left, , width] = line.box
    const isCentred = left > at && width > centred.width && Math.abs(left + width / 2 - 0.5) < centred.within
    return isCentred ? line.words : []
  })
}

function isSigned(words: readonly Word[], at: number, kind: 'head' | 'foot'): boolean {
  const sides = [words.filter(({ box }) => middleX(box) < at), words.filter(({ box }) => middleX(box) >= at)]
  return sides.some((side) => {
    const text = fold(
      linesOf(side)
        .map((line) => textOf(line.words))
        .join(' '),
    )
    const letters = text.replace(/[^a-z0-9]/gu, '')
    if (kind === 'foot') return footSigns.some((sign) => holds(letters, sign, 0.2))
    return formCode.test(text.replace(/[^a-z0-9/-]/gu, '')) || headSigns.some((sign) => holds(letters, sign, 0.25))
  })
}

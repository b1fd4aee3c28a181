// What is printed in the frame for the photograph: no part of the lines that stand beside the frame, though at their height.
import type { Box, Word } from '../../schemas/index.ts'
import { middleX, middleY, rightOf } from './box.ts'
import { linesOf, type TextLine } from './lines.ts'
import { fold } from './text.ts'

/** "Ảnh màu (4 x 6 cm)", "Ảnh 3x4", "(4x6 cm)", "Dán ảnh"; a lone "Ảnh" may be a person's given name. */
const caption = /^(?:dan)?anh(?:mau|chandung|the)(?:[346]x[46])?(?:cm)?$|^(?:danh?|anh)?[346]x[46](?:cm)?$|^dananh$/u
/** A gap wider than this share of the page parts the frame from the lines. */
const wideGap = 0.03
/** The frame stands in the upper part of a first page. */
const lowest = 0.6
/** A line of this width about the middle of the page. */
const centred = { width: 0.2, within: 0.04 } as const
/** Lines further apart than so many of their usual distances are no block. */
const apart = 1.6

export interface AroundCaption {
  readonly before: readonly Word[]
  readonly caption: readonly Word[]
  readonly after: readonly Word[]
}

/** The body's words before and after the caption in reading order: the frame is read before the lines beside it. */
export function aroundCaption(body: readonly Word[]): AroundCaption {
  const shown = linesOf(body)
    .flatMap(({ words }) => piecesOf(words))
    .filter(isCaption)
    .flat()
  if (shown.length === 0) return { before: body, caption: [], after: [] }
  const rest = linesOf(body.filter((word) => !shown.includes(word)))
  const split = firstBeside(rest, shown)
  const wordsOf = (part: readonly TextLine[]) => part.flatMap(({ words }) => words)
  return { before: wordsOf(rest.slice(0, split)), caption: shown, after: wordsOf(rest.slice(split)) }
}

function piecesOf(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = []
  for (const word of words) {
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    if (piece && last && word.box[0] - rightOf(last.box) <= wideGap) piece.push(word)
    else pieces.push([word])
  }
  return pieces
}

const isCaption = (piece: readonly Word[]): boolean =>
  piece.every(({ box }) => middleY(box) < lowest) &&
  caption.test(fold(piece.map(({ text }) => text).join('')).replace(/[^a-z0-9]/gu, ''))

/** The first of the lines that stand one under the other beside the frame; a title in the middle of the page does not. */
function firstBeside(lines: readonly TextLine[], shown: readonly Word[]): number {
  const [left, right] = [Math.min(...shown.map(({ box }) => box[0])), Math.max(...shown.map(({ box }) => rightOf(box)))]
  const isBeside = ({ box }: TextLine) => (right < 0.5 ? box[0] > right : rightOf(box) < left) && !isCentred(box)
  const y = Math.min(...shown.map(({ box }) => middleY(box)))
  let first = lines.filter(({ box }) => middleY(box) < y).length
  const pitch = usualPitch(lines)
  for (let above = lines[first - 1]; above && isBeside(above); above = lines[first - 1]) {
    const below = lines[first]
    if (below && middleY(below.box) - middleY(above.box) > pitch * apart) break
    first -= 1
  }
  return first
}

const isCentred = (box: Box): boolean => box[2] > centred.width && Math.abs(middleX(box) - 0.5) < centred.within

function usualPitch(lines: readonly TextLine[]): number {
  const steps = lines.slice(1).map(({ box }, at) => middleY(box) - middleY(lines[at]?.box ?? box))
  return steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0
}

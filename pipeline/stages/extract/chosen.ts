// An answer chosen among printed ones by a mark: a ticked box beside it, or the other answers crossed out. The marks come from the
// picture (PageText.marks); what is typed as a box, "[x]" or "( )", counts as one. What is not clear stays open, with its candidates.
import {
  type Box,
  type Candidate,
  type FieldDefinition,
  type FieldItem,
  fieldOf,
  type InkMark,
  type Outcome,
  type PageText,
} from '../../../schemas/index.ts'
import { middleX, middleY, partOf, rightOf, unionOf } from '../../core/box.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'
import { editDistance } from '../../core/text.ts'
import { interpret } from '../../core/values/index.ts'
import type { Reader } from './outcome.ts'

/** A mark is never surer than the best word, and one that is open to doubt never good (core/grade.ts). */
const sure = 0.95
const unsure = 0.7
const undecided = 0.6
/** Of a word's width so much is crossed out, or is not. */
const struckShare = { least: 0.6, none: 0.2 }
/** A box belongs to an answer on its line: middles this near, and no further away than this. */
const sameLine = 0.011
const nearBox = { left: 0.06, right: 0.45 }

interface Answer {
  readonly text: string
  readonly raw: string
  readonly pageId: string
  readonly box: Box
}

/** How surely each answer is the one: 1, 0, or between; undefined where nothing tells. */
interface Marked extends Answer {
  readonly chosen: number | undefined
}

/** Undefined where no mark speaks: then what is written counts. `room`: from the label to the next printed item. */
export function chosenByMark(
  item: FieldItem,
  room: readonly Token[],
  written: Outcome,
  { pages, ...reader }: Reader & { readonly pages: readonly PageText[] },
): Outcome | undefined {
  if (item.answers.length === 0) return undefined
  const definition = fieldOf(item.field)
  const answers = answersIn(item.answers, piecesOf(room))
  const marks = (pageId: string) => pages.find((page) => page.pageId === pageId)?.marks ?? []
  const marked = item.answeredBy === 'tick' ? ticked(answers, room, marks) : unstruck(answers, marks)
  if (marked.length === 0) return undefined
  const missing = item.answers.filter((text) => !marked.some((answer) => answer.text === text))
  const chosen = outcomeOfMarks(marked, missing, definition, reader, item.answeredBy === 'tick')
  // What is crossed out says one thing, what is written behind it another.
  const isAtOdds = chosen?.status === 'read' && written.status === 'read' && written.value !== chosen.value
  if (!isAtOdds || item.answeredBy === 'tick') return chosen
  const { value, code } = written
  return {
    ...chosen,
    confidence: undecided,
    candidates: [...chosen.candidates, { value, ...(code !== undefined && { code }) }],
  }
}

function outcomeOfMarks(
  marked: readonly Marked[],
  missing: readonly string[],
  definition: FieldDefinition,
  reader: Reader,
  isTick: boolean,
): Outcome | undefined {
  const chosen = marked.filter((answer) => answer.chosen === 1)
  const [only] = chosen
  const open = marked.filter((answer) => answer.chosen !== 0)
  const isOpen = open.length > chosen.length || missing.length > 0
  const meant = (text: string) => meaningOf(text, definition, reader)
  const shown = open.length > 0 ? open : marked
  const [first] = shown
  if (!first) return undefined
  const boxes = shown.filter(({ pageId }) => pageId === first.pageId).map(({ box }) => box)
  const provenance = { documentId: reader.documentId, pageId: first.pageId, box: unionOf(boxes) }
  if (only && chosen.length === 1) {
    const [value] = meant(only.text)
    const others = [...open.filter((answer) => answer !== only).map(({ text }) => text), ...missing].flatMap(meant)
    if (value) {
      const confidence = isOpen ? unsure : sure
      return { status: 'read', raw: only.raw, ...value, candidates: others, confidence, provenance }
    }
  }
  // Boxes may all be left empty; that all words are crossed out says nothing.
  const isLeftEmpty = isTick && open.length === 0 && missing.length === 0
  if (isLeftEmpty) return { status: 'blank', confidence: sure, provenance }
  const candidates = [...shown.map(({ text }) => text), ...missing].flatMap(meant)
  const raw = shown.map((answer) => answer.raw).join('; ')
  return {
    status: 'unparsed',
    raw,
    problem: 'Không rõ ô nào được chọn.',
    candidates,
    confidence: undecided,
    provenance,
  }
}

function meaningOf(text: string, definition: FieldDefinition, { knowledge }: Reader): Candidate[] {
  const meaning = interpret(definition, text, knowledge)
  if (meaning.status !== 'read') return []
  return [{ value: meaning.value, ...(meaning.code !== undefined && { code: meaning.code }) }]
}

interface Piece extends Pick<Token, 'text' | 'box' | 'letters' | 'pageId'> {
  readonly line: number
}

/** "Nam/Nữ" is two words. */
function piecesOf(tokens: readonly Token[]): Piece[] {
  return tokens.flatMap(({ text, box, pageId, line }) =>
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => {
      const [from, to] = [found.index, found.index + found[0].length]
      return { text: found[0], letters: lettersOf(found[0]), box: partOf(box, from, to, text.length), pageId, line }
    }),
  )
}

/** Long answers first: a short one may be a part of a longer one. */
function answersIn(texts: readonly string[], pieces: readonly Piece[]): Answer[] {
  const taken = new Set<Piece>()
  return texts
    .toSorted((a, b) => b.length - a.length)
    .flatMap((text) => {
      const found = bestPlace(lettersOf(text), pieces, taken)
      const [first] = found
      if (!first) return []
      for (const piece of found) taken.add(piece)
      const raw = found.map((piece) => piece.text).join(' ')
      const line = found.filter((piece) => piece.line === first.line)
      return [{ text, raw, pageId: first.pageId, box: unionOf(line.map(({ box }) => box)) }]
    })
}

function bestPlace(letters: string, pieces: readonly Piece[], taken: ReadonlySet<Piece>): Piece[] {
  const most = letters.length < 5 ? 0 : Math.max(1, Math.floor(letters.length * 0.15))
  let best: { pieces: Piece[]; edits: number } | undefined
  for (let start = 0; start < pieces.length; start += 1) {
    let joined = ''
    for (let end = start; end < pieces.length && joined.length < letters.length + most; end += 1) {
      const piece = pieces[end]
      if (!piece || taken.has(piece)) break
      joined += piece.letters
      if (Math.abs(joined.length - letters.length) > most) continue
      const edits = editDistance(joined, letters, most)
      if (edits <= most && edits < (best?.edits ?? Number.POSITIVE_INFINITY))
        best = { pieces: pieces.slice(start, end + 1), edits }
    }
  }
  return best?.pieces ?? []
}

type MarksOf = (pageId: string) => readonly InkMark[]

function unstruck(answers: readonly Answer[], marksOf: MarksOf): Marked[] {
  const marked = answers.map((answer) => {
    const strokes = marksOf(answer.pageId).flatMap((mark) => (mark.kind === 'stroke' ? [mark] : []))
    const own = strokes.map((stroke) => ({ share: crossed(answer.box, stroke.box), sureness: stroke.sureness }))
    const most = own.reduce((a, b) => (b.share > a.share ? b : a), { share: 0, sureness: 1 })
    const isUnsure = most.sureness < sure || most.share < struckShare.least
    return { ...answer, chosen: most.share <= struckShare.none ? 1 : isUnsure ? 0.5 : 0 }
  })
  return marked.some(({ chosen }) => chosen < 1) ? marked : []
}

/** Share of the word's width under the stroke, where that goes through its middle. */
function crossed(word: Box, stroke: Box): number {
  const off = Math.abs(middleY(word) - middleY(stroke))
  if (off > word[3] * 0.35 + stroke[3] / 2) return 0
  return Math.max(0, Math.min(rightOf(word), rightOf(stroke)) - Math.max(word[0], stroke[0])) / Math.max(word[2], 1e-6)
}

interface TickBox {
  readonly pageId: string
  readonly box: Box
  readonly ticked: number
}

/** Boxes stand before their answers or behind them, on one paper all on one side. */
function ticked(answers: readonly Answer[], room: readonly Token[], marksOf: MarksOf): Marked[] {
  const pageIds = [...new Set(answers.map(({ pageId }) => pageId))]
  const drawn = pageIds.flatMap((pageId) =>
    marksOf(pageId).flatMap((mark) => (mark.kind === 'box' ? [{ pageId, box: mark.box, ticked: mark.ticked }] : [])),
  )
  const boxes = [...drawn, ...typedBoxes(room)]
  const sides = (['left', 'right'] as const).map((side) => answers.map((answer) => nearest(answer, side, boxes)))
  const [best = []] = sides.sort((a, b) => known(b) - known(a))
  if (known(best) === 0) return []
  return answers.map((answer, at) => {
    const box = best[at]
    return { ...answer, chosen: box?.ticked, ...(box && { box: unionOf([answer.box, box.box]) }) }
  })
}

const known = (boxes: readonly (TickBox | undefined)[]): number =>
  new Set(boxes.filter((box) => box !== undefined)).size

function nearest({ pageId, box }: Answer, side: 'left' | 'right', boxes: readonly TickBox[]): TickBox | undefined {
  const gap = (other: Box) => (side === 'left' ? box[0] - rightOf(other) : other[0] - rightOf(box))
  return boxes
    .filter((other) => other.pageId === pageId && Math.abs(middleY(other.box) - middleY(box)) < sameLine)
    .filter((other) => gap(other.box) > -0.01 && gap(other.box) < nearBox[side])
    .reduce<TickBox | undefined>((a, b) => (a === undefined || gap(b.box) < gap(a.box) ? b : a), undefined)
}

/** "[x]", "[ ]", "(X)", typed in place of a box; an empty pair is often read as two signs. */
function typedBoxes(room: readonly Token[]): TickBox[] {
  return room.flatMap((token, at) => {
    const next = room[at + 1]
    const pair = next?.line === token.line && middleX(next.box) - middleX(token.box) < 0.03 ? next : undefined
    for (const [text, box] of [
      [token.text, token.box],
      [token.text + (pair?.text ?? ''), unionOf(pair ? [token.box, pair.box] : [token.box])],
    ] as const) {
      const found = /^[[({]\s*([xXvV✓✔×]?)\s*[\])}]$/u.exec(text)
      if (found) return [{ pageId: token.pageId, box, ticked: found[1] === '' ? 0 : 1 }]
    }
    return []
  })
}

// A document as one stream of tokens in reading order: the engine's words, cut where print and writing touch.
import type { Box, PageText, Word, Zone } from '../../../schemas/index.ts'
import { bottomOf, middleY, partOf, rightOf } from '../box.ts'
import { flowOf, sliversOf } from '../reading-order.ts'
import { fold } from '../text.ts'

export interface Token {
  readonly text: string
  readonly box: Box
  readonly confidence: number
  readonly pageId: string
  readonly zone: Zone
  /** Counts the lines through the whole document. */
  readonly line: number
  /** Counts the pieces of a line that are parted by wide gaps, through the whole document. */
  readonly segment: number
  /** Letters and digits alone, without tones: what labels are compared by. */
  readonly letters: string
  /** Dots or strokes to write on. */
  readonly isLeader: boolean
  /** It was written in one with the token before it. */
  readonly isGlued: boolean
}

/** A gap wider than this share of the page (about 8 mm) parts two things that stand on one line by chance. */
const wideGap = 0.038
/** Two dots or an ellipsis at the least: one dot alone may end a sentence or an abbreviation. */
const leader = /(?:[.·•_‥]\s?){2,}|…+[.…]*|[-–—]{3,}/u
/** What the engine makes of a row of dots: one or two of these signs over and over. */
const leaderLetters = /^(?=[ceosuamnr.·…_—~=-])(?=(.))(?:\1|[.,·…_\-—~=]){4,}$/u
/**
 * Cuts inside a word: behind a colon, between a comma, semicolon or closing bracket and a letter, before an opening
 * bracket, behind an item's number.
 */
const cuts = /(?<=[:：])(?=.)|(?<=[,;)])(?=\p{L})|(?<=[\p{L})])(?=\()|(?<=^\(?\d{1,2}(?:\.\d)?[).–-])(?=\p{Lu})/u

/** A mark by itself between two words is dirt or the rest of a row of dots; nobody types it so. A dash may stand alone. */
const strayMark = /^[.,;:'"`~^|]+$/u
const strayConfidence = 0.7

/** The tokens of the pages in order; page numbers in the margins are left out. */
export function tokensOf(pages: readonly PageText[]): Token[] {
  const tokens: Token[] = []
  let line = 0
  let segment = 0
  for (const page of pages) {
    const slivers = sliversOf(page)
    for (const flowLine of flowOf(page)) {
      if (flowLine.zone === 'margin') continue
      const place = { pageId: page.pageId, zone: flowLine.zone }
      let last: Word | undefined
      for (const word of flowLine.words) {
        if (last && word.box[0] - rightOf(last.box) > wideGap) segment += 1
        tokens.push(
          ...piecesOf(word).map((piece) => ({
            ...piece,
            ...place,
            confidence: doubted(piece, slivers),
            line,
            segment,
          })),
        )
        last = word
      }
      line += 1
      segment += 1
    }
  }
  return tokens
}

type Piece = Pick<Token, 'text' | 'box' | 'confidence' | 'letters' | 'isLeader' | 'isGlued'>

/** A word is no surer than the sliver that lies on it: that may be the half of a letter ("Khôn" for "Không"). */
function doubted({ box, confidence, isLeader }: Piece, slivers: readonly Word[]): number {
  const own = slivers.filter(
    (sliver) => !isLeader && sharedWidth(sliver.box, box) >= 0.5 && nearHeight(sliver.box, box),
  )
  return Math.min(confidence, ...own.map((sliver) => sliver.confidence))
}

const sharedWidth = (a: Box, b: Box): number =>
  (Math.min(rightOf(a), rightOf(b)) - Math.max(a[0], b[0])) / Math.max(a[2], 1e-6)
/** Within the line the word stands on, its accents and tails included. */
const nearHeight = (a: Box, b: Box): boolean =>
  middleY(a) > b[1] - b[3] * 0.25 && middleY(a) < bottomOf(b) + b[3] * 0.25

function piecesOf(word: Word): Piece[] {
  const written = word.text.replace(/[⁄∕]/gu, '/')
  const texts = splitKeeping(written, leader).flatMap((text) => (isLeader(text) ? [text] : text.split(cuts)))
  let at = 0
  return texts.map((text, index) => {
    const box = partOf(word.box, at, at + text.length, written.length)
    at += text.length
    const letters = lettersOf(text)
    const confidence = strayMark.test(word.text) ? Math.min(word.confidence, strayConfidence) : word.confidence
    return { text, box, confidence, letters, isLeader: isLeader(text), isGlued: index > 0 }
  })
}

export function lettersOf(text: string): string {
  return fold(text).replace(/[^a-z0-9]/gu, '')
}

function isLeader(text: string): boolean {
  return /^[.·•_‥…~=\s–—-]{2,}$/u.test(text) || text === '…' || leaderLetters.test(text)
}

/** Splits like String.split, the separators kept as pieces of their own. */
function splitKeeping(text: string, separator: RegExp): string[] {
  const pieces: string[] = []
  let rest = text
  for (let found = separator.exec(rest); found; found = separator.exec(rest)) {
    pieces.push(rest.slice(0, found.index), found[0])
    rest = rest.slice(found.index + found[0].length)
  }
  return [...pieces, rest].filter((piece) => piece !== '')
}

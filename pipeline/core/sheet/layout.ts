// Sets a sheet on A4 pages and numbers them. Blocks become pieces in pieces.ts; nothing is painted here.
import type { Sheet } from '../sheet.ts'
import { type Mark, type Measure, moved } from './mark.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** A4, in points. */
export const paper = { width: 595.28, height: 841.89 } as const
/** NĐ 30/2020/NĐ-CP, Phụ lục I: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right. */
const margins = { left: 85, right: 45, top: 60, bottom: 60 } as const
const footer = { size: 8.5, baseline: paper.height - 34 } as const

export function layOut({ blocks, footer: foot }: Sheet, measure: Measure): Mark[][] {
  const pieces = blocks.flatMap((block) => piecesOf(block, paper.width - margins.left - margins.right, measure))
  const pages = paginated(pieces)
  return pages.map((marks, index) => [...marks, ...footerMarks(foot, index + 1, pages.length, measure)])
}

function paginated(pieces: readonly Piece[]): Mark[][] {
  const pages: Mark[][] = [[]]
  const foot = paper.height - margins.bottom
  let y: number = margins.top
  const put = ({ marks, height }: Piece) => {
    pages.at(-1)?.push(...marks.map((mark) => moved(mark, margins.left, y)))
    y += height
  }
  for (const [index, piece] of pieces.entries()) {
    if (y + heightTogether(pieces, index) > foot && y > margins.top) {
      pages.push([])
      y = margins.top
      if (piece.head !== undefined) put(piece.head)
    }
    put(piece)
  }
  return pages
}

/** Of a piece and all that must follow it on the same page. */
function heightTogether(pieces: readonly Piece[], from: number): number {
  let height = 0
  for (let index = from; index < pieces.length; index += 1) {
    height += pieces[index]?.height ?? 0
    if (!pieces[index]?.staysWithNext) break
  }
  return height
}

function footerMarks(text: string, page: number, pages: number, measure: Measure): Mark[] {
  const number = `Trang ${page}/${pages}`
  const right = paper.width - margins.right - measure(number, 'regular') * footer.size
  const mark = (words: string, x: number): Mark => ({
    kind: 'text',
    text: words,
    x,
    y: footer.baseline,
    size: footer.size,
    weight: 'regular',
  })
  return [mark(text, margins.left), mark(number, right)]
}

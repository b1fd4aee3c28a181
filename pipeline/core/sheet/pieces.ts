// The pieces a block is made of: lines, rows, pictures, none of them ever broken over two pages.
import type { Align, Block, Weight } from '../sheet.ts'
import { type Area, type Mark, type Measure, moved } from './mark.ts'
import { wrapped } from './wrapped.ts'

const pointsPerMm = 72 / 25.4
const body = { size: 11, leading: 1.4, ascent: 1.05 } as const
const headings = { 1: { size: 15, above: 6, below: 8 }, 2: { size: 12, above: 8, below: 4 } } as const
const cell = { size: 9.5, padding: 4 } as const
/** Room between blocks side by side. */
const between = 14
const signature = { room: 70, note: 9.5 } as const

/** Its marks count from its own top left corner. */
export interface Piece {
  readonly height: number
  readonly marks: readonly Mark[]
  /** Set again above the piece when it opens a page. */
  readonly head?: Piece
  /** A heading does not stay behind at the foot of a page. */
  readonly staysWithNext?: true
}

export function piecesOf(block: Block, width: number, measure: Measure): Piece[] {
  switch (block.kind) {
    case 'heading':
      return headingPieces(block, width, measure)
    case 'paragraph': {
      const { points = body.size, weight = 'regular', align = 'left' } = block
      const lines = wrapped(block.text, width / points, weight, measure)
      return [...lines.map((text) => lineOf(text, { points, weight, align, width }, measure)), gap(points * 0.4)]
    }
    case 'table':
      return tablePieces(block, width, measure)
    case 'picture': {
      const size: Area = [0, 0, Math.min(width, block.widthMm * pointsPerMm), block.heightMm * pointsPerMm]
      return [{ height: size[3] + 6, marks: [{ kind: 'picture', jpeg: block.jpeg, area: size }] }]
    }
    case 'qr': {
      const side = block.sideMm * pointsPerMm
      const left = shift(block.align ?? 'left', width - side)
      return [{ height: side + 6, marks: [{ kind: 'qr', text: block.text, area: [left, 0, side, side] }] }]
    }
    case 'columns':
      return [columnsPiece(block.columns, width, measure)]
    case 'signatures':
      return [signaturesPiece(block.places, width, measure)]
    case 'gap':
      return [gap(block.millimetres * pointsPerMm)]
  }
}

const gap = (height: number): Piece => ({ height, marks: [] })

const shift = (align: Align, room: number): number => (align === 'left' ? 0 : align === 'right' ? room : room / 2)

function headingPieces(
  { text, level = 1, align = level === 1 ? 'centre' : 'left' }: Extract<Block, { kind: 'heading' }>,
  width: number,
  measure: Measure,
): Piece[] {
  const { size, above, below } = headings[level]
  const lines = wrapped(text, width / size, 'bold', measure)
  const made = [
    gap(above),
    ...lines.map((line) => lineOf(line, { points: size, weight: 'bold', align, width }, measure)),
  ]
  return [...made, gap(below)].map((piece) => ({ ...piece, staysWithNext: true as const }))
}

interface Setting {
  readonly points: number
  readonly weight: Weight
  readonly align: Align
  readonly width: number
}

function lineOf(text: string, { points, weight, align, width }: Setting, measure: Measure): Piece {
  const x = shift(align, width - measure(text, weight) * points)
  const mark: Mark = { kind: 'text', text, x, y: points * body.ascent, size: points, weight }
  return { height: points * body.leading, marks: [mark] }
}

function tablePieces({ columns, rows }: Extract<Block, { kind: 'table' }>, width: number, measure: Measure): Piece[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (width * share) / total)
  const head = rowPiece(
    columns.map(({ title }) => title),
    widths,
    'bold',
    measure,
  )
  const made = rows.map((row) => ({ ...rowPiece(row, widths, 'regular', measure), head }))
  return [{ ...head, staysWithNext: true }, ...made, gap(8)]
}

function rowPiece(texts: readonly string[], widths: readonly number[], weight: Weight, measure: Measure): Piece {
  const lines = widths.map((width, index) =>
    wrapped(texts[index] ?? '', (width - 2 * cell.padding) / cell.size, weight, measure),
  )
  const height = Math.max(...lines.map(({ length }) => length), 1) * cell.size * body.leading + 2 * cell.padding
  const edges = widths.reduce<number[]>((found, width) => [...found, (found.at(-1) ?? 0) + width], [0])
  const right = edges.at(-1) ?? 0
  const frame = [
    ...[0, height].map((y): Mark => ({ kind: 'line', from: [0, y], to: [right, y] })),
    ...edges.map((x): Mark => ({ kind: 'line', from: [x, 0], to: [x, height] })),
  ]
  const words = lines.flatMap((of, index) =>
    of.map((text, line): Mark => {
      const y = cell.padding + (line * body.leading + body.ascent) * cell.size
      return { kind: 'text', text, x: (edges[index] ?? 0) + cell.padding, y, size: cell.size, weight }
    }),
  )
  return { height, marks: [...frame, ...words] }
}

function columnsPiece(columns: Extract<Block, { kind: 'columns' }>['columns'], width: number, measure: Measure): Piece {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const room = width - between * (columns.length - 1)
  let left = 0
  const stacks = columns.map(({ share, blocks }) => {
    const own = (room * share) / total
    const stack = stacked(blocks.flatMap((block) => piecesOf(block, own, measure)))
    const marks = stack.marks.map((mark) => moved(mark, left, 0))
    left += own + between
    return { height: stack.height, marks }
  })
  return { height: Math.max(...stacks.map(({ height }) => height)), marks: stacks.flatMap(({ marks }) => marks) }
}

function stacked(pieces: readonly Piece[]): Piece {
  const marks: Mark[] = []
  let height = 0
  for (const piece of pieces) {
    for (const mark of piece.marks) marks.push(moved(mark, 0, height))
    height += piece.height
  }
  return { height, marks }
}

function signaturesPiece(
  places: Extract<Block, { kind: 'signatures' }>['places'],
  width: number,
  measure: Measure,
): Piece {
  const blocks = ({ title, note }: (typeof places)[number]): Block[] => [
    { kind: 'paragraph', text: title, weight: 'bold', align: 'centre' },
    { kind: 'paragraph', text: note, align: 'centre', points: signature.note },
  ]
  const { height, marks } = columnsPiece(
    places.map((place) => ({ share: 1, blocks: blocks(place) })),
    width,
    measure,
  )
  return { height: height + signature.room, marks }
}

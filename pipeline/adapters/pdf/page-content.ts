// What a PDF page paints, told only where it is nothing but pictures: which, and where. Anything else painted, any blend,
// mask or drawn text, and the page is not told at all.
import { type Affine, chain, unmoved } from '../../core/affine.ts'
import { operationsIn } from './operations.ts'

export interface PaintedPicture {
  readonly name: string
  readonly matrix: Affine
}

/** Operators that paint nothing: state, paths and clips of the page's edge, marked content, positions in a text. */
const harmless = new Set(
  'q Q cm w J j M d ri i gs m l c v y h re n W W* BMC BDC EMC MP DP BX EX CS cs SC SCN sc scn G g RG rg K k BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T*'.split(
    ' ',
  ),
)
const showing = new Set(["'", '"', 'Tj', 'TJ'])
const invisible = 3
/** A page of nothing but pictures says little; more than this is a drawing. */
const longest = 200_000

/** `setsState` says whether a graphics state of that name may change how a picture looks. */
export function paintedPictures(
  content: string,
  setsState: (name: string) => boolean,
): readonly PaintedPicture[] | undefined {
  if (content.length > longest) return undefined
  const painted: PaintedPicture[] = []
  const stack: { matrix: Affine; render: number }[] = []
  let now: { matrix: Affine; render: number } = { matrix: unmoved, render: 0 }
  for (const { operator, operands } of operationsIn(content)) {
    const name = (operands.at(-1) ?? '').slice(1)
    if (operator === 'q') stack.push(now)
    else if (operator === 'Q') now = stack.pop() ?? now
    else if (operator === 'cm') now = { ...now, matrix: chain(matrixOf(operands), now.matrix) }
    else if (operator === 'Tr') now = { ...now, render: Number(operands.at(-1)) }
    else if (operator === 'Do') painted.push({ name, matrix: now.matrix })
    else if (operator === 'gs' && setsState(name)) return undefined
    else if (showing.has(operator) ? now.render !== invisible : !harmless.has(operator)) return undefined
  }
  return painted.length > 0 ? painted : undefined
}

function matrixOf(operands: readonly string[]): Affine {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.slice(-6).map(Number)
  return [a, b, c, d, e, f]
}

// What marks on the paper do to a value read from it: handwriting is never read as print, and a value crossed out is not sure.
import type { Box, InkMark, Outcome, PageText } from '../../../schemas/index.ts'
import { bottomOf, middleX, middleY, rightOf, unionOf } from '../../core/box.ts'

/** Poor and doubtful, see core/grade.ts. */
const keyed = 0.45
const unsure = 0.7
/** Of a value's width so much is written by hand, or crossed out. */
const share = { hand: 0.3, stroke: 0.6 }
/** Writing on a label's line begins no further before its end than this, and stands no further above or below it. */
const beside = { before: 0.02, height: 0.014 }

/** `next`: the label that follows, where its line is the same no writing beyond it counts. */
export function underMarks(outcome: Outcome, pages: readonly PageText[], next?: { pageId: string; box: Box }): Outcome {
  if (outcome.status === 'missing' || outcome.provenance === undefined) return outcome
  const { provenance } = outcome
  const marks = pages.find(({ pageId }) => pageId === provenance.pageId)?.marks ?? []
  if (marks.length === 0) return outcome
  if (outcome.status === 'blank') {
    const hand = marks.find((mark) => mark.kind === 'handwriting' && isBehind(mark.box, provenance, next))
    if (!hand) return outcome
    const problem = 'Chữ viết tay: cần nhập từ ảnh.'
    return {
      status: 'unparsed',
      raw: '',
      problem,
      candidates: [],
      confidence: keyed,
      provenance: { ...provenance, box: hand.box },
    }
  }
  const byHand = marks.filter((mark) => mark.kind === 'handwriting' && covered(provenance.box, mark) >= share.hand)
  if (byHand.length > 0) {
    const box = unionOf([provenance.box, ...byHand.map((mark) => mark.box)])
    return { ...outcome, confidence: Math.min(outcome.confidence, keyed), provenance: { ...provenance, box } }
  }
  const isStruck = marks.some((mark) => mark.kind === 'stroke' && covered(provenance.box, mark) >= share.stroke)
  return isStruck ? { ...outcome, confidence: Math.min(outcome.confidence, unsure) } : outcome
}

/** Share of the value's width that the mark takes at its height. */
function covered(value: Box, { box }: InkMark): number {
  if (middleY(box) < value[1] || middleY(box) > bottomOf(value)) {
    if (middleY(value) < box[1] || middleY(value) > bottomOf(box)) return 0
  }
  return Math.max(0, Math.min(rightOf(value), rightOf(box)) - Math.max(value[0], box[0])) / Math.max(value[2], 1e-6)
}

function isBehind(
  hand: Box,
  label: { readonly pageId: string; readonly box: Box },
  next: { readonly pageId: string; readonly box: Box } | undefined,
): boolean {
  const isOnLine = Math.abs(middleY(hand) - middleY(label.box)) < Math.max(beside.height, hand[3] / 2)
  const isRight = hand[0] > rightOf(label.box) - beside.before
  const isNextBeside = next?.pageId === label.pageId && Math.abs(middleY(next.box) - middleY(label.box)) < beside.height
  return isOnLine && isRight && !(isNextBeside && middleX(hand) > next.box[0])
}

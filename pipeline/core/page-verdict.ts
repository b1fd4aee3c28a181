// Whether a page was scanned well enough, from its measurements and from how well it was read: good, usable, or to be scanned
// again, with what is wrong in words. The thresholds are in scan-flaws.ts.
import type { PageImage, PageText } from '../../schemas/index.ts'
import { FEWEST_WORDS, type Flaw, harmOf, scanFlaws, type Seen } from './scan-flaws.ts'

export type Verdict = 'good' | 'usable' | 'rescan'

export interface Reason {
  readonly code: string
  /** What is wrong, and what to do at the scanner. */
  readonly vi: string
  readonly remedy: string
}

export interface PageVerdict {
  readonly verdict: Verdict
  /** Worst first. */
  readonly reasons: readonly Reason[]
}

/** What is known of a page; `failure` is the message of the stage that could not do it. */
export interface JudgedPage {
  readonly image?: PageImage
  readonly text?: PageText
  readonly failure?: string
  /** By a steward who could not read it on the screen. */
  readonly isAskedFor?: true
}

/** Mean confidence of the words below which a page reads badly: above it, pages with flaws had few wrong characters. */
const READS_BADLY = 0.88

const unreadable: Reason = {
  code: 'unreadable',
  vi: 'Trang không mở hoặc không đọc được.',
  remedy: 'Quét lại trang này từ bản giấy; nếu vẫn lỗi, đổi máy quét hoặc lưu sang JPEG/PDF khác.',
}
const readsBadly: Reason = {
  code: 'reads_badly',
  vi: 'Chữ đọc được kém tin cậy dù ảnh không có khuyết điểm đo được (chữ viết tay, phông lạ, giấy cũ).',
  remedy: 'Xem bằng mắt; chỉ quét lại nếu bản giấy rõ hơn ảnh.',
}

const askedFor: Reason = {
  code: 'asked_for',
  vi: 'Người rà soát xem ảnh và không đọc được một mục trên trang này.',
  remedy: 'Quét lại từ bản giấy, nét hơn; nếu bản giấy cũng mờ, ghi chú vào phiếu.',
}

/** What a person asks for goes before what was measured. */
export function pageVerdict(page: JudgedPage): PageVerdict {
  const measured = measuredVerdict(page)
  return page.isAskedFor ? { verdict: 'rescan', reasons: [askedFor, ...measured.reasons] } : measured
}

function measuredVerdict({ image, text, failure }: JudgedPage): PageVerdict {
  if (image === undefined || (!image.isBlank && text === undefined)) {
    return { verdict: 'rescan', reasons: [failure === undefined ? unreadable : { ...unreadable, vi: failure }] }
  }
  const seen = seenOf(image, text)
  const found = scanFlaws.flatMap((flaw) => {
    if (seen.isBlank && !flaw.isOfBlank) return []
    const harm = harmOf(flaw, seen)
    return harm === 'none' ? [] : [{ flaw, harm }]
  })
  const reasons = found.toSorted((a, b) => weight[b.harm] - weight[a.harm]).map(({ flaw }) => reasonOf(flaw))
  const isBad = found.some(({ harm }) => harm === 'loses' || (harm === 'spoils' && seen.readsBadly))
  if (isBad) return { verdict: 'rescan', reasons }
  if (reasons.length > 0) return { verdict: 'usable', reasons }
  return seen.readsBadly ? { verdict: 'usable', reasons: [readsBadly] } : { verdict: 'good', reasons: [] }
}

const weight = { loses: 2, spoils: 1, none: 0 } as const

const reasonOf = ({ code, vi, remedy }: Flaw): Reason => ({ code, vi, remedy })

function seenOf({ quality, isBlank, skewDegrees }: PageImage, text: PageText | undefined): Seen {
  const words = text?.lines.flatMap((line) => line.words) ?? []
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
  const isFew = words.length < FEWEST_WORDS
  return {
    quality,
    isBlank,
    skewDegrees,
    words: words.length,
    readsBadly: !isBlank && !isFew && confidence < READS_BADLY,
  }
}

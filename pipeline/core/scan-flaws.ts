// What can be wrong with a scan, as data: what is measured, from where on it harms and why there, what is wrong in words, and
// what to do at the scanner. Whether a flaw asks for a new scan is page-verdict.ts.
import type { ScanQuality } from '../../schemas/index.ts'

/** Of fewer words neither their mean confidence nor the letters around them say much. */
export const FEWEST_WORDS = 12

export interface Seen {
  readonly quality: ScanQuality
  readonly isBlank: boolean
  readonly skewDegrees: number
  readonly words: number
  readonly readsBadly: boolean
}

/** `loses`: writing is lost, however well the rest reads. `spoils`: a new scan is worth it only if the page reads badly. */
export type Harm = 'loses' | 'spoils' | 'none'

export interface Flaw {
  readonly code: string
  /** What is wrong. */
  readonly vi: string
  /** What to do at the scanner. */
  readonly remedy: string
  /** Undefined: there is nothing to measure it by. */
  readonly measure: (seen: Seen) => number | undefined
  /** Whether small or large values of the measure are bad; the limits themselves are bad already. */
  readonly isBad: 'low' | 'high'
  readonly spoils: number
  readonly loses?: number
  /** Told of a blank page too; what is wrong with letters cannot be. */
  readonly isOfBlank?: true
}

/** How many edges wide a letter is: the same for any resolution and any size of print. */
function crispness({ quality: { letterPixels, edgePixels = 0 } }: Seen): number | undefined {
  return letterPixels === undefined || edgePixels < BLURRED_PIXELS ? undefined : letterPixels / edgePixels
}

/** Steps from ink to paper within this are as sharp as pixels are: then the scan is coarse, not blurred. */
const BLURRED_PIXELS = 1.8
/** Ink on this side of the sheet, unless it is badly blurred. */
const CRISP_PIXELS = 3

/** Where hardly a word was read, what looked like letters may be a photograph: too few to say that writing is lost. */
const letters = (counted: number, words: number): number =>
  words < FEWEST_WORDS ? Math.min(counted, LOST_LETTERS - 1) : counted
const LOST_LETTERS = 8

export const scanFlaws: readonly Flaw[] = [
  {
    code: 'all_dark',
    vi: 'Cả trang đen hoặc quá tối, không thấy chữ nào.',
    remedy: 'Kiểm tra nắp máy và đèn quét, chỉnh sáng hơn rồi quét lại.',
    // The darkest paper, brown wrapping, reflects about half of what white paper does.
    measure: ({ quality, words }) => (words === 0 ? quality.paper : undefined),
    isBad: 'low',
    spoils: 0.35,
    loses: 0.35,
    isOfBlank: true,
  },
  {
    code: 'cut_edge',
    vi: 'Chữ chạm mép ảnh: có thể đã bị cắt mất.',
    remedy: 'Đặt giấy lọt hẳn trong khung quét, chọn khổ quét lớn hơn giấy.',
    // Dust, a page number or a stamp at the edge are a few; a cut line or column of writing is many.
    measure: ({ quality, words }) => letters(quality.lettersAtEdge, words),
    isBad: 'high',
    spoils: 4,
    loses: LOST_LETTERS,
  },
  {
    code: 'dark_area',
    vi: 'Có mảng đen che chữ (nắp máy hở, giấy gấp góc, tờ khác đè lên).',
    remedy: 'Vuốt phẳng giấy, bỏ vật đè, đậy kín nắp rồi quét lại.',
    // A small paper on a black ground, or a shadow in the margin, has no writing at the dark's edge.
    measure: ({ quality, words }) => letters(quality.lettersAtDark, words),
    isBad: 'high',
    spoils: 4,
    loses: LOST_LETTERS,
  },
  {
    code: 'blurred',
    vi: 'Chữ bị nhòe, không rõ nét.',
    remedy: 'Lau kính máy quét, ép phẳng giấy; quét lại ở 300 dpi.',
    // Drawn pages: a letter of fewer edges than twelve reads with more errors, of fewer than four hardly at all.
    measure: crispness,
    isBad: 'low',
    spoils: 12,
    loses: 3.5,
  },
  {
    code: 'coarse',
    vi: 'Độ phân giải của ảnh thấp hơn 200 dpi.',
    remedy: 'Đặt máy quét ở 300 dpi (tối thiểu 200 dpi) rồi quét lại.',
    // NĐ 30/2020/NĐ-CP, Phụ lục I: at least 200 dpi; five less for a sheet that is no exact A4.
    measure: ({ quality }) => quality.scannedDpi,
    isBad: 'low',
    spoils: 195,
  },
  {
    code: 'small_letters',
    vi: 'Chữ trên ảnh quá nhỏ để đọc chắc.',
    remedy: 'Quét lại ở 300 dpi; chữ rất nhỏ thì 400 dpi.',
    // Tesseract's own guide: below 10 pixels for a small letter there is little chance of accurate results.
    measure: ({ quality }) => quality.letterPixels,
    isBad: 'low',
    spoils: 10,
    loses: 4.5,
  },
  {
    code: 'pale',
    vi: 'Chữ quá nhạt so với giấy.',
    remedy: 'Tăng độ tương phản hoặc chỉnh tối hơn, quét ảnh xám 300 dpi.',
    // Drawn pages read as well as others down to a third of full contrast, below a fifth they do not.
    measure: ({ quality }) => (quality.edgePixels === undefined ? undefined : quality.contrast),
    isBad: 'low',
    spoils: 0.33,
  },
  {
    code: 'pale_or_blank',
    vi: 'Trang được coi là trắng nhưng có vết mờ giống chữ.',
    remedy: 'Xem bản giấy; nếu có chữ, chỉnh tối hơn rồi quét lại.',
    // What shines through is never crisp. Lined paper is, so this alone never asks for a new scan.
    measure: ({ quality, isBlank }) =>
      isBlank && (quality.edgePixels ?? 9) < CRISP_PIXELS ? quality.contrast : undefined,
    isBad: 'high',
    spoils: 0.07,
    isOfBlank: true,
  },
  {
    code: 'grainy',
    vi: 'Ảnh nhiều hạt nhiễu.',
    remedy: 'Quét ở chế độ ảnh xám, tắt tăng nhạy/tăng nét, lau kính rồi quét lại.',
    // Grain in shares of the ink: drawn pages read worse from about a twentieth.
    measure: ({ quality }) => (quality.contrast === 0 ? undefined : quality.grain / quality.contrast),
    isBad: 'high',
    spoils: 0.06,
  },
  {
    code: 'askew',
    vi: 'Trang quét quá nghiêng.',
    remedy: 'Đặt giấy sát mép dẫn của máy rồi quét lại.',
    // Up to fifteen degrees the page is straightened; beyond five its corners may lie outside the scan.
    measure: ({ skewDegrees }) => Math.abs(skewDegrees),
    isBad: 'high',
    spoils: 5,
    loses: 14.5,
  },
]

export function harmOf({ measure, isBad, spoils, loses }: Flaw, seen: Seen): Harm {
  const value = measure(seen)
  if (value === undefined) return 'none'
  const reaches = (limit: number | undefined) =>
    limit !== undefined && (isBad === 'low' ? value <= limit : value >= limit)
  return reaches(loses) ? 'loses' : reaches(spoils) ? 'spoils' : 'none'
}

// What one page says about which form it is of: its title, its labels, and whether it is a paper of another kind.
import type { FormItem, FormTemplate } from '../../../schemas/index.ts'
import { middleY } from '../box.ts'
import { holds, occurrences } from '../find-text.ts'
import { type Anchor, anchorsOf } from './anchors.ts'
import { placesOf, searchable } from './label.ts'
import { lettersOf, type Token } from './tokens.ts'

export interface Evidence {
  readonly template: FormTemplate
  readonly hasTitle: boolean
  /** The subject or the first article says what the template is about; true where the template asks for nothing. */
  readonly isSaid: boolean
  readonly anchors: readonly Anchor[]
  /** The anchors long enough to tell something by themselves, the title aside. */
  readonly labels: readonly Anchor[]
}

/** A title stands in the upper part of its first page. */
const titleBottom = 0.55
const headBottom = 0.3
/** "Về việc nâng bậc lương": what a decision is about follows at once, at most a word like "nay" between. */
const saidWithin = 10
/** Shorter labels are common words and prove nothing by themselves. */
const telling = 8

/**
 * Kinds of papers of a personnel file (domain: TT 11/2012/TT-BNV, 1361-CV/BTCTW). A line in capitals that begins so is a
 * title: its page begins a paper and continues none.
 */
const kindsOfPaper = [
  'QUYẾT ĐỊNH',
  'CÔNG VĂN',
  'TỜ TRÌNH',
  'BÁO CÁO',
  'THÔNG BÁO',
  'KẾ HOẠCH',
  'NGHỊ QUYẾT',
  'BIÊN BẢN',
  'HỢP ĐỒNG',
  'GIẤY',
  'ĐƠN XIN',
  'ĐƠN ĐỀ NGHỊ',
  'BẰNG',
  'CHỨNG CHỈ',
  'CHỨNG NHẬN',
  'PHIẾU',
  'BẢN KÊ KHAI',
  'BẢN KIỂM ĐIỂM',
  'BẢN TỰ KIỂM ĐIỂM',
  'BẢN NHẬN XÉT',
  'BẢN CAM KẾT',
  'BẢN TƯỜNG TRÌNH',
  'LÝ LỊCH',
  'SƠ YẾU LÝ LỊCH',
  'TRÍCH LỤC',
  'HỌC BẠ',
  'BẢNG ĐIỂM',
  'CĂN CƯỚC',
  'SỔ BẢO HIỂM',
  'SỔ HỘ KHẨU',
  'THẺ',
  'DANH SÁCH',
  'PHỤ LỤC',
  'MỤC LỤC',
  'HỒ SƠ',
  'BÌ HỒ SƠ',
  'KẾT LUẬN',
  'LỜI KHAI',
].map((kind) => kind.split(' ').map(lettersOf).join(' '))
/** What stands at the head of every paper of state or Party. */
const nationalHead = ['conghoaxahoichunghiavietnam', 'doclaptudohanhphuc', 'dangcongsanvietnam']

export function evidenceOf(template: FormTemplate, tokens: readonly Token[]): Evidence {
  const anchors = anchorsOf(template, tokens)
  const labels = anchors.filter(
    (anchor) => lettersIn(tokens, anchor).length >= telling && !isTitle(template, anchor.item),
  )
  return { template, hasTitle: hasTitle(template, tokens), isSaid: isSaid(template, tokens), anchors, labels }
}

const lettersIn = (tokens: readonly Token[], { start, end }: Anchor): string =>
  tokens
    .slice(start, end)
    .map(({ letters }) => letters)
    .join('')

/** How many such labels the form prints, over all its pages. */
export function tellingLabels(template: FormTemplate): number {
  return template.items.filter(
    (item) => !isTitle(template, item) && item.label.some((label) => lettersOf(label).length >= telling),
  ).length
}

const isTitle = (template: FormTemplate, item: FormItem): boolean =>
  template.knownBy.title.some((title) => item.label.includes(title))

/** The title is a line, or two lines, of nothing else. */
function hasTitle({ knownBy }: FormTemplate, tokens: readonly Token[]): boolean {
  const upper = tokens.filter(({ box }) => middleY(box) < titleBottom)
  const stream = searchable(upper)
  return knownBy.title.some((title) =>
    placesOf(lettersOf(title), stream).some(({ start, end }) => {
      const isOpen = upper[start - 1]?.segment !== upper[start]?.segment
      const isClosed = upper[end]?.segment !== upper[end - 1]?.segment
      const isCapitals = upper.slice(start, end).every(({ text }) => text === text.toUpperCase())
      const goesOn = isCapitals && isContinued(upper, end)
      return isOpen && isClosed && isCapitals && !goesOn
    }),
  )
}

/** The title goes on in capitals on the next line: it is the title of another paper ("… VIÊN CHỨC"). */
function isContinued(tokens: readonly Token[], end: number): boolean {
  const line = tokens[end]?.line
  const next = tokens.slice(end).filter((token) => token.line === line && token.letters !== '')
  return (
    next.length > 0 &&
    next.length <= 3 &&
    next
      .map(({ letters }) => letters)
      .join('')
      .startsWith('vienchuc')
  )
}

function isSaid({ knownBy }: FormTemplate, tokens: readonly Token[]): boolean {
  if (knownBy.says.length === 0) return true
  const stream = searchable(tokens)
  return knownBy.saidAfter.some((opening) =>
    placesOf(lettersOf(opening), stream).some(({ start, end }) => {
      if (!opensSentence(tokens, start)) return false
      const behind = tokens
        .slice(end, end + 16)
        .map(({ letters }) => letters)
        .join('')
      return knownBy.says.some((said) => {
        const needle = lettersOf(said)
        return occurrences(needle, behind, Math.floor(needle.length * 0.2)).some(({ start }) => start <= saidWithin)
      })
    }),
  )
}

/** The grounds of a decision name other decisions too, "… về việc …", inside a sentence. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.line !== tokens[at - 1]?.line && /^\p{Lu}/u.test(tokens[at]?.text ?? '')
}

/** Whether the page has the head or the title of a paper of its own, other than words of the template's print. */
export function opensPaper(tokens: readonly Token[], anchors: readonly Anchor[]): boolean {
  const lines = new Map<number, Token[]>()
  for (const token of tokens.filter(({ box }) => middleY(box) < titleBottom))
    lines.set(token.line, [...(lines.get(token.line) ?? []), token])
  const printed = new Set(anchors.flatMap(({ start, end }) => tokens.slice(start, end)))
  return [...lines.values()].some((line) => {
    const letters = line.map((token) => token.letters).join('')
    if (line.every(({ box }) => middleY(box) < headBottom) && nationalHead.some((head) => isNearly(letters, head)))
      return true
    if (line.some((token) => printed.has(token) || token.text !== token.text.toUpperCase())) return false
    return isKind(line) && isCentred(line)
  })
}

/** "Ngày vào Đảng Cộng sản Việt Nam" holds the words of a head, but other words too. */
const isNearly = (letters: string, head: string): boolean =>
  letters.length < head.length * 1.5 && holds(letters, head, 0.2)

function isKind(line: readonly Token[]): boolean {
  const words = line
    .map(({ letters }) => letters)
    .filter((letters) => letters !== '')
    .join(' ')
  return kindsOfPaper.some((kind) => `${words} `.startsWith(`${kind} `))
}

/** A title leaves room on both sides; a cell of a table or a line of a list does not stand in the middle. */
function isCentred(line: readonly Token[]): boolean {
  const left = Math.min(...line.map(({ box }) => box[0]))
  const right = Math.max(...line.map(({ box }) => box[0] + box[2]))
  return Math.abs((left + right) / 2 - 0.5) < 0.15
}

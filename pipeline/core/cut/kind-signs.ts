// Which kinds of paper a page speaks for, and how strongly: by its title, by what it says it is about, by its labels.
import type { PaperCut, PaperKind } from '../../../schemas/index.ts'
import { holds, occurrences } from '../find-text.ts'
import { lettersOf } from '../form/tokens.ts'
import { beginsWith, type Heading, misreadAtBeginning, type PageSigns } from './page-signs.ts'

export interface KindSigns {
  readonly kind: PaperKind
  /** 0 to 1: the title is there, and says (where it must) what the paper is about. */
  readonly title: number
  /** How many of its labels and later headings stand on the page. */
  readonly holds: number
  readonly inside: number
  /** It bears the title, or nearly, and yet says that it is another paper. */
  readonly isOther?: true
}

/** So many letters behind "Về việc" or "Điều 1" tell what a decision is about. */
const subjectLetters = 130
const subjectOpening = 'veviec'
const firstArticle = 'dieu1'
const ground = 'cancu'
/** The further behind the opening, the likelier the words belong to another thing. */
const subjectReach = 46
const distanceCost = 0.2
const tolerance = 0.18
/** Of long words a whole one would be lost in that share. */
const mostMisread = 3
/** Letters of a small word before the act of a decision. */
const actReach = 4
/** One letter in so many of an act may be another. */
const actMisread = 7
const leastBeginning = 8
const leastRest = 16
const mostInRest = 1
const partWorth = 0.75
/** A shorter title read exactly goes before a longer one with misread letters. */
const misreadCost = 3
/** Titles nearly as long as the longest are rivals; one within another is explained by it. */
const rivalShare = 0.82

/** Kinds the page says anything for. */
export function kindSignsOf(signs: PageSigns, kinds: readonly PaperKind[], cut: PaperCut): KindSigns[] {
  const titled = titlesOn(signs, kinds)
  const best = Math.max(0, ...titled.values())
  const decided = subjectsOn(signs, kinds, titled, cut)
  return kinds.flatMap((kind) => {
    const length = titled.get(kind) ?? 0
    const isLongest = length > 0 && length >= best * rivalShare
    const isDecided = kind.says.length > 0
    if (isLongest && !isDecided && isOther(kind, signs)) return [{ kind, title: 0, holds: 0, inside: 0, isOther: true }]
    const title = !isLongest ? 0 : isDecided ? (decided.get(kind) ?? 0) : length / best
    const found = { holds: countOf(kind.holds, signs.letters), inside: countOf(kind.inside, signs.letters) }
    return title > 0 || found.holds > 0 || found.inside > 0 ? [{ kind, title, ...found }] : []
  })
}

/** Another paper that bears the same title. */
function isOther(kind: PaperKind, { letters, headings }: PageSigns): boolean {
  const titles = headings.map((heading) => heading.letters).join(' ')
  return !suits({ ...kind, unless: [] }, letters) || !suits({ ...kind, needs: [] }, titles)
}

const countOf = (words: readonly string[], letters: string): number =>
  words.filter((each) => holds(letters, lettersOf(each), 0.12)).length

/** Letters of the longest title of each kind. */
function titlesOn({ headings }: PageSigns, kinds: readonly PaperKind[]): Map<PaperKind, number> {
  const found = new Map<PaperKind, number>()
  for (const kind of kinds) {
    const lengths = kind.titles.flatMap((title) => headings.map((heading) => lengthIn(heading, title)))
    const longest = Math.max(0, ...lengths)
    if (longest > 0) found.set(kind, longest)
  }
  return found
}

/** Letters of the title that stand at the beginning of the heading; each misread one costs more than itself. */
function lengthIn({ letters }: Heading, words: string): number {
  const title = lettersOf(words)
  if (!opensAlike(letters, words)) return ofRest(letters, words)
  const misread = misreadAtBeginning(letters, title)
  if (misread !== undefined) return Math.max(0, title.length - misread * misreadCost)
  return Math.max(ofRest(letters, words), ofBeginning(letters, title))
}

/** The first word of a long title may be lost. */
function ofRest(letters: string, words: string): number {
  const rest = lettersOf(words.slice(words.indexOf(' ') + 1))
  const misread = rest.length < leastRest ? undefined : misreadAtBeginning(letters, rest)
  return misread === undefined || misread > mostInRest
    ? 0
    : Math.max(0, rest.length * partWorth - misread * misreadCost)
}

/** The end of a long title may be lost; its beginning still names the paper. */
function ofBeginning(letters: string, title: string): number {
  const there = Math.min(title.length, letters.length)
  if (there === title.length || there < Math.max(leastBeginning, title.length * 0.65)) return 0
  const misread = misreadAtBeginning(letters, title.slice(0, there))
  return misread === undefined ? 0 : Math.max(0, there * partWorth - misread * misreadCost)
}

/** Without its first word "SỔ BẢO HIỂM XÃ HỘI" is an office: of that word most must be there. */
function opensAlike(letters: string, words: string): boolean {
  const first = lettersOf(words.split(' ')[0] ?? '')
  return occurrences(first, letters.slice(0, first.length + 2), Math.floor(first.length / 3)).length > 0
}

/** Of the papers that bear one title, what they are about: the words that come first and say most. */
function subjectsOn(
  signs: PageSigns,
  kinds: readonly PaperKind[],
  titled: ReadonlyMap<PaperKind, number>,
  { revokes, otherActs }: PaperCut,
): Map<PaperKind, number> {
  const worth = new Map<PaperKind, number>()
  const asked = kinds.filter((kind) => kind.says.length > 0 && titled.has(kind))
  if (asked.length === 0) return worth
  for (const subject of subjectsIn(signs)) {
    if ([...revokes, ...otherActs].some((act) => opensWith(subject, lettersOf(act))))
      return new Map<PaperKind, number>()
    for (const kind of asked) {
      const said = suits(kind, subject)
        ? Math.max(0, ...kind.says.map((words) => worthOf(lettersOf(words), subject)))
        : 0
      worth.set(kind, Math.max(worth.get(kind) ?? 0, said))
    }
    if ([...worth.values()].some((value) => value > 0)) break
  }
  const best = Math.max(...worth.values())
  return best <= 0 ? new Map<PaperKind, number>() : new Map([...worth].map(([kind, value]) => [kind, value / best]))
}

/** The act may stand behind "cho", "Nay" or a dash, not behind another act. */
const opensWith = (subject: string, act: string): boolean =>
  occurrences(act, subject.slice(0, act.length + actReach), Math.floor(act.length / actMisread)).some(
    ({ start }) => start <= actReach,
  )

/** The words that a kind must have beside its title are there, and none that make it another paper. */
function suits({ needs, unless }: PaperKind, letters: string): boolean {
  const has = (words: string): boolean => holds(letters, lettersOf(words), tolerance)
  return (needs.length === 0 || needs.some(has)) && !unless.some(has)
}

/**
 * The subject line first; where its opening is lost, what stands under the title, then the first article, say the same.
 * "Về việc" among the grounds names another paper.
 */
function subjectsIn({ letters, tokens, headings }: PageSigns): string[] {
  const from = (index: number): number => tokens.slice(0, index).reduce((sum, token) => sum + token.letters.length, 0)
  const short = tokens.findIndex((token) => /^V\/v\b/iu.test(token.text))
  const title = headings.find((heading) => beginsWith(heading.letters, lettersOf('QUYẾT ĐỊNH')))
  const under = title === undefined ? undefined : from(title.end)
  const grounds = occurrences(ground, letters, 0).find(({ start }) => start >= (under ?? 0))?.start ?? letters.length
  const [about] = occurrences(subjectOpening, letters, 1).filter(({ start }) => start < grounds)
  const [article] = occurrences(firstArticle, letters, 1)
  const starts = [
    ...(short < 0 ? [] : [from(short + 1)]),
    ...(about === undefined ? [] : [about.end]),
    ...(under === undefined ? [] : [under]),
    ...(article === undefined ? [] : [article.end]),
  ]
  return starts.map((start) => letters.slice(start, start + subjectLetters))
}

function worthOf(words: string, subject: string): number {
  const most = Math.min(mostMisread, Math.floor(words.length * tolerance))
  // "… quyết định nâng bậc lương": the words name another decision.
  const found = occurrences(words, subject, most).filter(
    ({ start }) => start <= subjectReach && !holds(subject.slice(0, start), 'quyetdinh', 0.2),
  )
  return Math.max(0, ...found.map(({ start, distance }) => words.length - distance * 2 - start * distanceCost))
}

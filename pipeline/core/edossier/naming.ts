// Names of folders and files of an archive, by its plan. A name never holds what is not surely known: then it is said what
// is missing, and the dossier waits.
import type { NamingPlan, OutRecord, PaperType, Placeholder } from '../../../schemas/index.ts'
import { packageNames } from '../package-names.ts'
import { fold } from '../text.ts'
import type { Paper } from './papers.ts'
import { sureText } from './sure-text.ts'

export interface NamedPaper extends Paper {
  readonly type: PaperType
  readonly path: string
  readonly number: number
  readonly title: string
  /** Of the paper, ISO, as precise as it tells. */
  readonly date?: string
}

export interface NamedDossier {
  readonly folder: string
  readonly papers: readonly NamedPaper[]
  /** Papers that do not belong to this archive. */
  readonly foreign: readonly Paper[]
  /** Not surely known; nothing is written then. */
  readonly missing: readonly Placeholder[]
}

type Facts = Partial<Record<string, string>>
/** Longest part of a name made of words; paths on Windows end at 260. */
const longestWords = 80

export function nameDossier(
  plan: NamingPlan,
  record: OutRecord,
  papers: readonly Paper[],
  titleOf: (form: string) => string | undefined,
): NamedDossier {
  const about = factsOf(plan, record)
  const missing = plan.needs.filter((need) => about[need] === undefined)
  const typed = papers.map((paper) => ({ paper, type: typeOf(plan, paper.form), date: dateOf(record, paper) }))
  const own = typed.filter((each): each is typeof each & { type: PaperType } => each.type !== undefined)
  const counts = countsOf(own.map(({ type, paper }) => keyOf(plan, type, paper)))
  const nths = nthsOf(own.map(({ type, paper, date }) => ({ key: keyOf(plan, type, paper), date })))
  const named = own.map(({ paper, type, date }, index): NamedPaper => {
    const number = index + 1
    const facts = {
      ...about,
      number: String(number).padStart(plan.numberDigits, '0'),
      type: type.code,
      typeName: plainWords(type.vi),
      form: paper.form ?? type.code,
      nth: (counts.get(keyOf(plan, type, paper)) ?? 0) > 1 ? String(nths[index]) : undefined,
      date: date ?? '',
    }
    const title = (paper.form === undefined ? undefined : titleOf(paper.form)) ?? type.vi
    return { ...paper, type, number, title, path: filled(plan.file, facts), ...(date === undefined ? {} : { date }) }
  })
  const foreign = typed.filter(({ type }) => type === undefined).map(({ paper }) => paper)
  return { folder: filled(plan.folder, about), papers: named, foreign, missing }
}

function factsOf({ constants, organisations }: NamingPlan, record: OutRecord): Facts {
  const { dossier, agency, values } = record
  const name = sureText(values.fullName)
  return {
    ...constants,
    agency: packageNames([agency]).get(agency),
    dossier: packageNames([dossier]).get(dossier),
    organisation: organisations[agency],
    citizenId: sureText(values.citizenId)?.replace(/^(?!\d{12}$).*$/u, '') || undefined,
    name: name === undefined ? undefined : joined(name),
  }
}

const plainWords = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
    .trim()
const joined = (text: string): string =>
  plainWords(text).replace(/(?:^| )(?<first>\w)/gu, (_, first: string) => first.toUpperCase())

function typeOf({ types, otherType }: NamingPlan, form: string | undefined): PaperType | undefined {
  const isOf = (pattern: string) =>
    pattern.endsWith('*') ? form?.startsWith(pattern.slice(0, -1)) === true : pattern === form
  return types.find(({ forms }) => forms?.some(isOf)) ?? types.find(({ code }) => code === otherType)
}

/** Papers of one key are told apart by their turn. */
const keyOf = ({ file }: NamingPlan, type: PaperType, paper: Paper): string =>
  file.includes('{form}') ? (paper.form ?? type.code) : type.code

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Old before new; papers without a date keep their place behind them. */
function nthsOf(papers: readonly { key: string; date: string | undefined }[]): number[] {
  const order = papers.map((paper, index) => ({ ...paper, index }))
  order.sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999', 'en') || a.index - b.index)
  const seen = new Map<string, number>()
  const nths = new Array<number>(papers.length).fill(1)
  for (const { key, index } of order) {
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    nths[index] = nth
  }
  return nths
}

const dateOf = (record: OutRecord, { documentId }: Paper): string | undefined =>
  record.documents.find(({ document }) => document === documentId)?.date

const filled = (template: string, facts: Facts): string =>
  template.replace(/\{(?<dot>\.?)(?<name>\w+)\}/gu, (_, dot: string, name: string) => {
    const fact = facts[name]
    return fact === undefined || fact === '' ? '' : dot + fact
  })

// Brings a value to the form that is compared, by the steps of a model's column. Which steps is the model's affair.
import type { ColumnStep, LinkColumn } from '../../../schemas/linkage-model.ts'
import { fold, nfc, unifyTones } from '../text.ts'

/** The members of a column's value: one for a plain column, several for a list, none when it is not told. */
type Value = readonly string[]

/** Values of several columns of one source. */
export type Standardise = (raw: string) => readonly Value[]

/** One step of the plan; columns that begin alike share the steps they begin with. */
interface Planned {
  readonly key: string
  readonly from: number
  readonly apply: Step
}

/** Compiles the columns that are made from one source, once; the result is called for every distinct value of a file. */
export function standardiserOf(columns: readonly LinkColumn[]): Standardise {
  const plan: Planned[] = []
  const planned = (key: string, from: number, apply: () => Step) => {
    const at = plan.findIndex((one) => one.key === key && one.from === from)
    return at >= 0 ? at : plan.push({ key, from, apply: apply() }) - 1
  }
  const ends = columns.map(({ as, empty }) =>
    as.reduce<number>(
      (from, step) => planned(JSON.stringify(step), from, () => stepOf(step)),
      planned(JSON.stringify(empty), RAW, () => told(empty)),
    ),
  )
  return (raw) => {
    const text = [nfc(raw).trim()]
    const values: Value[] = []
    for (const { from, apply } of plan) values.push(stepped(from === RAW ? text : (values[from] ?? []), apply))
    return ends.map((end) => values[end] ?? [])
  }
}

const RAW = -1

function stepped(values: Value, apply: Step): Value {
  const made: string[] = []
  for (const value of values) {
    const result = apply(value)
    if (typeof result !== 'string') made.push(...result.filter(Boolean))
    else if (result !== '') made.push(result)
  }
  return made
}

function told(empty: readonly string[]): Step {
  if (empty.length === 0) return (text) => text
  const untold = new Set(empty.map(fold))
  return (text) => (untold.has(fold(text)) ? '' : text)
}

/** Whether the column holds lists. */
export function isList({ as }: LinkColumn): boolean {
  return as.some((step) => (typeof step === 'string' ? listSteps.has(step) : 'split' in step))
}

const listSteps: ReadonlySet<string> = new Set(['words', 'deletions', 'masks'])

type Step = (text: string) => string | string[]

function stepOf(step: ColumnStep): Step {
  if (typeof step === 'string') return plainSteps[step]
  if ('date' in step) return dateReader(step.date)
  if ('part' in step) {
    const [from, length] = step.part
    return (text) => text.slice(from, from + length)
  }
  if ('matching' in step) return matcher(step.matching, true)
  if ('notMatching' in step) return matcher(step.notMatching, false)
  if ('replace' in step) {
    const pattern = new RegExp(step.replace[0], 'gu')
    return (text) => text.replace(pattern, step.replace[1]).trim()
  }
  if ('without' in step) return (text) => keptWords(text, (word) => !step.without.includes(word))
  return (text) => text.split(step.split).map((part) => part.trim())
}

function matcher(source: string, isWanted: boolean): Step {
  const pattern = new RegExp(source, 'u')
  return (text) => (pattern.test(text) === isWanted ? text : '')
}

const wordsOf = (text: string) => text.split(/\s+/u)
const keptWords = (text: string, keep: (word: string) => boolean) => wordsOf(text).filter(keep).join(' ')
const plainSteps: Readonly<Record<Extract<ColumnStep, string>, Step>> = {
  lower: (text) => text.toLowerCase().replace(/\s+/gu, ' '),
  fold,
  unifyTones: (text) => unifyTones(text).toLowerCase().replace(/\s+/gu, ' '),
  digits: (text) => text.replace(/\D+/gu, ''),
  letters: (text) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim(),
  noSpaces: (text) => text.replace(/\s+/gu, ''),
  sortWords: (text) => wordsOf(text).sort().join(' '),
  firstWord: (text) => wordsOf(text)[0] ?? '',
  middleWords: (text) => wordsOf(text).slice(1, -1).join(' '),
  lastWord: (text) => wordsOf(text).at(-1) ?? '',
  words: (text) => [...new Set(wordsOf(text))],
  deletions: (text) => [...new Set([text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))])],
  masks: (text) => Array.from(text, (_, at) => `${text.slice(0, at)}*${text.slice(at + 1)}`),
  year: (text) => text.slice(0, 4),
  monthDay: (text) => (text.length === 10 ? text.slice(5) : ''),
  swapDayMonth: (text) => (text.length === 10 ? `${text.slice(0, 5)}${text.slice(8)}-${text.slice(5, 7)}` : ''),
  days: (text) => (text.length === 10 ? String(Math.round(Date.parse(text) / 86_400_000)) : '').replace('NaN', ''),
  length: (text) => String(text.length),
  soundex,
}

/** "DD/MM/YYYY" reads "17/3/1984": the signs between may be any, one digit may stand for two, the parts must be possible. */
function dateReader(format: string): Step {
  const order = [...format.matchAll(/Y+|M+|D+/gu)].map(([run]) => run)
  const isPacked = /^[YMD]+$/u.test(format)
  const part = (run: string) => (isPacked ? `(\\d{${run.length}})` : run.length > 2 ? '(\\d{4})' : '(\\d{1,2})')
  const pattern = new RegExp(`^\\D*${order.map(part).join(isPacked ? '' : '\\D+')}(?:\\D.*)?$`, 'u')
  const at = (letter: string) => order.findIndex((run) => run.startsWith(letter)) + 1
  const [year, month, day] = [at('Y'), at('M'), at('D')]
  return (text) => {
    const found = pattern.exec(text)
    if (!found) return ''
    const two = (index: number) => (index === 0 ? [] : [(found[index] ?? '').padStart(2, '0')])
    const date = [found[year] ?? '', ...two(month), ...two(day)]
    return Number(date[1] ?? 1) > 12 || Number(date[2] ?? 1) > 31 ? '' : date.join('-')
  }
}

const soundGroups: readonly (readonly [RegExp, string])[] = [
  [/[bfpv]+/gu, '1'],
  [/[cgjkqsxz]+/gu, '2'],
  [/[dt]+/gu, '3'],
  [/l+/gu, '4'],
  [/[mn]+/gu, '5'],
  [/r+/gu, '6'],
]

/** American Soundex: letters of one sound as one digit, vowels left out, four signs. */
function soundex(text: string): string {
  const word = (wordsOf(fold(text))[0] ?? '').replace(/[^a-z]/gu, '')
  if (word === '') return ''
  const coded = soundGroups.reduce(
    (so, [letters, digit]) => so.replace(letters, digit),
    word.replace(/(?!^)[hw]/gu, ''),
  )
  return `${word[0] ?? ''}${coded.slice(1).replace(/[a-z]/gu, '')}000`.slice(0, 4)
}

// One value cut to what a receiver's element allows. Nothing is rounded, filled up or shortened: what does not fit stays
// away, with the reason.
import type {
  DateFormat,
  Leaf,
  LeftOut,
  OutValue,
  PlacePart,
  Profile,
  ProfileElement,
  ProfileList,
} from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'

export type Lists = Knowledge['lists']
type Misfit = Exclude<LeftOut['why'], 'absent'>

/** Absent: the paper does not tell it. */
export type Fitted =
  | { readonly is: 'there'; readonly value: Leaf }
  | { readonly is: 'absent' }
  | { readonly is: 'unfit'; readonly why: Misfit }

export interface Manner {
  readonly date: DateFormat
  readonly trust: Profile['trust']
  readonly codeLists: Profile['codeLists']
  readonly lists: Lists
}

const absent: Fitted = { is: 'absent' }
const unfit = (why: Misfit): Fitted => ({ is: 'unfit', why })

export function fitRead(told: OutValue | undefined, element: ProfileElement, manner: Manner, part?: PlacePart): Fitted {
  if (told === undefined || told.status === 'missing' || told.status === 'blank') return absent
  if (told.status === 'unparsed' || told.value === undefined) return unfit('not_understood')
  const value = typeof told.value === 'object' ? told.value[part ?? 'text'] : told.value
  if (value === undefined || value === '') return absent
  if (manner.trust === 'good' && told.grade !== 'good' && told.source?.kind !== 'steward') return unfit('not_trusted')
  return fitValue(value, element, manner)
}

/** Also for constants and what the package knows of the record. */
export function fitValue(value: Leaf, element: ProfileElement, manner: Manner): Fitted {
  switch (element.type) {
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? there(value) : unfit('no_number')
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) ? there(value) : unfit('no_number')
    case 'date':
      return fitDate(String(value), element, manner.date)
    case 'code': {
      const own = manner.codeLists[element.list ?? '']
      const found = own === undefined ? undefined : codeIn(own, String(value), manner.lists)
      return found === undefined ? unfit('not_in_list') : there(found)
    }
    default:
      return fitText(String(value), element)
  }
}

const there = (value: Leaf): Fitted => ({ is: 'there', value })

/** What XML 1.0 cannot hold leaves in no format, so that all formats tell the same. */
const unwritable = /[\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u

function fitText(given: string, { type, maxLength, pattern }: ProfileElement): Fitted {
  const text = given.normalize('NFC')
  if (unwritable.test(text)) return unfit('bad_character')
  if (maxLength !== undefined && Array.from(text).length > maxLength) return unfit('too_long')
  if (type === 'digits' && !/^[0-9]+$/u.test(text)) return unfit('other_form')
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) return unfit('other_form')
  return text === '' ? absent : there(text)
}

const levels = { year: 1, month: 2, day: 3 } as const

function fitDate(text: string, { precision = 'year', untilNow }: ProfileElement, format: DateFormat): Fitted {
  if (text === 'nay') return untilNow === undefined ? absent : there(untilNow)
  if (!/^\d{4}(?:-\d\d){0,2}$/u.test(text)) return unfit('other_form')
  const parts = text.split('-')
  if (parts.length < levels[precision]) return unfit('too_coarse')
  return there(writtenDate(parts, format))
}

function writtenDate(parts: readonly string[], format: DateFormat): string {
  if (format === 'dd/MM/yyyy') return parts.toReversed().join('/')
  return parts.join(format === 'yyyyMMdd' ? '' : '-')
}

/** By the word, which is what the paper and the rules speak of; the list knows its code. */
function codeIn(list: ProfileList, word: string, lists: Lists): string | undefined {
  if ('codes' in list) return list.codes[word]
  const entry = lists[list.from].exact(word)
  return list.use === 'code' ? entry?.code : entry?.name
}

/** All the receiver takes, in the order of the list. */
export function allowedIn(list: ProfileList, lists: Lists): string[] {
  if ('codes' in list) return [...new Set(Object.values(list.codes))]
  return lists[list.from].entries.map((entry) => (list.use === 'code' ? entry.code : entry.name))
}

// Every list in one shape to be shown: code, name, times, other names, and in one line what else the list says of an entry.
import type { BasePayList, CodeEntry, CodeList, EarlierPayList, PayList, RankList } from '../../../schemas/index.ts'
import type { Book, BookEntry } from '../knowledge.ts'

export interface Shipped {
  readonly codeLists: readonly CodeList[]
  readonly ranks: RankList
  readonly pay: PayList
  readonly earlierPay: EarlierPayList
  readonly basePay: BasePayList
}

export function booksOf({ codeLists, ranks, pay, earlierPay, basePay }: Shipped): Book[] {
  return [
    ...codeLists.map((list) => bookOf(list, list.entries.map(plainEntry))),
    bookOf(ranks, ranks.entries.map(rankEntry)),
    bookOf(pay, pay.groups.map(scaleEntry)),
    bookOf(earlierPay, earlierPay.groups.map(scaleEntry)),
    bookOf(
      basePay,
      basePay.amounts.map(({ from, amount, basis }) => ({
        code: from,
        name: `${amount.toLocaleString('vi')} đồng`,
        aliases: [],
        validFrom: from,
        note: basis,
      })),
    ),
  ]
}

type Head = Pick<CodeList, 'list' | 'vi' | 'origin' | 'isVerified'>

/** Origin stands at each entry too: entries are copied without their list. */
function bookOf(
  { list, vi, origin, isVerified }: Head,
  entries: readonly Omit<BookEntry, 'origin' | 'isVerified'>[],
): Book {
  return { list, vi, origin, isVerified, entries: entries.map((entry) => ({ ...entry, origin, isVerified })) }
}

function plainEntry({ formerNames = [], otherCodes = {}, appliesTo = [], ...entry }: CodeEntry) {
  const groups = appliesTo.map(({ group, validFrom, validTo }) => [group, ...times(validFrom, validTo)].join(' '))
  const codes = Object.entries(otherCodes).map(([system, code]) => `${system}: ${code}`)
  const note = [...codes, ...groups].join('; ')
  const aliases = [
    ...entry.aliases,
    ...formerNames.map(({ name, ...at }) => [name, ...times(at.validFrom, at.validTo)].join(' ')),
  ]
  return { ...entry, aliases, ...(note === '' ? {} : { note }) }
}

function rankEntry({ group, groups = [], periods = [], note, ...rank }: RankList['entries'][number]) {
  const told = periods.map((period) =>
    [period.name, period.group, ...times(period.validFrom, period.validTo)].join(' '),
  )
  const all = [...(group === undefined ? groups : [group]), ...told, ...(note === undefined ? [] : [note])]
  return { ...rank, aliases: [], ...(all.length > 0 ? { note: all.join('; ') } : {}) }
}

function scaleEntry({ group, name, coefficients }: { group: string; name: string; coefficients: readonly number[] }) {
  return { code: group, name, aliases: [], note: coefficients.map((each) => each.toFixed(2)).join(' ') }
}

const times = (from?: string, to?: string): string[] =>
  from === undefined && to === undefined ? [] : [`(${from ?? '…'} – ${to ?? '…'})`]

// What must hold inside a code list: codes once, names that tell one entry, times that follow each other without gap or overlap.
import type { BasePayList, CodeEntry, CodeList, EarlierPayList, Rank } from '../../../schemas/index.ts'
import { namesOfEntry } from './list-index.ts'
import { nameKey } from './name-key.ts'

export function flawsOfList({ entries, ambiguous = [], otherSystems = {} }: CodeList): string[] {
  return [
    ...twice(entries.map(({ code }) => code)).map((code) => `mã ${code} có hai lần`),
    ...twice(entries.map(({ name }) => nameKey(name))).map((name) => `tên "${name}" có hai lần`),
    ...flawsOfNaming(entries, ambiguous),
    ...entries.flatMap((entry) => flawsOfTimes(entry).map((flaw) => `mã ${entry.code} ${flaw}`)),
    ...flawsOfSeries(entries),
    ...Object.keys(otherSystems).flatMap((system) => flawsOfSystem(entries, system)),
  ]
}

/** A name of two entries must be known as such, or it would be taken for whichever stands first. */
function flawsOfNaming(entries: readonly CodeEntry[], ambiguous: readonly string[]): string[] {
  const owners = new Map<string, Set<string>>()
  for (const entry of entries) {
    for (const name of namesOfEntry(entry))
      owners.set(nameKey(name), (owners.get(nameKey(name)) ?? new Set<string>()).add(entry.code))
  }
  const known = new Set(ambiguous.map(nameKey))
  return [
    ...entries
      .filter((entry) => namesOfEntry(entry).some((name) => name.trim() === ''))
      .map(({ code }) => `mã ${code} có tên trống`),
    ...entries
      .filter((entry) => twice(namesOfEntry(entry).map(nameKey)).length > 0)
      .map(({ code }) => `mã ${code} có một tên ghi hai lần`),
    ...[...owners]
      .filter(([name, codes]) => codes.size > 1 && !known.has(name))
      .map(([name, codes]) => `tên "${name}" chỉ nhiều mục (${[...codes].join(', ')}) mà không khai trong ambiguous`),
    ...[...known]
      .filter((name) => (owners.get(name)?.size ?? 0) < 2)
      .map((name) => `tên "${name}" khai trong ambiguous nhưng chỉ có một mục`),
  ]
}

interface Times {
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
}

const isTurned = ({ validFrom, validTo }: Times): boolean =>
  validFrom !== undefined && validTo !== undefined && validTo < validFrom

function flawsOfTimes(entry: CodeEntry): string[] {
  const all: readonly Times[] = [entry, ...(entry.formerNames ?? []), ...(entry.appliesTo ?? [])]
  return all.some(isTurned) ? ['có ngày hết trước ngày bắt đầu'] : []
}

/** For each group by itself: a form of discipline may end for one and go on for another. */
function flawsOfSeries(entries: readonly CodeEntry[]): string[] {
  const followers = new Map<string, (Times & { code: string })[]>()
  for (const { series, code, appliesTo, validFrom, validTo } of entries) {
    if (series === undefined) continue
    for (const times of appliesTo ?? [{ group: '', validFrom, validTo }]) {
      const key = `${series} ${times.group}`
      followers.set(key, [...(followers.get(key) ?? []), { ...times, code }])
    }
  }
  return [...followers.values()].flatMap(flawsOfSuccession)
}

/** The times of one thing, one after the other: each begins the day after the one before ended. */
function flawsOfSuccession(all: readonly (Times & { code: string })[]): string[] {
  const sorted = [...all].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
  return sorted.slice(1).flatMap(({ validFrom, code }, at) => {
    const before = sorted[at]?.validTo
    if (before !== undefined && validFrom !== undefined && dayAfter(before) === validFrom) return []
    const isOverlap = before === undefined || validFrom === undefined || validFrom <= before
    return [`mã ${code} ${isOverlap ? 'chồng lên' : 'để trống'} thời gian so với mục trước của cùng loạt`]
  })
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** A second code system is of use only if it is complete and its codes tell one entry. */
function flawsOfSystem(entries: readonly CodeEntry[], system: string): string[] {
  const codes = entries.flatMap(({ otherCodes }) => otherCodes?.[system] ?? [])
  return [
    ...entries
      .filter(({ otherCodes }) => otherCodes?.[system] === undefined)
      .map(({ code }) => `mã ${code} thiếu mã ${system}`),
    ...twice(codes).map((code) => `mã ${system} ${code} có hai lần`),
  ]
}

/** Its group told for all time without gap or overlap, the same as those listed for it. */
export function flawsOfRankTimes({ code, group, groups, periods, ...times }: Rank): string[] {
  if (isTurned(times)) return [`mã ${code} có ngày hết trước ngày bắt đầu`]
  if (periods === undefined) return []
  const told = [...new Set(periods.map((period) => period.group))]
  const listed = groups ?? (group === undefined ? [] : [group])
  return [
    ...flawsOfSuccession(periods.map((period) => ({ ...period, code }))),
    ...(told.join() === listed.join() ? [] : [`mã ${code} có nhóm lương khác với các thời kỳ của nó`]),
  ]
}

/** Scales of NĐ 25/CP rise, but not evenly. */
export function flawsOfEarlierPay({ groups, validFrom, validTo }: EarlierPayList): string[] {
  const isRising = (all: readonly number[]) => all.every((each, at) => at === 0 || each > (all[at - 1] ?? 0))
  return [
    ...(validTo < validFrom ? ['ngày hết trước ngày bắt đầu'] : []),
    ...twice(groups.map(({ group }) => group)).map((group) => `nhóm ${group} có hai lần`),
    ...groups.filter(({ coefficients }) => !isRising(coefficients)).map(({ group }) => `nhóm ${group} không tăng dần`),
  ]
}

/** Base pay has never fallen. */
export function flawsOfBasePay({ amounts }: BasePayList): string[] {
  return amounts.slice(1).flatMap(({ from, amount }, at) => {
    const before = amounts[at]
    return before && (from <= before.from || amount <= before.amount) ? [`mức từ ${from} không cao hơn mức trước`] : []
  })
}

/** Values that stand there a second time. */
export function twice(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

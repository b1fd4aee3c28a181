// A code list, ready to be asked by name: exactly, without tones, or by likeness.
import type { CodeEntry } from '../../../schemas/index.ts'
import type { ListIndex } from '../knowledge.ts'
import { closestOf } from './closest.ts'
import type { Confusion } from './confusion.ts'
import { byKey, foldedKey, nameKey } from './name-key.ts'

/** All that an entry is or was called. */
export function namesOfEntry({ name, aliases, formerNames = [] }: CodeEntry): string[] {
  return [name, ...aliases, ...formerNames.map((former) => former.name)]
}

/** `spellings` gives more ways to write a name than the list tells (ĐH for Đại học). */
export function listIndex(
  entries: readonly CodeEntry[],
  confusion: Confusion,
  spellings: (name: string) => readonly string[] = (name) => [name],
): ListIndex {
  const all = (entry: CodeEntry) => namesOfEntry(entry).flatMap(spellings)
  const own = byKey(entries, (entry) => [entry.name], nameKey)
  const named = byKey(entries, all, nameKey)
  const folded = byKey(entries, all, foldedKey)
  return {
    entries,
    exact(text) {
      const [byName] = own.get(nameKey(text)) ?? []
      const [byAlias, ...more] = named.get(nameKey(text)) ?? []
      return byName ?? (more.length === 0 ? byAlias : undefined)
    },
    named: (text) => named.get(nameKey(text)) ?? [],
    folded: (text) => folded.get(foldedKey(text)) ?? [],
    near: closestOf(entries, all, confusion).near,
  }
}

/** Schools are mostly written by their initials, and without "Trường". */
export function schoolSpellings(name: string): string[] {
  const short = name
    .replace(/Đại học/gu, 'ĐH')
    .replace(/Cao đẳng/gu, 'CĐ')
    .replace(/Trung cấp/gu, 'TC')
    .replace(/Học viện/gu, 'HV')
  const bare = [name, short].map((one) => one.replace(/^Trường /u, ''))
  return [...new Set([name, short, ...bare, short.replaceAll('Sư phạm', 'SP').replace(/^Trường /u, '')])]
}

// A code list, ready to be asked by name.
import type { CodeEntry } from '../../../schemas/index.ts'
import type { ListIndex } from '../knowledge.ts'
import { byKey, foldedKey, nameKey } from './name-key.ts'

export function listIndex(entries: readonly CodeEntry[]): ListIndex {
  const all = (entry: CodeEntry) => [entry.name, ...entry.aliases]
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
  }
}

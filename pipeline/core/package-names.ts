// File names for dossier ids. An id comes from a delivered folder and may hold what another system cannot store.
import { idOf } from './id.ts'

/** Bytes; the usual limit is 255, and the receiver may add to the name. */
const longestName = 180
/** Control and invisible characters, and what Windows forbids; a backslash would also change the form of sha256sum lines. */
const unfit = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * The id itself where it may be a name on any system, else a readable remainder with a hash of the id. No two names are
 * equal, not even where capitals do not count (Windows, macOS). In the order of ids.
 */
export function packageNames(ids: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const id of [...new Set(ids)].sort()) {
    const wanted = isFit(id) ? id : hashed(id)
    const name = taken.has(wanted.toLowerCase()) ? hashed(id) : wanted
    taken.add(name.toLowerCase())
    names.set(id, name)
  }
  return names
}

const isFit = (id: string): boolean =>
  id.search(unfit) === -1 &&
  !/^[.\s]|[.\s]$/.test(id) &&
  id !== '' &&
  id === id.normalize('NFC') &&
  !reserved.test(id) &&
  new TextEncoder().encode(id).length <= longestName

function hashed(id: string): string {
  const readable = Array.from(id.normalize('NFC').replace(unfit, '_'))
    .slice(0, 40)
    .join('')
    .replace(/^[.\s]+/, '')
  return `${readable}-${idOf(id)}`
}

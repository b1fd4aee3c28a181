// Which parts of a row are secret, and whose. The store marks them on the way in; where rows enter the database the marks are
// turned into sealed words, and back where rows leave it. What is not named here stays in clear, so that it can be asked for.
import { z } from 'zod'
import { sha256 } from './id.ts'

/** Whose key seals it: a dossier, the dossier of a page or document, or all dossiers of a person (or the dossier itself). */
export type Owner =
  `dossier ${string}` | `page ${string}` | `document ${string}` | `subject ${string}` | `sample ${string}`

/** The end of the name of the dossier's folder as well, so that files and rows have one key. */
export const keyIdOf = (dossier: string): string => sha256(dossier.normalize('NFC')).slice(0, 12)

export interface Secrets {
  /** Everything below is sealed, value by value: what is there, and of which kind, stays visible. */
  readonly each?: readonly string[]
  /** Sealed as one. */
  readonly whole?: readonly string[]
}

const Marked = z.object({ owners: z.array(z.string()), leaf: z.unknown() })
export type Marked = z.infer<typeof Marked>
const sign = '§!'

export const hasMarks = (text: string): boolean => text.includes(sign)

/** What is marked, or undefined where the text is none of ours. */
export function markIn(text: string): Marked | undefined {
  if (!text.startsWith(sign)) return undefined
  try {
    return Marked.parse(JSON.parse(text.slice(sign.length)))
  } catch {
    return undefined
  }
}

export function markSecrets(value: unknown, owners: readonly Owner[], secrets: Secrets): unknown {
  const mark = (leaf: unknown) => `${sign}${JSON.stringify({ owners, leaf })}`
  const walk = (node: unknown, isSecret: boolean): unknown => {
    if (Array.isArray(node)) return node.map((each: unknown) => walk(each, isSecret))
    if (typeof node !== 'object' || node === null) return isSecret && node !== null && !isOwnCode(node) ? mark(node) : node
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]: [string, unknown]) => [
        key,
        secrets.whole?.includes(key) ? mark(inner) : walk(inner, isSecret || secrets.each?.includes(key) === true),
      ]),
    )
  }
  return walk(value, false)
}

/** Codes of our own sheets tell nothing of a person, and are asked for. */
const isOwnCode = (leaf: unknown) => typeof leaf === 'string' && leaf.startsWith('HOSO-')

/** Replaces the strings of a JSON value. */
export function mapStrings(node: unknown, change: (text: string) => unknown): unknown {
  if (typeof node === 'string') return change(node)
  if (Array.isArray(node)) return node.map((each: unknown) => mapStrings(each, change))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, mapStrings(inner, change)]))
}

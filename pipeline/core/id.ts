// Identity comes from content or position, never from a counter or a clock.
import { createHash } from 'node:crypto'

/** JSON with sorted keys and without undefined members: equal data, equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareIds(a, b)))
      : inner,
  )
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Twenty hex digits are enough for every id of a nation's files (2^80). */
export function idOf(...parts: readonly unknown[]): string {
  return sha256(canonicalJson(parts)).slice(0, 20)
}

/** By code units: the same on every machine, unlike the order of a locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

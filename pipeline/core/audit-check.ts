// Whether an audit log is whole: every entry says what it said, follows the one before, and none is gone from its end.
import type { AuditEntry } from '../../schemas/index.ts'

export type AuditProblem =
  | { readonly kind: 'changed'; readonly sequence: number }
  | { readonly kind: 'missing'; readonly sequence: number }
  | { readonly kind: 'cut_off'; readonly sequence: number }
  | { readonly kind: 'decision_changed'; readonly sequence: number }

export interface Expectation {
  readonly sequence: number
  readonly hash: string
}

/** `read` gives undefined for what no longer has the shape of an entry; `hashOf` covers everything but the hash. */
export async function* auditProblems<Row extends { readonly sequence: number }>(
  rows: AsyncIterable<Row>,
  tools: {
    readonly start: string
    readonly read: (row: Row) => AuditEntry | undefined
    readonly hashOf: (entry: Omit<AuditEntry, 'hash'>) => string
    /** Whether what the entry tells of is still there as told. */
    readonly holds: (entry: AuditEntry) => Promise<boolean>
    /** The last entries that were known: printed on minutes, noted in the workspace. */
    readonly known: readonly Expectation[]
  },
): AsyncGenerator<AuditProblem> {
  let previous = tools.start
  let next = 1
  for await (const row of rows) {
    for (; next < row.sequence; next += 1) yield { kind: 'missing', sequence: next }
    const entry = tools.read(row)
    const isWhole = entry !== undefined && entry.sequence === row.sequence && isChained(entry, previous, tools.hashOf)
    const isKnown = tools.known.every(({ sequence, hash }) => sequence !== row.sequence || hash === entry?.hash)
    if (!isWhole || !isKnown) yield { kind: 'changed', sequence: row.sequence }
    else if (!(await tools.holds(entry))) yield { kind: 'decision_changed', sequence: row.sequence }
    previous = entry?.hash ?? previous
    next = row.sequence + 1
  }
  const longest = Math.max(0, ...tools.known.map(({ sequence }) => sequence))
  for (; next <= longest; next += 1) yield { kind: 'cut_off', sequence: next }
}

function isChained(
  { hash, ...said }: AuditEntry,
  previous: string,
  hashOf: (entry: Omit<AuditEntry, 'hash'>) => string,
): boolean {
  return said.previous === previous && hash === hashOf(said)
}

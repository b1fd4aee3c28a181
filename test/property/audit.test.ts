// Whatever is done to an audit log behind its back is found.
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../schemas/index.ts'
import { type AuditProblem, auditProblems, type Expectation } from '../../pipeline/core/audit-check.ts'
import { chainStart, entryHash } from '../../pipeline/store/audit-log.ts'

const key = Buffer.from('khóa ngoài cơ sở dữ liệu')

function logOf(subjects: readonly string[], withKey: Uint8Array = key): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const [index, subject] of subjects.entries()) {
    const previous = entries.at(-1)?.hash ?? chainStart
    const said = {
      sequence: index + 1,
      at: new Date(1e12 + index).toISOString(),
      account: 'lan',
      action: 'read',
      subject,
      facts: { page: index },
      previous,
    }
    entries.push({ ...said, hash: entryHash(said, withKey) })
  }
  return entries
}

async function check(entries: readonly AuditEntry[], known: readonly Expectation[] = []): Promise<AuditProblem[]> {
  async function* rows() {
    yield* entries
  }
  const found: AuditProblem[] = []
  const problems = auditProblems(rows(), {
    start: chainStart,
    read: (row) => row,
    hashOf: (entry) => entryHash(entry, key),
    holds: async () => true,
    known,
  })
  for await (const problem of problems) found.push(problem)
  return found
}

const subjects = fc.array(fc.string(), { minLength: 2, maxLength: 12 })
const headOf = (entries: readonly AuditEntry[]): Expectation[] =>
  entries.slice(-1).map(({ sequence, hash }) => ({ sequence, hash }))

describe('an audit log', () => {
  it('is whole as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, async (given) => {
        expect(await check(logOf(given), headOf(logOf(given)))).toEqual([])
      }),
    )
  })

  it('shows a changed, removed or swapped entry', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, fc.nat(), fc.constantFrom('change', 'remove', 'swap'), async (given, where, how) => {
        const log = logOf(given)
        const at = where % (log.length - 1)
        const [entry, next] = [log[at], log[at + 1]]
        if (entry === undefined || next === undefined) return
        if (how === 'change') log[at] = { ...entry, subject: `${entry.subject}x` }
        if (how === 'remove') log.splice(at, 1)
        if (how === 'swap')
          log.splice(at, 2, { ...next, sequence: entry.sequence }, { ...entry, sequence: next.sequence })
        expect(await check(log)).not.toEqual([])
      }),
    )
  })

  it('shows that its end was cut off, by the last entry that was known', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, async (given) => {
        const log = logOf(given)
        expect(await check(log.slice(0, -1), headOf(log))).toEqual([{ kind: 'cut_off', sequence: log.length }])
      }),
    )
  })

  it('written anew as a whole does not fit: the key is not in the database', async () => {
    const forged = logOf(['A', 'B'], createHmac('sha256', 'x').update('y').digest())
    expect((await check(forged)).map(({ kind }) => kind)).toEqual(['changed', 'changed'])
  })
})

// The checklist of ASVS items names a test for each: it must be there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

it('every item that is said to hold names a test file that exists', () => {
  const [held = '', open = ''] = readFileSync(join(root, 'docs', 'asvs.md'), 'utf8').split('## Open')
  const rows = held.split('\n').filter((line) => /^\| \d/u.test(line))
  expect(rows.length).toBeGreaterThan(15)
  const wrong = rows.filter((row) => {
    const named = /\| (?<file>test\/\S+\.test\.ts) \|$/u.exec(row)?.groups?.file
    return named === undefined || !existsSync(join(root, named))
  })
  expect(wrong).toEqual([])
  expect(open).toContain('| 6.3')
})

// Places written as people and engines write them, each with what it must come back as; the files tell how to read them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'

const folder = join(import.meta.dirname, '..', 'support', 'place-cases')
const { places } = loadKnowledge()

/** `=` sure, `~` one unit but to be looked at, `?` candidates, `-` nothing; then today's codes. */
function told(writing: string, day: string): string {
  const { place, isExact } = places.read(writing, day === '' ? undefined : day)
  if (place.currentCode !== undefined) return `${isExact ? '=' : '~'} ${place.currentCode}`
  const codes = (place.candidates ?? []).map(({ code }) => code)
  return codes.length > 0 ? `? ${codes.sort().join(' ')}` : '-'
}

const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
const casesOf = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

describe.each(files)('%s', (name) => {
  it.each(casesOf(name))('%s %s', (writing = '', day = '', expected = '', codes = '') => {
    const sorted = codes.split(' ').sort().join(' ')
    expect(told(writing, day)).toBe(`${expected} ${sorted}`.trim())
  })
})

it('the cases are at least 150', () => {
  expect(files.flatMap(casesOf).length).toBeGreaterThanOrEqual(150)
})

// The command line as a person meets it: help, wrong use, an empty workspace.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../pipeline/commands/index.ts'
import { ask, hoso } from '../../samples/program.ts'
import { QualityDimension, Severity } from '../../schemas/index.ts'

const OutRule = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]+$/u),
  severity: Severity,
  dimension: QualityDimension,
  basis: z.string().min(3),
  basisVerified: z.boolean(),
  fields: z.array(z.string()),
  message: z.object({ vi: z.string(), en: z.string() }),
})

describe('the command line', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-commands-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const here = () => ['--workspace', join(folder, 'workspace')]

  it.each(commands.map(({ name }) => name))('hoso %s --help shows an example and ends with 0', async (name) => {
    const { code, out } = await hoso([name, '--help'])
    expect(code).toBe(0)
    expect(out).toContain('Ví dụ')
    expect(out).toContain(`hoso ${name}`)
  })

  it('speaks English when asked', async () => {
    expect(await ask(['run', '--help', '--lang', 'en'])).toContain('Examples')
  })

  it.each([
    { words: ['nonsense'], why: 'an unknown command' },
    { words: ['run'], why: 'no folder' },
    { words: ['run', '/no/such/folder'], why: 'a folder that is not there' },
    { words: ['run', '.', '--workers', '0'], why: 'a setting out of range' },
    { words: ['run', '.', '--today', '2026-02-30'], why: 'a day that is none' },
    { words: ['text'], why: 'no dossier' },
    { words: ['text', '--dossier', 'ai'], why: 'a dossier that is not there' },
    { words: ['export'], why: 'no folder for the package' },
  ])('ends with 2 and says what to do: $why', async ({ words }) => {
    const { code, out, err } = await hoso(words[0] === 'nonsense' ? words : [...words, ...here()])
    expect([code, out]).toEqual([2, ''])
    expect(err.length).toBeGreaterThan(20)
  })

  it('never writes a package over files that are not ours', async () => {
    await writeFile(join(folder, 'mine.txt'), 'x')
    const { code, err } = await hoso(['export', '--out', folder, ...here()])
    expect(code).toBe(2)
    expect(err).toMatch(/không trống/u)
  })

  it('prints the rule book by the contract', async () => {
    const book = z.array(OutRule).parse(JSON.parse(await ask(['rules', '--json'])))
    expect(book.length).toBeGreaterThanOrEqual(25)
    expect(book.filter(({ severity, basisVerified }) => severity === 'error' && !basisVerified)).toEqual([])
  })

  it('answers of an empty workspace with empty arrays and zeros', async () => {
    for (const name of ['records', 'persons', 'pairs'])
      expect(JSON.parse(await ask([name, '--json', ...here()]))).toEqual([])
    expect(JSON.parse(await ask(['status', '--json', ...here()]))).toMatchObject({
      dossiers: 0,
      held: 0,
      pages: { total: 0 },
    })
  })
})

// What the program writes beside its results tells nothing of a person, and it asks nothing of a network: one dossier of somebody
// whose words stand nowhere else is read with the network refused.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Config } from '../../pipeline/core/config.ts'
import { openServer } from '../../pipeline/runner/workspace.ts'
import { type Ended, hoso } from '../../samples/program.ts'
import { canary, canaryScan, filesThatTell, findIn } from '../support/canary-dossier.ts'
import { tablesThatTell } from '../support/tables-that-tell.ts'

const preload = pathToFileURL(join(import.meta.dirname, '..', 'support', 'network-denied.mjs')).href
let folder = ''
const at = (...names: string[]) => join(folder, ...names)
const ended: Ended[] = []
const attempts = () => readFile(at('attempts'), 'utf8')

async function told(words: readonly string[]): Promise<Ended> {
  const environment = {
    TMPDIR: at('temp'),
    TEMP: at('temp'),
    TMP: at('temp'),
    HOSO_KEY_FOLDER: at('keys'),
    NETWORK_ATTEMPTS: at('attempts'),
    NODE_OPTIONS: `--import=${preload}`,
  }
  const all = [...words, '--workspace', at('workspace')]
  const end = await hoso(all, { environment, folder })
  ended.push(end)
  return end
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-canary-'))
  for (const name of ['temp', 'scans']) await mkdir(at(name))
  await writeFile(at('attempts'), '')
  await writeFile(at('scans', 'ho-so-1.pdf'), await canaryScan())
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const Records = z.array(
  z.object({ values: z.record(z.string(), z.looseObject({ raw: z.string().optional() })) }).loose(),
)

/** The values as drawn, and as they were read: a misread one is a value of the person as well. */
let values: string[] = Object.values(canary)

describe('a dossier of somebody whose words stand nowhere else', () => {
  it('is read with the network denied: nothing was asked of it', async () => {
    expect((await told(['run', at('scans'), '--today', '2026-11-22'])).code).toBe(0)
    expect(await attempts()).toBe('')
    const [record] = Records.parse(JSON.parse((await told(['records', '--json'])).out))
    const read = Object.keys(canary).flatMap((field) => record?.values[field]?.raw ?? [])
    expect(read).toHaveLength(3)
    expect(findIn(values)(Buffer.from(read.join('\n')))).toBe(true)
    values = [...values, ...read]
  })

  it('is told by no line of the log', () => {
    expect(ended.map(({ err }) => err).join('').length).toBeGreaterThan(100)
    expect(ended.filter(({ err }) => findIn(values)(Buffer.from(err)))).toEqual([])
  })

  it('leaves nothing in the temp folder or the workspace, the bytes of the database among them', async () => {
    expect((await filesThatTell(at('temp'), values)).telling).toEqual([])
    const { files, telling } = await filesThatTell(at('workspace'), values)
    expect(files).toBeGreaterThan(500)
    expect(telling).toEqual([])
    // Long rows lie packed in the bytes: the server unpacks them.
    await using server = await openServer(Config.parse({ workspace: at('workspace') }), process.env)
    expect(await tablesThatTell(server.url, findIn(values))).toEqual([])
  })
})

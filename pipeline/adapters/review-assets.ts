// The stylesheet and scripts of the review station, read once from pipeline/review/public/.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Asset {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
  /** Changes with the content: part of the address, so that browsers may keep it. */
  readonly version: string
}

const mimes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export async function reviewAssets(): Promise<ReadonlyMap<string, Asset>> {
  const folder = new URL('../review/public/', import.meta.url)
  const names = (await readdir(fileURLToPath(folder))).filter((name) => extname(name) in mimes).sort()
  const assets = await Promise.all(
    names.map(async (name): Promise<Asset> => {
      const bytes = await readFile(fileURLToPath(new URL(name, folder)))
      const version = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
      return { name, mime: mimes[extname(name)] ?? 'application/octet-stream', bytes, version }
    }),
  )
  return new Map(assets.map((asset) => [asset.name, asset]))
}

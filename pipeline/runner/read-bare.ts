// The text of a scan, page by page, without a database: opened, made upright, read, nothing kept.
import type { PageText } from '../../schemas/index.ts'
import type { Asked, Files, ScanReader } from '../core/stage.ts'

interface Reading {
  readonly files: Pick<Files, 'keepOriginal' | 'keepDerived'>
  readonly scanReader: Pick<ScanReader, 'inspect' | 'prepare' | 'read'>
  readonly asked: Asked
}

/** Blank pages have no lines. */
export async function readBare(path: string, { files, scanReader, asked }: Reading): Promise<PageText[]> {
  const { original } = await files.keepOriginal('check', path)
  const { pages } = await scanReader.inspect(original, asked)
  const texts: PageText[] = []
  for (let page = 1; page <= pages; page += 1) {
    const { reading, ownText, rulings } = await scanReader.prepare(original, page, asked)
    const pageId = `check/${page}`
    const lines =
      ownText ?? (reading ? await scanReader.read(await files.keepDerived('check', 'png', reading), asked) : [])
    texts.push({ pageId, lines, rulings })
  }
  return texts
}

// Makes the export package of a release: records for machines, a workbook and searchable papers for people, hashes for
// whoever receives it. What leaves and what is held is decided in core/release.ts; sending it is not done here.
import { z } from 'zod'
import { type ExportPackage, ExportPackage as Package, type PackageFile } from '../../schemas/index.ts'
import { idOf } from '../core/id.ts'
import { packageNames } from '../core/package-names.ts'
import { gatherRelease } from '../core/release.ts'
import { releaseSheets } from '../core/release-sheets.ts'
import { searchablePdf } from '../core/searchable-pdf.ts'
import { defineStage, type Tools } from '../core/stage.ts'

/** The files come first, their hashes after them, so that a package cut short does not verify and does not look whole. */
export const exportRecords = defineStage({
  name: 'export',
  version: 3,
  unit: 'release',
  reads: [],
  input: z.object({ register: z.object({ digest: z.string(), dossiers: z.int() }), out: z.string().min(1) }),
  output: Package,
  run: async ({ out }, tools): Promise<ExportPackage> => {
    const { dossiers, records, persons, held, rows } = await gatherRelease(tools.register)
    const files: PackageFile[] = []
    const write = async (path: string, bytes: Uint8Array): Promise<void> => {
      tools.signal.throwIfAborted()
      files.push(await tools.files.writeOut(out, path, bytes))
    }
    await write('records.json', jsonLines(records))
    await write('persons.json', jsonLines(persons))
    await write('held.json', jsonLines(held.map((entry) => JSON.stringify(entry))))
    await write('records.xlsx', await tools.workbookWriter.write(releaseSheets({ ...rows, held })))
    for (const [dossier, name] of packageNames(dossiers)) {
      const pdf = await searchablePdf(dossier, tools)
      if (pdf !== undefined) await write(`dossiers/${name}.pdf`, pdf)
    }
    files.sort((a, b) => (a.path < b.path ? -1 : 1))
    const made: ExportPackage = {
      contract: 1,
      packageId: packageIdOf(files),
      records: records.length,
      held: [...held],
      files,
    }
    await seal(out, made, tools)
    tools.log.info('package written', {
      packageId: made.packageId,
      records: made.records,
      held: held.length,
      files: files.length,
    })
    return made
  },
})

const packageIdOf = (files: readonly PackageFile[]): string => idOf(files.map(({ path, sha256 }) => [path, sha256]))

/** `sha256sum -c manifest-sha256.txt` checks the whole package, manifest and all; it is written last of all. */
async function seal(out: string, made: ExportPackage, { files }: Tools): Promise<void> {
  const manifest = await files.writeOut(out, 'manifest.json', utf8(`${JSON.stringify(made, undefined, 2)}\n`))
  const sums = [...made.files, manifest].map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  await files.writeOut(out, 'manifest-sha256.txt', utf8(sums.join('')))
}

/** One JSON array, a record a line. Bytes are joined, not text: a string may not pass half a gigabyte, a province does. */
function jsonLines(entries: readonly string[]): Uint8Array {
  const lines = entries.map((entry, index) => utf8(`${index === 0 ? '' : ','}\n${entry}`))
  const parts = [utf8('['), ...lines, utf8(entries.length === 0 ? ']\n' : '\n]\n')]
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.byteLength
  }
  return joined
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text.normalize('NFC'))

// The scan of one invented person whose name, number and birthplace stand in no program and no list, and a search for them in bytes.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawDossier } from '../../samples/dossier.ts'
import { layouts } from '../../samples/draw/layouts.ts'
import { asPdf } from '../../samples/scan.ts'

export const canary = { fullName: 'Quàng Lèng Xuýt', birthplace: 'Khuổi Nhoòng', citizenId: '008199731864' } as const

/** The first two pages of a résumé, cleanly scanned: they bear all three. */
export async function canaryScan(): Promise<Uint8Array> {
  const { pages } = await drawDossier({
    dossier: 'ho-so-1',
    person: 'canary',
    layout: layouts.official,
    profile: 'clean',
    damage: { dpi: 200, colour: 'grey', skew: 0, shade: 0, noise: 1, blur: 0, shadow: false, quality: 70 },
    papers: ['form'],
    container: 'pdf',
    years: [2021, 2025],
    expected: { outcome: 'read', held: false, findings: [] },
    plant: ({ form, decision }) => {
      const birthplace = { text: `Xã ${canary.birthplace}, Huyện Mèo Vạc, Tỉnh Hà Giang` }
      return { form: { ...form, values: { ...form.values, ...canary, birthplace } }, decision }
    },
  })
  return asPdf(pages.slice(0, 2))
}

const withoutTones = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')
const titled = (text: string) => text.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())

/** Each value as it may be written: cases, composed, decomposed and without tones, together and run together. */
function needlesOf(values: readonly string[]): Buffer[] {
  const cased = values.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase(), titled(text)])
  const written = cased.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD'), withoutTones(text)])
  const joined = written.flatMap((text) => [text, text.replaceAll(' ', ''), text.replaceAll(' ', '-')])
  return [...new Set(joined)].map((text) => Buffer.from(text, 'utf8'))
}

export function findIn(values: readonly string[]): (bytes: Buffer) => boolean {
  const needles = needlesOf(values)
  return (bytes) => needles.some((needle) => bytes.includes(needle))
}

/** Files below the folder that hold one of the values, in their bytes or their name; and how many were looked at. */
export async function filesThatTell(
  root: string,
  values: readonly string[],
): Promise<{ readonly files: number; readonly telling: readonly string[] }> {
  const isTold = findIn(values)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const telling: string[] = []
  for (const file of files)
    if (isTold(Buffer.from(file.slice(root.length))) || isTold(await readFile(file)))
      telling.push(file.slice(root.length + 1))
  return { files: files.length, telling }
}

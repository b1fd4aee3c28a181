// Forms drawn from their wordings and scanned, a dossier each, with the facts that stand on them.
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { damaged, damagesOf, type Profile } from '../damage.ts'
import { drawWording } from '../draw/from-wording.ts'
import { varied } from '../draw/vary.ts'
import type { Facts } from '../invent/declare.ts'
import { seeded } from '../random.ts'
import { asPdf, rasterise, type ScannedPage } from '../scan.ts'
import { factsOf } from '../typed/measure-forms.ts'
import { type Block, wordingOf } from './wording.ts'

export interface DrawnForm {
  readonly form: string
  readonly facts: Facts
  readonly blocks: readonly Block[]
}

/** The forms in their own words. */
export const formWordings = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => /^[a-z0-9-]+\.txt$/u.test(name))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort()

export async function drawForms(
  folder: string,
  forms: readonly string[],
  seed: string,
  profile: Profile,
): Promise<DrawnForm[]> {
  const drawn: DrawnForm[] = []
  for (const form of forms) {
    const random = seeded(`form ${form} ${seed}`)
    const layout = varied(random)
    const facts = factsOf(form.split('.')[0] ?? form, `${form} ${seed}`)
    const blocks = wordingOf(form, facts, layout.hand)
    const sheet = await drawWording(blocks, layout)
    await writeFile(join(folder, `${form}.pdf`), await asPdf(await scanned(await sheet.pdf.save(), profile, random)))
    drawn.push({ form, facts, blocks })
  }
  return drawn
}

async function scanned(pdf: Uint8Array, profile: Profile, random: ReturnType<typeof seeded>): Promise<ScannedPage[]> {
  const nextDamage = damagesOf(profile, random)
  const pages: ScannedPage[] = []
  const damages: ReturnType<typeof nextDamage>[] = []
  const at = (page: number) => (damages[page] ??= nextDamage())
  for (const [page, pixels] of (await rasterise(pdf, (page) => at(page).dpi)).entries())
    pages.push({ pixels: await damaged(pixels, at(page), random), damage: at(page), turn: 0 })
  return pages
}

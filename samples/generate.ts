// `npm run samples`: draws the committed samples and their truth anew. The same seeds give the same bytes.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deliver } from './deliver.ts'
import { drawDossier } from './dossier.ts'
import { recipes } from './recipes.ts'
import { Truth } from './truth.ts'

const here = import.meta.dirname
const only = process.argv[2]
await mkdir(join(here, 'truth'), { recursive: true })
// A sample that is no longer in the recipes must not stay behind.
if (only === undefined) await rm(join(here, 'scans'), { recursive: true, force: true })
await mkdir(join(here, 'scans'), { recursive: true })
for (const recipe of recipes.filter((recipe) => only === undefined || recipe.dossier.startsWith(only))) {
  const drawn = await drawDossier(recipe)
  await deliver(join(here, 'scans'), drawn)
  await writeFile(
    join(here, 'truth', `${recipe.dossier}.json`),
    `${JSON.stringify(Truth.parse(drawn.truth), null, 1)}\n`,
  )
  console.log(`${recipe.dossier}: ${drawn.pages.length} pages`)
}

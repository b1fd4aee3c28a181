// Writes a drawn dossier as its container asks: one PDF, a folder of JPEG pages, a TIFF, a locked or a torn PDF.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrawnDossier } from './dossier.ts'
import { asJpeg, asPdf } from './scan.ts'
import { asTiff } from './tiff.ts'

export async function deliver(folder: string, { recipe, pages }: DrawnDossier): Promise<void> {
  const file = (extension: string): string => join(folder, `${recipe.dossier}.${extension}`)
  switch (recipe.container) {
    case 'pdf':
      return writeFile(file('pdf'), await asPdf(pages))
    case 'encrypted':
      return writeFile(file('pdf'), await asPdf(pages, { password: 'invented' }))
    case 'broken': {
      const whole = await asPdf(pages)
      return writeFile(file('pdf'), whole.subarray(0, Math.floor(whole.length * 0.4)))
    }
    case 'tiff':
      return writeFile(file('tif'), await asTiff(pages))
    case 'folder': {
      await mkdir(join(folder, recipe.dossier), { recursive: true })
      for (const [index, page] of pages.entries())
        await writeFile(join(folder, recipe.dossier, `${String(index + 1).padStart(3, '0')}.jpg`), await asJpeg(page))
    }
  }
}

// The papers of a dossier as one PDF: the pages as they are shown, each with its words as invisible text.
import { readingLines } from './reading-order.ts'
import type { Tools } from './stage.ts'

/** Undefined when the dossier has no page at all. */
export async function searchablePdf(
  dossier: string,
  { register, files, pdfWriter }: Pick<Tools, 'register' | 'files' | 'pdfWriter'>,
): Promise<Uint8Array | undefined> {
  const pages = [...(await register.pages(dossier))].sort((a, b) => a.number - b.number)
  if (pages.length === 0) return undefined
  const drawn = []
  for (const { image, text } of pages) {
    const words = text === undefined ? [] : readingLines(text).flat()
    drawn.push({ jpeg: await files.read(image.display), dpi: image.dpi, words })
  }
  return await pdfWriter.searchable(drawn, dossier)
}

// The typefaces of the drawn papers: TTFs with all Vietnamese letters, from npm. Embedded whole, for subsetting drops marks.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

const faces = {
  times: 'tinos/400Regular/Tinos_400Regular.ttf',
  timesBold: 'tinos/700Bold/Tinos_700Bold.ttf',
  timesItalic: 'tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  timesBoldItalic: 'tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  serif: 'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  serifBold: 'noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  serifItalic: 'noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
  sans: 'be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  sansBold: 'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  sansItalic: 'be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
} as const

export type Face = keyof typeof faces

const require = createRequire(import.meta.url)

/** Embeds a face into a document the first time it is asked for. */
export type FontCase = (face: Face) => Promise<PDFFont>

export function openFontCase(pdf: PDFDocument): FontCase {
  pdf.registerFontkit(fontkit)
  const embedded = new Map<Face, Promise<PDFFont>>()
  return (face) => {
    const known =
      embedded.get(face) ?? pdf.embedFont(readFileSync(require.resolve(`@expo-google-fonts/${faces[face]}`)))
    embedded.set(face, known)
    return known
  }
}

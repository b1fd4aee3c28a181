// The typeface of a PDF: Noto Serif from disk, embedded as a subset, written letter by letter.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import { type PDFDocument, type PDFFont, PDFHexString as Hex } from 'pdf-lib'
import type { Weight } from '../../core/sheet.ts'

/** A subset carries six letters before its name (ISO 32000-1, 9.6.4). */
const faces = {
  regular: { file: '400Regular/NotoSerif_400Regular.ttf', name: 'HOSOVN+NotoSerif-Regular' },
  bold: { file: '700Bold/NotoSerif_700Bold.ttf', name: 'HOSOVN+NotoSerif-Bold' },
} as const satisfies Record<Weight, unknown>

const require = createRequire(import.meta.url)

/** The font of one document; widths and heights in units of the font size. */
export interface Ink {
  readonly font: PDFFont
  readonly ascent: number
  readonly descent: number
  readonly space: Hex
  write(text: string): { hex: Hex; advance: number }
}

/**
 * Letter by letter, so that no ligature and no kerning stands between what was read and what is copied out.
 * A letter the font lacks becomes a space.
 */
export async function inkOf(pdf: PDFDocument, weight: Weight = 'regular'): Promise<Ink> {
  pdf.registerFontkit(mendedFontkit)
  const { file, name } = faces[weight]
  const bytes = await readFile(require.resolve(`@expo-google-fonts/noto-serif/${file}`))
  const font = await pdf.embedFont(bytes, { subset: true, customName: name })
  const known = new Set(font.getCharacterSet())
  const letters = new Map<string, { hex: string; advance: number }>()
  const letter = (wanted: string): { hex: string; advance: number } => {
    const found = letters.get(wanted)
    if (found !== undefined) return found
    const drawn = known.has(wanted.codePointAt(0) ?? 0) ? wanted : ' '
    const made = { hex: font.encodeText(drawn).asString(), advance: font.widthOfTextAtSize(drawn, 1) }
    letters.set(wanted, made)
    return made
  }
  return {
    font,
    ascent: font.heightAtSize(1, { descender: false }),
    descent: font.heightAtSize(1, { descender: false }) - font.heightAtSize(1),
    space: Hex.of(letter(' ').hex),
    write: (text) => {
      const drawn = Array.from(text.normalize('NFC'), letter)
      return {
        hex: Hex.of(drawn.map(({ hex }) => hex).join('')),
        advance: drawn.reduce((sum, { advance }) => sum + advance, 0),
      }
    },
  }
}

/**
 * Two quirks of this fontkit. The PDF library calls `encode()` where there is one, and this one wants a stream: only its
 * stream is offered. And it writes glyph offsets in the short form, halved, though glyphs of odd length stand between:
 * the long form (version 1) keeps every outline (foliojs/fontkit pull request 191).
 */
const mendedFontkit: Parameters<PDFDocument['registerFontkit']>[0] = {
  create: (bytes, name) => {
    const font = fontkit.create(bytes, name)
    const subset = font.createSubset()
    let offsets: object | undefined
    Object.defineProperty(subset, 'loca', {
      get: () => offsets,
      set: (fresh: object) => {
        offsets = Object.assign(fresh, { version: 1 })
      },
    })
    const offered = { includeGlyph: subset.includeGlyph.bind(subset), encodeStream: subset.encodeStream.bind(subset) }
    return Object.assign(font, { createSubset: () => offered })
  },
}

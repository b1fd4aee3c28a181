// The fonts (ISO 19005-1, 6.3): embedded whole enough for every letter, telling the same widths as their programs, and
// every code standing for a character that can be copied out.
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib'
import { contentOf, nameOf, type OpenedFile } from './opened-file.ts'

type Check = (file: OpenedFile) => readonly number[]

interface UsedFont {
  readonly font: PDFDict
  readonly codes: ReadonlySet<number>
}

function usedFonts({ pages }: OpenedFile): UsedFont[] {
  const used = new Map<PDFDict, Set<number>>()
  for (const { page, operations } of pages) {
    let codes = new Set<number>()
    for (const { operator, operands } of operations) {
      if (operator === 'Tf') {
        const font = page.node
          .Resources()
          ?.lookupMaybe(nameOf('Font'), PDFDict)
          ?.lookupMaybe(nameOf((operands[0] ?? '').slice(1)), PDFDict)
        codes = (font && used.get(font)) ?? new Set()
        if (font) used.set(font, codes)
      }
      if (operator !== 'Tj' && operator !== 'TJ') continue
      for (const hex of operands.flatMap((operand) => operand.match(/[0-9a-fA-F]{4}/gu) ?? []))
        codes.add(parseInt(hex, 16))
    }
  }
  return [...used].map(([font, codes]) => ({ font, codes }))
}

const faulty = (file: OpenedFile, isSound: (used: UsedFont) => boolean): readonly number[] =>
  usedFonts(file).every(isSound) ? [] : [0]

const descendant = (font: PDFDict): PDFDict | undefined =>
  font.lookupMaybe(nameOf('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
const descriptor = (font: PDFDict): PDFDict | undefined =>
  descendant(font)?.lookupMaybe(nameOf('FontDescriptor'), PDFDict)
function program(font: PDFDict): Buffer | undefined {
  const stream = descriptor(font)?.lookup(nameOf('FontFile2'))
  return stream instanceof PDFRawStream ? contentOf(stream) : undefined
}

export const embedded: Check = (file) =>
  faulty(file, ({ font }) => {
    const system = descendant(font)?.lookupMaybe(nameOf('CIDSystemInfo'), PDFDict)
    const named = [font, descendant(font)].map((each) => each?.lookup(nameOf('BaseFont')))
    return (
      program(font) !== undefined &&
      font.lookup(nameOf('Subtype')) === nameOf('Type0') &&
      font.lookup(nameOf('Encoding')) === nameOf('Identity-H') &&
      descendant(font)?.lookup(nameOf('Subtype')) === nameOf('CIDFontType2') &&
      descendant(font)?.lookup(nameOf('CIDToGIDMap')) === nameOf('Identity') &&
      ['Registry', 'Ordering', 'Supplement'].every((key) => system?.has(nameOf(key)) === true) &&
      named[0] === named[1] &&
      named[0] === descriptor(font)?.lookup(nameOf('FontName'))
    )
  })

/** Where a table of a TrueType font begins. */
function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + index * 16
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  return -1
}
const glyphsOf = (font: Buffer): number => font.readUInt16BE(tableAt(font, 'maxp') + 4)

/** In thousandths of the font's size. */
function programWidth(font: Buffer, glyph: number): number {
  const long = font.readUInt16BE(tableAt(font, 'hhea') + 34)
  const advance = font.readUInt16BE(tableAt(font, 'hmtx') + Math.min(glyph, long - 1) * 4)
  return (advance * 1000) / font.readUInt16BE(tableAt(font, 'head') + 18)
}

export const widths: Check = (file) =>
  faulty(file, ({ font, codes }) => {
    const bytes = program(font)
    if (bytes === undefined) return false
    const told = toldWidths(descendant(font)?.lookupMaybe(nameOf('W'), PDFArray))
    return [...codes].every((code) => Math.abs((told.get(code) ?? 1000) - programWidth(bytes, code)) <= 1)
  })

/** `first [w w w]` or `first last w`, again and again. */
function toldWidths(array: PDFArray | undefined): Map<number, number> {
  const told = new Map<number, number>()
  const at = (index: number): PDFObject | undefined => (array && index < array.size() ? array.lookup(index) : undefined)
  for (let index = 0; array && index < array.size();) {
    const [first, next, width] = [numberOf(at(index)), at(index + 1), at(index + 2)]
    if (next instanceof PDFArray) {
      next.asArray().forEach((each, offset) => told.set(first + offset, numberOf(each)))
      index += 2
    } else {
      for (let code = first; code <= numberOf(next); code++) told.set(code, numberOf(width))
      index += 3
    }
  }
  return told
}
const numberOf = (object: PDFObject | undefined): number =>
  object instanceof PDFNumber ? object.asNumber() : Number.NaN

export const wholeSubset: Check = (file) =>
  faulty(file, ({ font, codes }) => {
    const bytes = program(font)
    const set = descriptor(font)?.lookup(nameOf('CIDSet'))
    const name = font.lookup(nameOf('BaseFont'))
    if (bytes === undefined || !(name instanceof PDFName)) return false
    const count = glyphsOf(bytes)
    const isThere = [...codes].every((code) => code > 0 && code < count)
    if (!(set instanceof PDFRawStream)) return isThere && file.part === 2
    const bits = contentOf(set)
    const isNamed = Array.from({ length: count }, (_, glyph) => (bits[glyph >> 3] ?? 0) & (128 >> (glyph & 7))).every(
      Boolean,
    )
    return isThere && isNamed && /^[A-Z]{6}\+/u.test(name.decodeText())
  })

const range = /<(?<code>[0-9a-fA-F]{4})>\s*<(?<text>[0-9a-fA-F]{4,})>/gu

export const copied: Check = (file) =>
  faulty(file, ({ font, codes }) => {
    const map = font.lookup(nameOf('ToUnicode'))
    if (!(map instanceof PDFRawStream)) return false
    const told = new Map(
      [...contentOf(map).toString('latin1').matchAll(range)].map(({ groups }) => [
        parseInt(groups?.code ?? '', 16),
        parseInt((groups?.text ?? '').slice(0, 4), 16),
      ]),
    )
    return [...codes].every((code) => ![undefined, 0, 0xfeff, 0xfffe].includes(told.get(code)))
  })

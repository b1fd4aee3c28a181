// Paper that is written on: pages, the line being written, and what was written where (text in reading order, boxes).
// Knows no form; the forms beside this file say what is written.
import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { type Face, openFontCase } from './fonts.ts'

/** What a run of text is on the paper; a layout gives each its typeface. */
export type Role = 'label' | 'value' | 'hint' | 'heading'
export type Leader = 'dots' | 'under' | 'rule' | 'none'

export interface Type {
  readonly faces: Readonly<Record<Role, Face>>
  /** Points. */
  readonly size: number
  readonly lineHeight: number
  readonly leader: Leader
}

/** [left, top, right, bottom] in points from the top left corner. */
export type Rect = readonly [number, number, number, number]

export interface SheetPage {
  readonly page: PDFPage
  readonly text: string[]
  readonly boxes: Map<string, Rect>
}

export interface Sheet {
  readonly pdf: PDFDocument
  readonly fonts: Readonly<Record<Role, PDFFont>>
  readonly type: Type
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly pages: SheetPage[]
  /** Top of the next line on the last page. */
  y: number
}

export const paper = { width: 595.28, height: 841.89 } as const
const ink = rgb(0.09, 0.09, 0.1)

export async function openSheet(type: Type, margins: Sheet['margins']): Promise<Sheet> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const fontOf = openFontCase(pdf)
  const { label, value, hint, heading } = type.faces
  const fonts = {
    label: await fontOf(label),
    value: await fontOf(value),
    hint: await fontOf(hint),
    heading: await fontOf(heading),
  }
  const sheet: Sheet = { pdf, fonts, type, margins, pages: [], y: 0 }
  turnPage(sheet)
  return sheet
}

export function turnPage(sheet: Sheet): void {
  sheet.pages.push({ page: sheet.pdf.addPage([paper.width, paper.height]), text: [], boxes: new Map() })
  sheet.y = sheet.margins.top
}

export function lastPage(sheet: Sheet): SheetPage {
  const page = sheet.pages.at(-1)
  if (page === undefined) throw new RangeError('a sheet has at least one page')
  return page
}

/** Turns the page when fewer than `points` are left on it. */
export function makeRoom(sheet: Sheet, points: number): void {
  if (sheet.y + points > paper.height - sheet.margins.bottom) turnPage(sheet)
}

export const bodyWidth = (sheet: Sheet): number => paper.width - sheet.margins.left - sheet.margins.right

export const widthOf = (sheet: Sheet, text: string, role: Role, size = sheet.type.size): number =>
  sheet.fonts[role].widthOfTextAtSize(text, size)

/** Draws one piece of text; `baseline` is in points from the top. */
export function put(sheet: Sheet, text: string, x: number, baseline: number, role: Role, size = sheet.type.size): void {
  if (text === '') return
  lastPage(sheet).page.drawText(text, { x, y: paper.height - baseline, font: sheet.fonts[role], size, color: ink })
}

export function rule(
  sheet: Sheet,
  from: readonly [number, number],
  to: readonly [number, number],
  thickness = 0.6,
): void {
  lastPage(sheet).page.drawLine({
    start: { x: from[0], y: paper.height - from[1] },
    end: { x: to[0], y: paper.height - to[1] },
    thickness,
    color: ink,
  })
}

/** Widens the box of a value by one more piece of ink. */
export function mark(page: SheetPage, key: string, [left, top, right, bottom]: Rect): void {
  const [l, t, r, b] = page.boxes.get(key) ?? [left, top, right, bottom]
  page.boxes.set(key, [Math.min(l, left), Math.min(t, top), Math.max(r, right), Math.max(b, bottom)])
}

/** Writes two blocks beside each other: the left one first, as one reads them. */
export function beside(sheet: Sheet, left: () => void, right: () => void): void {
  const top = sheet.y
  left()
  const leftEnd = sheet.y
  sheet.y = top
  right()
  sheet.y = Math.max(sheet.y, leftEnd)
}

/** The words of a text, in lines no wider than `width`. A word too wide is broken behind its strokes ("V.08.03.07/" "6"). */
export function wrap(sheet: Sheet, text: string, role: Role, size: number, width: number): string[] {
  const fits = (line: string): boolean => widthOf(sheet, line, role, size) <= width
  const lines: string[] = []
  for (const word of text.split(' ').filter((word) => word !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...(fits(word) ? [word] : word.split(/(?<=\/)/u)))
  }
  return lines
}

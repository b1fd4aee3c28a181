// What a Word document says, as a sheet to print: paragraphs, tables, blocks side by side. Only what can hold text is looked
// at (ECMA-376, WordprocessingML); how it looked in Word is not kept.
import type { Align, Block, Sheet } from './sheet.ts'
import { convertedByFont, convertedByLetters, type legacyTables } from './legacy-text.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}
type Tables = ReturnType<typeof legacyTables>

/** A tab reaches over several letters: what stands behind it is another thing. */
const tab = ' '.repeat(8)

interface Document {
  readonly tables: Tables
  /** Font of text that names none, by paragraph style; '' for the document's own. */
  readonly fonts: ReadonlyMap<string, string>
}

export function sheetOfDocument(root: Element, styles: Element | undefined, tables: Tables): Sheet {
  const document = { tables, fonts: fontsOf(styles) }
  const body = first(first(root, 'w:document') ?? root, 'w:body')
  const blocks = (body?.children ?? []).flatMap((child) => blocksOf(child, document))
  return { blocks: byLetters(blocks, tables), footer: '' }
}

const isElement = (child: Element | string): child is Element => typeof child !== 'string'
const elements = (of: Element, name: string): Element[] => of.children.filter(isElement).filter((e) => e.name === name)
const first = (of: Element, name: string): Element | undefined => elements(of, name)[0]
const within = (of: Element, name: string): Element[] =>
  of.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : within(child, name)))

function fontsOf(styles: Element | undefined): Map<string, string> {
  const fonts = new Map<string, string>()
  const own = styles && within(styles, 'w:docDefaults')[0]
  if (own) fonts.set('', fontIn(own) ?? '')
  for (const style of styles ? within(styles, 'w:style') : []) {
    const font = fontIn(style)
    if (font === undefined) continue
    fonts.set(style.attributes['w:styleId'] ?? '', font)
    if (style.attributes['w:default'] === '1' && style.attributes['w:type'] === 'paragraph') fonts.set('', font)
  }
  return fonts
}

function fontIn(of: Element): string | undefined {
  const fonts = within(of, 'w:rFonts')[0]?.attributes
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
}

function blocksOf(child: Element | string, document: Document): Block[] {
  if (!isElement(child)) return []
  if (child.name === 'w:p') return paragraphOf(child, document)
  if (child.name === 'w:tbl') return tableOf(child, document)
  if (child.name === 'w:sdt')
    return within(child, 'w:sdtContent').flatMap((c) => c.children.flatMap((e) => blocksOf(e, document)))
  return []
}

function paragraphOf(paragraph: Element, document: Document): Block[] {
  const properties = first(paragraph, 'w:pPr')
  const style = (properties && first(properties, 'w:pStyle')?.attributes['w:val']) ?? ''
  const aligned = properties && first(properties, 'w:jc')?.attributes['w:val']
  const align: Align = aligned === 'center' ? 'centre' : aligned === 'right' || aligned === 'end' ? 'right' : 'left'
  const text = within(paragraph, 'w:r')
    .map((run) =>
      textOf(
        run,
        fontIn(first(run, 'w:rPr') ?? run) ?? document.fonts.get(style) ?? document.fonts.get('') ?? '',
        document,
      ),
    )
    .join('')
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trimEnd(), align, points: 11.5 }]
}

function textOf(run: Element, font: string, { tables }: Document): string {
  const text = run.children
    .filter(isElement)
    .map(({ name, children }) => {
      if (name === 'w:t') return children.filter((child) => typeof child === 'string').join('')
      if (name === 'w:tab') return tab
      return name === 'w:br' || name === 'w:cr' ? '\n' : name === 'w:noBreakHyphen' ? '-' : ''
    })
    .join('')
  return convertedByFont(text, font, tables) ?? text
}

/** A table without lines only stands blocks side by side: the two heads of a paper, its signatures. */
function tableOf(table: Element, document: Document): Block[] {
  const rows = elements(table, 'w:tr').map((row) => elements(row, 'w:tc'))
  const cells = (row: readonly Element[]) =>
    row.map((cell) => cell.children.flatMap((child) => blocksOf(child, document)))
  const widest = Math.max(1, ...rows.map((row) => row.length))
  if (!isRuled(table))
    return rows.map((row) => ({ kind: 'columns', columns: cells(row).map((blocks) => ({ share: 1, blocks })) }))
  const texts = rows.map((row) => cells(row).map((blocks) => blocks.map(plain).join('\n')))
  const [head = [], ...rest] = texts
  const columns = Array.from({ length: widest }, (_, at) => ({ title: head[at] ?? '', share: shareOf(texts, at) }))
  return [{ kind: 'table', columns, rows: rest.map((row) => columns.map((_, at) => row[at] ?? '')) }]
}

function isRuled(table: Element): boolean {
  const borders = within(table, 'w:tblBorders')[0]
  const style = within(table, 'w:tblStyle')[0]?.attributes['w:val']
  const cells = within(table, 'w:tcBorders')
  const drawn = (of: Element) =>
    of.children.filter(isElement).some(({ attributes: { 'w:val': value } }) => value !== 'nil' && value !== 'none')
  return borders ? drawn(borders) : style !== undefined || cells.some(drawn)
}

const shareOf = (rows: readonly (readonly string[])[], at: number): number =>
  Math.min(60, Math.max(8, ...rows.map((row) => (row[at] ?? '').length)))

function plain(block: Block): string {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'table')
    return [block.columns.map(({ title }) => title), ...block.rows].map((row) => row.join(' ')).join('\n')
  return block.kind === 'columns' ? block.columns.flatMap(({ blocks }) => blocks.map(plain)).join('\n') : ''
}

/** Where no font is named the letters of the whole document tell the encoding. */
function byLetters(blocks: readonly Block[], tables: Tables): Block[] {
  const words = blocks.map(plain).join(' ').split(/\s+/u)
  const told = new Map(convertedByLetters(words, tables).map(({ text }, index) => [words[index] ?? '', text]))
  const mend = (text: string) => text.replace(/\S+/gu, (word) => told.get(word) ?? word)
  return blocks.map((block) => mended(block, mend))
}

function mended(block: Block, mend: (text: string) => string): Block {
  if (block.kind === 'paragraph') return { ...block, text: mend(block.text) }
  if (block.kind === 'columns')
    return {
      ...block,
      columns: block.columns.map((column) => ({ ...column, blocks: column.blocks.map((each) => mended(each, mend)) })),
    }
  if (block.kind !== 'table') return block
  return {
    ...block,
    columns: block.columns.map((column) => ({ ...column, title: mend(column.title) })),
    rows: block.rows.map((row) => row.map(mend)),
  }
}

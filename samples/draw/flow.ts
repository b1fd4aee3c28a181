// Running text: labels, values and the leaders between them, set into lines as a typist or a word processor does.
import { bodyWidth, lastPage, makeRoom, mark, put, type Role, rule, type Sheet, widthOf } from './sheet.ts'

export interface Run {
  readonly text: string
  readonly role: Role
  /** The key of the value written here; its box is kept under it. */
  readonly box?: string | undefined
  /** A leader follows, at least so many points wide; leaders share what is left of the line. */
  readonly fill?: number
  /** No space before it. */
  readonly tight?: boolean
}

export interface FlowOptions {
  readonly x?: number
  readonly width?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly size?: number
  /** First line's indent in points. */
  readonly indent?: number
}

interface Token extends Run {
  readonly width: number
  readonly space: number
  /** Belongs to a value with a leader, though the leader itself may follow another word. */
  readonly isLed: boolean
}

export const label = (text: string): Run => ({ text, role: 'label' })
export const hint = (text: string): Run => ({ text, role: 'hint' })
export const heading = (text: string): Run => ({ text, role: 'heading' })
/** Punctuation that closes a slot, right behind its leader. */
export const close = (text: string): Run => ({ text, role: 'label', tight: true })

/** A written value and the leader after it; nothing written leaves a longer leader. */
export function slot(text: string, box: string, leader = 0): Run {
  return { text, role: 'value', box, fill: text === '' ? Math.max(leader, 46) : leader }
}

export function flow(sheet: Sheet, runs: readonly Run[], options: FlowOptions = {}): void {
  const size = options.size ?? sheet.type.size
  const width = options.width ?? bodyWidth(sheet)
  const lines = intoLines(tokensOf(sheet, runs, size), width, options.indent ?? 0)
  lines.forEach((line, index) => {
    makeRoom(sheet, sheet.type.lineHeight)
    setLine(sheet, line, { ...options, size, width, indent: index === 0 ? (options.indent ?? 0) : 0 })
    sheet.y += size === sheet.type.size ? sheet.type.lineHeight : (sheet.type.lineHeight * size) / sheet.type.size
  })
}

function tokensOf(sheet: Sheet, runs: readonly Run[], size: number): Token[] {
  const space = widthOf(sheet, ' ', 'label', size)
  return runs.flatMap((run) => {
    const words = run.text.split(' ').filter((word) => word !== '')
    if (words.length === 0) words.push('')
    return words.map((text, index) => {
      const { fill: _, ...rest } = run
      const isLast = index === words.length - 1
      const tight = index === 0 ? (run.tight ?? false) : false
      const width = text === '' ? 0 : widthOf(sheet, text, run.role, size)
      const fill = isLast ? fillOf(sheet, run) : undefined
      return {
        ...rest,
        text,
        tight,
        width,
        space: tight ? 0 : space,
        isLed: run.fill !== undefined,
        ...(fill !== undefined && { fill }),
      }
    })
  })
}

/** Where no leaders are printed, what follows a value stands close behind it. */
const fillOf = ({ type }: Sheet, { fill, text }: Run): number | undefined =>
  type.leader === 'none' && text !== '' && fill !== undefined ? 0 : fill

function intoLines(tokens: readonly Token[], width: number, indent: number): Token[][] {
  const lines: Token[][] = [[]]
  let used = indent
  for (const token of tokens) {
    const line = lines.at(-1) ?? []
    const need = token.space + token.width + (token.fill ?? 0)
    if (line.length > 0 && token.tight !== true && used + need > width) {
      lines.push([token])
      used = token.width + (token.fill ?? 0)
    } else {
      line.push(token)
      used += (line.length === 1 ? 0 : token.space) + token.width + (token.fill ?? 0)
    }
  }
  return lines
}

interface LineOptions extends FlowOptions {
  readonly size: number
  readonly width: number
  readonly indent: number
}

function setLine(sheet: Sheet, line: readonly Token[], options: LineOptions): void {
  const { size, width, indent } = options
  const natural = line.reduce((sum, token, index) => sum + token.width + (index === 0 ? 0 : token.space), indent)
  const least = line.reduce((sum, token) => sum + (token.fill ?? 0), 0)
  const leaders = line.filter((token) => token.fill !== undefined).length
  const spare = Math.max(0, width - natural - least)
  const stretch = leaders > 0 && sheet.type.leader !== 'none' ? spare / leaders : 0
  const start = (options.x ?? sheet.margins.left) + indent
  let x =
    start +
    (leaders > 0 || options.align === undefined || options.align === 'left'
      ? 0
      : options.align === 'center'
        ? spare / 2
        : spare)
  const baseline = sheet.y + size
  let begin = x
  line.forEach((token, index) => {
    if (index > 0) x += token.space
    const [from, before] = [x, line[index - 1]]
    if (before?.box !== token.box || before?.fill !== undefined) begin = x
    put(sheet, token.text, x, baseline, token.role, size)
    x += token.width + (token.fill === undefined ? 0 : token.fill + stretch)
    if (token.box !== undefined)
      mark(lastPage(sheet), token.box, [from, sheet.y, token.width > 0 ? from + token.width : x, sheet.y + size * 1.25])
    const endsHere = token.fill !== undefined || line[index + 1] === undefined
    if (token.isLed && endsHere) drawLeader(sheet, { begin, after: from + token.width, to: x, baseline, size })
  })
  lastPage(sheet).text.push(textOf(line))
}

interface LeaderRun {
  /** Where the value begins: some forms print their dots all the way under what is typed. */
  readonly begin: number
  readonly after: number
  readonly to: number
  readonly baseline: number
  readonly size: number
}

function drawLeader(sheet: Sheet, { begin, after, to, baseline, size }: LeaderRun): void {
  const { leader } = sheet.type
  if (leader === 'none') return
  if (leader === 'rule') return rule(sheet, [begin, baseline + 2.2], [to, baseline + 2.2], 0.5)
  const dot = widthOf(sheet, '.', 'label', size)
  const from = leader === 'under' ? begin : after + dot * 0.5
  const count = Math.floor((to - from) / dot)
  if (count > 0) put(sheet, '.'.repeat(count), from, baseline + (leader === 'under' ? 1.8 : 0), 'label', size)
}

const textOf = (line: readonly Token[]): string =>
  line
    .reduce((text, token) => text + (token.space > 0 && text !== '' && token.text !== '' ? ' ' : '') + token.text, '')
    .trim()

// Reads the record files of a package back, each format by a reader that had no part in writing it: what a receiver will see.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import readWorkbook from 'read-excel-file/universal'
import type { Cells, Leaf, ProfileElement, ProfileMessage, RecordBody } from '../../schemas/index.ts'
import { csvText, type FlatSheet } from '../core/profile/flat-rows.ts'
import { csvRows } from '../core/worksheet/csv.ts'
import { checkWorkbook } from './xlsx-check.ts'
import { readXml } from './xml-reader.ts'

export interface ReadRecord {
  readonly key: string
  readonly body: RecordBody
}

type Row = readonly (Leaf | undefined)[]

/** The records of a workbook of the profile, by the key that ties the rows of its sheets. */
export async function readWorkbookRecords(
  file: string,
  sheets: readonly FlatSheet[],
  message: ProfileMessage,
): Promise<ReadRecord[]> {
  const bytes = await readFile(file)
  await checkWorkbook(bytes)
  const read = await readWorkbook(new Blob([new Uint8Array(bytes)]), { trim: false })
  const rowsOf = (index: number): Row[] => (read[index]?.data ?? []).slice(1).map((row) => row.map(leafOf))
  // A name may have been cut to what Excel allows; the order of the sheets has not.
  return joined(
    sheets.map((_, index) => rowsOf(index)),
    message,
  )
}

const leafOf = (cell: unknown): Leaf | undefined =>
  typeof cell === 'string' || typeof cell === 'number' ? cell : undefined

/** The same from CSV files, one a sheet; there only the profile tells a number from a text. */
export async function readCsvRecords(files: readonly string[], message: ProfileMessage): Promise<ReadRecord[]> {
  const all: Row[][] = []
  for (const [index, file] of files.entries()) {
    const types = columnsOf(message, index).map(({ type }) => type)
    const rows = csvRows((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''), ',')
    const data = rows.slice(1).map((row) => [
      csvText(row[0] ?? ''),
      ...types.map((type, column): Leaf | undefined => {
        const text = csvText(row[column + 1] ?? '')
        if (text === '') return undefined
        return type === 'integer' || type === 'decimal' ? Number(text) : text
      }),
    ])
    all.push(data)
  }
  return joined(all, message)
}

const groupsOf = ({ sections }: ProfileMessage) => sections.filter(({ kind }) => kind === 'group')
const tablesOf = ({ sections }: ProfileMessage) => sections.filter(({ kind }) => kind === 'table')

/** Of the first sheet, all groups; of each other, its table. */
const columnsOf = (message: ProfileMessage, sheet: number): readonly ProfileElement[] =>
  sheet === 0 ? groupsOf(message).flatMap(({ elements }) => elements) : (tablesOf(message)[sheet - 1]?.elements ?? [])

function joined([single = [], ...others]: readonly Row[][], message: ProfileMessage): ReadRecord[] {
  const tables = tablesOf(message)
  const byKey = others.map(rowsByKey)
  return single.map((row) => {
    const key = String(row[0] ?? '')
    let at = 1
    const groups = groupsOf(message).map(({ name, elements }) => {
      const cells = cellsOf(elements, row.slice(at, at + elements.length))
      at += elements.length
      return [name, cells] as const
    })
    const rows = tables.map(({ name, elements }, index) => {
      const own = byKey[index]?.get(key) ?? []
      return [name, own.map((each) => cellsOf(elements, each.slice(1)))] as const
    })
    const body: RecordBody = { ...Object.fromEntries(groups), ...Object.fromEntries(rows) }
    return { key, body }
  })
}

function rowsByKey(rows: readonly Row[]): Map<string, Row[]> {
  const byKey = new Map<string, Row[]>()
  for (const row of rows) {
    const key = String(row[0] ?? '')
    const own = byKey.get(key)
    if (own === undefined) byKey.set(key, [row])
    else own.push(row)
  }
  return byKey
}

const cellsOf = (elements: readonly ProfileElement[], row: Row): Cells =>
  Object.fromEntries(
    elements.flatMap(({ name }, index) => {
      const value = row[index]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** The records of an XML file of the profile; numbers by the profile, as in CSV. */
export async function readXmlRecords(file: string, message: ProfileMessage): Promise<RecordBody[]> {
  const found: RecordBody[] = []
  const path: string[] = []
  let body: Record<string, Cells | Cells[]> = {}
  let cells: Record<string, Leaf> = {}
  let text = ''
  const section = () => message.sections.find(({ name }) => name === path[2])
  await readXml(createReadStream(file, { encoding: 'utf8' }), {
    open: (name) => {
      path.push(name)
      text = ''
      if (path.length === 2) body = {}
      if (path.length === 3) body[name] = section()?.kind === 'table' ? [] : {}
      if (path.length === 3 || (path.length === 4 && section()?.kind === 'table')) cells = {}
    },
    text: (more) => {
      text += more
    },
    close: (name) => {
      const here = section()
      const leafDepth = here?.kind === 'table' ? 5 : 4
      if (path.length === leafDepth) cells[name] = leafBack(here?.elements ?? [], name, text)
      const rows = body[path[2] ?? '']
      if (path.length === 4 && Array.isArray(rows)) rows.push(cells)
      if (path.length === 3 && here?.kind === 'group') body[name] = cells
      if (path.length === 2) found.push(body)
      path.pop()
    },
  })
  return found
}

function leafBack(elements: readonly ProfileElement[], name: string, text: string): Leaf {
  const type = elements.find((each) => each.name === name)?.type
  return type === 'integer' || type === 'decimal' ? Number(text) : text
}

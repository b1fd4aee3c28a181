// XML as it leaves: one record of a message, and the frame around all of them. Written to be equal for equal records.
import type { Cells, ProfileMessage, ProfileSection, RecordBody } from '../../../schemas/index.ts'
import { isRows } from './map-record.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const openingTag = ({ name }: ProfileMessage, namespace: string | undefined): string =>
  `<${name}${namespace === undefined ? '' : ` xmlns="${xmlEscaped(namespace)}"`}>\n`

export const closingTag = ({ name }: ProfileMessage): string => `</${name}>\n`

export function xmlRecord(body: RecordBody, { record, sections }: ProfileMessage): string {
  const inner = sections.map((section) => {
    const told = body[section.name] ?? (section.kind === 'table' ? [] : {})
    if (!isRows(told)) return `    <${section.name}>${cellsXml(section, told)}</${section.name}>\n`
    const row = section.kind === 'table' ? section.row : section.name
    const rows = told.map((cells) => `<${row}>${cellsXml(section, cells)}</${row}>`)
    return `    <${section.name}>${rows.join('')}</${section.name}>\n`
  })
  return `  <${record}>\n${inner.join('')}  </${record}>\n`
}

/** In the order of the profile, whatever order the cells were kept in. */
const cellsXml = ({ elements }: ProfileSection, cells: Cells): string =>
  elements
    .flatMap(({ name }) => {
      const value = cells[name]
      return value === undefined ? [] : [`<${name}>${xmlEscaped(String(value))}</${name}>`]
    })
    .join('')

/** A bare carriage return would be read back as a line feed (XML 1.0, 2.11). */
export const xmlEscaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

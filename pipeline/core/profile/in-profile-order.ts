// A record with its sections and elements in the order of the profile: equal records, equal bytes, however they were kept.
import type { Cells, ProfileElement, ProfileMessage, RecordBody } from '../../../schemas/index.ts'
import { isRows } from './map-record.ts'

export const inProfileOrder = (body: RecordBody, { sections }: ProfileMessage): RecordBody =>
  Object.fromEntries(
    sections.map(({ name, kind, elements }) => {
      const told = body[name] ?? (kind === 'table' ? [] : {})
      return [name, isRows(told) ? told.map((cells) => ordered(cells, elements)) : ordered(told, elements)]
    }),
  )

const ordered = (cells: Cells, elements: readonly ProfileElement[]): Cells =>
  Object.fromEntries(
    elements.flatMap(({ name }) => {
      const value = cells[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

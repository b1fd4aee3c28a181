// One field of one dossier that needs a person, as the error book tells it, and the seal that shows whether a row came back whole.
import { type FieldCode, fieldOf } from '../../../schemas/index.ts'
import { idOf } from '../id.ts'
import type { ErrorCells } from './columns.ts'

export interface ErrorItem {
  readonly dossier: string
  readonly name: string
  readonly field: FieldCode
  /** Counts from 1 through the dossier. */
  readonly page?: number | undefined
  readonly risk: 1 | 2 | 3
  readonly raw: string
  readonly why: readonly string[]
  readonly candidates: readonly string[]
  /** The value as people write it; empty where there is none. */
  readonly value: string
  /** Of the value as it stands: another reading or another decision gives another one. */
  readonly version: string
}

/** `newest` is the last decision on the field, if there is one. */
export const versionOf = (seen: string, newest: string | undefined): string => idOf('version', seen, newest ?? '')

/** Excel refuses a longer cell: a value beyond it is shown cut, and cannot be corrected here. */
export const longestEditable = 32_000

const urgencies = { 1: 'Cần xem', 2: 'Phải nhập lại', 3: 'Lỗi: đang giữ hồ sơ' } as const

export function cellsOf(item: ErrorItem): ErrorCells {
  const { dossier, field, version, page, value } = item
  const label = fieldOf(field).vi
  const original = sameAfterTrip(value).slice(0, longestEditable)
  return {
    dossier,
    name: item.name,
    label,
    page: page === undefined ? '' : String(page),
    urgency: urgencies[item.risk],
    raw: item.raw,
    why: item.why.join('\n'),
    candidates: item.candidates.join('\n'),
    value: original,
    conclusion: '',
    note: '',
    field,
    version,
    original,
    seal: sealOf({ dossier, label, field, version, original }),
  }
}

/** Sorting only some columns, or typing over a locked cell, parts what belongs together: then the seal no longer fits. */
export const sealOf = ({
  dossier,
  label,
  field,
  version,
  original,
}: Pick<ErrorCells, 'dossier' | 'label' | 'field' | 'version' | 'original'>): string =>
  idOf('error-book', sameAfterTrip(dossier), label, field, version, original)

/** What a spreadsheet does to a text on its way out and back. */
export const sameAfterTrip = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/gu, '\n').trim()

// Builders for a release: invented records as told outside, a register that holds them, files kept in memory.
import { sha256 } from '../../pipeline/core/id.ts'
import type { Files, OutPerson, Register } from '../../pipeline/core/stage.ts'
import {
  type FieldCode,
  fieldCodes,
  type OutFinding,
  OutRecord,
  type OutValue,
  type PageImage,
  type PageText,
  tableCodes,
  type Value,
} from '../../schemas/index.ts'

export const missing: OutValue = { status: 'missing', grade: 'poor', confidence: 0, candidates: [], rivals: [] }
export const told = (value: Value): OutValue => ({
  status: 'read',
  value,
  raw: typeof value === 'object' ? value.text : String(value),
  grade: 'good',
  confidence: 0.95,
  candidates: [],
  rivals: [],
})
export const anError = (message: string, given: Partial<OutFinding> = {}): OutFinding => ({
  code: 'field_missing',
  severity: 'error',
  dimension: 'completeness',
  fields: ['birthDate'],
  message,
  ...given,
})

const valuesOf = (given: Partial<Record<FieldCode, Value>>) =>
  Object.fromEntries(
    fieldCodes.map((code) => {
      const value = given[code]
      return [code, value === undefined ? missing : told(value)]
    }),
  )

export function aRecord(
  dossier: string,
  given: {
    personId?: string
    values?: Partial<Record<FieldCode, Value>>
    tables?: Partial<OutRecord['tables']>
    findings?: OutFinding[]
    held?: boolean
  } = {},
): OutRecord {
  const { values = {}, tables = {}, findings = [], held = false } = given
  return OutRecord.parse({
    contract: 1,
    dossier,
    ...(given.personId === undefined ? {} : { personId: given.personId }),
    agency: 'TQ',
    documents: [],
    values: valuesOf(values),
    tables: { ...Object.fromEntries(tableCodes.map((code) => [code, []])), ...tables },
    findings,
    held,
  })
}

export const aPerson = (personId: string, dossiers: readonly string[], given: Partial<OutPerson> = {}): OutPerson => ({
  contract: 1,
  personId,
  agency: 'TQ',
  dossiers,
  values: valuesOf({ fullName: 'Nông Thị Bích Đào' }),
  tables: {},
  findings: [],
  held: false,
  ...given,
})

export interface GivenPage {
  readonly number: number
  readonly image: PageImage
  readonly text?: PageText
}

async function* streamed<T>(all: readonly T[]): AsyncIterable<T> {
  for (const each of all) yield await Promise.resolve(each)
}

export const registerOf = (given: {
  records: readonly OutRecord[]
  persons: readonly OutPerson[]
  pages?: Readonly<Record<string, readonly GivenPage[]>>
}): Register => ({
  linkRecords: () => streamed([]),
  linked: () => streamed([]),
  pairs: () => streamed([]),
  records: () => streamed(given.records),
  persons: () => streamed(given.persons),
  pages: (dossier) => Promise.resolve(given.pages?.[dossier] ?? []),
})

/** What was written out, in the order of writing. */
export function filesInMemory(kept: Readonly<Record<string, Uint8Array>> = {}) {
  const written = new Map<string, Uint8Array>()
  const never = () => Promise.reject(new Error('an export keeps nothing in the workspace'))
  const files: Files = {
    keepOriginal: never,
    keepRescan: never,
    hold: never,
    keepAs: never,
    keepDerived: never,
    dropDerived: never,
    read: (path) => {
      const bytes = kept[path]
      return bytes === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(bytes)
    },
    writeOut: (_folder, path, bytes) => {
      written.delete(path)
      written.set(path, bytes)
      return Promise.resolve({ path, bytes: bytes.byteLength, sha256: sha256(bytes) })
    },
  }
  return { files, written, text: (path: string) => new TextDecoder().decode(written.get(path)) }
}

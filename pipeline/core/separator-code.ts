// What a separator sheet says in its QR code: which sheet of how many it is, and whose papers, of which kind, lie behind it.
// The sheet is the only memory: a missing number is seen from the sheets that came back.
import { sha256 } from './id.ts'

export interface SeparatorSheet {
  readonly agency: string
  readonly batch: string
  /** Counts from 1 to `of` through the batch. */
  readonly number: number
  readonly of: number
  /** A sheet with it begins a dossier; one without parts two papers of the same dossier. */
  readonly dossier?: string
  /** Kind of the paper behind it (paper-kinds.json). */
  readonly kind?: string
}

const mark = 'HOSO-PC1'
const checkDigits = 4

/** "HOSO-PC1|TQ|dot-01|7/50|dossier|kind|check": fields are percent-encoded, so that none holds the sign between them. */
export function separatorCode(sheet: SeparatorSheet): string {
  const { agency, batch, number, of, dossier = '', kind = '' } = sheet
  const body = [mark, ...[agency, batch, `${number}/${of}`, dossier, kind].map(plain)].join('|')
  return `${body}|${checkOf(body)}`
}

const plain = (text: string): string => text.normalize('NFC').replaceAll('%', '%25').replaceAll('|', '%7C')
const told = (text: string): string => text.replaceAll('%7C', '|').replaceAll('%25', '%').normalize('NFC')
const checkOf = (body: string): string => sha256(body).slice(0, checkDigits).toUpperCase()

/** Undefined for every other code, and for one of ours that was misread. */
export function separatorIn(text: string): SeparatorSheet | undefined {
  const at = text.lastIndexOf('|')
  const body = text.slice(0, at)
  const [head, agency, batch, count, dossier, kind, ...rest] = body.split('|')
  const numbers = /^(?<number>\d{1,5})\/(?<of>\d{1,5})$/u.exec(count ?? '')?.groups
  if (head !== mark || rest.length > 0 || !numbers || text.slice(at + 1) !== checkOf(body)) return undefined
  return {
    agency: told(agency ?? ''),
    batch: told(batch ?? ''),
    number: Number(numbers.number),
    of: Number(numbers.of),
    ...(dossier ? { dossier: told(dossier) } : {}),
    ...(kind ? { kind: told(kind) } : {}),
  }
}

/** The numbers of each batch of sheets that did not come back. */
export function missingSheets(
  seen: readonly SeparatorSheet[],
): { readonly agency: string; readonly batch: string; readonly of: number; readonly missing: readonly number[] }[] {
  const sets = new Map<string, SeparatorSheet[]>()
  for (const sheet of seen) {
    const key = JSON.stringify([sheet.agency, sheet.batch])
    sets.set(key, [...(sets.get(key) ?? []), sheet])
  }
  return [...sets.values()].map((sheets) => {
    const { agency = '', batch = '' } = sheets[0] ?? {}
    const of = Math.max(...sheets.map((sheet) => sheet.of))
    const came = new Set(sheets.map(({ number }) => number))
    return { agency, batch, of, missing: Array.from({ length: of }, (_, i) => i + 1).filter((n) => !came.has(n)) }
  })
}

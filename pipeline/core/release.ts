// Decides what of the register leaves and what is held, and says why. The order in which records come changes nothing.
import type { HeldRecord, OutFinding, OutRecord } from '../../schemas/index.ts'
import { createHolds } from './holds.ts'
import { canonicalJson, compareIds } from './id.ts'
import { type DossierRows, dossierRows, findingRow, personRow } from './release-sheets.ts'
import type { OutPerson, Register } from './stage.ts'

type Row = readonly (string | number)[]

/** Texts and rows only, in the order of ids: the records themselves are let go one by one. */
export interface Release {
  /** Every dossier, also those that are held: its papers are searchable while it waits. */
  readonly dossiers: readonly string[]
  readonly records: readonly string[]
  readonly persons: readonly string[]
  readonly held: readonly HeldRecord[]
  readonly rows: {
    readonly dossiers: readonly DossierRows[]
    readonly persons: readonly Row[]
    readonly findings: readonly Row[]
  }
}

/** What of one record or person was kept; without `leaving` it is held. */
interface Kept<Rows> {
  readonly findings: readonly Row[]
  readonly leaving?: { readonly json: string; readonly rows: Rows }
}

/**
 * A dossier leaves when neither it nor its person is held. A golden record leaves only with a dossier that leaves: rules
 * about papers judge dossiers alone, so a person with no sound dossier has not been judged whole.
 */
export async function gatherRelease(register: Register): Promise<Release> {
  const holds = createHolds()
  const isPersonHeld = new Map<string, boolean>()
  for await (const { personId, held } of register.persons()) isPersonHeld.set(personId, held)
  const records = new Map<string, Kept<DossierRows>>()
  const leavers = new Set<string>()
  const told = new Set<string>()
  for await (const record of register.records()) {
    const person = record.personId === undefined ? undefined : isPersonHeld.get(record.personId)
    const isLeaving = !record.held && person === false
    if (isLeaving && record.personId !== undefined) leavers.add(record.personId)
    if (!isLeaving) holds.add(record.personId, [record.dossier], record.findings, person === undefined && !record.held)
    for (const finding of record.findings) told.add(sameFinding(record.personId, finding))
    records.set(record.dossier, keptRecord(record, isLeaving))
  }
  const persons = new Map<string, Kept<Row>>()
  for await (const person of register.persons()) {
    const isLeaving = leavers.has(person.personId)
    if (!isLeaving) holds.add(person.personId, person.dossiers, person.findings)
    const fresh = person.findings.filter((finding) => !told.has(sameFinding(person.personId, finding)))
    persons.set(person.personId, keptPerson(person, fresh, isLeaving))
  }
  return sortedRelease(records, persons, holds.sorted())
}

function keptRecord(record: OutRecord, isLeaving: boolean): Kept<DossierRows> {
  const findings = record.findings.map((finding) => findingRow(record.dossier, record.personId ?? '', finding))
  return isLeaving ? { findings, leaving: { json: canonicalJson(record), rows: dossierRows(record) } } : { findings }
}

function keptPerson(person: OutPerson, fresh: readonly OutFinding[], isLeaving: boolean): Kept<Row> {
  const dossiers = [...person.dossiers].sort()
  const findings = fresh.map((finding) => findingRow(dossiers.join(', '), person.personId, finding))
  return isLeaving
    ? { findings, leaving: { json: canonicalJson({ ...person, dossiers }), rows: personRow(person) } }
    : { findings }
}

function sortedRelease(
  records: ReadonlyMap<string, Kept<DossierRows>>,
  persons: ReadonlyMap<string, Kept<Row>>,
  held: readonly HeldRecord[],
): Release {
  const [recordList, personList] = [byKey(records), byKey(persons)]
  const leavingRecords = recordList.flatMap(({ leaving }) => leaving ?? [])
  const leavingPersons = personList.flatMap(({ leaving }) => leaving ?? [])
  return {
    dossiers: [...records.keys()].sort(),
    records: leavingRecords.map(({ json }) => json),
    persons: leavingPersons.map(({ json }) => json),
    held,
    rows: {
      dossiers: leavingRecords.map(({ rows }) => rows),
      persons: leavingPersons.map(({ rows }) => rows),
      findings: [...recordList, ...personList].flatMap(({ findings }) => findings),
    },
  }
}

/** The rules judge a person as they judged its dossiers: what was told of a dossier is not told again. */
const sameFinding = (personId: string | undefined, { code, fields, message }: OutFinding): string =>
  canonicalJson([personId ?? '', code, fields, message])

const byKey = <T>(of: ReadonlyMap<string, T>): T[] =>
  [...of].sort(([a], [b]) => compareIds(a, b)).map(([, value]) => value)

// A golden record or an agency as the receiver's message has it. What may not leave is told: where it was mandatory, the
// whole record is held; else it is left out.
import type {
  About,
  Cells,
  Leaf,
  LeftOut,
  OutValue,
  Profile,
  ProfileElement,
  ProfileMessage,
  ProfileSection,
  ProfileTable,
  RecordBody,
} from '../../../schemas/index.ts'
import { type Fitted, fitRead, fitValue, type Lists, type Manner } from './fit-value.ts'

type ReadRow = Readonly<Record<string, OutValue>>

export interface Subject {
  readonly about: Readonly<Partial<Record<About, Leaf>>>
  readonly values: Readonly<Partial<Record<string, OutValue>>>
  readonly tables: Readonly<Partial<Record<string, readonly ReadRow[]>>>
}

export interface Mapped {
  readonly body: RecordBody
  /** Mandatory and not there: the record is held. */
  readonly lacking: readonly LeftOut[]
  /** Told on paper, yet not fit to leave. */
  readonly leftOut: readonly LeftOut[]
}

/** Given once all else is known, since it depends on it. */
const givenLater: readonly About[] = ['revision', 'idempotencyKey']
const isLater = ({ from }: ProfileElement): boolean =>
  from !== undefined && 'about' in from && givenLater.includes(from.about)

export function mapRecord(subject: Subject, message: ProfileMessage, profile: Profile, lists: Lists): Mapped {
  const manner: Manner = { date: profile.date, trust: profile.trust, codeLists: profile.codeLists, lists }
  const told: { lacking: LeftOut[]; leftOut: LeftOut[] } = { lacking: [], leftOut: [] }
  const body: Record<string, Cells | Cells[]> = {}
  for (const section of message.sections)
    body[section.name] =
      section.kind === 'group'
        ? cellsOf(section, told, (element) => fromSubject(element, subject, manner))
        : rowsOf(section, subject, manner, told)
  return { body, ...told }
}

/** The same record with what the package gave it. */
export function stamped(
  body: RecordBody,
  message: ProfileMessage,
  about: Readonly<Partial<Record<About, Leaf>>>,
): RecordBody {
  const groups = message.sections.flatMap((section) => {
    const cells = body[section.name]
    if (cells === undefined || isRows(cells)) return []
    return [[section.name, withLater(section, cells, about)] as const]
  })
  return { ...body, ...Object.fromEntries(groups) }
}

function withLater(section: ProfileSection, cells: Cells, about: Readonly<Partial<Record<About, Leaf>>>): Cells {
  const added: Record<string, Leaf> = { ...cells }
  for (const element of section.elements) {
    const value = isLater(element) ? aboutOf(element, about) : undefined
    if (value !== undefined) added[element.name] = value
  }
  return added
}

const aboutOf = ({ from }: ProfileElement, about: Readonly<Partial<Record<About, Leaf>>>): Leaf | undefined =>
  from !== undefined && 'about' in from ? about[from.about] : undefined

export const isRows = (cells: Cells | readonly Cells[]): cells is readonly Cells[] => Array.isArray(cells)

function fromSubject(element: ProfileElement, { about, values }: Subject, manner: Manner): Fitted {
  const { from } = element
  if (from === undefined || 'cell' in from) return { is: 'absent' }
  if ('field' in from) return fitRead(values[from.field], element, manner, from.part)
  const value = 'constant' in from ? from.constant : about[from.about]
  return value === undefined ? { is: 'absent' } : fitValue(value, element, manner)
}

function rowsOf(
  section: ProfileTable,
  subject: Subject,
  manner: Manner,
  told: { lacking: LeftOut[]; leftOut: LeftOut[] },
): Cells[] {
  const { table, where = {} } = section.from ?? { table: '' }
  const isMeant = (row: ReadRow) => Object.entries(where).every(([cell, words]) => words.includes(wordOf(row[cell])))
  const rows: Cells[] = []
  for (const row of (subject.tables[table] ?? []).filter(isMeant)) {
    const number = rows.length + 1
    const about = { about: { ...subject.about, row: number }, values: subject.values, tables: {} }
    const own: { lacking: LeftOut[]; leftOut: LeftOut[] } = { lacking: [], leftOut: [] }
    const cells = cellsOf(section, own, (element) => {
      const { from } = element
      return from !== undefined && 'cell' in from
        ? fitRead(row[from.cell], element, manner, from.part)
        : fromSubject(element, about, manner)
    })
    told.leftOut.push(...own.leftOut.map((each) => ({ ...each, row: number })))
    // A row of which nothing is told is no row.
    if (!saysAnything(section, cells)) continue
    told.lacking.push(...own.lacking.map((each) => ({ ...each, row: number })))
    rows.push(cells)
  }
  return rows
}

/** '' where nothing is told. */
const wordOf = (told: OutValue | undefined): string =>
  told?.value === undefined || typeof told.value === 'object' ? '' : String(told.value)

const saysAnything = (section: ProfileTable, cells: Cells): boolean =>
  section.elements.some(({ name, from }) => from !== undefined && 'cell' in from && cells[name] !== undefined)

function cellsOf(
  section: ProfileSection,
  told: { lacking: LeftOut[]; leftOut: LeftOut[] },
  fit: (element: ProfileElement) => Fitted,
): Cells {
  const cells: Record<string, Leaf> = {}
  for (const element of section.elements) {
    if (isLater(element)) continue
    const fitted = fit(element)
    if (fitted.is === 'there') cells[element.name] = fitted.value
    const why: LeftOut['why'] = fitted.is === 'unfit' ? fitted.why : 'absent'
    const place: LeftOut = { path: `${section.name}.${element.name}`, vi: element.vi, why }
    if (fitted.is !== 'there' && element.mandatory === true) told.lacking.push(place)
    else if (fitted.is === 'unfit') told.leftOut.push(place)
  }
  return cells
}

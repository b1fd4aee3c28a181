// Writes the bag of a package from the records laid aside: parts of the profile's format, the papers of each person, what was
// held and why. Records come in the order of their keys; at no time more than one part of them is held.
import {
  type HeldRecord,
  type MessageKind,
  messageKinds,
  type PackageFormat,
  type Profile,
  type RecordBody,
  type ScorecardSnapshot,
} from '../../../schemas/index.ts'
import { type Bag, openBag, type SealedBag } from '../../adapters/bag.ts'
import { jsonLines } from '../../adapters/json-lines.ts'
import { workbookChunks } from '../../adapters/xlsx-rows.ts'
import { canonicalJson } from '../../core/id.ts'
import type { Lists } from '../../core/profile/fit-value.ts'
import { csvLine, type FlatSheet, flatSheets } from '../../core/profile/flat-rows.ts'
import { inProfileOrder } from '../../core/profile/in-profile-order.ts'
import { jsonSchemaOf } from '../../core/profile/json-schema.ts'
import { misfitWords } from '../../core/profile/misfit-words.ts'
import { closingTag, openingTag, xmlHead, xmlRecord } from '../../core/profile/xml-text.ts'
import { xsdOf } from '../../core/profile/xsd.ts'
import type { PackageRecord, Reading } from '../../store/package-records.ts'

/** The papers of a person as they go with its record: paths below the person's folder, in a fixed order, the same bytes each time. */
export type EDossier = (
  person: { readonly personId: string; readonly dossiers: readonly string[] },
  profile: Profile,
) => AsyncIterable<{ readonly path: string; readonly bytes: Uint8Array }>

export interface Writing {
  readonly folder: string
  readonly packageId: string
  readonly profile: Profile
  readonly lists: Lists
  /** The records anew each time it is asked, in order. */
  readonly records: (reading?: Reading) => AsyncIterable<PackageRecord>
  readonly held: readonly HeldRecord[]
  readonly scorecard: ScorecardSnapshot | undefined
  readonly eDossier: EDossier
  readonly signal: AbortSignal
}

interface Keyed {
  readonly key: string
  readonly body: RecordBody
}

export async function writePackage(writing: Writing): Promise<SealedBag> {
  const { folder, packageId, profile, held, scorecard, records } = writing
  await using bag = await openBag(folder)
  await addSchemas(bag, writing)
  for (const kind of messageKinds) await addParts(bag, kind, writing)
  if (profile.eDossier !== undefined) await addEDossiers(bag, writing)
  await bag.add('entries.json', jsonLines(entriesOf(records({ without: 'body and leftOut' }))))
  await bag.add('left-out.json', jsonLines(leftOutOf(records({ without: 'body' }))))
  await bag.add('held.json', jsonLines(held))
  if (scorecard !== undefined) await bag.add('scorecard.json', [utf8(`${canonicalJson(scorecard)}\n`)])
  const { profile: name, version, format } = profile
  await bag.add('package.json', [utf8(`${canonicalJson({ packageId, profile: name, version, format })}\n`)])
  return await bag.seal([
    ['Bag-Software-Agent', 'hoso'],
    ['External-Identifier', packageId],
    ['External-Description', profile.vi],
    ['Hoso-Profile', `${name} ${version}`],
  ])
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function addSchemas(bag: Bag, { profile, lists }: Writing): Promise<void> {
  await bag.tag('schema/profile.json', [utf8(`${JSON.stringify(profile, undefined, 2)}\n`)])
  for (const kind of messageKinds) {
    const schema = JSON.stringify(jsonSchemaOf(profile, kind, lists), undefined, 2)
    await bag.tag(`schema/${kind}.schema.json`, [utf8(`${schema}\n`)])
    if (profile.format === 'xml') await bag.tag(`schema/${kind}.xsd`, [utf8(xsdOf(profile, kind, lists))])
  }
}

async function addParts(bag: Bag, kind: MessageKind, writing: Writing): Promise<void> {
  let part = 0
  for await (const keyed of inParts(writing.records({ message: kind }), kind, writing.profile)) {
    writing.signal.throwIfAborted()
    part += 1
    const name = `${kind}/part-${String(part).padStart(4, '0')}`
    await addPart(bag, name, keyed, { ...writing, kind })
  }
}

async function* inParts(
  records: AsyncIterable<PackageRecord>,
  kind: MessageKind,
  profile: Profile,
): AsyncGenerator<Keyed[]> {
  let part: Keyed[] = []
  for await (const { message, key, body } of records) {
    if (message !== kind || body === undefined) continue
    part.push({ key, body: inProfileOrder(body, profile.messages[kind]) })
    if (part.length < profile.recordsPerFile) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

type Part = Writing & { readonly kind: MessageKind }

const partWriters: Readonly<
  Record<PackageFormat, (bag: Bag, name: string, part: Keyed[], writing: Part) => Promise<void>>
> = {
  json: async (bag, name, part) => {
    await bag.add(`${name}.json`, jsonLines(part.map(({ body }) => body)))
  },
  xml: async (bag, name, part, { profile, kind }) => {
    const message = profile.messages[kind]
    const texts = [
      `${xmlHead}${openingTag(message, profile.namespace)}`,
      ...part.map(({ body }) => xmlRecord(body, message)),
      closingTag(message),
    ]
    await bag.add(`${name}.xml`, texts.map(utf8))
  },
  xlsx: async (bag, name, part, writing) => {
    const sheets = sheetsOf(writing).map((sheet) => ({
      name: sheet.vi,
      columns: sheet.columns.map(({ vi, choices }) => ({ title: vi, ...(choices === undefined ? {} : { choices }) })),
      rows: rowsOf(sheet, part),
    }))
    await bag.add(`${name}.xlsx`, workbookChunks(sheets))
  },
  csv: async (bag, name, part, writing) => {
    for (const sheet of sheetsOf(writing)) {
      const head = csvLine(sheet.columns.map((column) => column.name))
      // Excel takes a CSV file for UTF-8 only where it begins with this sign.
      const lines = [`\uFEFF${head}`, ...rowsOf(sheet, part).map(csvLine)]
      await bag.add(`${name}/${sheet.name}.csv`, lines.map(utf8))
    }
  },
}

const addPart = (bag: Bag, name: string, part: Keyed[], writing: Part) =>
  partWriters[writing.profile.format](bag, name, part, writing)

const sheetsOf = ({ profile, kind, lists }: Part): FlatSheet[] => flatSheets(profile.messages[kind], profile, lists)
const rowsOf = (sheet: FlatSheet, part: readonly Keyed[]) => part.flatMap(({ key, body }) => sheet.rowsOf(key, body))

async function addEDossiers(bag: Bag, { records, eDossier, profile, signal }: Writing): Promise<void> {
  for await (const { key, dossiers } of records({ message: 'dossiers', without: 'body and leftOut' })) {
    signal.throwIfAborted()
    for await (const { path, bytes } of eDossier({ personId: key, dossiers }, profile))
      await bag.add(`e-dossiers/${key}/${path}`, [bytes])
  }
}

async function* entriesOf(records: AsyncIterable<PackageRecord>) {
  for await (const { message, key, action, revision, digest, idempotencyKey, dossiers } of records)
    yield { message, key, action, revision, digest, idempotencyKey, dossiers }
}

async function* leftOutOf(records: AsyncIterable<PackageRecord>) {
  for await (const { message, key, leftOut } of records)
    for (const each of leftOut) yield { message, key, ...each, reason: misfitWords(each.why) }
}

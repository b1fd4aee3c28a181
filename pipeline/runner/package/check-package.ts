// Holds a written package to its manifest, its schema and the records it was made from, by readers that had no part in
// writing it. What it finds are places and rules, never values.
import { join } from 'node:path'
import {
  type MessageKind,
  messageKinds,
  type PackageFormat,
  type Profile,
  type RecordBody,
} from '../../../schemas/index.ts'
import { bagFlaws, bagText, payloadIn } from '../../adapters/bag.ts'
import { readJsonLines } from '../../adapters/json-lines.ts'
import { readCsvRecords, readWorkbookRecords, readXmlRecords } from '../../adapters/package-reader.ts'
import { jsonCheck, xmlFlaws } from '../../adapters/schema-check.ts'
import { canonicalJson } from '../../core/id.ts'
import type { Lists } from '../../core/profile/fit-value.ts'
import { flatSheets } from '../../core/profile/flat-rows.ts'
import { jsonSchemaOf } from '../../core/profile/json-schema.ts'
import type { PackageRecord, Reading } from '../../store/package-records.ts'

interface Checking {
  readonly folder: string
  readonly profile: Profile
  readonly lists: Lists
  readonly records: (reading?: Reading) => AsyncIterable<PackageRecord>
}

/** More than these are one mistake told again and again. */
const flawsAtMost = 50

export async function checkPackage(checking: Checking): Promise<string[]> {
  const flaws = await bagFlaws(checking.folder)
  for (const kind of messageKinds) if (flaws.length < flawsAtMost) flaws.push(...(await messageFlaws(kind, checking)))
  return flaws.slice(0, flawsAtMost)
}

async function messageFlaws(kind: MessageKind, checking: Checking): Promise<string[]> {
  const { folder, profile, lists } = checking
  const check = jsonCheck(jsonSchemaOf(profile, kind, lists))
  const meant = checking.records({ message: kind })[Symbol.asyncIterator]()
  const flaws: string[] = []
  for (const part of await payloadIn(folder, kind)) {
    if (profile.format === 'xml') flaws.push(...(await xsdFlaws(part, kind, folder)))
    for await (const read of readers[profile.format](part, kind, checking)) {
      const record = await nextOf(meant, kind)
      const place = `${kind} ${record?.key ?? '?'}`
      if (canonicalJson(read) !== canonicalJson(record?.body ?? null))
        flaws.push(`${place}: đọc lại khác bản ghi đã lập`)
      flaws.push(...check(read).map((flaw) => `${place}${flaw}`))
      if (flaws.length >= flawsAtMost) return flaws
    }
  }
  const missing = await nextOf(meant, kind)
  if (missing !== undefined) flaws.push(`${kind} ${missing.key}: không có trong tệp`)
  return flaws
}

async function xsdFlaws(part: string, kind: MessageKind, folder: string): Promise<string[]> {
  const found = await xmlFlaws(part, await bagText(folder, `schema/${kind}.xsd`))
  return found.map((flaw) => `${kind}: ${flaw}`)
}

async function nextOf(records: AsyncIterator<PackageRecord>, kind: MessageKind): Promise<PackageRecord | undefined> {
  for (;;) {
    const next = await records.next()
    if (next.done === true) return undefined
    if (next.value.message === kind && next.value.body !== undefined) return next.value
  }
}

type Reader = (part: string, kind: MessageKind, checking: Checking) => AsyncIterable<unknown>

const readers: Readonly<Record<PackageFormat, Reader>> = {
  json: (part) => readJsonLines(part),
  xml: (part, kind, { profile }) => each(readXmlRecords(part, profile.messages[kind])),
  xlsx: (part, kind, { profile, lists }) => {
    const message = profile.messages[kind]
    return each(bodies(readWorkbookRecords(part, flatSheets(message, profile, lists), message)))
  },
  csv: (part, kind, { profile, lists }) => {
    const message = profile.messages[kind]
    const files = flatSheets(message, profile, lists).map(({ name }) => join(part, `${name}.csv`))
    return each(bodies(readCsvRecords(files, message)))
  },
}

const bodies = async (records: Promise<readonly { body: RecordBody }[]>) => (await records).map(({ body }) => body)

async function* each(all: Promise<readonly unknown[]>): AsyncGenerator<unknown> {
  yield* await all
}

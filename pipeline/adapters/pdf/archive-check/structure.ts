// How the file is built (ISO 19005-1, 6.1): head, tail, table of objects, streams, limits, nothing hidden or active in it.
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from 'pdf-lib'
import { dictOf, inside, nameOf, objectsWhere, type OpenedFile } from './opened-file.ts'

/** Each gives the numbers of the objects at fault; 0 stands for the file itself. */
type Check = (file: OpenedFile) => readonly number[]

const whole = (isSound: boolean): readonly number[] => (isSound ? [] : [0])

export const header: Check = ({ bytes }) => {
  const [first = '', second = ''] = bytes.toString('latin1', 0, 40).split(/\r\n|\r|\n/u)
  return whole(/^%PDF-1\.[0-7]$/u.test(first) && /^%[\x80-\xff]{4}/u.test(second))
}

export const trailer: Check = ({ bytes, pdf }) => {
  const { ID, Encrypt } = pdf.context.trailerInfo
  const ends = /startxref\s+\d+\s+%%EOF\s?\n?$/u.test(bytes.toString('latin1', bytes.length - 60))
  return whole(ends && ID instanceof PDFArray && ID.size() === 2 && Encrypt === undefined)
}

const entry = /(?<offset>\d{10}) (?<generation>\d{5}) n(?: \n| \r|\r\n)/gu

/** Every entry of the table leads to the object it names. */
export const crossReferences: Check = ({ bytes }) => {
  const text = bytes.toString('latin1')
  const at = Number(/startxref\s+(?<at>\d+)/u.exec(text.slice(-60))?.groups?.at)
  const table = text.slice(at)
  if (!/^xref\r?\n/u.test(table)) return [0]
  const wrong = [...table.matchAll(entry)].filter(({ groups }) => {
    const start = Number(groups?.offset)
    return !/^\d+ \d+ obj\b/u.test(text.slice(start, start + 24))
  })
  return whole(wrong.length === 0)
}

export const objectStreams: Check = (file) =>
  objectsWhere(file, (object) => {
    const type = dictOf(object)?.get(nameOf('Type'))
    return object instanceof PDFRawStream && (type === nameOf('ObjStm') || type === nameOf('XRef'))
  })

const outward = ['F', 'FFilter', 'FDecodeParms'].map(nameOf)

/** The length told is the length there is, and nothing of the stream lies outside the file. */
export const streams: Check = ({ bytes, objects }) => {
  const text = bytes.toString('latin1')
  return objects
    .filter(({ number, object }) => {
      if (!(object instanceof PDFRawStream)) return false
      const length = object.dict.lookup(nameOf('Length'))
      const begin = new RegExp(`(?:^|\\n|\\r)${number} 0 obj\\s`, 'u').exec(text)
      const data = /stream\r?\n/gu
      data.lastIndex = begin?.index ?? 0
      const found = data.exec(text)
      const end = found && length instanceof PDFNumber ? found.index + found[0].length + length.asNumber() : -1
      return (
        end < 0 || !/^\r?\n?endstream/u.test(text.slice(end, end + 12)) || outward.some((key) => object.dict.has(key))
      )
    })
    .map(({ number }) => number)
}

const allowed = [
  'FlateDecode',
  'DCTDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'ASCIIHexDecode',
  'ASCII85Decode',
  'RunLengthDecode',
]

export const filters: Check = (file) => {
  const known = new Set(file.part === 1 ? allowed : [...allowed, 'JPXDecode'])
  return objectsWhere(file, (object) => {
    if (!(object instanceof PDFRawStream)) return false
    const filter = object.dict.lookup(nameOf('Filter'))
    const names = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
    return names.some((name) => !(name instanceof PDFName) || !known.has(name.decodeText()))
  })
}

const limits = { string: 32_767, name: 127, array: 8191, dict: 4095, integer: 2_147_483_647, real: 32_767 }

/** ISO 19005-1, 6.1.12; for what PDF/A-2 allows more, the smaller number is held. */
export const sizes: Check = (file) =>
  objectsWhere(file, (object) => [...inside(object)].some((each) => isTooLarge(each))).concat(
    file.objects.length > 8_388_607 ? [0] : [],
  )

function isTooLarge(object: unknown): boolean {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.asBytes().length > limits.string
  if (object instanceof PDFName) return Buffer.byteLength(object.asString()) > limits.name + 1
  if (object instanceof PDFArray) return object.size() > limits.array
  if (object instanceof PDFDict) return object.keys().length > limits.dict
  if (!(object instanceof PDFNumber)) return false
  const value = Math.abs(object.asNumber())
  return Number.isInteger(value) ? value > limits.integer : value > limits.real
}

/** Attached files, layers, actions, scripts, forms, notes: a paper has none of them. */
const forbidden = [
  'EmbeddedFiles',
  'EF',
  'AF',
  'OCProperties',
  'OC',
  'AA',
  'OpenAction',
  'A',
  'JavaScript',
  'JS',
  'AcroForm',
  'XFA',
  'Perms',
]
const foreign = forbidden.map(nameOf)

export const nothingActive: Check = (file) =>
  objectsWhere(file, (object) =>
    [...inside(object)].some((each) => {
      const dict = dictOf(each)
      const notes = dict?.lookup(nameOf('Annots'))
      return foreign.some((key) => dict?.has(key) === true) || (notes instanceof PDFArray && notes.size() > 0)
    }),
  )

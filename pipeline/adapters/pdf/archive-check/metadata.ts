// The metadata (ISO 19005-1, 6.7): XMP that a strict XML reader takes, says which part of PDF/A the file is, and agrees
// with the Info dictionary.
import { PDFDict, PDFHexString, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib'
import { SaxesParser } from 'saxes'
import { nameOf, type OpenedFile } from './opened-file.ts'

type Check = (file: OpenedFile) => readonly number[]

/** Text by property, its list or language wrapping taken off; undefined where the packet is not well formed. */
function properties({ pdf }: OpenedFile): Map<string, string> | undefined {
  const stream = pdf.catalog.lookup(nameOf('Metadata'))
  if (!(stream instanceof PDFRawStream) || stream.dict.has(nameOf('Filter'))) return undefined
  const text = Buffer.from(stream.contents).toString('utf8')
  const head = /^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>/u
  if (!head.test(text) || !/<\?xpacket end="[rw]"\?>$/u.test(text)) return undefined
  const told = new Map<string, string>()
  const path: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  let isSound = true
  parser.on('error', () => (isSound = false))
  parser.on('doctype', () => (isSound = false))
  parser.on('opentag', ({ name }) => path.push(name))
  parser.on('closetag', () => path.pop())
  parser.on('text', (part) => {
    const property = path.findLast((name) => !name.startsWith('rdf:'))
    if (property !== undefined && part.trim() !== '') told.set(property, (told.get(property) ?? '') + part)
  })
  parser.write(text).close()
  return isSound ? told : undefined
}

export const packet: Check = (file) => (properties(file) === undefined ? [0] : [])

export const claim: Check = (file) => {
  const told = properties(file)
  return told?.get('pdfaid:part') === String(file.part) && told.get('pdfaid:conformance') === 'B' ? [] : [0]
}

const pairs = [
  ['Title', 'dc:title'],
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
] as const

/** What the Info dictionary tells, the metadata tells too, in the same words. */
export const agreement: Check = (file) => {
  const told = properties(file)
  const info = file.pdf.context.lookup(file.pdf.context.trailerInfo.Info)
  if (!(info instanceof PDFDict)) return []
  const differs = pairs.some(([key, property]) => {
    const value = textOf(info.lookup(nameOf(key)))
    return value !== undefined && value !== told?.get(property)
  })
  return differs ? [0] : []
}

const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined

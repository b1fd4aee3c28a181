// PREMIS 3 of an archive package: each file with its hash and format, how it was made, who looked at it and what was found.
import { element, type Element, xmlDocument } from '../xml.ts'
import { type ArchivedPaper, type ArchivePackage, packageUuid } from './archive-package.ts'

/** PRONOM keys of the two parts. */
const formats = {
  '1b': { name: 'PDF/A-1b', key: 'fmt/354' },
  '2b': { name: 'PDF/A-2b', key: 'fmt/477' },
} as const

export function premisOf(made: ArchivePackage): string {
  const id = packageUuid(made)
  const events = [
    event(made, 'creation', 'Dựng PDF/A từ ảnh quét: ảnh giữ nguyên, thêm lớp chữ nhận dạng', 'hoàn thành'),
    event(made, 'message digest calculation', 'SHA-256 của từng tệp', 'hoàn thành'),
    ...made.checks.map(({ by, outcome }) => event(made, 'validation', by, outcome)),
    ...leftOutEvents(made),
  ]
  const root = {
    xmlns: 'http://www.loc.gov/premis/v3',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    version: '3.0',
  }
  const objects = made.papers.map((paper) => fileObject(made, paper))
  return xmlDocument(element('premis', root, [...objects, ...events, ...agents(made, id)]))
}

const identifier = (what: string, type: string, value: string): Element =>
  element(`${what}Identifier`, {}, [
    element(`${what}IdentifierType`, {}, [type]),
    element(`${what}IdentifierValue`, {}, [value]),
  ])

function fileObject({ plan }: ArchivePackage, paper: ArchivedPaper): Element {
  const { name, key } = formats[plan.pdfa]
  return element('object', { 'xsi:type': 'file' }, [
    identifier('object', 'filepath', paper.path),
    element('objectCharacteristics', {}, [
      element('fixity', {}, [
        element('messageDigestAlgorithm', {}, ['SHA-256']),
        element('messageDigest', {}, [paper.sha256]),
      ]),
      element('size', {}, [String(paper.bytes)]),
      element('format', {}, [
        element('formatDesignation', {}, [element('formatName', {}, [name])]),
        element('formatRegistry', {}, [
          element('formatRegistryName', {}, ['PRONOM']),
          element('formatRegistryKey', {}, [key]),
        ]),
      ]),
    ]),
    element('originalName', {}, [paper.documentId ?? paper.path]),
  ])
}

function event(made: ArchivePackage, type: string, detail: string, outcome: string): Element {
  return element('event', {}, [
    identifier('event', 'local', `${type}: ${detail}`),
    element('eventType', {}, [type]),
    element('eventDateTime', {}, [made.at]),
    element('eventDetailInformation', {}, [element('eventDetail', {}, [detail])]),
    element('eventOutcomeInformation', {}, [element('eventOutcome', {}, [outcome])]),
    element('linkingAgentIdentifier', {}, [
      element('linkingAgentIdentifierType', {}, ['local']),
      element('linkingAgentIdentifierValue', {}, ['hoso']),
    ]),
  ])
}

/** Blank sides and separators are counted, so that nobody has to ask where a page went. */
function leftOutEvents(made: ArchivePackage): Element[] {
  if (made.leftOut.length === 0) return []
  const told = made.leftOut.map(({ fate, page }) => `trang ${page} (${fate})`).join(', ')
  return [event(made, 'appraisal', `Trang không đưa vào gói: ${told}`, `${made.leftOut.length} trang`)]
}

function agents({ record }: ArchivePackage, id: string): Element[] {
  const agent = (value: string, name: string, type: string) =>
    element('agent', {}, [
      identifier('agent', 'local', value),
      element('agentName', {}, [name]),
      element('agentType', {}, [type]),
    ])
  return [agent('hoso', `hoso (${id})`, 'software'), agent(record.agency, record.agency, 'organization')]
}

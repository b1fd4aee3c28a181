// METS of an archive package (E-ARK CSIP): what it holds, file by file with hash and size, and how it hangs together.
import { element, type Element, xmlDocument } from '../xml.ts'
import { type ArchiveFile, type ArchivePackage, archivePaths, packageUuid } from './archive-package.ts'

const spaces = {
  xmlns: 'http://www.loc.gov/METS/',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  PROFILE: 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml',
}

/** The whole: points at description, preservation data and the representation. */
export function packageMets(
  made: ArchivePackage,
  files: Readonly<Record<'ead' | 'premis' | 'representation', ArchiveFile>>,
): string {
  const id = packageUuid(made)
  const root = {
    ...spaces,
    OBJID: id,
    LABEL: made.record.dossier,
    TYPE: 'Other',
    'csip:CONTENTINFORMATIONTYPE': 'OTHER',
  }
  return xmlDocument(
    element('mets', root, [
      header(made),
      element('dmdSec', { ID: 'dmd-1', CREATED: made.at, STATUS: 'CURRENT' }, [reference(made, files.ead, 'EAD')]),
      element('amdSec', { ID: 'amd-1', STATUS: 'CURRENT' }, [
        element('digiprovMD', { ID: 'digiprov-1', CREATED: made.at, STATUS: 'CURRENT' }, [
          reference(made, files.premis, 'PREMIS'),
        ]),
      ]),
      element('fileSec', { ID: 'files-1' }, [
        element('fileGrp', { ID: 'group-1', USE: 'Representations/rep1' }, [
          fileElement(made, files.representation, 'file-rep1', 'text/xml'),
        ]),
      ]),
      element('structMap', { ID: 'map-1', TYPE: 'PHYSICAL', LABEL: 'CSIP' }, [
        element('div', { ID: 'div-1', LABEL: id }, [
          element('div', { ID: 'div-metadata', LABEL: 'Metadata', DMDID: 'dmd-1', ADMID: 'digiprov-1' }),
          element('div', { ID: 'div-rep1', LABEL: 'Representations/rep1' }, [
            element('mptr', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': archivePaths.representation }),
          ]),
        ]),
      ]),
    ]),
  )
}

/** The digitised papers themselves; paths are from its own folder. */
export function representationMets(made: ArchivePackage): string {
  const own = (path: string) => path.replace(/^representations\/rep1\//u, '')
  return xmlDocument(
    element('mets', { ...spaces, OBJID: 'rep1', LABEL: made.record.dossier, TYPE: 'Other' }, [
      header(made),
      element('fileSec', { ID: 'files-1' }, [
        element(
          'fileGrp',
          { ID: 'group-1', USE: 'Data' },
          made.papers.map((paper) =>
            fileElement(made, { ...paper, path: own(paper.path) }, `file-${paper.number}`, 'application/pdf'),
          ),
        ),
      ]),
      element('structMap', { ID: 'map-1', TYPE: 'LOGICAL', LABEL: 'Hồ sơ' }, [
        element(
          'div',
          { ID: 'div-1', TYPE: 'hồ sơ', LABEL: made.record.dossier },
          made.papers.map(({ number, title, type }) =>
            element('div', { ID: `div-paper-${number}`, TYPE: type.vi, LABEL: title, ORDER: number }, [
              element('fptr', { FILEID: `file-${number}` }),
            ]),
          ),
        ),
      ]),
    ]),
  )
}

function header({ at, status, codes, record }: ArchivePackage): Element {
  const agent = (name: string, attributes: Element['attributes'], note: string) =>
    element('agent', attributes, [element('name', {}, [name]), element('note', { 'csip:NOTETYPE': note }, [name])])
  return element('metsHdr', { CREATEDATE: at, RECORDSTATUS: status, 'csip:OAISPACKAGETYPE': codes.type }, [
    agent('hoso', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, 'SOFTWARE VERSION'),
    agent(record.agency, { ROLE: 'ARCHIVIST', TYPE: 'ORGANIZATION' }, 'IDENTIFICATIONCODE'),
  ])
}

const fixity = ({ at }: ArchivePackage, { bytes, sha256 }: ArchiveFile, type: string) => ({
  MIMETYPE: type,
  SIZE: bytes,
  CREATED: at,
  CHECKSUM: sha256,
  CHECKSUMTYPE: 'SHA-256',
})
const link = (path: string) => ({ LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': encodeURI(path) })

const reference = (made: ArchivePackage, file: ArchiveFile, kind: 'EAD' | 'PREMIS'): Element =>
  element('mdRef', { ...link(file.path), MDTYPE: kind, ...fixity(made, file, 'text/xml') })

const fileElement = (made: ArchivePackage, file: ArchiveFile, id: string, type: string): Element =>
  element('file', { ID: id, ...fixity(made, file, type) }, [element('FLocat', link(file.path))])

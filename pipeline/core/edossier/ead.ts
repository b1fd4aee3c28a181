// EAD 3 of an archive package: the dossier and each of its papers described with the fields of Thông tư 05/2025/TT-BNV, by
// their Vietnamese names where EAD has no element of its own. A value that is not surely known is left out, never guessed.
import type { FieldCode, OutRecord } from '../../../schemas/index.ts'
import { element, type Element, xmlDocument } from '../xml.ts'
import { type ArchivedPaper, type ArchivePackage, packageUuid, spanOf } from './archive-package.ts'
import { sureText } from './sure-text.ts'

export function eadOf(made: ArchivePackage): string {
  const root = { xmlns: 'http://ead3.archivists.org/schema/' }
  return xmlDocument(element('ead', root, [control(made), description(made)]))
}

function control(made: ArchivePackage): Element {
  const { record, at } = made
  return element('control', {}, [
    element('recordid', {}, [packageUuid(made)]),
    element('filedesc', {}, [element('titlestmt', {}, [element('titleproper', {}, [titleOf(record)])])]),
    element('maintenancestatus', { value: made.status === 'NEW' ? 'new' : 'revised' }),
    element('maintenanceagency', {}, [element('agencyname', {}, [record.agency])]),
    element('languagedeclaration', {}, [
      element('language', { langcode: 'vie' }),
      element('script', { scriptcode: 'Latn' }),
    ]),
    element('maintenancehistory', {}, [
      element('maintenanceevent', {}, [
        element('eventtype', { value: 'created' }),
        element('eventdatetime', { standarddatetime: at }),
        element('agenttype', { value: 'machine' }),
        element('agent', {}, ['hoso']),
      ]),
    ]),
  ])
}

function description({ record, papers, codes, folder }: ArchivePackage): Element {
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0)
  const { from, to } = spanOf(papers)
  const told: [string, string | undefined][] = [
    ['Mã hồ sơ', folder],
    ['Thời hạn lưu trữ', coded(codes.retention)],
    ['Chế độ sử dụng', coded(codes.access)],
    ['Ngôn ngữ', coded(codes.language)],
    ['Mức độ tin cậy', coded(codes.reliability)],
    ['Tình trạng vật lý', coded(codes.condition)],
    ['Tổng số tài liệu', String(papers.length)],
    ['Số trang', String(pages)],
    ['Mã hồ sơ gốc giấy', record.dossier],
  ]
  return element('archdesc', { level: 'file' }, [
    element('did', {}, [
      element('unitid', {}, [folder]),
      element('unittitle', {}, [titleOf(record)]),
      ...dates(from, to),
      element('repository', {}, [element('corpname', {}, [element('part', {}, [record.agency])])]),
    ]),
    ...notes(told),
    element(
      'dsc',
      { dsctype: 'combined' },
      papers.map((paper) => paperOf(paper, record, codes)),
    ),
  ])
}

const coded = ({ code, vi }: { code: string; vi: string }): string => `${code} ${vi}`
const titleOf = ({ values, dossier }: OutRecord): string => `Hồ sơ ${sureText(values.fullName) ?? dossier}`

function dates(from: string | undefined, to: string | undefined): Element[] {
  if (from === undefined || to === undefined) return []
  return [
    element('unitdatestructured', {}, [
      element('daterange', {}, [
        element('fromdate', { standarddate: from }, [from]),
        element('todate', { standarddate: to }, [to]),
      ]),
    ]),
  ]
}

/** What of a decision's own head names the paper. */
const headFields: readonly [label: string, field: FieldCode][] = [
  ['Số, ký hiệu', 'decisionNumber'],
  ['Cơ quan ban hành', 'decisionIssuer'],
  ['Trích yếu nội dung', 'decisionSubject'],
  ['Người ký', 'signer'],
]

function paperOf(paper: ArchivedPaper, record: OutRecord, codes: ArchivePackage['codes']): Element {
  const values = record.documents.find(({ document }) => document === paper.documentId)?.values ?? {}
  const told: [string, string | undefined][] = [
    ['Mã tài liệu', `${paper.number}`],
    ['Tên loại tài liệu', coded(paper.type)],
    ...headFields.map(([label, field]): [string, string | undefined] => [label, sureText(values[field])]),
    ['Ngày, tháng, năm', paper.date],
    ['Ngôn ngữ', coded(codes.language)],
    ['Số trang', String(paper.pages.length)],
    ['Trang của hồ sơ', paper.pages.join(', ')],
    ['Mức độ tin cậy', coded(codes.reliability)],
    ['Chế độ sử dụng', coded(codes.access)],
    ['Tình trạng vật lý', coded(codes.condition)],
    ['Đường dẫn', paper.path],
    ['SHA-256', paper.sha256],
  ]
  return element('c', { level: 'item', id: `paper-${paper.number}` }, [
    element('did', {}, [
      element('unitid', {}, [String(paper.number)]),
      element('unittitle', {}, [paper.title]),
      element('dao', { daotype: 'derived', href: encodeURI(paper.path) }),
    ]),
    ...notes(told),
  ])
}

const notes = (told: readonly (readonly [string, string | undefined])[]): Element[] =>
  told.flatMap(([label, text]) =>
    text === undefined ? [] : [element('odd', { localtype: label }, [element('p', {}, [text])])],
  )

// The comparison of received and expected as sheets of a workbook: counts by agency, and the persons behind each count.
import type { AgencyTree } from '../agency-tree.ts'
import { compareIds } from '../id.ts'
import type { WorkbookWriter } from '../stage.ts'
import { compareByGivenName } from '../text.ts'
import type { Ambiguity, ReceivedPerson, RosterComparison } from './compare-roster.ts'
import { coverageByAgency, expectedIn } from './coverage.ts'

type Sheet = Parameters<WorkbookWriter['write']>[0][number]
type Row = Sheet['rows'][number]

export const ambiguityNames: Readonly<Record<Ambiguity, { readonly vi: string; readonly en: string }>> = {
  several_received: { vi: 'Nhiều hồ sơ đã nhận cùng khớp', en: 'Several received persons fit' },
  several_expected: { vi: 'Một hồ sơ khớp nhiều người trong danh sách', en: 'Several expected persons fit' },
  number_differs: { vi: 'Trùng họ tên, ngày sinh nhưng khác số định danh', en: 'Name and birth agree, numbers differ' },
  only_number_agrees: { vi: 'Chỉ trùng số định danh, khác họ tên và ngày sinh', en: 'Only the number agrees' },
  other_agency: { vi: 'Trùng họ tên, ngày sinh nhưng nhận ở đơn vị khác', en: 'Received under another agency' },
}

export function rosterSheets(comparison: RosterComparison, tree: AgencyTree): Sheet[] {
  return [
    { name: 'Theo đơn vị', columns: agencyColumns, rows: agencyRows(comparison, tree) },
    {
      name: 'Chưa nhận hồ sơ',
      columns: ['Mã đơn vị', 'Tên đơn vị', 'Họ và tên', 'Ngày sinh', 'Số định danh', 'Số hiệu', 'Chức vụ'],
      rows: byAgencyAndName(comparison.missing).map((entry) => [
        entry.agency,
        tree.nameOf(entry.agency),
        entry.fullName,
        forPeople(entry.birthDate),
        entry.citizenId ?? '',
        entry.staffNumber ?? '',
        entry.position ?? '',
      ]),
    },
    { name: 'Cần phân định', columns: ambiguousColumns, rows: ambiguousRows(comparison, tree) },
    { name: 'Ngoài danh sách', columns: receivedColumns, rows: personRows(comparison.unexpected, tree) },
    { name: 'Chưa rõ là ai', columns: receivedColumns, rows: personRows(comparison.unidentified, tree) },
    {
      name: 'Đã nhận',
      columns: ['Mã đơn vị', 'Tên đơn vị', 'Họ và tên', 'Ngày sinh', 'Mã hồ sơ', 'Mã người'],
      rows: byAgencyAndName(comparison.received.map(({ entry, person }) => ({ ...entry, person }))).map((entry) => [
        entry.agency,
        tree.nameOf(entry.agency),
        entry.fullName,
        forPeople(entry.birthDate),
        entry.person.dossiers.join(', '),
        entry.person.personId,
      ]),
    },
  ]
}

const agencyColumns = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Phải có',
  'Đã nhận',
  'Chưa nhận',
  'Cần phân định',
  'Tỷ lệ nhận (%)',
  'Ngoài danh sách',
  'Chưa rõ là ai',
]
const ambiguousColumns = ['Mã đơn vị', 'Tên đơn vị', 'Họ và tên', 'Ngày sinh', 'Lý do', 'Mã hồ sơ cần xem', 'Mã người']
const receivedColumns = ['Mã đơn vị', 'Tên đơn vị', 'Họ và tên đọc được', 'Ngày sinh đọc được', 'Mã hồ sơ', 'Mã người']

/** Sums include the agencies below; brothers by code, children indented under their parent. */
function agencyRows(comparison: RosterComparison, tree: AgencyTree): Row[] {
  const coverage = coverageByAgency(comparison, tree)
  return tree.ordered.flatMap(({ agency, depth }) => {
    const whole = coverage.get(agency.code)?.whole
    if (whole === undefined) return []
    const expected = expectedIn(whole)
    return [
      [
        agency.code,
        `${'    '.repeat(depth)}${agency.name}`,
        expected,
        whole.received,
        whole.missing,
        whole.ambiguous,
        expected === 0 ? '' : Math.floor((whole.received / expected) * 1000) / 10,
        whole.unexpected,
        whole.unidentified,
      ],
    ]
  })
}

function ambiguousRows({ ambiguous }: RosterComparison, tree: AgencyTree): Row[] {
  return byAgencyAndName(ambiguous.map((each) => ({ ...each.entry, ...each }))).map((each) => [
    each.agency,
    tree.nameOf(each.agency),
    each.fullName,
    forPeople(each.birthDate),
    ambiguityNames[each.why].vi,
    each.persons.flatMap(({ dossiers }) => dossiers).join(', '),
    each.persons.map(({ personId }) => personId).join(', '),
  ])
}

const personRows = (persons: readonly ReceivedPerson[], tree: AgencyTree): Row[] =>
  byAgencyAndName(persons).map((person) => [
    person.agency,
    tree.nameOf(person.agency),
    person.fullName ?? '',
    forPeople(person.birthDate),
    person.dossiers.join(', '),
    person.personId,
  ])

function byAgencyAndName<T extends { readonly agency: string; readonly fullName?: string | undefined }>(
  all: readonly T[],
): T[] {
  return [...all].sort(
    (a, b) => compareIds(a.agency, b.agency) || compareByGivenName(a.fullName ?? '', b.fullName ?? ''),
  )
}

const forPeople = (date: string | undefined): string => (date ?? '').split('-').reverse().join('/')

// The comparison of received and expected in lines for a terminal; the workbook has all the persons.
import type { AgencyTree } from '../core/agency-tree.ts'
import type { ReceivedPerson, RosterComparison } from '../core/roster/compare-roster.ts'
import { type AgencyCoverage, expectedIn } from '../core/roster/coverage.ts'
import { ambiguityNames } from '../core/roster/roster-sheets.ts'

/** How many persons of one kind are told; the rest is counted. */
const personsAtMost = 20

type Say = (vi: string, en: string) => string

export function rosterLines(
  { missing, ambiguous, unexpected, unidentified }: RosterComparison,
  coverage: ReadonlyMap<string, AgencyCoverage>,
  tree: AgencyTree,
  lang: 'vi' | 'en',
): string[] {
  const say: Say = (vi, en) => (lang === 'vi' ? vi : en)
  const agencies = agencyLines(coverage, tree, say)
  const dossiersOf = (persons: readonly ReceivedPerson[]) => persons.flatMap(({ dossiers }) => dossiers).join(', ')
  return [
    ...(agencies.length > 0
      ? agencies
      : [say('Chưa có danh sách và chưa nhận hồ sơ nào.', 'No list and no dossier yet.')]),
    ...part(say('Chưa nhận hồ sơ', 'Missing'), say, missing, ({ agency, fullName }) => [agency, fullName]),
    ...part(say('Cần phân định', 'Ambiguous'), say, ambiguous, ({ entry, persons, why }) => [
      entry.agency,
      entry.fullName,
      `${ambiguityNames[why][lang]}: ${dossiersOf(persons)}`,
    ]),
    ...part(say('Nhận được nhưng ngoài danh sách', 'Received, not expected'), say, unexpected, (person) => [
      person.agency,
      dossiersOf([person]),
      person.fullName ?? '—',
    ]),
    ...part(say('Nhận được nhưng chưa rõ là ai', 'Received, not identified'), say, unidentified, (person) => [
      person.agency,
      dossiersOf([person]),
    ]),
  ]
}

function agencyLines(coverage: ReadonlyMap<string, AgencyCoverage>, tree: AgencyTree, say: Say): string[] {
  return tree.ordered.flatMap(({ agency, depth }) => {
    const whole = coverage.get(agency.code)?.whole
    if (whole === undefined) return []
    const counts = say(
      `phải có ${expectedIn(whole)}, đã nhận ${whole.received}, chưa nhận ${whole.missing}, cần phân định ${whole.ambiguous}, ngoài danh sách ${whole.unexpected}, chưa rõ là ai ${whole.unidentified}`,
      `expected ${expectedIn(whole)}, received ${whole.received}, missing ${whole.missing}, ambiguous ${whole.ambiguous}, unexpected ${whole.unexpected}, unidentified ${whole.unidentified}`,
    )
    return [`${'  '.repeat(depth)}${agency.code} ${agency.name}: ${counts}`]
  })
}

function part<T>(title: string, say: Say, all: readonly T[], cells: (each: T) => readonly string[]): string[] {
  if (all.length === 0) return []
  const rest = all.length - personsAtMost
  const more = say(`  … và ${rest} mục nữa (--out để có đủ)`, `  … and ${rest} more (--out for all)`)
  return [
    `${title}: ${all.length}`,
    ...all.slice(0, personsAtMost).map((each) => `  ${cells(each).join('\t')}`),
    ...(rest > 0 ? [more] : []),
  ]
}

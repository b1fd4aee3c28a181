// Faults in whom somebody told of.
import type { FactRow } from '../invent/declare.ts'
import {
  bornIn,
  cellOf,
  changed,
  type Fault,
  fault,
  inserted,
  onlyIf,
  relativeAt,
  type Sound,
  tells,
  textOf,
} from './fault.ts'

/** Changes the first own relative of that kind. */
const kin = (relation: RegExp, change: (row: FactRow, sound: Sound) => FactRow) =>
  tells('family', (rows, sound) => {
    const at = relativeAt(rows, relation)
    return at < 0 ? undefined : changed(rows, at, change(rows[at] ?? {}, sound))
  })
const [father, mother, spouse, child] = [/^Cha/u, /^Mẹ/u, /^(?:Vợ|Chồng)$/u, /^Con/u]
const withoutKin = (relation: RegExp) =>
  tells('family', (rows) => rows.filter((row) => !relation.test(cellOf(row, 'relation'))))

export const faultsOfFamily: readonly Fault[] = [
  fault(
    'nobody of the family',
    'expected_table_empty',
    tells('family', () => []),
  ),
  fault(
    'a father of twelve',
    'parent_too_young',
    kin(father, (_, sound) => ({ birthYear: bornIn(sound, -12) })),
  ),
  fault(
    'a mother of sixty',
    'mother_too_old',
    kin(mother, (_, sound) => ({ birthYear: bornIn(sound, -60) })),
  ),
  fault(
    'a child twelve years younger',
    'child_too_old',
    kin(spouse, (_, sound) => ({ birthYear: bornIn(sound, -4) })),
    kin(child, (_, sound) => ({ birthYear: bornIn(sound, 12) })),
  ),
  fault(
    'a child too old for the spouse',
    'child_too_old_for_spouse',
    kin(spouse, (_, sound) => ({ birthYear: bornIn(sound, 4) })),
    kin(child, (_, sound) => ({ birthYear: bornIn(sound, 15) })),
  ),
  fault(
    'a child told twice',
    'relative_told_twice',
    tells('family', (rows) => {
      const at = relativeAt(rows, child)
      return at < 0 ? undefined : inserted(rows, at, rows[at] ?? {})
    }),
  ),
  fault(
    'two spouses',
    'several_spouses',
    tells('family', (rows) => {
      const at = relativeAt(rows, spouse)
      return at < 0 ? undefined : inserted(rows, at, { ...rows[at], name: 'Vừ Thị Máy', birthYear: '1979' })
    }),
    onlyIf(({ form }) => relativeAt(form.tables.family, child) < 0 || cellOf(form.tables.family[0], 'relation') !== ''),
  ),
  fault('no mother', 'parent_not_told', withoutKin(/^Mẹ(?! (?:vợ|chồng))/u)),
  fault(
    'a relation nobody can read',
    'relation_unknown',
    kin(child, () => ({ relation: 'Clig' })),
  ),
  fault(
    'a spouse of one’s own gender',
    'gender_disagrees_spouse',
    kin(spouse, ({ relation }) => ({ relation: relation === 'Vợ' ? 'Chồng' : 'Vợ' })),
  ),
  fault(
    'nothing of the in-laws',
    'in_laws_not_told',
    onlyIf(({ form }) => relativeAt(form.tables.family, spouse) >= 0),
    tells('family', (rows) => rows.filter(({ side }) => side !== 'spouse')),
  ),
  fault(
    'a younger sister who is older',
    'sibling_order_disagrees',
    tells('family', (rows, sound) =>
      inserted(rows, 2, {
        side: 'own',
        relation: 'Em gái',
        name: 'Phàn Thị Lai',
        birthYear: bornIn(sound, -3),
        detail: 'Làm ruộng',
      }),
    ),
  ),
  fault(
    'a spouse of fifteen',
    'spouse_too_young',
    withoutKin(/^Con/u),
    kin(spouse, (_, sound) => ({ birthYear: String(Number(textOf(sound, 'declarationDate').slice(0, 4)) - 15) })),
  ),
  fault(
    'a father without a name',
    'table_row_incomplete',
    tells('family', (rows) => {
      const at = relativeAt(rows, father)
      const { name: _name, ...rest } = rows[at] ?? {}
      return at < 0 ? undefined : rows.with(at, rest)
    }),
  ),
]

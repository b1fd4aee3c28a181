// Which relative a row of the family table tells of, by its words without tones. What must hold of them is family*.ts.
import { fold } from '../core/text.ts'
import { perRow, type Row } from './plain.ts'

export type FamilyRow = Row<'family'>
export const relationItem = 'Mẫu 2C-BNV/2008 mục 30'

export const words = perRow(({ relation }: FamilyRow) =>
  relation === undefined ? [] : fold(relation).split(/[^a-z]+/u),
)
export const isOwn = ({ side }: FamilyRow) => side === undefined || side === 'own'
export const says = (row: FamilyRow, ...any: readonly string[]) => words(row).some((word) => any.includes(word))
export const begins = (row: FamilyRow, ...any: readonly string[]) => any.includes(words(row)[0] ?? '')
/** Birth parents only: foster and step parents, and the spouse's, may be of any age. */
export const isParent = (row: FamilyRow) =>
  isOwn(row) && begins(row, 'cha', 'bo', 'me') && !says(row, 'nuoi', 'ke', 'vo', 'chong')
export const isChild = (row: FamilyRow) => isOwn(row) && begins(row, 'con') && !says(row, 'nuoi', 'rieng', 're', 'dau')
export const isSpouse = (row: FamilyRow) => isOwn(row) && /^(?:vo|chong)(?: \d)?$/u.test(words(row).join(' '))

/** Brothers and sisters by birth: cousins and in-laws are called by rank, not by age. */
export const isSibling = (row: FamilyRow) =>
  isOwn(row) &&
  begins(row, 'anh', 'chi', 'em') &&
  words(row).every((word) => ['anh', 'chi', 'em', 'ruot', 'trai', 'gai', ''].includes(word) || /^\d$/u.test(word))
export const isMother = (row: FamilyRow) => isParent(row) && begins(row, 'me')

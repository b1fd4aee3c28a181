// Relatives: their ages against the person's, rows told twice, words nobody knows.
import { isBefore, yearsBetween } from '../core/dates.ts'
import { fold } from '../core/text.ts'
import { defineRule, inRow, type Row } from './rule.ts'

type FamilyRow = Row<'family'>
const item = 'Mẫu 2C-BNV/2008 mục 30'

const words = ({ relation }: FamilyRow) => (relation === undefined ? [] : fold(relation).split(/[^a-z]+/u))
const isOwn = ({ side }: FamilyRow) => side === undefined || side === 'own'
const says = (row: FamilyRow, ...any: readonly string[]) => words(row).some((word) => any.includes(word))
const begins = (row: FamilyRow, ...any: readonly string[]) => any.includes(words(row)[0] ?? '')
/** Birth parents only: foster and step parents, and the spouse's, may be of any age. */
const isParent = (row: FamilyRow) =>
  isOwn(row) && begins(row, 'cha', 'bo', 'me') && !says(row, 'nuoi', 'ke', 'vo', 'chong')
const isChild = (row: FamilyRow) => isOwn(row) && begins(row, 'con') && !says(row, 'nuoi', 'rieng', 're', 'dau')
const isSpouse = (row: FamilyRow) => isOwn(row) && /^(?:vo|chong)(?: \d)?$/u.test(words(row).join(' '))

const known = new Set(
  'cha bo me vo chong con anh chi em ong ba co di chu bac cau mo thim duong chau ruot nuoi ke rieng trai gai re dau gia noi ngoai'.split(
    ' ',
  ),
)

export const family = [
  defineRule({
    code: 'parent_too_young',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: cha mẹ hơn con ít nhất 13 tuổi',
    basisVerified: false,
    fields: ['birthDate'],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born}, chỉ hơn người khai {years} tuổi. Kiểm tra năm sinh của hai người.',
      en: '{relation}, born {born}, is only {years} years older than the person. Check both birth years.',
    },
    check: ({ birthDate, family }) =>
      family.filter(isParent).flatMap(({ index, relation = '', birthYear: born }) => {
        if (born === undefined) return []
        const { most } = yearsBetween(born, birthDate)
        return most < 13 ? [inRow('family', index, { relation, born, years: most })] : []
      }),
  }),
  defineRule({
    code: 'child_too_old',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: cha mẹ hơn con ít nhất 13 tuổi',
    basisVerified: false,
    fields: ['birthDate'],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born}, chỉ kém người khai {years} tuổi. Kiểm tra năm sinh của hai người.',
      en: '{relation}, born {born}, is only {years} years younger than the person. Check both birth years.',
    },
    check: ({ birthDate, family }) =>
      family.filter(isChild).flatMap(({ index, relation = '', birthYear: born }) => {
        if (born === undefined) return []
        const { most } = yearsBetween(birthDate, born)
        return most < 13 ? [inRow('family', index, { relation, born, years: most })] : []
      }),
  }),
  defineRule({
    code: 'relative_born_after_declaration',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: bản khai chỉ ghi người đã sinh',
    basisVerified: false,
    fields: ['declarationDate'],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born}, sau ngày khai {declarationDate}. Kiểm tra năm sinh.',
      en: '{relation} was born in {born}, after the declaration of {declarationDate}. Check the birth year.',
    },
    check: ({ declarationDate, family }) =>
      family.flatMap(({ index, relation = '', birthYear: born }) =>
        born !== undefined && isBefore(declarationDate, born)
          ? [inRow('family', index, { relation, born, declarationDate })]
          : [],
      ),
  }),
  defineRule({
    code: 'relative_told_twice',
    severity: 'warning',
    dimension: 'cleanness',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['family'],
    message: {
      vi: '{relation} {name} được ghi hai lần. Kiểm tra và bỏ dòng trùng nếu đúng là một người.',
      en: '{relation} {name} is told twice. Check, and drop one row if they are one person.',
    },
    check: ({ family }) =>
      family.flatMap((row) => {
        const { index, relation, name, birthYear } = row
        const isSame = (other: FamilyRow) =>
          other.relation === relation && other.name === name && other.birthYear === birthYear
        if (relation === undefined || name === undefined || !family.slice(0, index).some(isSame)) return []
        return [inRow('family', index, { relation, name })]
      }),
  }),
  defineRule({
    code: 'several_spouses',
    severity: 'info',
    dimension: 'consistency',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['family'],
    message: {
      vi: 'Bảng quan hệ gia đình có {count} dòng vợ hoặc chồng. Có thể đúng nếu đã tái hôn; nên kiểm tra.',
      en: 'The family table has {count} rows of wife or husband. Possible after a second marriage; worth a look.',
    },
    check: ({ family }) => {
      const count = family.filter(isSpouse).length
      return count > 1 ? { count } : undefined
    },
  }),
  defineRule({
    code: 'parent_not_told',
    severity: 'info',
    dimension: 'completeness',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['family'],
    message: {
      vi: 'Bảng quan hệ gia đình không có dòng "{parent}". Kiểm tra dòng bị đọc sót hoặc đề nghị khai bổ sung.',
      en: 'The family table has no row "{parent}". Look for a row that was missed, or ask the person.',
    },
    check: ({ family }) =>
      family.length === 0
        ? []
        : [
            { parent: 'Cha', given: ['cha', 'bo'] },
            { parent: 'Mẹ', given: ['me'] },
          ]
            .filter(({ given }) => !family.some((row) => isOwn(row) && says(row, ...given)))
            .map(({ parent }) => ({ evidence: { parent }, about: parent })),
  }),
  defineRule({
    code: 'relation_unknown',
    severity: 'info',
    dimension: 'cleanness',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['family'],
    message: {
      vi: 'Không rõ mối quan hệ "{relation}". Đối chiếu ảnh.',
      en: 'The relation "{relation}" is not known. Compare with the image.',
    },
    check: ({ family }) =>
      family.flatMap((row) =>
        row.relation !== undefined && !words(row).some((word) => known.has(word))
          ? [inRow('family', row.index, { relation: row.relation })]
          : [],
      ),
  }),
]

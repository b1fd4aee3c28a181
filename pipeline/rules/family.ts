// Relatives: who is told, who is missing, words nobody knows. Their ages are family-ages.ts.
import { begins, type FamilyRow, isOwn, isSpouse, relationItem as item, says, words } from './relations.ts'
import { defineRule, inRow } from './rule.ts'

const known = new Set(
  'cha bo me vo chong con anh chi em ong ba co di chu bac cau mo thim duong chau ruot nuoi ke rieng trai gai re dau gia noi ngoai'.split(
    ' ',
  ),
)

export const family = [
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
  defineRule({
    code: 'relative_has_own_name',
    severity: 'warning',
    dimension: 'consistency',
    basis: item,
    basisVerified: false,
    fields: ['fullName'],
    tables: ['family'],
    message: {
      vi: '{relation} mang đúng họ tên của người khai. Kiểm tra dòng này có ghi nhầm chính người khai không.',
      en: '{relation} has the very name of the person. Check whether the row tells of the person by mistake.',
    },
    check: ({ fullName, family }) =>
      family.flatMap(({ index, relation = '', name }) =>
        name === fullName ? [inRow('family', index, { relation })] : [],
      ),
  }),
  defineRule({
    code: 'gender_disagrees_spouse',
    severity: 'warning',
    dimension: 'consistency',
    basis: item,
    basisVerified: false,
    fields: ['gender'],
    tables: ['family'],
    message: {
      vi: 'Giới tính ghi {gender} nhưng bảng gia đình có dòng "{relation}". Kiểm tra giới tính và mối quan hệ.',
      en: 'The gender given is {gender}, but the family table has "{relation}". Check gender and relation.',
    },
    check: ({ gender, family }) =>
      family.filter(isSpouse).flatMap((row) => {
        const told = begins(row, 'vo') ? 'Nam' : 'Nữ'
        return told === gender ? [] : [inRow('family', row.index, { gender, relation: row.relation ?? '' })]
      }),
  }),
  defineRule({
    code: 'in_laws_not_told',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 30 phần b (về bên vợ hoặc chồng)',
    basisVerified: false,
    fields: [],
    tables: ['family'],
    message: {
      vi: 'Đã khai {relation} nhưng chưa khai bên vợ hoặc chồng. Kiểm tra bảng thứ hai của mục 30 đã được quét chưa.',
      en: 'A {relation} is told, but nobody of the spouse’s family. Check that the second table of item 30 was scanned.',
    },
    check: ({ family }) => {
      const spouse = family.find(isSpouse)
      if (spouse === undefined || family.some(({ side }) => side === 'spouse')) return undefined
      return { relation: spouse.relation ?? '' }
    },
  }),
]

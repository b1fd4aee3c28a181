// The ages of relatives against the person's and each other's: a birth year misread shows here.
import { isBefore, yearsBetween } from '../core/dates.ts'
import { begins, isChild, isMother, isParent, isSibling, isSpouse } from './relations.ts'
import { defineRule, inRow } from './rule.ts'

export const familyAges = [
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
    code: 'mother_too_old',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thống kê: mẹ sinh con trước 55 tuổi',
    basisVerified: false,
    fields: ['birthDate'],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born}, hơn người khai {years} tuổi. Kiểm tra năm sinh của hai người.',
      en: '{relation}, born {born}, is {years} years older than the person. Check both birth years.',
    },
    check: ({ birthDate, family }) =>
      family.filter(isMother).flatMap(({ index, relation = '', birthYear: born }) => {
        if (born === undefined) return []
        const { least } = yearsBetween(born, birthDate)
        return least >= 55 ? [inRow('family', index, { relation, born, years: least })] : []
      }),
  }),
  defineRule({
    code: 'sibling_order_disagrees',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: anh, chị ruột sinh trước, em ruột sinh sau',
    basisVerified: false,
    fields: ['birthDate'],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born}, trong khi người khai sinh {birthDate}. Kiểm tra mối quan hệ và năm sinh.',
      en: '{relation} was born in {born}, the person on {birthDate}. Check the relation and the birth year.',
    },
    check: ({ birthDate, family }) =>
      family.filter(isSibling).flatMap((row) => {
        const { index, relation = '', birthYear: born } = row
        if (born === undefined) return []
        const isWrong = begins(row, 'em') ? isBefore(born, birthDate) : isBefore(birthDate, born)
        return isWrong ? [inRow('family', index, { relation, born, birthDate })] : []
      }),
  }),
  defineRule({
    code: 'spouse_too_young',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: vợ, chồng đã ít nhất 16 tuổi khi khai',
    basisVerified: false,
    fields: ['declarationDate'],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born}, mới {age} tuổi khi khai {declared}. Kiểm tra năm sinh.',
      en: '{relation}, born {born}, was {age} at the declaration of {declared}. Check the birth year.',
    },
    check: ({ declarationDate: declared, family }) =>
      family.filter(isSpouse).flatMap(({ index, relation = '', birthYear: born }) => {
        if (born === undefined) return []
        const { most } = yearsBetween(born, declared)
        return most < 16 && most >= 0 ? [inRow('family', index, { relation, born, age: most, declared })] : []
      }),
  }),
  defineRule({
    code: 'child_too_old_for_spouse',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thống kê: cha mẹ hơn con ít nhất 13 tuổi (trừ con riêng)',
    basisVerified: false,
    fields: [],
    tables: ['family'],
    message: {
      vi: '{relation} sinh {born} chỉ kém vợ hoặc chồng sinh {spouse} có {years} tuổi. Kiểm tra năm sinh; con riêng thì ghi rõ.',
      en: '{relation}, born {born}, is only {years} years younger than the spouse born {spouse}. Check, or tell that it is a stepchild.',
    },
    check: ({ family }) => {
      const spouses = family.filter(isSpouse)
      const [{ birthYear: spouse } = {}] = spouses
      if (spouses.length !== 1 || spouse === undefined) return []
      return family.filter(isChild).flatMap(({ index, relation = '', birthYear: born }) => {
        if (born === undefined) return []
        const { most } = yearsBetween(spouse, born)
        return most < 13 ? [inRow('family', index, { relation, born, spouse, years: most })] : []
      })
    },
  }),
]

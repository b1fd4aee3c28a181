// Relatives, as the two parts of item 30 list them: years that fit, names that fit the people and the side.
import { between, chance, pick, type Random } from '../random.ts'
import { yearOf } from './calendar.ts'
import type { FactRow } from './declare.ts'
import type { Life } from './life.ts'
import { districts, hamlets, occupations, peoples } from './lists.ts'

export function familyOf(life: Life, month: number, random: Random): FactRow[] {
  const folk = peoples.find((people) => people.ethnicity === life.ethnicity) ?? pick(random, peoples)
  const born = yearOf(life.birth.month)
  const father = born - between(random, 21, 32)
  const person = (side: 'own' | 'spouse', relation: string, family: string, isMale: boolean, year: number, detail: string): FactRow =>
    ({ side, relation, name: `${family} ${pick(random, isMale ? folk.male : folk.female)}`, birthYear: String(year), detail })
  const rows = [
    person('own', 'Cha đẻ', life.family, true, father, elder(random)),
    person('own', 'Mẹ đẻ', pick(random, folk.family), false, father + between(random, 0, 5), elder(random)),
  ]
  if (chance(random, 0.7)) rows.push(person('own', chance(random, 0.5) ? 'Em ruột' : 'Anh ruột', life.family, true, born + pick(random, [-4, -2, 2, 3]), worker(random)))
  if (yearOf(month) - born < 25) return rows
  const isMan = life.gender === 'Nam'
  const inLaws = pick(random, folk.family)
  const spouseBorn = born + between(random, -3, 3)
  rows.splice(2, 0, person('own', isMan ? 'Vợ' : 'Chồng', inLaws, !isMan, spouseBorn, worker(random)))
  const firstChild = Math.max(born, spouseBorn) + between(random, 23, 26)
  for (let year = firstChild, count = between(random, 1, 2); year < yearOf(month) && count > 0; year += between(random, 2, 5), count--)
    rows.push(person('own', 'Con', isMan ? life.family : inLaws, chance(random, 0.5), year, childDoes(yearOf(month) - year)))
  const inLawBorn = spouseBorn - between(random, 22, 30)
  rows.push(person('spouse', isMan ? 'Bố vợ' : 'Bố chồng', inLaws, true, inLawBorn, elder(random)))
  rows.push(person('spouse', isMan ? 'Mẹ vợ' : 'Mẹ chồng', pick(random, folk.family), false, inLawBorn + between(random, 0, 4), elder(random)))
  return rows
}

function childDoes(age: number): string {
  if (age < 6) return 'Còn nhỏ, ở cùng bố mẹ'
  return age < 18 ? 'Học sinh, ở cùng bố mẹ' : 'Sinh viên, ở cùng bố mẹ'
}

function where(random: Random): string {
  const { kind, district, province, communes } = pick(random, districts)
  const commune = pick(random, communes)
  return `${commune.charAt(0).toLowerCase()}${commune.slice(1)}, ${kind.toLowerCase()} ${district}, tỉnh ${province}`
}

const elder = (random: Random): string => chance(random, 0.2) ? 'Đã mất' : `${pick(random, occupations)}; thôn ${pick(random, hamlets)}, ${where(random)}`

const worker = (random: Random): string => `${pick(random, occupations)}; nơi ở: ${where(random)}`

// Relatives, as the two parts of item 30 list them: years that fit, names that fit the people, nobody named twice.
import { between, chance, pick, type Random } from '../random.ts'
import { yearOf } from './calendar.ts'
import type { FactRow } from './declare.ts'
import type { Life } from './life.ts'
import { districts, hamlets, occupations, type People, peoples } from './lists.ts'

interface Relative {
  readonly side?: 'spouse'
  readonly relation: string
  readonly family: string
  readonly isMale: boolean
  readonly born: number
  readonly detail: string
}

export function familyOf(life: Life, month: number, random: Random): FactRow[] {
  const folk = peoples.find((people) => people.ethnicity === life.ethnicity) ?? pick(random, peoples)
  const isMarried = yearOf(month) - yearOf(life.birth.month) >= 25
  const relatives = [
    ...parentsOf(life, folk, random),
    ...(isMarried ? ownFamilyOf(life, folk, yearOf(month), random) : []),
  ]
  const names = new Set([life.fullName])
  return relatives.map(({ side = 'own', relation, family, isMale, born, detail }) => {
    const free = (isMale ? folk.male : folk.female).filter((given) => !names.has(`${family} ${given}`))
    const name = `${family} ${pick(random, free.length > 0 ? free : folk.male.filter((given) => `${family} ${given}` !== life.fullName))}`
    names.add(name)
    return { side, relation, name, birthYear: String(born), detail }
  })
}

function parentsOf({ family, birth }: Life, folk: People, random: Random): Relative[] {
  const born = yearOf(birth.month)
  const father = born - between(random, 21, 32)
  const sibling = pick(random, [-4, -2, 2, 3])
  const mother = {
    relation: 'Mẹ đẻ',
    family: pick(random, folk.family),
    isMale: false,
    born: father + between(random, 0, 5),
  }
  const rows: Relative[] = [
    { relation: 'Cha đẻ', family, isMale: true, born: father, detail: elder(random) },
    { ...mother, detail: elder(random) },
    {
      relation: sibling > 0 ? 'Em ruột' : 'Anh ruột',
      family,
      isMale: true,
      born: born + sibling,
      detail: worker(random),
    },
  ]
  return chance(random, 0.7) ? rows : rows.slice(0, 2)
}

/** Spouse and children; then the spouse's parents, who stand in the second table. */
function ownFamilyOf(life: Life, folk: People, today: number, random: Random): Relative[] {
  const isMan = life.gender === 'Nam'
  const own = yearOf(life.birth.month)
  const inLaws = pick(random, folk.family)
  const born = own + between(random, -3, 3)
  const firstChild = Math.max(own, born) + between(random, 23, 26)
  const children = [firstChild, firstChild + between(random, 2, 5)]
    .slice(0, between(random, 1, 2))
    .filter((year) => year < today)
  const elders = born - between(random, 22, 30)
  const motherInLaw = { relation: isMan ? 'Mẹ vợ' : 'Mẹ chồng', family: pick(random, folk.family), isMale: false }
  return [
    { relation: isMan ? 'Vợ' : 'Chồng', family: inLaws, isMale: !isMan, born, detail: worker(random) },
    ...children.map((year) => {
      const family = isMan ? life.family : inLaws
      return { relation: 'Con', family, isMale: chance(random, 0.5), born: year, detail: childDoes(today - year) }
    }),
    {
      side: 'spouse',
      relation: isMan ? 'Bố vợ' : 'Bố chồng',
      family: inLaws,
      isMale: true,
      born: elders,
      detail: elder(random),
    },
    { side: 'spouse', ...motherInLaw, born: elders + between(random, 0, 4), detail: elder(random) },
  ]
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

function elder(random: Random): string {
  const home = `${pick(random, occupations)}; thôn ${pick(random, hamlets)}, ${where(random)}`
  return chance(random, 0.2) ? 'Đã mất' : home
}

const worker = (random: Random): string => `${pick(random, occupations)}; nơi ở: ${where(random)}`

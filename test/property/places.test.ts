import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { nameKey } from '../../pipeline/core/knowledge/name-key.ts'
import { PlaceList } from '../../schemas/index.ts'

const { places } = loadKnowledge()
const list = PlaceList.parse(
  JSON.parse(readFileSync(new URL('../../schemas/code-lists/places.json', import.meta.url), 'utf8')),
)

interface Unit {
  readonly writing: string
  readonly codes: readonly string[]
}

const bare = (writing: string) =>
  writing
    .replaceAll(/(?<=^|, )(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh) /gu, '')
    .replaceAll(', ', ' - ')
const before = list.before.flatMap((province) =>
  province.districts.flatMap((district) =>
    district.communes.map(([, commune, codes]): Unit => ({
      writing: `${commune}, ${district.name}, ${province.name}`,
      codes: codes.split(' '),
    })),
  ),
)
const now = list.now.flatMap(({ name, communes }) =>
  communes.map(([code, commune]): Unit => ({ writing: `${commune}, ${name}`, codes: [code] })),
)
const units = [...before, ...now]
/** How some unit is rightly written: what comes out so by damage is no damage anybody could see. */
const right = new Set(
  units
    .flatMap(({ writing }) => [writing, writing.replace(/, [^,]+(?=,)/u, '')])
    .flatMap((writing) => [writing, bare(writing)])
    .map(nameKey),
)

const letter = fc.constantFrom(...'abcdeghiklmnopqrstuvxyăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụấầớờửữ .,0123456789')
const damage = fc.record({ at: fc.nat(), by: fc.oneof(letter, fc.constant('')), isMore: fc.boolean() })
type Damage = { at: number; by: string; isMore: boolean }

function damaged(writing: string, all: readonly Damage[]): string {
  return all.reduce((text, { at, by, isMore }) => {
    const place = at % text.length
    return text.slice(0, place) + by + text.slice(isMore ? place : place + 1)
  }, writing)
}

it('one or two signs damaged never make a place surely another unit', () => {
  const unit = fc.nat(units.length - 1)
  const property = fc.property(
    unit,
    fc.boolean(),
    fc.array(damage, { minLength: 1, maxLength: 2 }),
    (i, isBare, all) => {
      const { writing, codes } = units[i] ?? { writing: '', codes: [] }
      const text = damaged(isBare ? bare(writing) : writing, all)
      fc.pre(!right.has(nameKey(text)))
      const { place, isExact } = places.read(text)
      const isSure = isExact && place.currentCode !== undefined
      expect(isSure && !codes.includes(place.currentCode ?? '')).toBe(false)
    },
  )
  fc.assert(property, { numRuns: 2000, seed: 20_190_501 })
})

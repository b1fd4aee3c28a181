import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { unitName } from '../../pipeline/core/knowledge/units.ts'
import { PlaceList } from '../../schemas/index.ts'

const { places } = loadKnowledge()
const list = PlaceList.parse(
  JSON.parse(readFileSync(new URL('../../schemas/code-lists/places.json', import.meta.url), 'utf8')),
)

/** `= commune | district | province → today`; `~` when not sure, several of today between slashes. */
function told(text: string): string {
  const { place, isExact } = places.read(text)
  const today = place.currentName ?? place.candidates?.map(({ name }) => name).join(' / ') ?? 'chưa rõ'
  return `${isExact ? '=' : '~'} ${[place.commune, place.district, place.province].map((name) => name ?? '-').join(' | ')} → ${today}`
}

const hungLoi = '= Hùng Lợi | Yên Sơn | Tuyên Quang → Xã Hùng Lợi'

describe('a place as people write it', () => {
  it.each([
    ['Xã Hùng Lợi, Huyện Yên Sơn, Tỉnh Tuyên Quang', hungLoi],
    ['XÃ HÙNG LỢI, HUYỆN YÊN SƠN, TỈNH TUYÊN QUANG', hungLoi],
    ['Hùng Lợi - Yên Sơn - Tuyên Quang', hungLoi],
    ['Hùng Lợi-Yên Sơn-Tuyên Quang', hungLoi],
    ['Thôn Nà Mộ, xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang', hungLoi],
    ['Thôn 5 xã Hùng Lợi huyện Yên Sơn tỉnh Tuyên Quang', hungLoi],
    ['Xã Hùng Lợi. Huyện Yên Sơn. Tỉnh Tuyên Quang', hungLoi],
    ['xã Hùng Lợi, H. Yên Sơn, T. Tuyên Quang, Việt Nam', hungLoi],
    [
      'Tổ 5, phường Phan Thiết, thành phố Tuyên Quang, tỉnh Tuyên Quang',
      '= Phan Thiết | Tuyên Quang | Tuyên Quang → Phường Minh Xuân',
    ],
    ['Tổ 5 - Phan Thiết - TP Tuyên Quang - Tuyên Quang', '= Phan Thiết | Tuyên Quang | Tuyên Quang → Phường Minh Xuân'],
    ['số 12-14 đường Bình Thuận, phường Tân Quang, TP Tuyên Quang', '= Tân Quang | Tuyên Quang | - → Phường Minh Xuân'],
    ['xã Tứ Quận huyện Yên Sơn tỉnh Tuyên Quang', '= Tứ Quận | Yên Sơn | Tuyên Quang → Xã Yên Sơn'],
    ['xã Ngọc Hội huyện Chiêm Hóa Tuyên Quang', '= Ngọc Hội | Chiêm Hóa | Tuyên Quang → Xã Chiêm Hoá'],
    ['Bản Díu - Xín Mần - Hà Giang', '= Bản Díu | Xín Mần | Hà Giang → Xã Xín Mần'],
    ['phường Bến Nghé, Quận 1, TP.HCM', '= Bến Nghé | 1 | Hồ Chí Minh → Phường Sài Gòn'],
    ['Vũng Tàu - Bà Rịa - Vũng Tàu', '= - | Vũng Tàu | Bà Rịa - Vũng Tàu → chưa rõ'],
    ['Huyện Lý Sơn, tỉnh Quảng Ngãi', '= - | Lý Sơn | Quảng Ngãi → Đặc khu Lý Sơn'],
    ['Tuyên Quang', '= - | - | Tuyên Quang → chưa rõ'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))

  it('keeps the whole writing beside the names', () => {
    const text = 'Thôn Nà Mộ, xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'
    expect(places.resolve(text)).toEqual({
      text,
      commune: 'Hùng Lợi',
      district: 'Yên Sơn',
      province: 'Tuyên Quang',
      currentCode: '02455',
      currentName: 'Xã Hùng Lợi',
    })
  })
})

describe('one name, several places', () => {
  it.each([
    ['xã Tân Tiến, huyện Yên Sơn, tỉnh Tuyên Quang', '= Tân Tiến | Yên Sơn | Tuyên Quang → Xã Tân Long'],
    ['xã Tân Tiến, huyện Hoàng Su Phì, tỉnh Hà Giang', '= Tân Tiến | Hoàng Su Phì | Hà Giang → Xã Tân Tiến'],
    ['xã Tân Tiến, tỉnh Tuyên Quang', '= Tân Tiến | - | Tuyên Quang → Xã Tân Tiến / Xã Tân Long'],
    ['xã Vinh Quang, huyện Chiêm Hóa, tỉnh Tuyên Quang', '= Vinh Quang | Chiêm Hóa | Tuyên Quang → Xã Kim Bình'],
    [
      'xã Kim Phú, thành phố Tuyên Quang, tỉnh Tuyên Quang',
      '= Kim Phú | Tuyên Quang | Tuyên Quang → Phường Mỹ Lâm / Phường Minh Xuân',
    ],
    [
      'Quang Trung, TP Hà Giang, Hà Giang',
      '= Quang Trung | Hà Giang | Hà Giang → Phường Hà Giang 2 / Phường Hà Giang 1',
    ],
    ['Yên Sơn - Tuyên Quang', '~ - | Yên Sơn | Tuyên Quang → chưa rõ'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))
})

describe('papers of other times', () => {
  it.each([
    ['xã Yên Sơn, tỉnh Tuyên Quang', '= Yên Sơn | - | Tuyên Quang → Xã Yên Sơn'],
    ['Minh Xuân, Tuyên Quang', '= Minh Xuân | - | Tuyên Quang → Phường Minh Xuân'],
    ['xã Phó Bảng, huyện Đồng Văn, tỉnh Tuyên Quang', '= Phó Bảng | Đồng Văn | Tuyên Quang → Xã Phố Bảng'],
    ['xã Hùng Lợi, huyện Yên Sơn, tỉnh Hà Tuyên', '= Hùng Lợi | Yên Sơn | Hà Tuyên → Xã Hùng Lợi'],
    ['xã An Tường, thị xã Tuyên Quang, tỉnh Hà Tuyên', '= An Tường | Tuyên Quang | Hà Tuyên → Phường An Tường'],
    [
      'xã Kim Phú, huyện Yên Sơn, tỉnh Tuyên Quang',
      '= Kim Phú | Yên Sơn | Tuyên Quang → Phường Mỹ Lâm / Phường Minh Xuân',
    ],
    ['xã Thượng Lâm, huyện Na Hang, tỉnh Tuyên Quang', '= Thượng Lâm | Na Hang | Tuyên Quang → Xã Thượng Lâm'],
    ['xã Thúy Loa, huyện Na Hang, tỉnh Tuyên Quang', '= Thúy Loa | Na Hang | Tuyên Quang → chưa rõ'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))
})

describe('spellings and lost ink', () => {
  it.each([
    ['xã Hoà An, huyện Chiêm Hoá, tỉnh Tuyên Quang', '= Hoà An | Chiêm Hoá | Tuyên Quang → Xã Hoà An'],
    ['xã Quý Quân, huyện Yên Sơn, tỉnh Tuyên Quang', '= Quý Quân | Yên Sơn | Tuyên Quang → Xã Lực Hành'],
    ['thị trấn Nà Hang, huyện Na Hang, tỉnh Tuyên Quang', '= Nà Hang | Na Hang | Tuyên Quang → Xã Nà Hang'],
    ['Xã Hùng Lơi, Huyên Yên Son, Tỉnh Tuyên Quang', '~ Hùng Lợi | Yên Sơn | Tuyên Quang → Xã Hùng Lợi'],
    ['xã Hùng Lợj, huyện Yên Sơn, tỉnh Tuyên Quang', '~ Hùng Lợi | Yên Sơn | Tuyên Quang → Xã Hùng Lợi'],
    ['xã Hùng Lợi, huyện Yên Xơn, tỉnh Tuyên Quang', '~ Hùng Lợi | Yên Sơn | Tuyên Quang → Xã Hùng Lợi'],
    ['Liên bang Nga', '~ - | - | - → chưa rõ'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))

  it('shows a name with a letter nothing explains, but does not take it', () => {
    const place = places.resolve('xã Hùng Bợi, huyện Yên Sơn, tỉnh Tuyên Quang')
    expect(place).not.toHaveProperty('currentCode')
    expect(place.candidates).toEqual([{ code: '02455', name: 'Xã Hùng Lợi' }])
  })

  it('knows units of the kind by their folded names', () => {
    expect([
      places.has('province', 'tuyen quang'),
      places.has('district', 'Yên Sơn'),
      places.has('commune', 'HUNG LOI'),
    ]).toEqual([true, true, true])
    expect([places.has('province', 'Yên Sơn'), places.has('commune', 'Paris')]).toEqual([false, false])
  })
})

describe('the layers of a place', () => {
  it('tells what was in force at the day, by the names of that day', () => {
    const then = (text: string, at: string) => places.explain(text, at).then.map(({ code, name }) => `${code} ${name}`)
    expect(then('xã Kim Phú, thành phố Tuyên Quang, tỉnh Tuyên Quang', '2019-05-01')).toEqual([
      '02497 Xã Kim Phú, Huyện Yên Sơn, Tỉnh Tuyên Quang',
    ])
    expect(then('phường Ỷ La, TP Tuyên Quang, tỉnh Tuyên Quang', '1985-01-01')).toEqual([
      '02215 Xã Ỷ La, Thị xã Tuyên Quang, Tỉnh Hà Tuyên',
    ])
    expect(then('xã Kim Phú, huyện Yên Sơn, tỉnh Tuyên Quang', '2026-01-01')).toEqual([
      '02509 Phường Mỹ Lâm, Tỉnh Tuyên Quang',
      '02215 Phường Minh Xuân, Tỉnh Tuyên Quang',
    ])
  })

  it('tells how each part was matched, and why', () => {
    const { parts, reasons } = places.explain('xã Hoà An, huyện Chiêm Hoa, tỉnh Tuyên Quang')
    expect(parts.map(({ match }) => match)).toEqual(['spelling', 'alike', 'same'])
    expect(reasons).toEqual(['misread'])
  })
})

describe('every commune of before 2025-07-01', () => {
  const communes = list.before.flatMap((province) =>
    province.districts.flatMap((district) =>
      district.communes.map(([, commune, codes]) => ({ province, district, commune, codes })),
    ),
  )

  it('is found by commune, district and province, with today’s unit or all of them', () => {
    let unsure = 0
    const wrong = communes.filter(({ province, district, commune, codes }) => {
      const { place, isExact } = places.read(`${commune}, ${district.name}, ${province.name}`, '2025-06-30')
      const found = place.currentCode ?? place.candidates?.map(({ code }) => code).join(' ')
      unsure += isExact ? 0 : 1
      return place.commune !== unitName(commune).name || found !== codes
    })
    expect(communes).toHaveLength(10_035)
    // Those with a sister unit one sign away (Hải Ninh, Hải Minh), and wards that are mere numbers.
    expect(unsure).toBeLessThan(300)
    expect(wrong.map(({ commune, district }) => `${commune}, ${district.name}`)).toEqual([])
  })

  it('is found as fast in bare names, and never wrongly', () => {
    const wrong = communes.filter(({ province, district, commune, codes }) => {
      const names = [commune, district.name, province.name].map((name) => unitName(name).name)
      const { currentCode } = places.resolve(names.join(' - '))
      return currentCode !== undefined && !codes.split(' ').includes(currentCode)
    })
    expect(wrong.map(({ commune, district }) => `${commune}, ${district.name}`)).toEqual([])
  })
})

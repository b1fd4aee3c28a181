// Receivers as data: the shipped profiles hold every field, a province's own stands on them, and nothing is bent to fit.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { loadProfiles } from '../../pipeline/adapters/profiles.ts'
import { checkProfile } from '../../pipeline/core/profile/check-profile.ts'
import { mapRecord } from '../../pipeline/core/profile/map-record.ts'
import { resolveProfile } from '../../pipeline/core/profile/resolve-profile.ts'
import { personSubject } from '../../pipeline/core/profile/subject.ts'
import { DerivedProfile, Profile, type FieldCode, type OutValue, type Value } from '../../schemas/index.ts'
import { cleanValues } from '../support/clean-person.ts'
import { aPerson, told } from '../support/releases.ts'

const files = loadProfiles()
const tt06 = resolveProfile('tt06-2023', files)
const { lists } = loadKnowledge()

describe('the shipped profiles', () => {
  it.each([...files.keys()])(
    '%s is sound, and every field and cell of the catalogue leaves or is told why not',
    (name) => {
      const { problems, unnamed, optionalHere } = checkProfile(resolveProfile(name, files))
      expect({ problems, unnamed, optionalHere }).toEqual({ problems: [], unnamed: [], optionalHere: [] })
    },
  )

  it('have the same shape in three formats', () => {
    const shape = (name: string) => resolveProfile(name, files).messages
    expect(shape('tt06-2023-xlsx')).toEqual(tt06.messages)
    expect(shape('tt06-2023-xml')).toEqual(tt06.messages)
    expect(['tt06-2023', 'tt06-2023-xlsx', 'tt06-2023-xml'].map((name) => resolveProfile(name, files).format)).toEqual([
      'json',
      'xlsx',
      'xml',
    ])
  })
})

describe("a province's own profile", () => {
  const derived = (more: object) => {
    const own = DerivedProfile.parse({ profile: 'tinh', basedOn: 'tt06-2023', ...more })
    return resolveProfile('tinh', new Map([...files, ['tinh', own]]))
  }

  it('changes names, duties and words without code', () => {
    const profile = derived({
      date: 'dd/MM/yyyy',
      codeLists: { gioiTinh: { vi: 'Giới tính', codes: { Nam: 'M', Nữ: 'F' } } },
      elements: {
        'dossiers.thongTinChung.gioiTinh': { name: 'gender' },
        'dossiers.thongTinChung.ngaySinh': { precision: 'day' },
      },
    })
    const { body, lacking } = mapped({}, profile)
    expect(body.thongTinChung).toMatchObject({ gender: 'F', ngaySinh: '12/04/1985' })
    expect(lacking).toEqual([])
  })

  it('is refused when it changes what is not there, or stands on itself', () => {
    expect(() => derived({ elements: { 'dossiers.thongTinChung.khongCo': { name: 'x' } } })).toThrow(/khongCo/u)
    const circle = DerivedProfile.parse({ profile: 'a', basedOn: 'a' })
    expect(() => resolveProfile('a', new Map([['a', circle]]))).toThrow(/dựa vòng quanh/u)
  })

  it('is told what is wrong with it: unknown fields, lists, names used twice', () => {
    const broken = structuredClone(tt06)
    const group = broken.messages.dossiers.sections.find(({ name }) => name === 'thongTinChung')
    group?.elements.push(
      { name: 'moi', vi: 'Mới', type: 'text', from: { field: 'shoeSize' } },
      { name: 'ma', vi: 'Mã', type: 'code', list: 'khongCo' },
      { name: 'ngaySinh', vi: 'Ngày sinh', type: 'date', from: { field: 'birthDate' } },
    )
    const { problems } = checkProfile(Profile.parse(broken))
    expect(problems).toEqual([
      'dossiers.thongTinChung.moi: danh mục trường không có "shoeSize"',
      'dossiers.thongTinChung.ma: kiểu code cần một danh mục có trong codeLists',
      'dossiers.thongTinChung.ngaySinh: tên này dùng hai lần',
      'dossiers: hai nhóm cùng có "ngaySinh"',
    ])
  })
})

function mapped(change: Partial<Record<FieldCode, Value | OutValue>>, profile = tt06) {
  const values = Object.entries({ ...cleanValues, ...change }).map(([field, value]) => [
    field,
    typeof value === 'object' && 'status' in value ? value : told(value),
  ])
  const person = { ...aPerson('p', ['A']), values: Object.fromEntries(values), tables: {} }
  return mapRecord(personSubject(person, ['A'], 'Tỉnh Tuyên Quang'), profile.messages.dossiers, profile, lists)
}
const whys = (of: readonly { path: string; why: string }[]) => of.map(({ path, why }) => `${path} ${why}`)

describe('a value that does not fit stays away, and the record says why', () => {
  it('a year alone is never made a day', () => {
    const { body, leftOut } = mapped({ citizenIdDate: '2021', recruitmentDate: '2008-08' })
    expect(whys(leftOut)).toEqual(['thongTinChung.ngayCapCanCuoc too_coarse'])
    expect(body.tuyenDungDoanThe).toMatchObject({ ngayTuyenDung: '2008-08' })
  })

  it('a word that is not in the list of the receiver holds the record where it is mandatory', () => {
    expect(whys(mapped({ ethnicity: 'Người sao Hỏa' }).lacking)).toEqual(['thongTinChung.danToc not_in_list'])
    expect(whys(mapped({ bloodGroup: 'XY' }).leftOut)).toEqual(['sucKhoe.nhomMau not_in_list'])
  })

  it('what was read with doubt does not leave until a person has decided, unless the receiver takes any', () => {
    const doubtful = { ...told('Hoàng Thị Mai'), grade: 'doubtful' } as const
    expect(whys(mapped({ fullName: doubtful }).lacking)).toEqual(['thongTinChung.hoVaTenKhaiSinh not_trusted'])
    expect(mapped({ fullName: { ...doubtful, source: { kind: 'steward' } } }).lacking).toEqual([])
    expect(mapped({ fullName: doubtful }, { ...tt06, trust: 'any' }).lacking).toEqual([])
  })

  it('a number with a letter, a text too long, a letter no file can hold', () => {
    const { leftOut } = mapped({ socialInsuranceNo: '08O8001234', otherName: 'x'.repeat(201), mainDuty: 'a\u0001b' })
    expect(whys(leftOut)).toEqual([
      'thongTinChung.tenGoiKhac too_long',
      'thongTinChung.soBaoHiemXaHoi other_form',
      'chucVu.congViecChinh bad_character',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { interpret } from '../../pipeline/core/values/index.ts'
import { type FieldCode, fieldOf, type Value } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const of = (field: FieldCode, raw: string) => interpret(fieldOf(field), raw, knowledge)

/** `= value` is sure, `~ value` found by a tolerant comparison, `? candidates` left to a person. */
function told(field: FieldCode, raw: string): string {
  const meaning = of(field, raw)
  if (meaning.status === 'blank') return 'blank'
  if (meaning.status === 'unparsed') return ['?', ...meaning.candidates.map(({ value }) => word(value))].join(' ')
  return `${meaning.isExact ? '=' : '~'} ${word(meaning.value)}`
}

const word = (value: Value): string => (typeof value === 'object' ? value.text : String(value))

const cases = (field: FieldCode, all: readonly (readonly [raw: string, told: string])[]) =>
  it.each(all)(`${field}: "%s" is told as "%s"`, (raw, expected) => expect(told(field, raw)).toBe(expected))

describe('a name of a person', () => {
  cases('fullName', [
    ['NGUYỄN THỊ HỒNG THẮM', '= Nguyễn Thị Hồng Thắm'],
    ['……NGUYỄN VĂN AN……………', '= Nguyễn Văn An'],
    ['Giàng A Chứ', '= Giàng A Chứ'],
    ['H’HEN NIÊ', "= H'Hen Niê"],
    ['Nguyễn thị Vượng', '= Nguyễn Thị Vượng'],
    ['ÐỖ VĂN ÐỨC', '= Đỗ Văn Đức'],
    ['HOÀNG QUỲNH NHƯ', '= Hoàng Quỳnh Như'],
    ['FÀNG A PÁO', '= Fàng A Páo'],
    ['An', '~ An'],
    ['NGUYỄNVĂN AN', '~ Nguyễnvăn An'],
    ['TRN VĂN AN', '~ Trn Văn An'],
    ['NGUYỄN V4N AN', '?'],
    ['NGUYỄN | AN', '?'],
    ['.............', 'blank'],
  ])
})

describe('a date', () => {
  cases('birthDate', [
    ['12 tháng 5 năm 1975', '= 1975-05-12'],
    ['ngày 12 tháng 5 năm 1975', '= 1975-05-12'],
    ['12/5/1975', '= 1975-05-12'],
    ['12-05-1975', '= 1975-05-12'],
    ['12.5.1975', '= 1975-05-12'],
    ['12 / 5 / 1975', '= 1975-05-12'],
    ['05/09/2003', '= 2003-09-05'],
    ['tháng 5/1975', '= 1975-05'],
    ['9-2003', '= 2003-09'],
    ['Tháng 9 năm 2003', '= 2003-09'],
    ['1975', '= 1975'],
    ['29/02/2000', '= 2000-02-29'],
    ['đến nay', '= nay'],
    ['hiện nay', '= nay'],
    ['Không', '= Không'],
    ['O5/09/2OO3', '~ 2003-09-05'],
    ['l2/5/1975', '~ 1975-05-12'],
    ['12|5|1975', '~ 1975-05-12'],
    ['1 2/5/1975', '~ 1975-05-12'],
    ['12 5 1975', '~ 1975-05-12'],
    ['12 thang 5 nam 1975', '~ 1975-05-12'],
    ['04 thóng 08 năm 2011', '~ 2011-08-04'],
    ['ngàv 05 thúng 01 nõm 2024', '~ 2024-01-05'],
    ['05 thúng 13 năm 2024', '?'],
    ['1 2/1975', '? 1975-02-01 1975-12'],
    ['31/02/1980', '?'],
    ['29/02/1900', '?'],
    ['5/13/1980', '?'],
    ['1/1/1850', '?'],
    ['12/5/75', '? 1975-05-12 2075-05-12'],
    ['12051975', '? 1975-05-12'],
    ['00/00/1975', '? 1975'],
    ['khoảng 1975', '? 1975'],
    ['9/1995 - 6/1999', '? 1995-09 1999-06'],
    ['…/…/…', 'blank'],
    ['..... tháng ..... năm .....', 'blank'],
    ['ngày .... tháng .... năm 20....', 'blank'],
  ])
})

describe('a place on the dotted lines of the form', () => {
  cases('hometown', [
    [
      'Xã ...Hùng Lợi..., Huyện ...Yên Sơn..., Tỉnh ...Tuyên Quang...',
      '= Xã Hùng Lợi, Huyện Yên Sơn, Tỉnh Tuyên Quang',
    ],
    ['Xã ......, Huyện ...Yên Sơn..., Tỉnh ...Tuyên Quang...', '= Xã, Huyện Yên Sơn, Tỉnh Tuyên Quang'],
    ['Xã ......, Huyện ......, Tỉnh ......', 'blank'],
  ])
})

describe('a word of a code list', () => {
  cases('gender', [
    ['Nam', '= Nam'],
    ['NỮ', '= Nữ'],
    ['Nừ', '~ Nữ'],
    ['Nam, nữ', '? Nam Nữ'],
    ['Nan', '? Nam'],
  ])
  cases('ethnicity', [
    ['Tày', '= Tày'],
    ['Mông', '= Hmông'],
    ["H'Mông", '= Hmông'],
    ['Mèo', '= Hmông'],
    ['Cao Lan', '= Sán Chay'],
    ['Khơ me', '= Khơ-me'],
    ['Tầy', '~ Tày'],
    ['Nung', '~ Nùng'],
    ['Tàu', '~ Hoa'],
    ['Sán Dlu', '~ Sán Dìu'],
    ['Thổ', '~ Thổ'],
    ['Trại', '? Dao Sán Dìu'],
    ['Kinh, Tày', '? Kinh Tày'],
  ])
  cases('religion', [
    ['Không', '= Không'],
    ['Lương', '= Không'],
    ['Thiên Chúa giáo', '= Công giáo'],
    ['Khong', '~ Không'],
    ['', 'blank'],
  ])
  cases('bloodGroup', [
    ['O', '= O'],
    ['0', '= O'],
    ['B Rh+', '= B Rh+'],
    ['O Rh-.....', '= O Rh-'],
    ['4', '? A'],
  ])
  cases('politicalTheory', [
    ['Trung cấp', '= Trung cấp'],
    ['Trung câp', '~ Trung cấp'],
    ['Đang học cao cấp', '= Đang học cao cấp'],
  ])

  it('gives the code of the list with the official word, and none to an open word', () => {
    expect(of('ethnicity', 'Mông')).toMatchObject({ value: 'Hmông', code: '08' })
    expect(of('religion', 'Không')).toMatchObject({ value: 'Không', code: '99' })
    expect(of('health', 'Đủ sức khỏe')).not.toHaveProperty('code')
  })

  it('shows Tày beside Thổ, since in the north the word was used for both', () => {
    expect(of('ethnicity', 'Thổ')).toMatchObject({ candidates: [{ value: 'Tày', code: '02' }, { value: 'Khơ-me' }] })
  })
})

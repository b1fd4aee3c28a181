import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { interpret } from '../../pipeline/core/values/index.ts'
import { type FieldDefinition, fieldOf, tables } from '../../schemas/index.ts'

const knowledge = loadKnowledge()

/** `sure`, or what is offered instead. */
function told(definition: FieldDefinition, raw: string): string {
  const meaning = interpret(definition, raw, knowledge)
  if (meaning.status !== 'read') return meaning.status
  if (meaning.isExact) return 'sure'
  const names = meaning.candidates.map(({ value }) => (typeof value === 'object' ? value.text : String(value)))
  return ['unsure', ...names].join(' | ')
}

const cases = (title: string, definition: FieldDefinition, all: readonly (readonly [raw: string, told: string])[]) => {
  describe(title, () => {
    it.each(all)('"%s": %s', (raw, expected) => expect(told(definition, raw)).toBe(expected))
  })
}

cases('the words of a text', fieldOf('highestQualification'), [
  ['Trung cấp Y sĩ đa khoa', 'sure'],
  ['Cử nhân Sưphạm Ngữ văn', 'unsure | Cử nhân Sư phạm Ngữ văn'],
  ['V sĩ đa khoa', 'unsure | Y sĩ đa khoa'],
  ['Cử nhân Khuổốiii', 'unsure'],
  ['Cử nhân QLNN, BSCKII; khóa V; hạng IV; chứng chỉ B', 'sure'],
  ['Tốt nghiệp THPT, PTDTBT, GD&ĐT, TP. Hà Nội', 'sure'],
  ['Học tại Moskva, Liên Xô; Microsoft Excel, IC3', 'sure'],
  ['Cu nhan Chuyen', 'unsure'],
])

cases('usual words together', fieldOf('strength'), [
  ['Khám bệnh, chữa bệnh', 'sure'],
  ['Khóm bệnh, chữa bệnh', 'unsure | Khám bệnh, chữa bệnh'],
  ['Chiến sĩ thi dua cơ sở năm 2022', 'unsure | Chiến sĩ thi đua cơ sở năm 2022'],
  ['CHIẾN SĨ THI DUA', 'unsure | CHIẾN SĨ THI ĐUA'],
  ['Trường Đại học Y Dược Thái Nguyên', 'sure'],
  ['Phó Tram.trưởng', 'unsure'],
  ['Sổ sách, chứng từ v.v. của xã', 'sure'],
  ['Khai thác tài nguyên', 'sure'],
])

cases('places within a text', tables.family.cells.detail, [
  ['Buôn bán; thôn Phia Đén, xã Bản Díu, huyện Xín Mần, tỉnh Hà Giang', 'sure'],
  [
    'Buôn bán; thôn Phia Đén, xã Bán Díu, huyện Xín Mần, tỉnh Hà Giang',
    'unsure | Buôn bán; thôn Phia Đén, xã Bản Díu, huyện Xín Mần, tỉnh Hà Giang',
  ],
  ['Cán bộ xã Hùng Lợi', 'sure'],
])

cases('a name near an official one', fieldOf('rankName'), [
  ['Chuyên viên', 'sure'],
  ['Giáo viên THCS hạng II', 'sure'],
  ['Bác sỹ', 'sure'],
  ['Hạt phó kiêm nhiệm', 'sure'],
  ['Chuyện viên', 'unsure | Chuyên viên'],
  ['chuyên viên', 'unsure | Chuyên viên'],
])
cases('a relation', tables.family.cells.relation, [
  ['Mẹ chồng', 'sure'],
  ['Mẹchồng', 'unsure | Mẹ chồng'],
  ['vợ', 'unsure | Vợ'],
  ['Chú', 'sure'],
])
cases('a way of training', tables.education.cells.mode, [
  ['Tại chức', 'sure'],
  ['Bồidưỡng', 'unsure | Bồi dưỡng'],
])

cases("a person's name", fieldOf('fullName'), [
  ['Ma Thị Hồng Thắm', 'sure'],
  ['LY SEO PHỦ', 'sure'],
  ["H'Hen Niê", 'sure'],
  ["N'guyễn Văn An", 'unsure'],
  ['CHẨU THỊ PHƯỢNG', 'sure'],
  ['CHẤU THỊ PHƯỢNG', 'unsure | Châu Thị Phượng | Chẩu Thị Phượng'],
  ['ĐĂNG QUANG HUY', 'unsure | Đặng Quang Huy'],
  ['Trấn Quang Minh', 'unsure | Trần Quang Minh'],
  ['Bxk Văn An', 'unsure'],
  ['Nguyễn Văn Khóa', 'unsure | Nguyễn Văn Khoa'],
])

cases('a place', fieldOf('currentAddress'), [
  ['Thôn Khuổi Phầy, xã Việt Hồng, huyện Bắc Quang, tỉnh Hà Giang', 'sure'],
  [
    'Thôn Nàtông, xã Việt Hồng, huyện Bắc Quang, tỉnh Hà Giang',
    'unsure | Thôn Nà tông, xã Việt Hồng, huyện Bắc Quang, tỉnh Hà Giang',
  ],
  ['xã Ea Kpam, huyện Cư M’gar, tỉnh Đắk Lắk', 'sure'],
])

cases('an open word of a list', fieldOf('politicalTheory'), [['Sơcấp xây dựng', 'unsure | Sơ cấp xây dựng']])

cases('codes of ranks', fieldOf('rankCode'), [
  ['01.003', 'sure'],
  ['V.07.03.29', 'sure'],
  ['76.118', 'unsure | 16.118'],
  ['99.999', 'unsure'],
])

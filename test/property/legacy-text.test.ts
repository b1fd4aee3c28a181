import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLegacyTables } from '../../pipeline/adapters/legacy-encodings.ts'
import { convertedByFont, convertedByLetters, decoded, encoded } from '../../pipeline/core/legacy-text.ts'

const tables = loadLegacyTables()
const lower = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'
const text =
  'Nông Thị Hường sinh ngày mười tháng chín tại xã Hùng Lợi huyện Yên Sơn được tuyển dụng vào ngạch chuyên viên'

describe.each(tables.map((table) => [table.encoding.encoding, table] as const))('text in %s', (_name, table) => {
  it('comes back letter by letter', () => {
    const letters = fc
      .array(fc.constantFrom(...lower, ' ', ',', '0', '7'), { maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(fc.property(letters, (given) => decoded(encoded(given, table), table) === given))
  })

  it('is known by its letters where no font is named', () => {
    const words = encoded(text, table).split(' ')
    expect(
      convertedByLetters(words, tables)
        .map((word) => word.text)
        .join(' '),
    ).toBe(text)
  })
})

describe('text of today', () => {
  it('is left as it is', () => {
    const words = text.split(' ')
    expect(convertedByLetters(words, tables)).toEqual(words.map((word) => ({ text: word, isUnsure: false })))
  })

  it('that is no Vietnamese in any encoding stays, and is never sure', () => {
    const words = ['Ωζ¥', 'qŵx', 'žřč', 'ðþx', 'æßw', 'øåz']
    const told = convertedByLetters(words, tables)
    expect(told.map((word) => word.text)).toEqual(words)
    expect(told.every(({ isUnsure }) => isUnsure)).toBe(true)
  })

  it('is converted by the name of its font, capitals by the font of capitals', () => {
    expect(convertedByFont('Hä vµ tªn', '.VnTime', tables)).toBe('Họ và tên')
    expect(convertedByFont('s¬ yÕu lý lÞch', 'ABCDEF+.VnTimeH', tables)).toBe('SƠ YẾU LÝ LỊCH')
    expect(convertedByFont('Hoï vaø teân', 'VNI-Times', tables)).toBe('Họ và tên')
    expect(convertedByFont('Họ và tên', 'Times New Roman', tables)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import {
  compareByGivenName,
  compareVietnamese,
  editDistance,
  fold,
  nfc,
  toneAwareDistance,
  unifyTones,
} from '../../pipeline/core/text.ts'

describe('comparing without tones', () => {
  it('loses tones, marks, case and extra spaces', () => {
    expect(fold('  NGUYỄN  Thị Hồng\u00a0Thắm ')).toBe('nguyen thi hong tham')
  })

  it('takes đ, Đ and the Icelandic Ð of old fonts for d', () => {
    expect(['đỏ', 'ĐỎ', 'ÐỎ'].map(fold)).toEqual(['do', 'do', 'do'])
    expect(nfc('Ðặng')).toBe('Đặng')
  })

  it('gives the same for composed and decomposed letters', () => {
    expect(fold('Hòa'.normalize('NFD'))).toBe(fold('Hòa'.normalize('NFC')))
  })
})

describe('the place of the tone mark', () => {
  it('does not tell two spellings of one syllable apart', () => {
    for (const [old, modern] of [
      ['hòa', 'hoà'],
      ['Thúy', 'Thuý'],
      ['khỏe', 'khoẻ'],
      ['TÓAN', 'TOÁN'],
    ] as const) {
      expect(unifyTones(old)).toBe(unifyTones(modern))
    }
  })

  it('still tells different tones and vowels apart', () => {
    expect(unifyTones('hòa')).not.toBe(unifyTones('hóa'))
    expect(unifyTones('hoa')).not.toBe(unifyTones('hòa'))
    expect(unifyTones('tân')).not.toBe(unifyTones('tần'))
  })
})

describe('distances', () => {
  it('count the letters to change', () => {
    expect(editDistance('hộ khẩu', 'bộ khẩu')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })

  it('give one more than the bound when it is passed', () => {
    expect(editDistance('Tuyên Quang', 'Hà Giang', 2)).toBe(3)
    expect(editDistance('a', 'abcdef', 2)).toBe(3)
  })

  it('count a lost tone or mark less than another letter', () => {
    expect(toneAwareDistance('Nông Thị Hồng', 'Nông Thi Hông')).toBeCloseTo(0.6)
    expect(toneAwareDistance('Đinh', 'Dinh')).toBeCloseTo(0.3)
    expect(toneAwareDistance('Lan', 'Lam')).toBe(1)
    expect(toneAwareDistance('Thuý', 'THÚY')).toBe(0)
  })
})

describe('the order of names', () => {
  it('follows the Vietnamese alphabet', () => {
    expect(['Đông', 'Dung', 'Ân', 'An', 'Ơn', 'Oanh'].sort(compareVietnamese)).toEqual([
      'An',
      'Ân',
      'Dung',
      'Đông',
      'Oanh',
      'Ơn',
    ])
  })

  it('sorts people by their given name first', () => {
    expect(['Đỗ Văn An', 'Ma Thị Bình', 'Bùi Văn An', 'An Thị Chi'].sort(compareByGivenName)).toEqual([
      'Bùi Văn An',
      'Đỗ Văn An',
      'Ma Thị Bình',
      'An Thị Chi',
    ])
  })
})

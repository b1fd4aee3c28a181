import { describe, expect, it } from 'vitest'
import { compareCodePoints, compareFileNames } from '../../pipeline/core/file-order.ts'

const sorted = (...names: string[]) => [...names].sort(compareFileNames)

describe('files of a dossier', () => {
  it('are sorted by their numbers, not their digits', () => {
    expect(sorted('trang 10.jpg', 'trang 9.jpg', 'trang 1.jpg')).toEqual(['trang 1.jpg', 'trang 9.jpg', 'trang 10.jpg'])
  })

  it('are sorted as Vietnamese, đ after d', () => {
    expect(sorted('đơn.pdf', 'em.pdf', 'dân.pdf')).toEqual(['dân.pdf', 'đơn.pdf', 'em.pdf'])
  })

  it('of a folder stay together, sorted by the folder first', () => {
    expect(sorted('2/1.jpg', '10/1.jpg', '2/02.jpg', '1.jpg')).toEqual(['1.jpg', '2/1.jpg', '2/02.jpg', '10/1.jpg'])
  })

  it('that the collation takes for equal have an order nevertheless', () => {
    expect(compareFileNames('01.jpg', '1.jpg')).toBe(-compareFileNames('1.jpg', '01.jpg'))
    expect(compareFileNames('01.jpg', '1.jpg')).not.toBe(0)
  })
})

describe('ids', () => {
  it('are ordered by code point, as the database orders them', () => {
    expect(['\u{1F600}', '\uFF00', 'đ', 'z'].sort(compareCodePoints)).toEqual(['z', 'đ', '\uFF00', '\u{1F600}'])
  })
})

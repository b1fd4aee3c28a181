import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clearly, closestOf } from '../../pipeline/core/knowledge/closest.ts'
import { confusionOf } from '../../pipeline/core/knowledge/confusion.ts'
import { ConfusionList } from '../../schemas/index.ts'

const list = new URL('../../schemas/code-lists/confusions.json', import.meta.url)
const confusion = confusionOf(ConfusionList.parse(JSON.parse(readFileSync(list, 'utf8'))))
const closest = (names: readonly string[]) => closestOf(names, (name) => [name], confusion)

describe('how far a misreading is', () => {
  it.each([
    ['Thuỷ', 'Thủy', 0],
    ['Tày', 'Tay', 0.2],
    ['Sơn', 'Son', 0.3],
    ['Đạo', 'Dạo', 0.2],
    ['Sơn Nam', 'Sơn Narn', 0.3],
    ['Yên Sơn', 'Yên Xơn', 0.5],
    ['Yên Sơn', 'YênSơn', 0.2],
    ['Hùng Lợi', 'Hùng Bợi', 1],
  ])('%s read as %s: %d', (a, b, expected) => {
    expect(confusion.distance(a, b)).toBeCloseTo(expected)
    expect(confusion.distance(b, a)).toBeCloseTo(expected)
  })

  it('says only that it is too far', () => expect(confusion.distance('Tuyên Quang', 'Hà Giang', 1)).toBe(Infinity))
})

describe('the entry meant', () => {
  it('is the one clearly nearest, with every letter explained', () => {
    expect(clearly(closest(['Nùng', 'Mường']).near('Nủng'))).toBe('Nùng')
    expect(clearly(closest(['Kiến Thiết', 'Kiên Đài']).near('Kiến Thlết'))).toBe('Kiến Thiết')
  })

  it('is left open between two that are near, and where a letter has no likeness', () => {
    expect(clearly(closest(['Tân An', 'Tân Ân']).near('Tân Ăn'))).toBeUndefined()
    expect(clearly(closest(['Hùng Lợi']).near('Hùng Bợi'))).toBeUndefined()
  })

  it('is never told by a digit or by two letters of three', () => {
    expect(clearly(closest(['Phường 1']).near('Phường 7'))).toBeUndefined()
    expect(clearly(closest(['Nam', 'Nữ']).near('Nan'))).toBeUndefined()
  })
})

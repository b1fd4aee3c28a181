// What becomes of the engine's words: lost spaces are found again in the picture, foreign signs are told as ours.
import { describe, expect, it } from 'vitest'
import { withOurSigns } from '../../pipeline/adapters/engine-signs.ts'
import type { Grid } from '../../pipeline/adapters/imaging/grid.ts'
import { splitAtGaps } from '../../pipeline/adapters/word-gaps.ts'

const HEIGHT = 20

/** Signs of ten pixels each on white paper, every one followed by the given gap. */
function printed(signs: readonly (readonly [text: string, gap: number, height?: number])[], confidence = 90) {
  const width = signs.reduce((sum, [, gap]) => sum + 10 + gap, 0)
  const image: Grid = { width, height: HEIGHT, data: new Uint8Array(width * HEIGHT).fill(255) }
  let left = 0
  const symbols = signs.map(([text, gap, height = HEIGHT]) => {
    const bbox = { x0: left, x1: left + 10, y0: 0, y1: height }
    for (let y = 0; y < HEIGHT; y += 1) image.data.fill(0, y * width + left, y * width + left + 10)
    left += 10 + gap
    return { text, bbox }
  })
  const text = signs.map(([sign]) => sign).join('')
  const word = { text, confidence, bbox: { x0: 0, x1: width, y0: 0, y1: HEIGHT }, symbols }
  return { word, image }
}

const split = (signs: readonly (readonly [string, number])[]) => {
  const { word, image } = printed(signs)
  return splitAtGaps(word, image, HEIGHT).map(({ text }) => text)
}

describe('a word with a gap as wide as a space', () => {
  it('is two words, each with its own place and the confidence of the whole', () => {
    const { word, image } = printed([
      ['B', 2],
      ['ồ', 2],
      ['i', 8],
      ['d', 2],
      ['ư', 0],
    ])
    expect(splitAtGaps(word, image, HEIGHT)).toEqual([
      { text: 'Bồi', confidence: 90, bbox: { x0: 0, x1: 34, y0: 0, y1: HEIGHT } },
      { text: 'dư', confidence: 90, bbox: { x0: 42, x1: 64, y0: 0, y1: HEIGHT } },
    ])
  })

  it('stays one word when its letters are only widely set, or a narrow digit stands among digits', () => {
    const wide = [...'CÔNG'].map((letter) => [letter, 5] as const)
    expect(split(wide)).toEqual(['CÔNG'])
    expect(
      split([
        ['2', 3],
        ['0', 6],
        ['1', 6],
        ['1', 0],
      ]),
    ).toEqual(['2011'])
  })

  it('stays one word when the dots of an ellipsis part', () => {
    expect(split([...'...'].map((dot) => [dot, 9] as const))).toEqual(['...'])
  })

  it('is split at every column it runs over', () => {
    const cells = ['2', '3', '4'].map((step) => [step, 12] as const)
    expect(split(cells)).toEqual(['2', '3', '4'])
  })

  it('stays whole where the engine does not know where its signs stand', () => {
    const { word, image } = printed([
      ['n', 8],
      ['h', 0],
    ])
    const stretched = word.symbols.map((sign) =>
      sign.text === 'h' ? { ...sign, bbox: { ...sign.bbox, x1: 90 } } : sign,
    )
    expect(splitAtGaps({ ...word, symbols: stretched }, image, HEIGHT)).toHaveLength(1)
  })
})

describe('a sign that is not ours', () => {
  const told = (...signs: (readonly [string, number])[]) => {
    const { word } = printed(signs.map(([text, height]) => [text, 1, height] as const))
    const { text, confidence } = withOurSigns(word, HEIGHT)
    return [text, confidence]
  }

  it('is Y when it bears no mark, even when it was read twice', () => {
    expect(told(['Ÿ', 20], ['ê', 24], ['n', 15])).toEqual(['Yên', 90])
    expect(told(['Y', 20], ['Ÿ', 20])).toEqual(['Y', 90])
  })

  it('leaves the word in doubt when a mark stands above it, which may be a tone', () => {
    expect(told(['Ÿ', 26])).toEqual(['Y', 40])
  })

  it('is a slash when tall and a decimal comma when short', () => {
    expect(told(['4', 20], ['⁄', 20], ['4', 20])).toEqual(['4/4', 90])
    expect(told(['3', 20], ['⁄', 6], ['2', 20], ['6', 20])).toEqual(['3,26', 90])
  })

  it('is the Đ of Vietnam when it is the Ð of Iceland', () => {
    expect(told(['Q', 20], ['Ð', 20])).toEqual(['QĐ', 90])
  })
})

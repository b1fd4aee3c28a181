import { describe, expect, it } from 'vitest'
import { isSyllable } from '../../pipeline/core/knowledge/syllables.ts'

describe('a syllable', () => {
  const possible = `nghiêng khuỷu giếng gì gìn quốc quý quyển quới hòa hoà thúy thuý mỹ kỷ yêu ý ỷ uống ương oanh thuở
    rượu khuya Phẩy CHẨU ĐẶNG ngoằn ngoèo xoong`.split(/\s+/u)
  it.each(possible)('of Vietnamese may be "%s"', (syllable) => expect(isSyllable(syllable)).toBe(true))

  it.each([
    ['Bồidưỡng', 'two run together'],
    ['khuổối', 'two tones'],
    ['lơø', 'a letter Vietnamese does not have'],
    ['nge', 'ng before e'],
    ['cêt', 'c before ê'],
    ['mat', 'no tone before a stop'],
    ['màt', 'a falling tone before a stop'],
    ['haò', 'the tone beside the heart of the rhyme'],
    ['tiên̉', 'the tone on a consonant'],
    ['boa', 'a rounded rhyme after a lip sound'],
    ['v', 'no vowel'],
    ['', 'nothing'],
  ])('is not "%s": %s', (text) => expect(isSyllable(text)).toBe(false))
})

// What becomes of a page by how it was scanned and how it was read.
import { describe, expect, it } from 'vitest'
import { pageVerdict } from '../../pipeline/core/page-verdict.ts'
import { scanFlaws } from '../../pipeline/core/scan-flaws.ts'
import type { PageImage, PageText, ScanQuality } from '../../schemas/index.ts'
import { goodQuality } from '../support/scan-quality.ts'

const image = (quality: Partial<ScanQuality> = {}, more: Partial<PageImage> = {}): PageImage => ({
  pageId: 'p',
  sha256: '0'.repeat(64),
  display: 'p.jpg',
  reading: 'p.png',
  isBlank: false,
  width: 1654,
  height: 2339,
  dpi: 200,
  turn: 0,
  skewDegrees: 0,
  quality: { ...goodQuality, ...quality },
  rulings: { horizontal: [], vertical: [] },
  ...more,
})
const text = (confidence: number, words = 200): PageText => {
  const word = { text: 'chữ', box: [0.1, 0.1, 0.1, 0.01] as const, confidence }
  const line = { box: [...word.box] as [number, number, number, number], words: [] }
  const all = Array.from({ length: words }, () => ({ ...word, box: [...word.box] as [number, number, number, number] }))
  return { pageId: 'p', lines: words === 0 ? [] : [{ ...line, words: all }], rulings: { horizontal: [], vertical: [] } }
}
const codes = (verdict: ReturnType<typeof pageVerdict>) => [verdict.verdict, ...verdict.reasons.map(({ code }) => code)]

describe('the verdict on a scanned page', () => {
  it('is good for a page that shows no flaw and reads well', () => {
    expect(codes(pageVerdict({ image: image(), text: text(0.95) }))).toEqual(['good'])
  })

  it('asks for a new scan of a page that could not be read, in the words of the failure', () => {
    const { verdict, reasons } = pageVerdict({ failure: 'Tệp ảnh bị hỏng. Hãy quét lại.' })
    expect([verdict, reasons[0]?.vi]).toEqual(['rescan', 'Tệp ảnh bị hỏng. Hãy quét lại.'])
    expect(codes(pageVerdict({ image: image() }))).toEqual(['rescan', 'unreadable'])
  })

  it.each<[string, Partial<ScanQuality>]>([
    ['blurred', { edgePixels: 3.2 }],
    ['coarse', { scannedDpi: 120 }],
    ['small_letters', { letterPixels: 8 }],
    ['pale', { contrast: 0.2 }],
    ['grainy', { grain: 0.08 }],
  ])('sends a %s page back only when it reads badly', (code, quality) => {
    expect(codes(pageVerdict({ image: image(quality), text: text(0.95) }))).toEqual(['usable', code])
    expect(codes(pageVerdict({ image: image(quality), text: text(0.7) }))).toEqual(['rescan', code])
  })

  it.each<[string, Partial<ScanQuality>]>([
    ['cut_edge', { lettersAtEdge: 30 }],
    ['dark_area', { lettersAtDark: 30, darkShare: 0.3 }],
  ])('sends a page back whose writing is lost (%s), however well the rest reads', (code, quality) => {
    expect(codes(pageVerdict({ image: image(quality), text: text(0.96) }))).toEqual(['rescan', code])
  })

  it('accuses nobody of handwriting: what reads badly without a flaw is worth a look, no more', () => {
    expect(codes(pageVerdict({ image: image(), text: text(0.5) }))).toEqual(['usable', 'reads_badly'])
  })

  it('does not judge a photograph by the few words seen in it', () => {
    expect(codes(pageVerdict({ image: image(), text: text(0.3, 3) }))).toEqual(['good'])
  })

  it('leaves a small paper on a black ground alone', () => {
    expect(codes(pageVerdict({ image: image({ darkShare: 0.6 }), text: text(0.95) }))).toEqual(['good'])
  })

  it('leaves a blank page alone, but has a person look at one with traces of writing', () => {
    const { edgePixels: _, letterPixels: __, ...bare } = goodQuality
    const blank = { isBlank: true, quality: { ...bare, contrast: 0, scannedDpi: 100 } }
    expect(codes(pageVerdict({ image: image({}, blank) }))).toEqual(['good'])
    const traces = { isBlank: true, quality: { ...goodQuality, contrast: 0.09 } }
    expect(codes(pageVerdict({ image: image({}, traces) }))).toEqual(['usable', 'pale_or_blank'])
  })

  it('calls a black page black', () => {
    const { edgePixels: _, letterPixels: __, ...bare } = goodQuality
    const black = { ...bare, contrast: 0, paper: 0.02, darkShare: 1 }
    expect(codes(pageVerdict({ image: image({}, { quality: black }), text: text(0, 0) }))).toEqual([
      'rescan',
      'all_dark',
    ])
  })

  it('every flaw says what is wrong and what to do, and spoils before it loses', () => {
    for (const { vi, remedy, isBad, spoils, loses } of scanFlaws) {
      expect(`${vi} ${remedy}`).toMatch(/^\p{Lu}.+\. \p{Lu}.+\.$/u)
      if (loses !== undefined) expect(isBad === 'low' ? loses <= spoils : loses >= spoils).toBe(true)
    }
    expect(new Set(scanFlaws.map(({ code }) => code)).size).toBe(scanFlaws.length)
  })
})

// Slips and stacks: a page is named by its code, and in a stack it lies behind its slip.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackOf } from '../../pipeline/core/rescan-stack.ts'
import { rescanSlip, rescanWorksheets, type RescanEntry } from '../../pipeline/core/rescan-list.ts'
import { slipCodeOf, slipHexIn, slipHexOf } from '../../pipeline/core/slip-code.ts'

describe('the code of a slip', () => {
  it('comes back from whatever name a file with it bears', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (pageId) => {
        const code = slipCodeOf(pageId)
        expect(code).toMatch(/^QL(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u)
        for (const name of [
          `${code}.jpg`,
          code.toLowerCase(),
          `scan ${code.replaceAll('-', '')} (2).pdf`,
          code.replaceAll('-', '_'),
        ])
          expect(slipHexIn(name)).toBe(slipHexOf(pageId))
      }),
    )
  })

  it('forgives the letters people write for figures', () => {
    expect(slipHexIn('QL-OOOO-IIII-LLLL')).toBe(slipHexIn('QL-0000-1111-1111'))
  })

  it.each(['scan001.jpg', 'QL-12.jpg', 'QL-0000-0000-0000-0000.jpg', 'QL-UUUU-0000-0000.jpg'])(
    'is not in %s',
    (name) => {
      expect(slipHexIn(name)).toBeUndefined()
    },
  )
})

const slip = (code: string) => ({ slip: code, isBlank: false })
const page = { isBlank: false }
const blank = { isBlank: true }

describe('a stack of rescans', () => {
  it('gives each slip the page behind it, and passes over the blank backs of a duplex scan', () => {
    expect(stackOf([slip('a'), blank, page, blank, slip('b'), page])).toEqual({
      rescans: [
        { slip: 'a', page: 3 },
        { slip: 'b', page: 6 },
      ],
      problems: [],
    })
  })

  it('takes a slip printed on both sides for one slip', () => {
    expect(stackOf([slip('a'), slip('a'), page]).rescans).toEqual([{ slip: 'a', page: 3 }])
  })

  it('guesses nothing: two pages behind a slip, none, or a page without a slip are told', () => {
    const { rescans, problems } = stackOf([page, slip('a'), page, page, slip('b'), slip('c'), page])
    expect(rescans).toEqual([{ slip: 'c', page: 7 }])
    expect(problems).toHaveLength(3)
  })
})

const entry: RescanEntry = {
  code: 'QL-0000-0000-0000',
  dossier: 'A',
  path: '1.pdf',
  page: 2,
  replaced: 1,
  verdict: 'rescan',
  reasons: [{ code: 'blurred', vi: 'Chữ bị nhòe.', remedy: 'Lau kính.' }],
  scannedDpi: 150,
}

describe('the rescan list', () => {
  it('parts what must be scanned again from what is worth a look', () => {
    const [again, look] = rescanWorksheets([entry, { ...entry, verdict: 'usable' }])
    expect(again?.rows).toEqual([['QL-0000-0000-0000', 'A', 2, '1.pdf', 'Chữ bị nhòe.', 'Lau kính.', 150, 1]])
    expect(look?.rows).toHaveLength(1)
  })

  it('a slip bears dossier, page, code, reason and remedy, and the code as QR', () => {
    const { blocks } = rescanSlip(entry, undefined)
    const told = JSON.stringify(blocks)
    for (const part of ['Hồ sơ: A', 'Trang: 2', 'QL-0000-0000-0000', 'Chữ bị nhòe.', 'Lau kính.', 'quét lại 1 lần'])
      expect(told).toContain(part)
    expect(told).toContain('"kind":"qr","text":"QL-0000-0000-0000"')
  })

  it('of a file without pages asks for the whole file under its old name', () => {
    const { page: _, ...whole } = entry
    expect(JSON.stringify(rescanSlip(whole, undefined))).toContain('cả tệp đúng tên cũ (1.pdf)')
  })
})

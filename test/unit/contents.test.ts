import { describe, expect, it } from 'vitest'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { contentsOf } from '../../pipeline/core/contents.ts'
import { serviceOf } from '../../pipeline/core/service-state.ts'
import { contentsLists } from '../../schemas/index.ts'

const paper = (kind: string, form = kind) => ({ kind, form, document: `D@${kind}` })

describe('the contents list', () => {
  it('names only kinds of papers that there are', () => {
    const kinds = new Set(loadPaperBook().kinds.map(({ kind }) => kind))
    const unknown = contentsLists
      .flatMap(({ items }) => items.flatMap((item) => item.kinds))
      .filter((kind) => !kinds.has(kind))
    expect(unknown).toEqual([])
  })

  it('of an official misses the papers of the original file and nothing of the yearly ones', () => {
    const { group, entries } = contentsOf({
      papers: [paper('resume', '2c-bnv-2008'), paper('birth-certificate')],
      rankCode: '01.003',
    })
    expect(group).toBe('officials')
    expect(entries.filter(({ isMissing }) => isMissing).map(({ item }) => item)).toEqual([
      '1.a',
      '1.c',
      '1.d',
      '1.d',
      '1.đ',
    ])
  })

  it('of a teacher asks for the criminal record and no life summary', () => {
    const { group, entries } = contentsOf({ papers: [paper('resume', 'hs02-vc')], rankCode: undefined })
    expect(group).toBe('employees')
    const missing = entries.filter(({ isMissing }) => isMissing).map(({ vi }) => vi)
    expect(missing).toContain('Phiếu lý lịch tư pháp')
    expect(missing.join()).not.toContain('Tiểu sử')
  })

  it('of nobody knows whom misses only what both lists ask for', () => {
    const { group, entries } = contentsOf({ papers: [], rankCode: undefined })
    expect(group).toBe('unknown')
    expect(entries.map(({ vi }) => vi).join()).not.toMatch(/Tiểu sử|tư pháp/u)
  })
})

describe('the state of the person', () => {
  const told = (kind: string, day: string | undefined, isSure = true) => ({ document: kind, kind, day, isSure })

  it('moves on with each paper, and its history stays', () => {
    const { state, since, history } = serviceOf([
      told('decision-retirement', '2024-03-01'),
      told('decision-recruitment', '1990-09-01'),
      told('decision-transfer', '2005'),
    ])
    expect([state, since]).toEqual(['retired', '2024-03-01'])
    expect(history.map(({ step }) => step)).toEqual(['recruited', 'moved', 'retired'])
  })

  it('goes back to serving when a later paper takes the person on again', () => {
    const { state } = serviceOf([told('decision-leaving', '2010-05-01'), told('decision-recruitment', '2012-01-01')])
    expect(state).toBe('serving')
  })

  it('is not sure where the day of a paper is not known', () => {
    expect(serviceOf([told('decision-retirement', undefined)])).toMatchObject({ state: 'retired', isSure: false })
    expect(serviceOf([told('decision-recruitment', '2012'), told('decision-leaving', undefined)])).toMatchObject({
      state: 'serving',
      isSure: false,
    })
  })
})

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { EnvironmentError } from '../../pipeline/core/errors.ts'
import { flawsOfPay, flawsOfPlaces, flawsOfRanks } from '../../pipeline/core/knowledge/flaws.ts'
import { codeListNames, PayList, PlaceList, RankList } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const shipped = new URL('../../schemas/code-lists/', import.meta.url)
const listed = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, shipped), 'utf8'))

describe('the lists that ship', () => {
  it.each(codeListNames)('%s: each official name is found by itself, whatever its case', (list) => {
    const index = knowledge.lists[list]
    for (const entry of index.entries) {
      expect(index.exact(entry.name)).toBe(entry)
      expect(index.exact(entry.name.toUpperCase())).toBe(entry)
      expect(index.folded(entry.name)).toContain(entry)
    }
  })

  it('has the 54 ethnic groups by the codes of 1979, in which Thổ is 24 and Hmông 08', () => {
    const list = knowledge.lists.ethnicity
    expect(list.entries.filter(({ code }) => Number(code) <= 54)).toHaveLength(54)
    expect(['Thổ', 'Mông', 'Pà Thẻn'].map((name) => list.exact(name)?.code)).toEqual(['24', '08', '46'])
  })

  it('knows the pay of a rank: step 5 of a chuyên viên is 3,66', () => {
    const rank = knowledge.pay.rank('01.003')
    expect(rank).toMatchObject({ name: 'Chuyên viên', group: 'A1' })
    expect(knowledge.pay.group(rank?.group ?? '')?.coefficients[4]).toBe(3.66)
  })

  it('leaves the group of a cán sự open, since a circular of 2021 moved it', () => {
    expect(knowledge.pay.rank('01.004')).toMatchObject({ groups: ['B', 'A0'] })
    expect(knowledge.pay.rank('01.004')).not.toHaveProperty('group')
  })

  it('knows 63 provinces of the citizen number', () => {
    expect(knowledge.citizenPlaces.province('002')).toBe('Hà Giang')
    expect(knowledge.citizenPlaces.province('008')).toBe('Tuyên Quang')
    expect(knowledge.citizenPlaces.province('003')).toBeUndefined()
  })

  it('has a digest that is the same at every load', () => {
    expect(loadKnowledge().digest).toBe(knowledge.digest)
  })
})

describe('a list copied wrong', () => {
  it('is seen by its step: the A1 scale of a public table has 3,36 for 3,66', () => {
    const pay = PayList.parse(listed('pay-nd204'))
    const misprinted = pay.groups.map((group) => ({
      ...group,
      coefficients: group.coefficients.map((coefficient) =>
        group.group === 'A1' && coefficient === 3.66 ? 3.36 : coefficient,
      ),
    }))
    expect(flawsOfPay({ ...pay, groups: misprinted })).toEqual(['nhóm A1 có bước nhảy không đều'])
  })

  it('is seen by a code that stands twice, an empty name, a pay group nobody knows', () => {
    const { groups } = PayList.parse(listed('pay-nd204'))
    const ranks = RankList.parse(listed('ranks'))
    const [first] = ranks.entries
    expect(flawsOfRanks({ ...ranks, entries: [...ranks.entries, ...(first ? [first] : [])] }, groups)).toHaveLength(1)
    expect(flawsOfRanks({ ...ranks, entries: [{ code: '99.999', name: ' ', group: 'A9' }] }, groups)).toHaveLength(2)
  })

  it('is seen by a commune that became one nobody knows', () => {
    const places = PlaceList.parse(listed('places'))
    const before = places.before.map((province) => ({ ...province, now: '00' }))
    expect(flawsOfPlaces({ ...places, before })).toHaveLength(63)
    expect(flawsOfPlaces({ ...places, now: places.now.slice(1) }).length).toBeGreaterThan(100)
    const earlier = places.earlier.map((unit) => ({ ...unit, became: '99999' }))
    expect(flawsOfPlaces({ ...places, earlier })).toHaveLength(places.earlier.length)
  })
})

describe('a folder of lists', () => {
  /** The shipped lists with one of them changed. */
  function loadWith(name: string, text: string): unknown {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'))
    try {
      cpSync(shipped, folder, { recursive: true })
      writeFileSync(join(folder, `${name}.json`), text)
      return loadKnowledge(pathToFileURL(`${folder}/`))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  it('stops the run before any work when a list contradicts itself, and says which and how', () => {
    const misprinted = readFileSync(new URL('pay-nd204.json', shipped), 'utf8').replace('3.66', '3.36')
    expect(() => loadWith('pay-nd204', misprinted)).toThrow(EnvironmentError)
    expect(() => loadWith('pay-nd204', misprinted)).toThrow(
      /Danh mục pay-nd204 bị sai: nhóm A1 có bước nhảy không đều\. Hãy sửa/u,
    )
  })

  it('stops the run when letters are decomposed, which no search would find', () => {
    const decomposed = readFileSync(new URL('gender.json', shipped), 'utf8').normalize('NFD')
    expect(() => loadWith('gender', decomposed)).toThrow(/Danh mục gender bị sai: dòng 3 không ở dạng/u)
  })

  it('stops the run when a list is no list, or is not there', () => {
    expect(() => loadWith('gender', '{')).toThrow(/Danh mục gender bị sai/u)
    expect(() => loadKnowledge(pathToFileURL('/nowhere/'))).toThrow(/Không đọc được danh mục/u)
  })

  it('has another digest when a list has changed', () => {
    const more = JSON.stringify({
      list: 'gender',
      vi: 'Giới tính',
      origin: 'thử',
      isVerified: false,
      entries: [{ code: '1', name: 'Nam' }],
    })
    expect(loadWith('gender', more)).not.toMatchObject({ digest: knowledge.digest })
  })
})

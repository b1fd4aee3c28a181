import { describe, expect, it } from 'vitest'
import { packageNames } from '../../pipeline/core/package-names.ts'

describe('file names of dossiers', () => {
  it('keeps an id that is a good name and replaces what another system cannot store', () => {
    const ids = ['Hồ sơ 01~2', 'a/b', '..', 'con', 'A', 'a', 'dòng\nmới', 'x'.repeat(400), '.']
    const names = packageNames(ids)
    expect(names.get('Hồ sơ 01~2')).toBe('Hồ sơ 01~2')
    for (const name of names.values()) expect(name).toMatch(/^[^./\\\n][^/\\\n]{0,200}$/)
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(ids.length)
    expect(packageNames(ids.toReversed())).toEqual(names)
  })
})

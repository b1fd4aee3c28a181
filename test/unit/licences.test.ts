// Every package that goes out with the program has a licence under which it may; told by the lock file alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const Package = z.looseObject({
  license: z.string().optional(),
  dev: z.boolean().optional(),
  integrity: z.string().optional(),
})
const Lock = z.object({ packages: z.record(z.string(), Package) })
const { packages } = Lock.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')),
)
const shipped = Object.entries(packages)
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, told]) => ({ ...told, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }))

const permissive = new Set(
  ['MIT', 'MIT/X11', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense'].concat([
    'CC0-1.0',
    'Zlib',
    'OFL-1.1',
  ]),
)

/** Named one by one, each with why it may go along all the same. */
const explained: readonly [name: RegExp, licence: string | undefined, why: string][] = [
  [
    /^@img\/sharp-libvips-/u,
    'LGPL-3.0-or-later',
    'a library of its own file, loaded at run time, that may be replaced',
  ],
  [/^@img\/sharp-win32-/u, 'Apache-2.0 AND LGPL-3.0-or-later', 'carries that library as a DLL beside'],
  [
    /^@img\/sharp-wasm32$/u,
    'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    'only for processors named wasm32 and FreeBSD, which we do not ship to',
  ],
  [/^elkjs$/u, 'EPL-2.0', 'comes with the Prisma command, unchanged; weak copyleft of its own files'],
  [/^seq-queue$/u, undefined, 'its LICENSE file is MIT, its package.json does not say so'],
  [/^buffers$/u, undefined, 'states no licence; comes with exceljs for reading streams, which is not used'],
]

/** One permissive choice of an OR is enough; of an AND every part counts. */
const isPermissive = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/gu, '')
    .split(/ OR /iu)
    .some((choice) => choice.split(/ AND /iu).every((part) => permissive.has(part)))

describe('the packages that go out with the program', () => {
  it('are permissive, or named here with a reason', () => {
    expect(shipped.length).toBeGreaterThan(200)
    const wrong = shipped.filter(
      ({ name, license }) =>
        !isPermissive(license ?? '') && !explained.some(([named, licence]) => named.test(name) && licence === license),
    )
    expect(wrong.map(({ name, license }) => `${name}: ${license ?? 'unknown'}`)).toEqual([])
    for (const [named] of explained)
      expect(
        shipped.some(({ name }) => named.test(name)),
        String(named),
      ).toBe(true)
  })

  it('tells strict licences from permissive ones', () => {
    const strict = ['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'LGPL-3.0-or-later', 'SSPL-1.0', 'UNLICENSED', '']
    expect(strict.filter(isPermissive)).toEqual([])
    expect(['(MIT OR GPL-3.0-or-later)', 'MIT and ISC', '(MIT AND Zlib)'].every(isPermissive)).toBe(true)
  })

  it('are held to their bytes', () => {
    expect(shipped.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true)).toEqual([])
  })
})

// `hoso link` as a user runs it: a CSV in, pairs and clusters out, trained without labels, and frozen the second time.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seeded } from '../../samples/random.ts'

const folder = await mkdtemp(join(tmpdir(), 'hoso-link-file-'))
const path = (name: string) => join(folder, name)
const hoso = (...words: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '..', '..', 'pipeline', 'hoso.mjs'), ...words], {
    encoding: 'utf8',
  })

/** 2,000 invented customers, every tenth twice with one field spoilt; the id tells who it is, the model never sees it. */
function customers(): string {
  const random = seeded('7')
  const word = (letters: number) =>
    Array.from({ length: letters }, () => 'abcdeghiklmnoprstuvy'[Math.floor(random() * 20)] ?? 'a').join('')
  const [names, towns] = [400, 60].map((count) => Array.from({ length: count }, () => word(7)))
  const one = (from: readonly string[] = []) => from[Math.floor(random() * from.length)] ?? ''
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0')
  const rows = Array.from({ length: 2000 }, (_, person) => {
    const cells = [one(names), one(names), digits(8), one(towns), digits(5)]
    const copy = cells.map((cell, at) =>
      at === Math.floor(random() * 5) ? '' : cell.replace(/^(.)(.)/u, random() < 0.1 ? '$2$1' : '$1$2'),
    )
    return [`${person}-a,${cells.join(',')}`, ...(person % 10 === 0 ? [`${person}-b,${copy.join(',')}`] : [])]
  })
  return `id,first name,last name,phone,town,"post, code"\n${rows.flat().join('\n')}\n`
}

const field = (name: string, from: string) => [name, { from, as: ['fold'] }]
const compared = (name: string) => ({
  comparison: name,
  levels: [
    { level: 'same', when: { equal: name } },
    { level: 'near', when: { damerau: name, atMost: 1 } },
    { level: 'else' },
  ],
})
const model = {
  version: 1,
  origin: 'test',
  columns: Object.fromEntries([
    field('first', 'first name'),
    field('last', 'last name'),
    field('phone', 'phone'),
    field('town', 'town'),
    field('post', 'post, code'),
  ]),
  blocking: [['phone'], ['first', 'last'], ['last', 'post'], ['first', 'post']],
  comparisons: ['first', 'last', 'phone', 'town', 'post'].map(compared),
}

it('finds the pairs of a list it never saw, by thresholds of its own, and again with the frozen model', async () => {
  await writeFile(path('list.csv'), customers())
  await writeFile(path('model.json'), JSON.stringify(model))
  const words = ['link', '--csv', path('list.csv'), '--id', 'id', '--json']
  const first = hoso(...words, '--model', path('model.json'), '--estimate', '--out', path('first'))
  expect(first.stderr).toBe('')
  expect(first.status).toBe(0)
  const [header, ...pairs] = (await readFile(path('first/pairs.csv'), 'utf8')).trimEnd().split('\r\n')
  expect(header).toBe('a,b,weight,probability,band')
  const same = pairs.filter((line) => line.endsWith(',same')).map((line) => line.split(','))
  const right = same.filter(([a, b]) => parseInt(a ?? '') === parseInt(b ?? ''))
  expect(right.length).toBeGreaterThan(190)
  expect(same.length - right.length).toBeLessThan(3)
  const clusters = (await readFile(path('first/clusters.csv'), 'utf8')).trimEnd().split('\r\n')
  expect(clusters).toHaveLength(1 + 2200)
  const again = hoso(...words, '--model', path('first/model.json'), '--out', path('again'))
  expect(again.status).toBe(0)
  for (const file of ['pairs.csv', 'clusters.csv'])
    expect(await readFile(path(`again/${file}`), 'utf8')).toBe(await readFile(path(`first/${file}`), 'utf8'))
})

it('says what is wrong with the model or the words, and exits 2', async () => {
  await writeFile(path('odd.json'), JSON.stringify({ ...model, treshold: 3 }))
  await writeFile(path('list.csv'), customers())
  const words = ['link', '--csv', path('list.csv'), '--id', 'id', '--out', path('odd')]
  const odd = hoso(...words, '--model', path('odd.json'))
  expect(odd).toMatchObject({ status: 2, stdout: '' })
  expect(odd.stderr).toContain('treshold')
  const bare = hoso(...words, '--model', path('model.json'))
  expect(bare).toMatchObject({ status: 2 })
  expect(bare.stderr).toContain('--estimate')
  expect(hoso('link', '--csv', path('list.csv'))).toMatchObject({ status: 2 })
})

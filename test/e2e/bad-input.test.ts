// Bad input among good: every file ends in one state, is named with what to do, and never stops the batch.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Config } from '../../pipeline/core/config.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import { ask, type Ended, hoso } from '../../samples/program.ts'
import { OutRecord } from '../../schemas/index.ts'

const scans = join(import.meta.dirname, '..', '..', 'samples', 'scans')
const letter = await readFile(join(scans, '009-not-a-form.pdf'))
const page = await readFile(join(scans, '005-blank-page', '001.jpg'))
const tiff = await readFile(join(scans, '012-one-bit.tif'))

async function pdfOf(pages: readonly (readonly [number, number])[]): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  for (const [width, height] of pages) made.addPage([width, height])
  return made.save({ addDefaultPage: false })
}
const sheet = (background: string) =>
  sharp({ create: { width: 1240, height: 1754, channels: 3, background } })
    .png()
    .toBuffer()

/** The TIFF of several pages, spoiled; its directories begin where byte 4 says. */
function spoiled(spoil: (bytes: Buffer, directory: number) => void): Uint8Array {
  const bytes = Buffer.from(tiff)
  spoil(bytes, bytes.readUInt32LE(4))
  return bytes
}
const nextOf = (bytes: Buffer, directory: number) => directory + 2 + bytes.readUInt16LE(directory) * 12

/** File name, its bytes, and what the dossier must come to: a word of the message, or how its page is counted. */
const inputs: readonly [name: string, bytes: () => Promise<Uint8Array> | Uint8Array, fate: string][] = [
  ['empty.pdf', () => new Uint8Array(), 'trống'],
  ['truncated.pdf', () => letter.subarray(0, 30_000), 'hỏng'],
  ['encrypted.pdf', () => readFile(join(scans, '010-encrypted.pdf')), 'mật khẩu'],
  ['text.pdf', () => Buffer.from('not a scan at all'), 'không phải bản quét'],
  ['word.docx', () => Buffer.from('PK\u0003\u0004'), 'không phải bản quét'],
  ['picture.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'không phải bản quét'],
  ['no-pages.pdf', () => pdfOf([]), 'hỏng'],
  ['too-many-pages.pdf', () => pdfOf(Array.from({ length: 2001 }, () => [595, 842] as const)), '2001 trang'],
  ['cut-in-two.tif', () => tiff.subarray(0, 5000), 'hỏng'],
  ['cut.jpg', () => page.subarray(0, 20_000), 'hỏng'],
  ['first-directory-outside.tif', () => spoiled((bytes) => bytes.writeUInt32LE(bytes.length + 9, 4)), 'mục lục trang'],
  [
    'directory-of-60000-entries.tif',
    () => spoiled((bytes, directory) => bytes.writeUInt16LE(60_000, directory)),
    'mục lục trang',
  ],
  [
    'directories-in-a-circle.tif',
    () => spoiled((bytes, directory) => bytes.writeUInt32LE(directory, nextOf(bytes, directory))),
    'mục lục trang',
  ],
  ['huge-box.pdf', () => pdfOf([[14_400, 14_400]]), 'blank'],
  ['thin-box.pdf', () => pdfOf([[14_400, 1]]), 'blank'],
  ['white.png', () => sheet('#ffffff'), 'blank'],
  ['black.png', () => sheet('#000000'), 'orphan'],
  ['Nguye\u0302\u0303n.pdf', () => letter, 'orphan'],
  ['Nguy\u1EC5n.pdf', () => new Uint8Array(), 'trống'],
  ['cmyk.jpg', () => sharp(page).toColourspace('cmyk').jpeg().toBuffer(), 'document'],
  ['sixteen-bit.png', () => sharp(page).toColourspace('rgb16').png().toBuffer(), 'document'],
  [
    'one-bit.png',
    () => sharp(page).greyscale().threshold(160).png({ palette: true, colours: 2 }).toBuffer(),
    'document',
  ],
  ['really-a-picture.pdf', () => page, 'document'],
]

/** Names as no scanner gives them, all that the file system takes; each is a blank page. */
const oddNames = ['a..', 'tab\tbed', 'two\nlines', '\u001b[2J', '%2e%2e%2fup', '..\\up', "'; --", '😀', 'x'.repeat(240)]
  .map((name) => `n${name}.pdf`)
  .filter((name) => process.platform !== 'win32' || !/[\p{Cc}\\]/u.test(name))

/** What a folder may hold besides files; opening some of it would never end. */
async function addOddThings(folder: string): Promise<string[]> {
  if (process.platform === 'win32') return []
  spawnSync('mkfifo', [join(folder, 'pipe.pdf')])
  await symlink('/dev/zero', join(folder, 'endless.pdf'))
  await symlink(join(folder, 'nowhere'), join(folder, 'lost.pdf'))
  await mkdir(join(folder, 'round'))
  await symlink(join(folder, 'round'), join(folder, 'round', 'again'))
  // To the administrator no folder is closed.
  const mayClose = process.getuid?.() !== 0
  if (mayClose) await mkdir(join(folder, 'closed'), { mode: 0 })
  return ['pipe', 'endless', 'lost', 'round', ...(mayClose ? ['closed'] : [])]
}

const Status = z.object({ pages: z.record(z.string(), z.int()), fates: z.record(z.string(), z.int()) })

/** Two spellings of one name are two dossiers. */
const expected = inputs.map(([name, , fate], index) => {
  const path = name.normalize('NFC')
  const isSecond = inputs.slice(0, index).some(([other]) => other.normalize('NFC') === path)
  const dossier = `${parse(path).name}${isSecond ? '~2' : ''}`
  return { name: path, dossier, scanId: `${dossier}/${path}`, fate }
})

describe('a batch of bad and good files', () => {
  let folder = ''
  let ended: Ended
  let records: OutRecord[] = []
  let oddThings: string[] = []
  const problems = new Map<string, string>()
  const fatesOf = new Map<string, string[]>()
  const inWorkspace = (words: readonly string[]) => [...words, '--workspace', join(folder, 'workspace')]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-bad-'))
    await mkdir(join(folder, 'scans', 'no files at all'), { recursive: true })
    for (const [name, bytes] of inputs) await writeFile(join(folder, 'scans', name), await bytes())
    const blank = await sheet('#fefefe')
    for (const name of [...oddNames, '.hidden.pdf', 'Thumbs.db']) await writeFile(join(folder, 'scans', name), blank)
    oddThings = await addOddThings(join(folder, 'scans'))
    ended = await hoso(inWorkspace(['run', join(folder, 'scans')]))
    records = z.array(OutRecord).parse(JSON.parse(await ask(inWorkspace(['records', '--json']))))
    await using store = await openWorkspace(Config.parse({ workspace: join(folder, 'workspace') }), process.env)
    for (const run of await store.database.stageRun.findMany({ where: { status: 'failed' } }))
      problems.set(run.unitId, run.message ?? '')
    for (const { dossier, fate } of await store.database.pageFate.findMany())
      fatesOf.set(dossier, [...(fatesOf.get(dossier) ?? []), fate])
  }, 600_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('goes on to the end and ends with 1', () => {
    expect(ended.code).toBe(1)
    expect(records).toHaveLength(inputs.length + 1 + oddNames.length + oddThings.length)
  })

  it.each(expected)('$dossier ($name) comes to: $fate', ({ dossier, scanId, fate }) => {
    expect(records.find((record) => record.dossier === dossier)?.held).toBe(true)
    const problem = problems.get(scanId) ?? problems.get(`${scanId}#1`)
    if (problem === undefined) expect(fatesOf.get(dossier)).toEqual([fate])
    else expect(problem).toContain(fate)
  })

  it('says of everything that failed what is wrong and what to do', () => {
    expect(problems.size).toBeGreaterThan(12)
    for (const problem of problems.values()) expect(problem).toMatch(/^[^.]+\. (?:Hãy|Nếu) [^.]+\.$/u)
  })

  it('takes in a page under any name', () => {
    for (const name of oddNames) expect(fatesOf.get(parse(name).name), name).toEqual(['blank'])
  })

  it('neither opens nor forgets what is no file', () => {
    for (const name of oddThings) {
      const told = [...problems].find(([unit]) => unit.startsWith(`${name}/`))?.[1]
      expect(told, name).toContain('Không mở được mục này')
    }
  })

  it('tells no name in a way that gives orders to the terminal', () => {
    expect(ended.err).not.toContain('\u001b[2J')
  })

  it('counts every page it could open exactly once, and both sums hold', async () => {
    const { pages, fates } = Status.parse(JSON.parse(await ask(inWorkspace(['status', '--json']))))
    const count = (fate: string) => inputs.filter(([, , each]) => each === fate).length
    const blank = count('blank') + oddNames.length
    // Of the cut picture nobody knows before it is drawn that its end is missing.
    const unreadable = 1
    expect(fates).toEqual({ blank, orphan: count('orphan'), document: count('document'), separator: 0, unreadable })
    const recognized = count('orphan') + count('document')
    expect(pages).toMatchObject({ blank, recognized, unreadable, total: blank + recognized + unreadable, pending: 0 })
  })
})

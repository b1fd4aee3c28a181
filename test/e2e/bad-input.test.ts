// Bad input among good: every file ends in one state, is named with what to do, and never stops the batch.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask, type Ended, hoso } from '../../samples/program.ts'
import { OutRecord } from '../../schemas/index.ts'

const scans = join(import.meta.dirname, '..', '..', 'samples', 'scans')
const letter = await readFile(join(scans, '009-not-a-form.pdf'))
const page = await readFile(join(scans, '005-blank-page', '001.jpg'))
const tiff = await readFile(join(scans, '012-one-bit.tif'))

async function pdfOf(pages: readonly [number, number][]): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  for (const size of pages) made.addPage(size)
  return made.save({ addDefaultPage: false })
}
const sheet = (background: string) =>
  sharp({ create: { width: 1240, height: 1754, channels: 3, background } })
    .png()
    .toBuffer()

/** File name, its bytes, and what the dossier must come to: a word of the message, or how its page is counted. */
const inputs: readonly [name: string, bytes: () => Promise<Uint8Array> | Uint8Array, fate: string][] = [
  ['empty.pdf', () => new Uint8Array(), 'trống'],
  ['truncated.pdf', () => letter.subarray(0, 30_000), 'hỏng'],
  ['text.pdf', () => Buffer.from('not a scan at all'), 'không phải bản quét'],
  ['word.docx', () => Buffer.from('PK\u0003\u0004'), 'không phải bản quét'],
  ['no-pages.pdf', () => pdfOf([]), 'hỏng'],
  ['cut.tif', () => tiff.subarray(0, 5000), 'hỏng'],
  ['cut.jpg', () => page.subarray(0, 20_000), 'hỏng'],
  ['huge-box.pdf', () => pdfOf([[14_400, 14_400]]), 'blank'],
  ['white.png', () => sheet('#ffffff'), 'blank'],
  ['black.png', () => sheet('#000000'), 'orphan'],
  ['Nguye\u0302\u0303n.pdf', () => letter, 'orphan'],
  ['cmyk.jpg', () => sharp(page).toColourspace('cmyk').jpeg().toBuffer(), 'document'],
  ['really-a-picture.pdf', () => page, 'document'],
]

const Status = z.object({ pages: z.record(z.string(), z.int()), fates: z.record(z.string(), z.int()) })

describe('a batch of bad and good files', () => {
  let folder = ''
  let ended: Ended
  let records: OutRecord[] = []
  const inWorkspace = (words: readonly string[]) => [...words, '--workspace', join(folder, 'workspace')]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-bad-'))
    await mkdir(join(folder, 'scans', 'no files at all'), { recursive: true })
    for (const [name, bytes] of inputs) await writeFile(join(folder, 'scans', name), await bytes())
    ended = await hoso(inWorkspace(['run', join(folder, 'scans')]))
    records = z.array(OutRecord).parse(JSON.parse(await ask(inWorkspace(['records', '--json']))))
  }, 600_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('goes on to the end and ends with 1', () => {
    expect(ended.code).toBe(1)
    expect(records).toHaveLength(inputs.length + 1)
  })

  it.each(inputs.map(([name, , fate]) => ({ name: name.normalize('NFC'), fate })))(
    '$name comes to: $fate',
    ({ name, fate }) => {
      const dossier = records.find(
        (record) => record.findings.length > 0 && name.startsWith(`${record.dossier.split('~')[0]}.`),
      )
      expect(dossier?.held).toBe(true)
      if (['blank', 'document', 'orphan'].includes(fate))
        return expect(ended.err).not.toMatch(new RegExp(`unit failed.*${name}`, 'u'))
      const told = ended.err
        .split('\n')
        .findIndex((line) => line.trim().endsWith(name) || line.trim().endsWith(`${name}#1`))
      const message = ended.err
        .split('\n')
        .slice(0, told)
        .findLast((line) => /^ {2}\S/u.test(line))
      return expect(message).toContain(fate)
    },
  )

  it('counts every page it could open exactly once', async () => {
    const { pages, fates } = Status.parse(JSON.parse(await ask(inWorkspace(['status', '--json']))))
    const count = (fate: string) => inputs.filter(([, , each]) => each === fate).length
    expect(fates).toMatchObject({
      blank: count('blank'),
      orphan: count('orphan'),
      document: count('document'),
      unreadable: 1,
    })
    expect(pages).toMatchObject({ total: 7, blank: 2, recognized: 4, unreadable: 1, pending: 0 })
  })
})

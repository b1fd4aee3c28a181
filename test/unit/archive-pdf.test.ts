// Archive files: what the standard demands is there, the scan inside is the scan, and what is copied out is what was read.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDeliveredReader } from '../../pipeline/adapters/delivered-page.ts'
import { archiveFaults } from '../../pipeline/adapters/pdf/archive-check.ts'
import { archivePdf } from '../../pipeline/adapters/pdf/archive-pdf.ts'
import { createPdfWriter } from '../../pipeline/adapters/pdf-lib.ts'
import { archiveSheet } from '../../pipeline/core/edossier/placement.ts'
import { textRuns } from '../../pipeline/core/text-layer.ts'
import type { Box, DeliveredPicture, ScanKind } from '../../schemas/index.ts'
import { pdfText } from '../support/pdf-text.ts'

const size = { width: 827, height: 1169, dpi: 100 }
const upright = { ...size, turn: 0, skewDegrees: 0 } as const
const paper = { title: 'Quyết định nâng bậc lương & <phụ cấp>', identifier: 'TQ-001/2', date: '2019-03' }
const line = 'Xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'
const words = line
  .split(' ')
  .map((text, index): { text: string; box: Box } => ({ text, box: [0.08 + index * 0.085, 0.2, 0.083, 0.02] }))

let jpeg: Uint8Array
let files: Record<string, { kind: ScanKind; bytes: Uint8Array }>
beforeAll(async () => {
  const sheet = sharp({ create: { width: 827, height: 1169, channels: 3, background: '#f4f1e8' } })
  jpeg = new Uint8Array(await sheet.clone().jpeg({ progressive: true }).toBuffer())
  const pdf = await createPdfWriter().searchable([{ jpeg, dpi: 100, words }], 'thử')
  files = {
    jpeg: { kind: 'jpeg', bytes: jpeg },
    pdf: { kind: 'pdf', bytes: pdf },
    png: { kind: 'png', bytes: await sheet.clone().png().toBuffer() },
    bilevel: {
      kind: 'tiff',
      bytes: await sheet
        .clone()
        .threshold(100)
        .toColourspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1 })
        .toBuffer(),
    },
    cmyk: { kind: 'jpeg', bytes: await sheet.clone().toColourspace('cmyk').jpeg().toBuffer() },
  }
})

async function delivered(name: string): Promise<DeliveredPicture[] | undefined> {
  const { kind, bytes } = files[name] ?? { kind: 'jpeg', bytes: new Uint8Array() }
  return (await createDeliveredReader(async () => bytes)(name, kind, 1)).pictures
}
async function written(name: string, part: 1 | 2 = 1): Promise<Uint8Array> {
  const pictures = (await delivered(name)) ?? []
  return await archivePdf([{ sheet: archiveSheet(upright, pictures), pictures, words }], paper, part)
}

describe('an archive file', () => {
  it.each(['jpeg', 'pdf', 'png', 'bilevel'])('of a scan as %s satisfies every clause of both parts', async (name) => {
    expect(await archiveFaults(await written(name, 1), 1)).toEqual([])
    expect(await archiveFaults(await written(name, 2), 2)).toEqual([])
  })

  it.each(['jpeg', 'pdf'])('holds the very bytes of the scan as %s', async (name) => {
    expect(Buffer.from(await written(name)).includes(Buffer.from(jpeg))).toBe(true)
  })

  it('keeps a page of two tones as one bit a sample', async () => {
    expect((await delivered('bilevel'))?.[0]).toMatchObject({ bits: 1, width: 827, height: 1169 })
  })

  it('takes no colours of print as they are: such a page is drawn instead', async () => {
    expect(await delivered('cmyk')).toBeUndefined()
  })

  it('is the same bytes for the same paper', async () => {
    expect(Buffer.from(await written('png')).equals(Buffer.from(await written('png')))).toBe(true)
  })

  it('gives back what was read, also by pdftotext where it is installed', async () => {
    const bytes = await written('jpeg')
    expect((await pdfText(bytes))[0]?.text).toBe(line)
    const folder = mkdtempSync(join(tmpdir(), 'hoso-archive-'))
    writeFileSync(join(folder, 'a.pdf'), bytes)
    const { error, stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    if (error === undefined) expect(stdout.trim()).toBe(line)
  })

  it('leaves room between words that touch, so that no reader joins them', () => {
    const runs = textRuns([
      { text: 'phường', box: [0.1, 0.1, 0.1, 0.02] },
      { text: 'Y', box: [0.199, 0.1, 0.01, 0.02] },
    ])
    expect((runs[0]?.box[0] ?? 0) + (runs[0]?.box[2] ?? 0)).toBeLessThan(0.196)
  })

  const spoils: readonly (readonly [what: string, from: string, to: string, clause: string])[] = [
    ['another head', '%PDF-1.4', '%PDF-3.4', '6.1.2'],
    ['no output intent for PDF/A', '/GTS_PDFA1', '/GTS_PDFX1', '6.2.2'],
    ['a filter that is not allowed', '/DCTDecode', '/LZWDecode', '6.1.10'],
    ['colours nobody knows', '/DeviceRGB', '/DeviceXYZ', '6.2.3'],
    ['a subset that does not tell its glyphs', '/CIDSet', '/CIDXet', '6.3.5'],
    ['letters that cannot be copied', '/ToUnicode', '/ToUnixode', '6.3.8'],
    ['another part than it claims', 'pdfaid:part>1<', 'pdfaid:part>3<', '6.7.11'],
    ['metadata that is no XML', '<rdf:RDF', '<rdf:RDG', '6.7.2'],
    ['a title that differs', 'dc:identifier>TQ-001', 'dc:titlefier>TQ-001', '6.7.2'],
    ['a picture larger than it says', '/Width 827', '/Width 828', '6.2.4'],
    ['an action', '/Lang', '/JS  ', '6.6'],
  ]
  it.each(spoils)('is found at fault with %s', async (_, from, to, clause) => {
    const text = Buffer.from(await written('jpeg')).toString('latin1')
    expect(text).toContain(from)
    const faults = await archiveFaults(Buffer.from(text.replace(from, to), 'latin1'), 1)
    expect(faults.map((fault) => fault.clause).join('; ')).toContain(clause)
  })

  it('cut short is no file at all', async () => {
    const bytes = await written('jpeg')
    expect(await archiveFaults(bytes.subarray(0, 300), 1)).not.toEqual([])
  })
})

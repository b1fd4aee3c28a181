// `npx tsx samples/long-scan.ts [--pages 250]`: the real run over a scan of 25 pages and over a long one, and the peak memory of the
// program and of its scan processes. Pages are drawn by a program and mostly blank: what is asked is the memory, not the reading.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { z } from 'zod'
import { hoso } from './program.ts'

const { values } = parseArgs({ options: { pages: { type: 'string', default: '250' } } })
const short = 25
const long = Number(values.pages)
/** Every so many pages bears ink; the picture of each page is its own, so that nothing is kept once for all. */
const inkEvery = 10
const dpi = 150

async function scanOf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)]
  for (let number = 1; number <= pages; number += 1) {
    const ink = number % inkEvery === 1 ? `<text x="120" y="300" font-size="40">TRANG ${number}</text>` : ''
    const grain = `<rect x="${number % 50}" y="3" width="1" height="1" fill="#eee"/>`
    const svg = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdfdfd"/>${grain}${ink}</svg>`
    const image = await pdf.embedJpg(await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer())
    pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  }
  return pdf.save()
}

const JobEnded = z.object({ peakMegabytes: z.number() }).loose()

async function peakOf(pages: number): Promise<{ program: number; scanProcess: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'hoso-long-'))
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in', 'dai.pdf'), await scanOf(pages))
  const peak = { program: 0, scanProcess: 0 }
  const words = [
    'run',
    join(folder, 'in'),
    '--workspace',
    join(folder, 'ws'),
    '--workers',
    '1',
    '--today',
    '2026-11-22',
  ]
  const { code, err } = await hoso(words, {
    onErr: (_part, pid) => (peak.program = Math.max(peak.program, peakOfProcess(pid))),
  })
  for (const line of err.split('\n').filter((each) => each.includes('"peakMegabytes"'))) {
    const told = JobEnded.safeParse(JSON.parse(line))
    if (told.success) peak.scanProcess = Math.max(peak.scanProcess, told.data.peakMegabytes)
  }
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0) throw new Error(`the run over ${pages} pages ended with ${code}`)
  return peak
}

function peakOfProcess(pid: number): number {
  const peak = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(peak ?? 0) / 1024
}

const [few, many] = [await peakOf(short), await peakOf(long)]
for (const part of ['program', 'scanProcess'] as const)
  console.log(
    `${part}: ${few[part].toFixed(0)} MB for ${short} pages, ${many[part].toFixed(0)} MB for ${long}: ${(many[part] / few[part]).toFixed(2)} times`,
  )

// The stage that reads values again: what it asks the engine for, and what it keeps of the answer.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { readConfig } from '../../pipeline/core/config.ts'
import type { ScanReader, Tools } from '../../pipeline/core/stage.ts'
import { reread } from '../../pipeline/stages/reread.ts'
import { type Box, FieldReading, PageImage, RowReading } from '../../schemas/index.ts'
import { quiet } from '../support/quiet.ts'
import { goodQuality } from '../support/scan-quality.ts'
import { toolsWith } from '../support/tools.ts'

const rulings = { horizontal: [], vertical: [] }
const word = (text: string, box: Box, confidence = 0.9) => ({ text, box, confidence })
const nameBox: Box = [0.3, 0.1, 0.3, 0.02]
const stepBox: Box = [0.5, 0.3, 0.02, 0.02]
const page = {
  pageId: 'p',
  rulings,
  lines: [
    { box: nameBox, words: [word('Hà', [0.3, 0.1, 0.1, 0.02]), word('Nạm', [0.45, 0.1, 0.15, 0.02], 0.4)] },
    { box: stepBox, words: [word('4', stepBox)] },
  ],
}
const image = PageImage.parse({
  pageId: 'p',
  sha256: '0'.repeat(64),
  display: 'd.jpg',
  reading: 'r.png',
  isBlank: false,
  width: 1,
  height: 1,
  dpi: 200,
  turn: 0,
  skewDegrees: 0,
  quality: goodQuality,
  rulings,
})
const written = (raw: string, value: string | number, box: Box) => ({
  status: 'read' as const,
  raw,
  value,
  candidates: [],
  confidence: 0.4,
  provenance: { documentId: 'D', pageId: 'p', box },
})
const input = {
  document: { documentId: 'D', dossier: 'A', kind: 'x', form: 'f', edition: 1, score: 1, pages: ['p'] },
  fields: [
    FieldReading.parse({ documentId: 'D', field: 'fullName', outcome: written('Hà Nạm', 'Hà Nạm', nameBox) }),
    FieldReading.parse({ documentId: 'D', field: 'gender', outcome: { status: 'missing' } }),
  ],
  rows: [
    RowReading.parse({ documentId: 'D', table: 'salaryHistory', row: 0, cells: { step: written('4', 4, stepBox) } }),
  ],
  pages: [page],
  images: [image],
}

function toolsOf(models: string, answers: Awaited<ReturnType<ScanReader['reread']>>) {
  const asked: (readonly Box[])[] = []
  const scanReader: Partial<ScanReader> = {
    reread: (_reading, boxes) => {
      asked.push(boxes)
      return Promise.resolve(answers)
    },
  }
  const config = readConfig({ flags: { models }, environment: {}, file: {} })
  const tools: Tools = toolsWith({
    config,
    knowledge: loadKnowledge(),
    scanReader: toolsWithReader(scanReader),
    ...quiet,
  })
  return { tools, asked }
}
const toolsWithReader = (reader: Partial<ScanReader>): ScanReader => ({
  inspect: never,
  prepare: never,
  read: never,
  survey: never,
  part: never,
  delivered: never,
  single: never,
  reread: never,
  ...reader,
})
const never = () => Promise.reject(new Error('not asked for here'))

describe('values are read again', () => {
  it('each in its own rectangle, fields and cells alike; both texts are kept with what they mean', async () => {
    const { tools, asked } = toolsOf('own,stock', [
      [
        { text: 'Hà', confidence: 0.9 },
        { text: 'Nam', confidence: 0.95 },
      ],
      [{ text: '4', confidence: 0.8 }],
    ])
    const { readings } = await reread.run(input, tools)
    expect(asked).toEqual([[nameBox, stepBox]])
    expect(readings[0]).toMatchObject({
      place: 'fullName',
      model: 'stock',
      raw: 'Hà Nam',
      meaning: { status: 'read', value: 'Hà Nam' },
      first: { model: 'own', raw: 'Hà Nạm', confidence: 0.4 },
      merged: { raw: 'Hà Nam', choice: 'clear' },
    })
    expect(readings[1]).toMatchObject({ place: 'salaryHistory.0.step', meaning: { value: 4 } })
    expect(readings[1]?.merged).toBeUndefined()
  })

  it('by nobody where one model alone is wanted', async () => {
    const { tools, asked } = toolsOf('stock', [])
    expect(await reread.run(input, tools)).toEqual({ readings: [] })
    expect(asked).toEqual([])
  })
})

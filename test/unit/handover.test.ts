// The minutes of handing over a batch: every page counted, in the layout of official papers.
import { describe, expect, it } from 'vitest'
import { type Handover, handoverMinutes } from '../../pipeline/core/handover-minutes.ts'
import type { Block } from '../../pipeline/core/sheet.ts'

const handover: Handover = {
  batch: 'Đợt 01',
  batchId: 'b1',
  agency: 'Sở Nội vụ',
  above: 'UBND tỉnh Tuyên Quang',
  agencyCode: 'SNV',
  today: '2026-11-22',
  dossiers: 1200,
  scans: 1300,
  unreadableScans: 2,
  pages: { good: 40, usable: 3, rescan: 1 },
  fates: { document: 42, blank: 1, orphan: 1 },
  roster: { expected: 1250, received: 1190, missing: 50, ambiguous: 10 },
  digest: 'a'.repeat(64),
}

function texts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return block.columns.flatMap((column) => texts(column.blocks))
    if (block.kind === 'table') return block.rows.map((row) => row.join(' | '))
    if (block.kind === 'signatures') return block.places.map(({ title }) => title)
    return 'text' in block ? [block.text] : []
  })
}

describe('handover minutes', () => {
  const told = texts(handoverMinutes(handover).blocks)

  it('bear the head of an official paper: issuer, motto, number, place and date', () => {
    expect(told.slice(0, 8)).toEqual([
      'UBND TỈNH TUYÊN QUANG',
      'SỞ NỘI VỤ',
      expect.any(String),
      'Số:        /BB-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      expect.any(String),
      expect.stringContaining('ngày 22 tháng 11 năm 2026'),
    ])
  })

  it('count every page once, and say nothing of expected persons where no list was taken in', () => {
    expect(told).toContainEqual(expect.stringContaining('Tổng số trang | 44'))
    expect(told).toContainEqual(expect.stringContaining('Hồ sơ đã nhận | 1.200'))
    const without = texts(handoverMinutes({ ...handover, roster: undefined }).blocks)
    expect(without.join(' ')).not.toContain('Người phải có hồ sơ')
  })
})

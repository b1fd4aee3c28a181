import { describe, expect, it } from 'vitest'
import { createProgress, duration } from '../../pipeline/runner/progress.ts'
import { exitCodeOf, reportLines } from '../../pipeline/runner/report.ts'
import type { RunReport } from '../../pipeline/runner/run.ts'
import type { FailedUnit } from '../../pipeline/runner/unit.ts'
import type { Status } from '../../pipeline/store/status.ts'

const broken = (unitId: string): FailedUnit => ({
  stage: 'intake',
  unitId,
  error: 'UnreadableInput',
  message: 'Tệp PDF hỏng. Hãy quét lại.',
})
const status: Status = {
  pages: { total: 9, recognized: 5, blank: 1, unreadable: 3, pending: 0 },
  fates: { document: 4, blank: 1, separator: 0, orphan: 1, unreadable: 3 },
  dossiers: 2,
  findings: { error: 0, warning: 0, info: 0 },
  held: 0,
  closed: [],
  scans: { delivered: 2, unreadable: 0 },
  waived: 0,
}
const report = (failed: FailedUnit[], more: Partial<RunReport> = {}): RunReport => ({
  stages: [{ stage: 'intake', done: 7, skipped: 2, failed }],
  isInterrupted: false,
  millis: 125_000,
  status,
  ...more,
})

describe('the closing lines', () => {
  it('tell what was done, what was kept and what failed, each cause once with its files', () => {
    expect(reportLines(report([broken('A/a.pdf'), broken('B/b.pdf')]), 'vi').slice(0, 4)).toEqual([
      'Đã xong sau 2 phút 5 giây: 7 việc mới làm, 2 việc giữ nguyên, 2 việc không làm được.',
      '  Nhận tệp quét: Tệp PDF hỏng. Hãy quét lại.',
      '    A/a.pdf',
      '    B/b.pdf',
    ])
  })

  it('count what one cause befell beyond the first ten', () => {
    const many = Array.from({ length: 13 }, (_, index) => broken(`${index}.pdf`))
    expect(reportLines(report(many), 'en')).toContain('    … and 3 more')
  })

  it('account for every page twice, and name the dossiers closed because of a secret paper', () => {
    const closed = [{ dossier: 'B', level: 'secret' as const, pages: [2, 5] }]
    const lines = reportLines(report([], { status: { ...status, closed } }), 'vi')
    expect(lines).toContain('Trang: 9 = 5 nhận dạng + 1 trắng + 3 không đọc được')
    expect(lines).toContain(
      '       9 = 4 thuộc thành phần hồ sơ + 1 trắng + 0 tờ ngăn + 1 chưa rõ loại + 3 không đọc được',
    )
    expect(lines).toContain('  B: TỐI MẬT, trang 2, 5')
  })

  it('say how to go on after an interruption', () => {
    expect(reportLines(report([], { isInterrupted: true }), 'vi').join('\n')).toContain('Chạy lại đúng lệnh này')
  })
})

describe('the exit code', () => {
  it.each([
    [report([]), 0],
    [report([broken('A/a.pdf')]), 1],
    [report([], { status: { ...status, closed: [{ dossier: 'B', level: 'secret', pages: [2] }] } }), 1],
    [report([broken('A/a.pdf'), { ...broken('B/b.pdf'), error: 'Defect' }]), 4],
    [report([broken('A/a.pdf')], { isInterrupted: true }), 5],
  ])('is never 0 with failures, and a defect of ours outweighs an unreadable paper', (ended, code) => {
    expect(exitCodeOf(ended)).toBe(code)
  })
})

describe('the progress', () => {
  it('is told in plain lines where nobody watches, and its last line is the whole', () => {
    const lines: string[] = []
    let now = 0
    const progress = createProgress({
      write: (text) => lines.push(text),
      isInteractive: false,
      lang: 'vi',
      clock: () => now,
    })
    progress.stage('recognize', 4)
    for (const millis of [10_000, 20_000, 21_000, 22_000]) {
      now = millis
      progress.step()
    }
    progress.end()
    expect(lines).toEqual(['Nhận dạng chữ: 2/4 (0,10 mỗi giây, còn khoảng 20 giây)\n', 'Nhận dạng chữ: 4/4\n'])
  })

  it('tells a time by its two largest parts', () => {
    expect([0.2, 59.6, 3725].map((seconds) => duration(seconds, 'vi'))).toEqual([
      '0 giây',
      '1 phút 0 giây',
      '1 giờ 2 phút',
    ])
  })
})

// The closing lines of a run: what was done, what was left as it was, what failed and why, and where to look.
import type { Config } from '../core/config.ts'
import { linkageLines } from '../core/linkage/report-lines.ts'
import { duration, stageName } from './progress.ts'
import type { RunReport } from './run.ts'
import { closedLines, sumLines } from './sums.ts'
import type { FailedUnit } from './unit.ts'

/** How many names of one cause are told; the rest is counted. */
const namesAtMost = 10

/** Exit codes of contract.md: a defect of ours speaks louder than a paper that cannot be read. */
export function exitCodeOf(report: RunReport): number {
  const failed = failuresOf(report)
  if (report.isInterrupted) return 5
  if (failed.some(({ error }) => error === 'Defect')) return 4
  // A dossier that was not taken in is undone work of the run that takes in, not of a release.
  const isTakingIn = report.stages.some(({ stage }) => stage === 'intake')
  return failed.length > 0 || (isTakingIn && report.status.closed.length > 0) ? 1 : 0
}

export function reportLines(report: RunReport, lang: Config['lang']): string[] {
  const failed = failuresOf(report)
  const sum = (of: 'done' | 'skipped') => report.stages.reduce((total, stage) => total + stage[of], 0)
  const time = duration(report.millis / 1000, lang)
  const head =
    lang === 'vi'
      ? `${report.isInterrupted ? 'Đã dừng giữa chừng' : 'Đã xong'} sau ${time}: ${sum('done')} việc mới làm, ${sum('skipped')} việc giữ nguyên, ${failed.length} việc không làm được.`
      : `${report.isInterrupted ? 'Interrupted' : 'Done'} after ${time}: ${sum('done')} done, ${sum('skipped')} kept as they were, ${failed.length} failed.`
  const { status } = report
  return [
    head,
    ...failureLines(failed, lang),
    ...closedLines(status, lang),
    ...sumLines(status, lang),
    ...(report.linkage ? linkageLines(report.linkage, lang) : []),
    ...closing(report, lang),
  ]
}

export const failuresOf = (report: RunReport): FailedUnit[] => report.stages.flatMap(({ failed }) => failed)

/** One paragraph a cause: the message, which says what to do, and the files or pages it befell. */
function failureLines(failed: readonly FailedUnit[], lang: Config['lang']): string[] {
  const causes = new Map<string, FailedUnit[]>()
  for (const unit of failed) {
    const cause = `${stageName(unit.stage, lang)}: ${unit.message}`
    causes.set(cause, [...(causes.get(cause) ?? []), unit])
  }
  return [...causes].flatMap(([cause, units]) => {
    const rest = units.length - namesAtMost
    const more = rest > 0 ? [lang === 'vi' ? `    … và ${rest} mục nữa` : `    … and ${rest} more`] : []
    return [`  ${cause}`, ...units.slice(0, namesAtMost).map(({ unitId }) => `    ${printable(unitId)}`), ...more]
  })
}

/** A file's name may hold line breaks and orders to the terminal. */
const printable = (name: string) => name.replaceAll(/\p{Cc}/gu, '\uFFFD')

function closing(report: RunReport, lang: Config['lang']): string[] {
  const lines: string[] = []
  if (report.stoppedAfter !== undefined) {
    const stage = stageName(report.stoppedAfter, lang)
    lines.push(
      lang === 'vi'
        ? `Dừng sau công đoạn “${stage}” vì tỉ lệ lỗi vượt mức cho phép. Hãy xử lý các lỗi trên rồi chạy lại, hoặc nâng mức bằng --max-failed.`
        : `Stopped after “${stage}”: too many units failed. Mend the causes above and run again, or raise --max-failed.`,
    )
  }
  if (report.isInterrupted)
    lines.push(
      lang === 'vi' ? 'Chạy lại đúng lệnh này để làm tiếp từ chỗ dừng.' : 'Run the same command again to go on.',
    )
  lines.push(
    lang === 'vi'
      ? 'Xem kết quả: `hoso status`, `hoso records --json`, `hoso persons --json`.'
      : 'Results: `hoso status`, `hoso records --json`, `hoso persons --json`.',
  )
  return lines
}

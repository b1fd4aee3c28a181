// `hoso report`: the scorecard in six words, as a page for reading, a workbook, JSON, or the ids behind one number.
import { join, resolve } from 'node:path'
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { UsageError } from '../core/errors.ts'
import { dataOf } from '../report/data-of.ts'
import type { ReportData } from '../report/report-data.ts'
import { reportPage } from '../report/report-page.ts'
import { reportSheets } from '../report/report-sheets.ts'
import { keepMeasures, measure } from '../runner/measure.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { batchNames } from '../store/batches.ts'
import { lookedSamples } from '../store/samples.ts'
import { lastSnapshots } from '../store/scorecards.ts'
import { type Command, exitCodes, json } from './command.ts'
import { writeFile } from './list-file.ts'
import { printBehind, printScorecard } from './report-words.ts'
import { todayOf } from './run.ts'

/** More points than a line on paper can show. */
const snapshotsAtMost = 60

export const report: Command = {
  name: 'report',
  vi: 'Bảng điểm đúng, đủ, sạch, sống, thống nhất, dùng chung: báo cáo HTML và XLSX, JSON, hoặc mã hồ sơ sau một con số.',
  en: 'The scorecard: HTML and XLSX report, JSON, or the ids behind one number.',
  options: [
    { flags: '--out <dir>', vi: 'Thư mục ghi bao-cao.html và bao-cao.xlsx', en: 'Folder for the HTML and XLSX' },
    { flags: '--agency <code>', vi: 'Chỉ đơn vị này và các đơn vị dưới nó', en: 'This agency and those under it only' },
    { flags: '--batch <id>', vi: 'Chỉ đợt số hóa này', en: 'This batch only' },
    {
      flags: '--list <number>',
      vi: 'In mã hồ sơ sau một con số: accuracy, completeness, …, held, reason:MÃ; mã người: women/unknown, …',
      en: 'Print the ids behind a number: accuracy, …, held, reason:CODE; person ids: women/unknown, …',
    },
    { flags: '--today <YYYY-MM-DD>', vi: 'Ngày tính tuổi và ghi trên báo cáo', en: 'The day ages are counted by' },
    json,
  ],
  examples: [
    'hoso report --out ./bao-cao',
    'hoso report --agency TQ-SNV --out ./bao-cao-snv',
    'hoso report --json',
    'hoso report --list accuracy --agency TQ-SNV',
  ],
  run: async ({ options, config, terminal }) => {
    const today = todayOf(options.today, terminal)
    await using store = await openWorkspace(config, terminal.environment)
    const measured = await measure(store.database, today)
    await keepMeasures(store.database, measured, today, new Date())
    const scope = { agency: textOf(options.agency), batch: textOf(options.batch) }
    const batches = await batchNames(store.database)
    if (scope.batch !== undefined && !batches.has(scope.batch))
      throw new UsageError('Không có đợt số hóa nào mang mã này. Xem các mã ở trang "Theo đợt" của báo cáo.')
    const trend = await lastSnapshots(store.database, snapshotsAtMost)
    const samples = scope.batch === undefined ? await lookedSamples(store.database) : []
    const data = dataOf(measured, { ...scope, today, batches, trend, samples })
    if (typeof options.list === 'string') printBehind(options.list, data, terminal, options.json === true)
    else if (options.json) printScorecard(data, terminal)
    else await writeReport(data, textOf(options.out), terminal.out)
    return exitCodes.done
  },
}

const textOf = (option: string | boolean | undefined) => (typeof option === 'string' ? option : undefined)

async function writeReport(data: ReportData, out: string | undefined, tell: (text: string) => void): Promise<void> {
  if (out === undefined) throw new UsageError('Thiếu thư mục của báo cáo. Ví dụ: hoso report --out ./bao-cao.')
  const files = [
    ['bao-cao.html', new TextEncoder().encode(reportPage(data))],
    ['bao-cao.xlsx', await createWorkbookWriter().write(reportSheets(data))],
  ] as const
  for (const [name, bytes] of files) {
    await writeFile(resolve(out, name), bytes)
    tell(`${join(out, name)}\n`)
  }
}

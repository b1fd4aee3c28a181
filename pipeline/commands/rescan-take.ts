// `hoso rescan take`: pages scanned again take the place of the old ones, and what depended on those is read again at once.
import { basename, resolve } from 'node:path'
import { filesUnder } from '../adapters/delivery.ts'
import { UsageError } from '../core/errors.ts'
import type { Tools } from '../core/stage.ts'
import { createLog } from '../runner/log.ts'
import { exitCodeOf, reportLines } from '../runner/report.ts'
import { type RescanDesk, takeFor, type TakenRescan, takeRescan } from '../runner/take-rescans.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { pageOfNumber } from '../store/slips.ts'
import { exitCodes, printJson } from './command.ts'
import type { Call } from './rescan.ts'
import { work } from './run.ts'

export async function takeRescans(call: Call): Promise<number> {
  const { config, options, terminal } = call
  const taken = await take(call)
  if (options.json) printJson(terminal, { contract: 1, rescans: taken })
  else for (const each of taken) terminal.out(`${line(each, config.lang)}\n`)
  const code = taken.some(({ outcome }) => outcome === 'taken') ? await readAgain(call) : exitCodes.done
  return code === exitCodes.done && taken.some(({ outcome }) => outcome === 'refused') ? exitCodes.someFailed : code
}

async function take({ words, options, config, terminal }: Call): Promise<TakenRescan[]> {
  const [, ...given] = words
  if (given.length === 0)
    throw new UsageError('Thiếu thư mục hoặc tệp quét lại. Ví dụ: hoso rescan take ./da-quet-lai.')
  await using store = await openWorkspace(config, terminal.environment)
  const log = createLog(terminal.err, 'warn')
  const { openTools } = await import('../runner/tools.ts')
  await using tools = await openTools(config, { store, today: terminal.today, log, signal: terminal.signal })
  const desk = deskOf(tools, store.database)
  if (options.dossier !== undefined || options.page !== undefined) return [await takeNamed(desk, given, options)]
  const taken: TakenRescan[] = []
  for (const path of given) {
    for (const file of await filesUnder(resolve(path))) {
      for await (const each of takeRescan(desk, file, basename(file))) taken.push(each)
    }
  }
  return taken
}

const deskOf = ({ files, scanReader, log, signal, today }: Tools, database: RescanDesk['database']): RescanDesk => ({
  database,
  files,
  scanReader,
  asked: { log, signal },
  today,
})

async function takeNamed(desk: RescanDesk, given: readonly string[], options: Call['options']): Promise<TakenRescan> {
  const [file, ...others] = given
  const number = Number(options.page)
  if (file === undefined || others.length > 0 || typeof options.dossier !== 'string' || !Number.isInteger(number)) {
    throw new UsageError(
      'Cần đúng một tệp với cả --dossier và --page. Ví dụ: hoso rescan take trang-moi.jpg --dossier 001-clean --page 3.',
    )
  }
  const page = await pageOfNumber(desk.database, options.dossier.normalize('NFC'), number)
  if (page === undefined)
    throw new UsageError('Không có hồ sơ hoặc số trang này. Xem các trang bằng `hoso rescan list` hoặc `hoso records`.')
  const [found] = await filesUnder(resolve(file))
  if (found === undefined) throw new UsageError('Không thấy tệp quét lại. Hãy kiểm tra đường dẫn.')
  return takeFor(desk, found, basename(found), page)
}

async function readAgain({ config, terminal }: Call): Promise<number> {
  const { stages } = await import('../pipeline.ts')
  const report = await work({ config, terminal, folders: [], stages, today: terminal.today })
  terminal.err(`${reportLines(report, config.lang).join('\n')}\n`)
  return exitCodeOf(report)
}

function line({ file, outcome, dossier, page, problem }: TakenRescan, lang: 'vi' | 'en'): string {
  const words = {
    taken: { vi: 'đã nhận', en: 'taken' },
    known: { vi: 'đã có từ trước, không đổi', en: 'was there already, no change' },
    refused: { vi: 'không nhận', en: 'refused' },
  }[outcome][lang]
  return [file, words, dossier ?? '', page ?? '', problem ?? ''].join('\t').trimEnd()
}

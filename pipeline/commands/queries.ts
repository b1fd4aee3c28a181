// The questions: what is there, what was read, who is who. They exit 0 whatever they find.
import type { OutRecord } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { readingText } from '../core/reading-order.ts'
import { compareByGivenName } from '../core/text.ts'
import { registerOf } from '../runner/register.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { personHistory } from '../store/person-history.ts'
import { paceOf, queued, workersTold } from '../store/queued.ts'
import { statusOf } from '../store/status.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { historyLine } from './person-history.ts'
import { workLines } from './work-words.ts'
import { personLine, recordLine, statusLines } from './words.ts'

export const status: Command = {
  name: 'status',
  vi: 'Đếm trang, hồ sơ, phát hiện; đúng cả khi lệnh run đang chạy.',
  en: 'Count pages, dossiers, findings; true also while a run is going.',
  options: [json],
  examples: ['hoso status', 'hoso status --json'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const counts = await statusOf(store.database)
    const [queue, workers] = [await queued(store.database), await workersTold(store.database)]
    // Without a queue there is nothing more to tell than a run leaves behind.
    const work = queue === undefined ? {} : { queue, pace: await paceOf(store.database), workers }
    if (options.json)
      printJson(terminal, { contract: 1, ...counts, closed: counts.closed.map(({ dossier }) => dossier), ...work })
    else terminal.out(`${[...statusLines(counts, config.lang), ...workLines(work, config.lang)].join('\n')}\n`)
    return exitCodes.done
  },
}

export const records: Command = {
  name: 'records',
  vi: 'In bản ghi của từng hồ sơ, theo mã hồ sơ.',
  en: 'Print the record of each dossier, by dossier id.',
  options: [json],
  examples: ['hoso records --json > ban-ghi.json', 'hoso records'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const all = registerOf(store, config).records()
    if (options.json) await printArray(terminal.out, all)
    else for (const record of await byName(all)) terminal.out(`${recordLine(record, config.lang)}\n`)
    return exitCodes.done
  },
}

export const persons: Command = {
  name: 'persons',
  vi: 'In bản ghi chuẩn của từng người.',
  en: 'Print the golden record of each person.',
  options: [
    {
      flags: '--history',
      vi: 'Thay vào đó, in lịch sử: lập, nhận, chuyển, gộp',
      en: 'Instead print the history: founded, joined, left, merged',
    },
    json,
  ],
  examples: ['hoso persons --json', 'hoso persons', 'hoso persons --history'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    if (options.history) {
      const events = personHistory(store.database)
      if (options.json) await printArray(terminal.out, events)
      else for await (const event of events) terminal.out(`${historyLine(event, config.lang)}\n`)
      return exitCodes.done
    }
    const all = registerOf(store, config).persons()
    if (options.json) await printArray(terminal.out, all)
    else for await (const person of all) terminal.out(`${personLine(person, config.lang)}\n`)
    return exitCodes.done
  },
}

export const text: Command = {
  name: 'text',
  vi: 'In chữ nhận dạng được của một hồ sơ theo thứ tự đọc.',
  en: 'Print the recognised text of a dossier in reading order.',
  options: [
    { flags: '--dossier <id>', vi: 'Mã hồ sơ', en: 'Dossier id' },
    { flags: '--page <n>', vi: 'Chỉ trang này (đếm từ 1)', en: 'Only this page (from 1)' },
    json,
  ],
  examples: ['hoso text --dossier 001-clean', 'hoso text --dossier 001-clean --page 2 --json'],
  run: async ({ options, config, terminal }) => {
    if (typeof options.dossier !== 'string')
      throw new UsageError('Thiếu mã hồ sơ. Ví dụ: hoso text --dossier 001-clean.')
    const only = options.page === undefined ? undefined : Number(options.page)
    if (only !== undefined && !(Number.isInteger(only) && only > 0))
      throw new UsageError('--page phải là số trang, đếm từ 1.')
    await using store = await openWorkspace(config, terminal.environment)
    const known = await registerOf(store, config).pages(options.dossier.normalize('NFC'))
    if (known.length === 0)
      throw new UsageError(
        'Không có hồ sơ nào mang mã này, hoặc chưa trang nào của nó được đọc. Xem `hoso records` và `hoso status`.',
      )
    const pages = known
      .filter(({ number }) => only === undefined || number === only)
      .map(({ number, text: page }) => ({ page: number, text: page === undefined ? '' : readingText(page) }))
    if (options.json) printJson(terminal, pages)
    else terminal.out(`${pages.map(({ text: page }) => page).join('\f')}\n`)
    return exitCodes.done
  },
}

/** One element a line: a register is streamed, never held. */
export async function printArray(out: (text: string) => void, all: AsyncIterable<unknown>): Promise<void> {
  let separator = '[\n'
  for await (const each of all) {
    out(`${separator}${JSON.stringify(each)}`)
    separator = ',\n'
  }
  out(separator === '[\n' ? '[]\n' : '\n]\n')
}

/** People look for people by their given names. */
async function byName(all: AsyncIterable<OutRecord>): Promise<OutRecord[]> {
  const list: OutRecord[] = []
  for await (const record of all) list.push(record)
  const name = ({ values }: OutRecord) => (typeof values.fullName.value === 'string' ? values.fullName.value : '')
  return list.sort((a, b) => compareByGivenName(name(a), name(b)) || (a.dossier < b.dossier ? -1 : 1))
}

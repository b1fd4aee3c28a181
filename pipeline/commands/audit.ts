// `hoso audit`: whether the log of the review station is whole, and how far it goes.
import { reviewFolder } from '../adapters/review-folder.ts'
import type { AuditProblem, Expectation } from '../core/audit-check.ts'
import { UsageError } from '../core/errors.ts'
import { checkAudit } from '../runner/check-audit.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { lastEntry } from '../store/audit-log.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

export const audit: Command = {
  name: 'audit',
  vi: 'Nhật ký trạm rà soát: mục cuối cùng; --check: có mục nào bị sửa, bị bỏ hay không.',
  en: 'The audit log of the review station: its last entry; --check: whether any entry was changed or removed.',
  options: [
    { flags: '--check', vi: 'Kiểm tra toàn bộ chuỗi băm', en: 'Check the whole chain of hashes' },
    {
      flags: '--expect <number:hash>',
      vi: 'Mục đã in trên biên bản (số:mã), phải còn đúng như vậy',
      en: 'An entry as printed on minutes (number:hash), which must still stand',
    },
    json,
  ],
  examples: ['hoso audit', 'hoso audit --check', 'hoso audit --check --expect 1204:9f2c…'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const folder = reviewFolder(config.workspace)
    const last = await lastEntry(store.database)
    const head = { entries: last?.sequence ?? 0, hash: last?.hash ?? '' }
    if (options.check !== true) {
      if (options.json) printJson(terminal, head)
      else terminal.out(`${head.entries}:${head.hash}\n`)
      return exitCodes.done
    }
    const known = [await folder.auditHead(), expected(options.expect)].flatMap((each) => each ?? [])
    const problems: AuditProblem[] = []
    for await (const problem of checkAudit(store.database, await folder.auditKey(), known)) problems.push(problem)
    if (options.json) printJson(terminal, { ...head, problems })
    else terminal.out(`${linesOf(problems, head.entries, config.lang).join('\n')}\n`)
    return problems.length === 0 ? exitCodes.done : exitCodes.someFailed
  },
}

function expected(given: string | boolean | undefined): Expectation | undefined {
  if (given === undefined) return undefined
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/u.exec(String(given)) ?? []
  if (sequence !== undefined && hash !== undefined) return { sequence: Number(sequence), hash }
  throw new UsageError(
    '--expect phải là số thứ tự và mã băm 64 ký tự, cách nhau bằng dấu hai chấm, như `hoso audit` in ra.',
  )
}

const kinds: Readonly<Record<AuditProblem['kind'], { vi: string; en: string }>> = {
  changed: { vi: 'bị sửa hoặc không khớp với mục trước', en: 'changed, or does not follow the entry before' },
  missing: { vi: 'bị bỏ', en: 'removed' },
  cut_off: { vi: 'bị cắt khỏi cuối nhật ký', en: 'cut off the end of the log' },
  decision_changed: { vi: 'quyết định mà mục này ghi đã bị sửa hoặc bị bỏ', en: 'its decision was changed or removed' },
}

function linesOf(problems: readonly AuditProblem[], entries: number, lang: 'vi' | 'en'): string[] {
  if (problems.length === 0)
    return [lang === 'vi' ? `Nhật ký nguyên vẹn: ${entries} mục.` : `The log is whole: ${entries} entries.`]
  return problems.map(({ kind, sequence }) => `${lang === 'vi' ? 'Mục' : 'Entry'} ${sequence}: ${kinds[kind][lang]}`)
}

// `hoso due`: what falls due in the next days, and what is overdue: pay rises, full membership, terms, retirements.
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { addDays, daysUntil } from '../core/dates.ts'
import { byDate, type DueLine, dueSheets } from '../core/due-list.ts'
import { UsageError } from '../core/errors.ts'
import { judgedOfPerson } from '../core/judged.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { dues } from '../rules/due.ts'
import { isAnyDoubtful } from '../rules/plain.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { goldenRecords } from '../store/register.ts'
import type { GoldenRecord } from '../../schemas/index.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { wordOf, writeFile } from './list-file.ts'
import { todayOf } from './run.ts'
import { forPeople } from './words.ts'

type Asked = {
  readonly today: string
  readonly days: number
  readonly lang: 'vi' | 'en'
  readonly knowledge: Knowledge
}

export const due: Command = {
  name: 'due',
  vi: 'Việc đến hạn và quá hạn: nâng lương, đảng viên chính thức, bổ nhiệm lại, nghỉ hưu…; sync: hạn gửi cơ sở dữ liệu quốc gia.',
  en: 'What falls due and what is overdue: pay rises, membership, terms, retirements; sync: the windows for sending.',
  argument: '[words...]',
  options: [
    {
      flags: '--profile <name>',
      vi: 'sync: cấu hình nơi nhận (mặc định tt06-2023)',
      en: 'sync: the receiver’s profile (tt06-2023 unless told)',
    },
    {
      flags: '--holidays <file>',
      vi: 'sync: danh sách ngày nghỉ của tỉnh (JSON)',
      en: 'sync: the province’s own holidays (JSON)',
    },
    { flags: '--days <n>', vi: 'Số ngày tới (mặc định 90)', en: 'How many days ahead (90 unless told)' },
    { flags: '--today <YYYY-MM-DD>', vi: 'Tính từ ngày này', en: 'Reckoned from this day' },
    { flags: '--coming', vi: 'Bỏ các việc đã quá hạn', en: 'Leave out what is overdue' },
    { flags: '--out <file>', vi: 'Ghi ra tệp .xlsx', en: 'Write an .xlsx file' },
    json,
  ],
  examples: [
    'hoso due',
    'hoso due --days 30 --out viec-den-han.xlsx',
    'hoso due --today 2027-01-01 --json',
    'hoso due sync',
  ],
  run: async (call) => {
    const { options, config, terminal } = call
    if (wordOf(call.words, ['sync']) === 'sync') return await (await import('./due-sync.ts')).dueSync(call)
    const days = options.days === undefined ? 90 : Number(options.days)
    if (!Number.isInteger(days) || days < 0) throw new UsageError('--days phải là một số ngày. Ví dụ: --days 90.')
    const asked = { today: todayOf(options.today, terminal), days, lang: config.lang, knowledge: loadKnowledge() }
    await using store = await openWorkspace(config, terminal.environment)
    const lines: DueLine[] = []
    for await (const golden of goldenRecords(store.database)) lines.push(...linesOf(golden, asked))
    const told = lines.filter((line) => options.coming !== true || line.days >= 0).sort(byDate)
    if (typeof options.out === 'string')
      await writeFile(options.out, await createWorkbookWriter().write(dueSheets(told, asked.today, days)))
    if (options.json) printJson(terminal, told)
    else for (const line of told) terminal.out(`${lineOf(line)}\n`)
    return exitCodes.done
  },
}

function linesOf(golden: GoldenRecord, { today, days, lang, knowledge }: Asked): DueLine[] {
  const judged = judgedOfPerson(golden)
  const { outcome } = golden.values.fullName
  const fullName = outcome.status === 'read' && typeof outcome.value === 'string' ? outcome.value : ''
  const last = addDays(today, days)
  return dues.flatMap((each) =>
    each
      .find(judged, knowledge)
      .filter(({ date }) => date <= last)
      .map(({ date }) => ({
        ...{ kind: each.kind, what: each.name[lang], todo: each.todo[lang], basis: each.basis, date, fullName },
        ...{ days: daysUntil(today, date), personId: golden.personId, agency: golden.agency },
        ...{ dossiers: golden.dossiers, isDoubtful: isAnyDoubtful(judged, each.fields) },
      })),
  )
}

const lineOf = ({ date, what, fullName, dossiers }: DueLine): string =>
  [forPeople(date), what, fullName, dossiers.join(', ')].join('\t')

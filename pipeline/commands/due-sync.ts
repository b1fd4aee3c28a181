// `hoso due sync`: the windows of the law for sending to the national database: what is due, what is late.
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { loadHolidays } from '../adapters/holidays.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { dateForPeople, dayOf } from '../core/dates.ts'
import { changeWindows, monthlyWindows, type WindowState } from '../core/sync-windows.ts'
import { isYearKnown } from '../core/working-days.ts'
import { tellFinding } from '../rules/render.ts'
import { tryPackage } from '../runner/package/make-package.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { packagesOf } from '../store/profile-packages.ts'
import { changedOn } from '../store/unsent.ts'
import { type Command, exitCodes, printJson } from './command.ts'
import { profileOf } from './export-package.ts'
import { writeFile } from './list-file.ts'
import { todayOf } from './run.ts'

const stateWords: Readonly<Record<WindowState, { readonly vi: string; readonly en: string }>> = {
  done: { vi: 'đã xác nhận', en: 'approved' },
  open: { vi: 'đang trong hạn', en: 'open' },
  coming: { vi: 'chưa đến hạn', en: 'coming' },
  late: { vi: 'QUÁ HẠN', en: 'LATE' },
}

export async function dueSync({ options, config, terminal }: Parameters<Command['run']>[0]): Promise<number> {
  const today = todayOf(options.today, terminal)
  const holidays = loadHolidays(typeof options.holidays === 'string' ? options.holidays : undefined)
  const profile = profileOf(typeof options.profile === 'string' ? options.profile : 'tt06-2023', { config })
  await using store = await openWorkspace(config, terminal.environment)
  const packages = (await packagesOf(store.database)).filter((kept) => kept.package.profile === profile.profile)
  const approvedOn = packages.flatMap(({ events }) =>
    events.filter(({ event }) => event === 'approved' || event === 'signed').map(({ at }) => dayOf(new Date(at))),
  )
  const tried = await tryPackage({
    ...{ store, profile, lists: loadKnowledge().lists, asked: { all: false, again: true }, today },
    ...{ tell: (finding) => tellFinding(finding, config.lang), clock: () => new Date(), signal: terminal.signal },
  })
  const keys = new Set(tried.changes.filter(({ message }) => message === 'dossiers').map(({ key }) => key))
  const months = monthlyWindows(today, approvedOn)
  const changes = changeWindows(await changedOn(store.database, keys), today, holidays)
  const late = changes.filter(({ isLate }) => isLate).length
  if (typeof options.out === 'string')
    await writeFile(options.out, await createWorkbookWriter().write(sheets(months, changes)))
  if (options.json) printJson(terminal, { profile: profile.profile, months, changes })
  else {
    for (const { month, from, to, state } of months)
      terminal.out(
        `${dateForPeople(month)}\t${dateForPeople(from)} – ${dateForPeople(to)}\t${stateWords[state][config.lang]}\n`,
      )
    for (const { personId, dossiers, dueOn, isLate } of changes)
      terminal.out(
        `${dateForPeople(dueOn)}\t${isLate ? stateWords.late[config.lang] : ''}\t${personId}\t${dossiers.join(', ')}\n`,
      )
  }
  terminal.err(
    config.lang === 'vi'
      ? `Chưa gửi: ${changes.length}; quá hạn: ${late}\n`
      : `Not sent: ${changes.length}; late: ${late}\n`,
  )
  if (!isYearKnown(today, holidays))
    terminal.err('Chưa có lịch nghỉ của năm này; chỉ tính ngày lễ cố định. Thêm vào danh sách và dùng --holidays.\n')
  return exitCodes.done
}

const sheets = (months: ReturnType<typeof monthlyWindows>, changes: ReturnType<typeof changeWindows>) => [
  {
    name: 'Xác nhận hằng tháng',
    columns: ['Tháng', 'Từ ngày', 'Đến ngày', 'Tình trạng'],
    rows: months.map(({ month, from, to, state }) => [
      ...[dateForPeople(month), dateForPeople(from), dateForPeople(to), stateWords[state].vi],
    ]),
  },
  {
    name: 'Thay đổi chưa gửi',
    columns: ['Hạn gửi', 'Quá hạn', 'Ngày thay đổi', 'Mã người', 'Mã hồ sơ'],
    rows: changes.map(({ dueOn, isLate, changedOn: day, personId, dossiers }) => [
      ...[dateForPeople(dueOn), isLate ? 'x' : '', dateForPeople(day), personId, dossiers.join(', ')],
    ]),
  },
]

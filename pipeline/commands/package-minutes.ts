// `hoso packages minutes`: the minutes of a package, and those that propose to drop duplicate sheets.
import { resolve } from 'node:path'
import { loadForms } from '../adapters/forms.ts'
import { createPdfWriter } from '../adapters/pdf-lib.ts'
import { UsageError } from '../core/errors.ts'
import { duplicateMinutes } from '../core/minutes/duplicate-minutes.ts'
import type { Letterhead } from '../core/minutes/letterhead.ts'
import { packageMinutes } from '../core/minutes/package-minutes.ts'
import type { Sheet } from '../core/sheet.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { allAgencies } from '../store/agencies.ts'
import { lastEntry } from '../store/audit-log.ts'
import type { Store } from '../store/database.ts'
import { duplicatePages } from '../store/duplicate-pages.ts'
import { type KeptPackage, packageOf } from '../store/profile-packages.ts'
import { exitCodes } from './command.ts'
import { profileOf } from './export-package.ts'
import { writeFile } from './list-file.ts'
import { type Call, idOf } from './packages.ts'
import { todayOf } from './run.ts'

export async function writeMinutes(call: Call): Promise<number> {
  const { options, config, terminal } = call
  if (typeof options.out !== 'string') throw new UsageError('Thiếu thư mục ghi biên bản. Ví dụ: --out ./bien-ban.')
  await using store = await openWorkspace(config, terminal.environment)
  const isOfDuplicates = options.duplicates === true
  const sheet = isOfDuplicates
    ? await duplicatesSheet(store, call)
    : await minutesOf(store, await packageOf(store.database, idOf(call)), call)
  const name = isOfDuplicates ? 'bien-ban-tai-lieu-trung.pdf' : `bien-ban-${idOf(call)}.pdf`
  const path = resolve(options.out, name)
  await writeFile(path, await createPdfWriter().sheets([sheet], 'Biên bản'))
  terminal.out(`${path}\n`)
  return exitCodes.done
}

export async function minutesOf(store: Store, { package: made, events }: KeptPackage, call: Call): Promise<Sheet> {
  const audit = await lastEntry(store.database)
  return packageMinutes(made, events, await headOf(store, call), profileOf(made.profile, call).vi, audit)
}

async function headOf(store: Store, { options, config, terminal }: Call): Promise<Letterhead> {
  const agencies = await allAgencies(store.database)
  const code = typeof options.agency === 'string' ? options.agency : config.agency
  const own = agencies.find((each) => each.code === code)
  const parent = agencies.find((each) => each.code === own?.parentCode)
  const text = (option: string | boolean | undefined) => (typeof option === 'string' ? option : undefined)
  return {
    ...{ above: parent?.name, agency: own?.name ?? code },
    ...{ number: text(options.number), place: text(options.place), day: todayOf(options.today, terminal) },
  }
}

const whyWords = { same_scan: 'Cùng một tệp quét', same_picture: 'Ảnh giống hệt nhau' } as const

async function duplicatesSheet(store: Store, call: Call): Promise<Sheet> {
  const titles = new Map(loadForms().map(({ form, title }) => [form, title.vi]))
  const found = await duplicatePages(store.database)
  const lines = found.map(({ form, why, ...page }) => ({
    ...page,
    paper: form === undefined ? 'Chưa phân loại' : (titles.get(form) ?? form),
    why: whyWords[why],
  }))
  return duplicateMinutes(lines, await headOf(store, call))
}

// The part of `hoso export` that makes packages for receivers by their profiles, or tells what one would change.
import { resolve } from 'node:path'
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { loadProfiles } from '../adapters/profiles.ts'
import type { Profile } from '../../schemas/index.ts'
import { reviewFolder } from '../adapters/review-folder.ts'
import { UsageError } from '../core/errors.ts'
import { changeSheets } from '../core/profile/change-sheets.ts'
import { checkProfile } from '../core/profile/check-profile.ts'
import { resolveProfile } from '../core/profile/resolve-profile.ts'
import { createLog } from '../runner/log.ts'
import { type DryRun, type MadePackage, makePackage, tryPackage } from '../runner/package/make-package.ts'
import type { EDossier } from '../runner/package/write-package.ts'
import { openWorkspace } from '../runner/workspace.ts'
import type { Store } from '../store/database.ts'
import { packageOf } from '../store/profile-packages.ts'
import { tellFinding } from '../rules/render.ts'
import { type Command, exitCodes, printJson } from './command.ts'
import { writeFile } from './list-file.ts'
import { changeLines, countLines, heldLines, nextStep } from './package-words.ts'
import { todayOf } from './run.ts'

type Call = Parameters<Command['run']>[0]

/** Ready to be used: whole, and nothing wrong with it. */
export function profileOf(name: string, { config }: Pick<Call, 'config'>): Profile {
  const profile = resolveProfile(name, loadProfiles(config.profiles))
  const { problems } = checkProfile(profile)
  if (problems.length === 0) return profile
  throw new UsageError(
    `Cấu hình nơi nhận "${name}" có ${problems.length} chỗ sai. Sửa các chỗ sau:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  )
}

export async function exportForReceivers(call: Call, names: readonly string[]): Promise<number> {
  const { options, config, terminal } = call
  const profiles = names.map((name) => profileOf(name, call))
  const isDry = options.dryRun === true
  const by = typeof options.by === 'string' ? options.by.trim() : ''
  if (!isDry && by === '') throw new UsageError('Thiếu tên người lập gói. Thêm --by "Họ và tên".')
  await using store = await openWorkspace(config, terminal.environment)
  const lists = loadKnowledge().lists
  const asked = { all: options.all === true, again: options.again === true }
  const common = {
    ...{ store, lists, asked, signal: terminal.signal, today: todayOf(options.today, terminal) },
    ...{ tell: (finding: Parameters<typeof tellFinding>[0]) => tellFinding(finding, config.lang) },
    clock: () => new Date(),
  }
  if (isDry) {
    const runs = []
    for (const profile of profiles) runs.push({ profile, run: await tryPackage({ ...common, profile }) })
    return await tellDryRuns(runs, call)
  }
  if (typeof options.out !== 'string') throw new UsageError('Thiếu thư mục của gói. Ví dụ: --out ./goi-2026-11.')
  const { openTools } = await import('../runner/tools.ts')
  const { papersOfPerson } = await import('../runner/edossier.ts')
  const log = createLog(terminal.err, terminal.isInteractive ? 'warn' : 'info')
  await using tools = await openTools(config, { store, today: common.today, log, signal: terminal.signal })
  const eDossier: EDossier = (person, profile) =>
    papersOfPerson(person, profile, { ...tools, database: store.database })
  const auditKey = await reviewFolder(config.workspace).auditKey()
  const made: MadePackage[] = []
  for (const profile of profiles)
    made.push(await makePackage({ ...common, profile, by, out: resolve(options.out), eDossier, auditKey }))
  return await tellMade(made, profiles, call, store)
}

async function tellDryRuns(
  runs: readonly { readonly profile: Profile; readonly run: DryRun }[],
  { options, config, terminal }: Call,
): Promise<number> {
  if (typeof options.out === 'string')
    for (const { profile, run } of runs) {
      const path = resolve(options.out, `thay-doi-${profile.profile}.xlsx`)
      await writeFile(path, await createWorkbookWriter().write(changeSheets(run.changes, run.prepared)))
      terminal.err(`${path}\n`)
    }
  if (options.json)
    printJson(
      terminal,
      runs.map(({ profile, run }) => ({ profile: profile.profile, ...run.prepared, changes: run.changes })),
    )
  else
    for (const { profile, run } of runs) terminal.out(`${dryLines(profile, run, config.lang).join('\n')}\n`)
  return exitCodes.done
}

function dryLines({ profile, vi: receiver }: Profile, { prepared, changes }: DryRun, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const nothing = vi
    ? '  Không có gì mới để gửi. Muốn gửi lại bản ghi bị trả lại: --again; gửi lại tất cả: --all.'
    : '  Nothing new to send. What was returned once more: --again; all once more: --all.'
  const next = vi
    ? `  Đây là chạy thử, chưa ghi gì. Lập gói thật: hoso export --profile ${profile} --out ./goi --by "Họ và tên"`
    : `  A dry run, nothing was written. Make it: hoso export --profile ${profile} --out ./package --by "Name"`
  return [
    `${profile}: ${receiver}`,
    ...countLines(prepared, lang),
    ...heldLines(prepared.held, lang),
    ...(changes.length === 0 ? [nothing] : [...changeLines(changes, lang), next]),
  ]
}

async function tellMade(
  made: readonly MadePackage[],
  profiles: readonly Profile[],
  { options, config, terminal }: Call,
  store: Store,
): Promise<number> {
  const vi = config.lang === 'vi'
  if (options.json)
    printJson(
      terminal,
      made.map(({ package: of, folder, flaws, prepared }) => ({ ...of, folder, flaws, counts: prepared.counts })),
    )
  else
    for (const [index, { package: of, folder, prepared, flaws }] of made.entries()) {
      const name = profiles[index]?.profile ?? ''
      const nothing = vi ? `${name}: không có gì mới để gửi` : `${name}: nothing new to send`
      terminal.out(`${of === undefined ? nothing : `${of.packageId}\t${folder ?? ''}`}\n`)
      terminal.out(`${[...countLines(prepared, config.lang), ...heldLines(prepared.held, config.lang)].join('\n')}\n`)
      for (const flaw of flaws) terminal.out(`  ${vi ? 'Không đạt' : 'Fails'}: ${flaw}\n`)
      if (of !== undefined)
        terminal.out(`  ${nextStep(await packageOf(store.database, of.packageId), config.lang)}\n`)
    }
  const failed = made.filter(({ flaws }) => flaws.length > 0).length
  if (failed > 0)
    terminal.err(
      vi
        ? `${failed} gói không đạt kiểm tra nên không được phép gửi. Sửa cấu hình nơi nhận hoặc dữ liệu rồi lập lại.\n`
        : `${failed} packages failed their check and may not leave.\n`,
    )
  return failed === 0 ? exitCodes.done : exitCodes.someFailed
}

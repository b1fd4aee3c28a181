// `hoso packages`: the packages made for receivers, what each holds and changes, and who approved it; checks a bag anew.
import { resolve } from 'node:path'
import { bagFlaws } from '../adapters/bag.ts'
import { reviewFolder } from '../adapters/review-folder.ts'
import { UsageError } from '../core/errors.ts'
import { packageState } from '../core/profile/package-state.ts'
import { changesOfPackage } from '../runner/package/make-package.ts'
import { openWorkspace } from '../runner/workspace.ts'
import {
  appendEvent,
  type KeptPackage,
  mayLeave,
  type Noting,
  packageOf,
  packagesOf,
  stateWords,
} from '../store/profile-packages.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { profileOf } from './export-package.ts'
import { wordOf } from './list-file.ts'
import { changeLines, countLines, heldLines, nextStep } from './package-words.ts'

export type Call = Parameters<Command['run']>[0]

const verbs = ['list', 'show', 'verify', 'approve', 'cancel', 'sign', 'minutes'] as const

export const packages: Command = {
  name: 'packages',
  vi: 'Gói gửi nơi nhận: liệt kê (list), xem (show), kiểm tra (verify), duyệt (approve), hủy (cancel), ký số (sign), lập biên bản (minutes).',
  en: 'Packages for receivers: list, show, verify, approve, cancel, sign, minutes.',
  argument: '[words...]',
  options: [
    {
      flags: '--by <name>',
      vi: 'Người thực hiện; duyệt phải khác người lập',
      en: 'Who does it; the approver is another than the preparer',
    },
    { flags: '--reason <text>', vi: 'cancel: lý do', en: 'cancel: the reason' },
    { flags: '--out <dir>', vi: 'sign, minutes: thư mục ghi tệp', en: 'sign, minutes: folder for the files' },
    {
      flags: '--take <file>',
      vi: 'sign: tệp đã ký nhận về (.p7s hoặc .pdf)',
      en: 'sign: the signed file that came back (.p7s or .pdf)',
    },
    {
      flags: '--chain <file>',
      vi: 'sign: chứng thư gốc và trung gian của cơ quan (PEM)',
      en: 'sign: root and intermediate certificates of the agency (PEM)',
    },
    { flags: '--number <text>', vi: 'minutes: số biên bản', en: 'minutes: its number' },
    { flags: '--place <text>', vi: 'minutes: nơi lập', en: 'minutes: where it is made' },
    { flags: '--agency <code>', vi: 'minutes: cơ quan lập biên bản', en: 'minutes: the agency that makes it' },
    {
      flags: '--duplicates',
      vi: 'minutes: biên bản đề nghị loại tài liệu trùng lặp',
      en: 'minutes: of duplicate sheets proposed to be dropped',
    },
    { flags: '--today <YYYY-MM-DD>', vi: 'Ngày ghi trên biên bản', en: 'The day on the minutes' },
    json,
  ],
  examples: [
    'hoso packages list',
    'hoso packages show 4f1c',
    'hoso packages verify ./goi/tt06-2023-4f1c…',
    'hoso packages approve 4f1c --by "Nông Văn Tuyên"',
    'hoso packages sign 4f1c --out ./cho-ky',
    'hoso packages sign 4f1c --take ./manifest-sha256.txt.p7s --chain ./chung-thu.pem --by "Nông Văn Tuyên"',
    'hoso packages minutes 4f1c --number 12/BB-SNV --place "Tuyên Quang" --out ./bien-ban',
    'hoso packages minutes --duplicates --out ./bien-ban',
    'hoso packages cancel 4f1c --by "Ma Thị Lan" --reason "Lập nhầm đơn vị"',
  ],
  run: async (call) => {
    const word = wordOf(call.words, verbs) ?? 'list'
    if (word === 'show') return await show(call)
    if (word === 'verify') return await verify(call)
    if (word === 'approve') return await note(call, 'approved')
    if (word === 'cancel') return await note(call, 'cancelled')
    if (word === 'sign') return await (await import('./package-signing.ts')).signPackage(call)
    if (word === 'minutes') return await (await import('./package-minutes.ts')).writeMinutes(call)
    return await list(call)
  },
}

/** The word after the verb. */
export function idOf({ words }: Call): string {
  const [, id, ...rest] = words
  if (id !== undefined && rest.length === 0) return id
  throw new UsageError('Cần đúng một mã gói. Xem các mã bằng `hoso packages list`.')
}

export function byOf({ options }: Call): string {
  const by = typeof options.by === 'string' ? options.by.trim() : ''
  if (by !== '') return by
  throw new UsageError('Thiếu tên người thực hiện. Thêm --by "Họ và tên".')
}

const lineOf = ({ package: of, folder, events }: KeptPackage): string =>
  [of.packageId, of.profile, stateWords[packageState(events)], of.preparedBy, folder].join('\t')

async function list({ options, config, terminal }: Call): Promise<number> {
  await using store = await openWorkspace(config, terminal.environment)
  const all = await packagesOf(store.database)
  if (options.json)
    printJson(
      terminal,
      all.map(({ package: of, folder, events }) => ({ ...of, folder, state: packageState(events) })),
    )
  else for (const kept of all) terminal.out(`${lineOf(kept)}\n`)
  return exitCodes.done
}

async function show(call: Call): Promise<number> {
  const { options, config, terminal } = call
  await using store = await openWorkspace(config, terminal.environment)
  const kept = await packageOf(store.database, idOf(call))
  const profile = profileOf(kept.package.profile, call)
  const changes = await changesOfPackage(store, profile, kept.package.packageId)
  const isFree = await mayLeave(store.database, kept.package.packageId)
  if (options.json) printJson(terminal, { ...kept, state: packageState(kept.events), mayLeave: isFree, changes })
  else {
    terminal.out(`${lineOf(kept)}\n`)
    for (const { event, by, at } of kept.events) terminal.out(`  ${at}\t${stateWords[event]}\t${by}\n`)
    const { counts, leftOut, held } = kept.package
    const lines = [
      ...countLines({ counts, leftOut }, config.lang),
      ...heldLines(held, config.lang),
      ...changeLines(changes, config.lang),
      `  ${nextStep(kept, config.lang)}`,
    ]
    terminal.out(`${lines.join('\n')}\n`)
  }
  return exitCodes.done
}

async function verify(call: Call): Promise<number> {
  const flaws = await bagFlaws(resolve(idOf(call)))
  if (call.options.json) printJson(call.terminal, flaws)
  else for (const flaw of flaws) call.terminal.out(`${flaw}\n`)
  call.terminal.err(flaws.length === 0 ? 'Gói nguyên vẹn.\n' : `Gói có ${flaws.length} chỗ sai.\n`)
  return flaws.length === 0 ? exitCodes.done : exitCodes.someFailed
}

async function note(call: Call, event: 'approved' | 'cancelled'): Promise<number> {
  const { options, config, terminal } = call
  const by = byOf(call)
  const reason = typeof options.reason === 'string' ? options.reason.trim() : ''
  if (event === 'cancelled' && reason === '') throw new UsageError('Thiếu lý do hủy gói. Thêm --reason.')
  await using store = await openWorkspace(config, terminal.environment)
  const { package: of, folder } = await packageOf(store.database, idOf(call))
  if (event === 'approved') await refuseBroken(folder)
  const facts = reason === '' ? { manifestSha256: of.manifestSha256 } : { reason }
  await appendEvent(store.database, { packageId: of.packageId, event, by, facts }, await notingOf(call))
  const after = await packageOf(store.database, of.packageId)
  terminal.out(`${lineOf(after)}\n`)
  terminal.err(`${nextStep(after, config.lang)}\n`)
  return exitCodes.done
}

export async function notingOf({ config }: Call): Promise<Noting> {
  return { at: new Date(), auditKey: await reviewFolder(config.workspace).auditKey() }
}

/** Who approves answers for these very bytes. */
export async function refuseBroken(folder: string): Promise<void> {
  const [flaw] = await bagFlaws(folder)
  if (flaw !== undefined)
    throw new UsageError(`Gói tại ${folder} không còn nguyên vẹn (${flaw}). Lập lại gói bằng \`hoso export\`.`)
}

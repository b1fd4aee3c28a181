// `hoso bundle` and `hoso unbundle`: dossiers from one place to another without a network, sealed for the one that takes them.
import { resolve } from 'node:path'
import { ownKeys, trustedPlaces } from '../adapters/keys.ts'
import { UnreadableInput, UsageError } from '../core/errors.ts'
import { takeBundle, type Unbundled, writeBundle } from '../runner/bundle.ts'
import { openFiles } from '../runner/open-files.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { allDossiers, type Conflict } from '../store/carried-dossiers.ts'
import type { Store } from '../store/database.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

type Call = Parameters<Command['run']>[0]

export const bundle: Command = {
  name: 'bundle',
  vi: 'Đóng gói hồ sơ chuyển cho nơi khác không cần mạng: ký và mã hóa, chỉ nơi nhận mở được.',
  en: 'Bundle dossiers for another place without a network: signed and encrypted, only that place can open it.',
  options: [
    { flags: '--out <file>', vi: 'Tệp gói', en: 'File of the bundle' },
    {
      flags: '--to <fingerprint>',
      vi: 'Dấu vân tay của nơi nhận (xem `hoso keys`)',
      en: 'Fingerprint of the place (see `hoso keys`)',
    },
    {
      flags: '--dossier <ids>',
      vi: 'Chỉ các hồ sơ này, cách nhau bằng dấu phẩy',
      en: 'Only these dossiers, with commas between',
    },
    json,
  ],
  examples: [
    'hoso bundle --out E:/hung-loi.hoso --to 3f9a0c12',
    'hoso bundle --out ./a.hoso --to 3f9a --dossier TQ-001,TQ-002',
  ],
  run: async (call) => {
    const { options, config, terminal } = call
    if (typeof options.out !== 'string') throw new UsageError('Thiếu tên tệp gói. Ví dụ: --out E:/hung-loi.hoso.')
    const workspace = resolve(config.workspace)
    const to = (await trustedPlaces(workspace)).filter(({ fingerprint }) =>
      fingerprint.startsWith(String(options.to ?? '-')),
    )
    const [place] = to
    if (place === undefined || to.length > 1)
      throw new UsageError(
        'Không có đúng một nơi nhận mang dấu vân tay này. Nạp thẻ của nơi đó bằng `hoso keys trust`.',
      )
    await using store = await openWorkspace(config, terminal.environment)
    const all = await allDossiers(store.database)
    const wanted = typeof options.dossier === 'string' ? options.dossier.normalize('NFC').split(',') : all
    const unknown = wanted.filter((dossier) => !all.includes(dossier))
    if (unknown.length > 0)
      throw new UsageError(`Không có hồ sơ: ${unknown.join(', ')}. Xem các mã bằng \`hoso records\`.`)
    const made = await writeBundle(resolve(options.out), wanted, place, await placeOf(call, store))
    if (options.json) printJson(terminal, made)
    else
      terminal.out(
        config.lang === 'vi'
          ? `Đã đóng gói ${made.dossiers} hồ sơ, ${made.files} tệp, gửi ${place.card.name}. Hồ sơ khóa không chuyển: ${made.closed.length}.\n`
          : `${made.dossiers} dossiers, ${made.files} files, for ${place.card.name}. Closed and left out: ${made.closed.length}.\n`,
      )
    return exitCodes.done
  },
}

export const unbundle: Command = {
  name: 'unbundle',
  vi: 'Nhận gói hồ sơ từ nơi khác: kiểm tra chữ ký, mở và nhập; nhập lại không trùng, xung đột được báo, không ghi đè.',
  en: 'Take in bundles from another place: checked, opened, merged; again changes nothing, conflicts are told, never overwritten.',
  argument: '<files...>',
  options: [json],
  examples: ['hoso unbundle E:/hung-loi.hoso'],
  manual: {
    vi: 'Sau khi nhận, chạy `hoso run` (với một thư mục bất kỳ) hoặc `hoso rejudge --apply` để tính lại kết quả của các hồ sơ mới.',
    en: 'Afterwards `hoso run` computes what follows for the new dossiers.',
  },
  run: async (call) => {
    const { words, options, config, terminal } = call
    await using store = await openWorkspace(config, terminal.environment)
    const place = await placeOf(call, store)
    const trusted = await trustedPlaces(place.workspace)
    const all: Unbundled[] = []
    let refused = 0
    // A bundle that is damaged or not for us says nothing about the next one.
    for (const file of words) {
      const taken = await takeBundle(resolve(file), trusted, place).catch((error: unknown) => {
        if (!(error instanceof UnreadableInput)) throw error
        terminal.err(`${file}: ${error.message}\n`)
      })
      if (taken) all.push(taken)
      else refused++
    }
    if (options.json) printJson(terminal, all)
    for (const { from, dossiers, added, conflicts } of all) {
      if (!options.json)
        terminal.out(
          config.lang === 'vi'
            ? `Từ ${from}: ${dossiers} hồ sơ, ${added} điều mới, ${conflicts.length} xung đột.\n`
            : `From ${from}: ${dossiers} dossiers, ${added} new facts, ${conflicts.length} conflicts.\n`,
        )
      for (const conflict of conflicts) terminal.err(`${conflictLine(conflict, config.lang)}\n`)
    }
    return refused > 0 || all.some(({ conflicts }) => conflicts.length > 0) ? exitCodes.someFailed : exitCodes.done
  },
}

async function placeOf({ config, terminal }: Call, store: Store) {
  const workspace = resolve(config.workspace)
  const own = await ownKeys(workspace, terminal.environment.HOSO_KEYS_PASSPHRASE)
  return { store, files: openFiles(config, store), workspace, own }
}

const words: Readonly<Record<Conflict['kind'], { readonly vi: string; readonly en: string }>> = {
  other_origin: {
    vi: 'nơi này đã có hồ sơ khác mang cùng mã; không nhập. Đổi mã ở nơi gửi.',
    en: 'another dossier has this id here; not taken in. Rename it where it came from.',
  },
  secret: {
    vi: 'có tài liệu mật và đơn vị không được giữ; không nhập.',
    en: 'holds a secret paper its agency may not keep; not taken in.',
  },
  scan_differs: {
    vi: 'tệp quét cùng tên nhưng khác nội dung; giữ tệp đang có. Người phụ trách xem lại.',
    en: 'another file lies here under the same name; ours stays. Somebody has to look.',
  },
  decision_differs: {
    vi: 'quyết định cùng mã nhưng khác nội dung; giữ quyết định đang có.',
    en: 'another decision has the same id; ours stays.',
  },
}

const conflictLine = (conflict: Conflict, lang: 'vi' | 'en'): string =>
  `${'subject' in conflict ? conflict.subject : conflict.dossier}: ${words[conflict.kind][lang]}`

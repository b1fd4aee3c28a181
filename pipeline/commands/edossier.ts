// `hoso edossier`: the papers of each dossier as PDF/A files under the names an archive asks for.
import { resolve } from 'node:path'
import type { OutRecord } from '../../schemas/index.ts'
import { readNamingPlan } from '../adapters/naming-plan.ts'
import { UsageError } from '../core/errors.ts'
import { createLog } from '../runner/log.ts'
import { registerOf } from '../runner/register.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type Shelf, type WrittenDossier, writeEDossier } from '../runner/write-edossiers.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

export const edossier: Command = {
  name: 'edossier',
  vi: 'Lập hồ sơ điện tử: mỗi giấy tờ một tệp PDF/A, ảnh quét giữ nguyên, có lớp chữ; đặt tên theo quy định.',
  en: 'Write e-dossiers: a PDF/A file a paper, the scan untouched, with a text layer; named by rule.',
  options: [
    { flags: '--out <dir>', vi: 'Thư mục đích', en: 'Folder to write to' },
    { flags: '--dossier <id>', vi: 'Chỉ hồ sơ này', en: 'Only this dossier' },
    {
      flags: '--naming <plan>',
      vi: 'Quy tắc đặt tên: contents, party, state, hoặc tệp JSON của đơn vị (mặc định contents)',
      en: 'Plan of names: contents, party, state, or a JSON file of your own (default contents)',
    },
    json,
  ],
  examples: [
    'hoso edossier --out ./ho-so-dien-tu --naming state',
    'hoso edossier --out ./hsdv --naming ./dang-bo.json --dossier TQ-0012',
  ],
  manual: {
    vi: 'Với `state`, mỗi hồ sơ là một gói METS, EAD, PREMIS (Thông tư 05/2025/TT-BNV). Với `party`, cần khai mã tổ chức theo đơn vị\n(khóa "organisations" trong bản sao của schemas/edossier/party.json). Mỗi tệp được tự kiểm tra theo ISO 19005; đó không phải là chứng nhận.',
    en: 'With `state` every dossier is a package with METS, EAD and PREMIS. With `party` the codes of the organisations have to be told\n(key "organisations" in a copy of schemas/edossier/party.json). Every file is checked by ourselves against ISO 19005; that is no certificate.',
  },
  run: async ({ options, config, terminal }) => {
    if (typeof options.out !== 'string')
      throw new UsageError('Thiếu thư mục đích. Ví dụ: hoso edossier --out ./ho-so-dien-tu.')
    const plan = await readNamingPlan(typeof options.naming === 'string' ? options.naming : 'contents')
    const only = typeof options.dossier === 'string' ? options.dossier.normalize('NFC') : undefined
    const out = resolve(options.out)
    await using store = await openWorkspace(config, terminal.environment)
    const log = createLog(terminal.err, 'warn')
    const { openTools } = await import('../runner/tools.ts')
    await using tools = await openTools(config, { store, today: terminal.today, log, signal: terminal.signal })
    const shelf: Shelf = { ...tools, database: store.database, plan, out, at: localTime(new Date()) }
    const written: WrittenDossier[] = []
    for await (const record of chosen(registerOf(store, config).records(), only)) {
      written.push(await writeEDossier(record, shelf))
      if (terminal.isInteractive) terminal.err(`\r${written.length}`)
    }
    if (only !== undefined && written.length === 0)
      throw new UsageError('Không có hồ sơ nào mang mã này. Xem các mã bằng `hoso records`.')
    await tools.files.writeOut(
      out,
      'e-dossiers.json',
      new TextEncoder().encode(`${JSON.stringify(written, undefined, 2)}\n`),
    )
    if (options.json) printJson(terminal, written)
    else terminal.out(`${lines(written, config.lang).join('\n')}\n`)
    return written.some(({ missing, verapdf }) => missing.length > 0 || verapdf === 'failed')
      ? exitCodes.someFailed
      : exitCodes.done
  },
}

async function* chosen(records: AsyncIterable<OutRecord>, only: string | undefined): AsyncGenerator<OutRecord> {
  for await (const record of records) if (only === undefined || record.dossier === only) yield record
}

/** ISO 8601 with the offset of the office: +07:00. */
function localTime(now: Date): string {
  const minutes = -now.getTimezoneOffset()
  const two = (part: number) => String(Math.trunc(Math.abs(part))).padStart(2, '0')
  const shifted = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  return `${shifted}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

const missingWords: Readonly<Record<string, { vi: string; en: string }>> = {
  closed: { vi: 'hồ sơ khóa vì có tài liệu mật', en: 'closed: it holds a secret paper' },
  citizenId: { vi: 'số định danh 12 số chưa chắc chắn', en: 'the 12-digit citizen number is not sure' },
  name: { vi: 'họ tên chưa chắc chắn', en: 'the name is not sure' },
  organisation: { vi: 'chưa khai mã tổ chức của đơn vị', en: 'no code of the organisation is told' },
}

function lines(written: readonly WrittenDossier[], lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const files = written.reduce((sum, { papers }) => sum + papers.length, 0)
  const drawn = written.reduce((sum, { papers }) => sum + papers.reduce((all, paper) => all + paper.drawn.length, 0), 0)
  const foreign = written.reduce((sum, each) => sum + each.foreign.length, 0)
  return [
    ...written.flatMap(({ dossier, missing }) =>
      missing.length === 0
        ? []
        : [`${dossier}: ${missing.map((each) => missingWords[each]?.[lang] ?? each).join(', ')}`],
    ),
    vi
      ? `Đã lập ${files} tệp PDF/A cho ${written.filter(({ papers }) => papers.length > 0).length} hồ sơ; tự kiểm tra đạt, không phải chứng nhận.`
      : `${files} PDF/A files of ${written.filter(({ papers }) => papers.length > 0).length} dossiers; self-checked, not certified.`,
    ...(drawn > 0
      ? [vi ? `Trang dựng lại vì bản quét không mang nguyên vào được: ${drawn}` : `Pages shown by a drawing: ${drawn}`]
      : []),
    ...(foreign > 0
      ? [vi ? `Giấy tờ không thuộc danh mục này: ${foreign}` : `Papers not of this list: ${foreign}`]
      : []),
  ]
}

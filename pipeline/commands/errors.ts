// `hoso errors`: the list of what has to be corrected as a workbook, and the corrected workbook back in as decisions.
import { reviewFolder } from '../adapters/review-folder.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { readWorksheets } from '../adapters/worksheets.ts'
import { errorSheets } from '../core/error-book/error-sheets.ts'
import { refusalText } from '../core/error-book/take-words.ts'
import { decisionOf } from '../core/error-book/decision-of.ts'
import type { Change } from '../core/error-book/judge-edits.ts'
import { idOf } from '../core/id.ts'
import type { StewardDecision } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { errorBookItems, takeErrorBook, type TakenBook } from '../runner/error-book.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { allAgencies } from '../store/agencies.ts'
import { appendDecisions } from '../store/review-decisions.ts'
import { resolve } from 'node:path'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { dryRun, treeUnder, writeFile } from './list-file.ts'

type Call = Parameters<Command['run']>[0]

export const errors: Command = {
  name: 'errors',
  vi: 'Danh sách mục cần sửa: xuất ra Excel (--out), hoặc nạp tệp đã sửa (--take): chỉ ô đã đổi được ghi, không ghi đè lên người khác.',
  en: 'What has to be corrected: out as a workbook (--out), or the corrected one back in (--take); only changed cells apply.',
  options: [
    { flags: '--out <file>', vi: 'Tệp .xlsx sẽ ghi', en: '.xlsx file to write' },
    { flags: '--take <file>', vi: 'Tệp .xlsx đã sửa', en: 'Corrected .xlsx file' },
    { flags: '--by <name>', vi: 'Người sửa (bắt buộc với --take)', en: 'Who corrected it (needed with --take)' },
    { flags: '--agency <code>', vi: 'Chỉ đơn vị này và các đơn vị dưới nó', en: 'This agency and those under it only' },
    { flags: '--batch <id>', vi: 'Chỉ đợt số hóa này', en: 'This batch only' },
    { flags: '--dossier <id>', vi: 'Chỉ hồ sơ này', en: 'This dossier only' },
    dryRun,
    json,
  ],
  examples: [
    'hoso errors --out can-sua.xlsx --agency TQ-SNV',
    'hoso errors --take can-sua.xlsx --by "Ma Thị Lan" --dry-run',
    'hoso errors --take can-sua.xlsx --by "Ma Thị Lan"',
  ],
  run: async (call) => {
    const { out, take } = call.options
    if (typeof take === 'string' && out === undefined) return takeBook(call, take)
    if (typeof out === 'string' && take === undefined) return writeBook(call, out)
    throw new UsageError('Cần đúng một trong --out và --take. Ví dụ: hoso errors --out can-sua.xlsx.')
  },
}

async function writeBook({ options, config, terminal }: Call, out: string): Promise<number> {
  await using store = await openWorkspace(config, terminal.environment)
  const text = (option: unknown) => (typeof option === 'string' ? option.normalize('NFC') : undefined)
  const [agency, dossier] = [text(options.agency), text(options.dossier)]
  const items = await errorBookItems(store.database, {
    agencies:
      agency === undefined ? undefined : [...treeUnder(await allAgencies(store.database), agency).under(agency)],
    batch: text(options.batch),
    dossiers: dossier === undefined ? undefined : [dossier],
  })
  await writeFile(out, await createWorkbookWriter().write(errorSheets(items, loadKnowledge())))
  if (options.json) printJson(terminal, { contract: 1, file: out, items: items.length })
  else terminal.out(`${out}\t${items.length} ${config.lang === 'vi' ? 'mục' : 'items'}\n`)
  return exitCodes.done
}

async function takeBook({ options, config, terminal }: Call, file: string): Promise<number> {
  const by = typeof options.by === 'string' ? options.by.trim() : ''
  const isDry = options.dryRun === true
  if (by === '') throw new UsageError('Thiếu --by: ghi tên người đã sửa. Ví dụ: --by "Ma Thị Lan".')
  const sheets = await readWorksheets(resolve(file))
  await using store = await openWorkspace(config, terminal.environment)
  const now = new Date(Date.now())
  const auditKey = isDry ? undefined : await reviewFolder(config.workspace).auditKey()
  const taken = await takeErrorBook(store.database, sheets, {
    knowledge: loadKnowledge(),
    ...(auditKey === undefined
      ? {}
      : {
          append: (changes) =>
            appendDecisions(
              store.database,
              changes.map((change) => ({ decision: signed(change, by, now), newest: change.standing.newest })),
              { account: `cli:${by}`, at: now, auditKey },
            ),
        }),
  })
  if (options.json) printJson(terminal, outward(taken, isDry))
  else terminal.out(`${lines(taken, isDry, config.lang).join('\n')}\n`)
  if (taken.kept.length > 0)
    terminal.err(
      config.lang === 'vi'
        ? 'Đã ghi quyết định. Chạy `hoso rejudge --apply` để xét lại các hồ sơ.\n'
        : 'The decisions are kept. Run `hoso rejudge --apply` to judge the dossiers again.\n',
    )
  return taken.refused.length > 0 ? exitCodes.someFailed : exitCodes.done
}

function signed(change: Change, steward: string, at: Date): StewardDecision {
  const said = { ...decisionOf(change), steward, decidedAt: at.toISOString() }
  return { ...said, decisionId: idOf('error-book', said) }
}

function outward({ changes, refused, untouched }: TakenBook, isDry: boolean) {
  return {
    contract: 1,
    dryRun: isDry,
    changed: changes.map(({ row, dossier, field, ruling }) => ({ row, dossier, field, decision: ruling.kind })),
    refused: refused.map(({ row, dossier, label, why, problem }) => ({ row, dossier, label, why, problem })),
    untouched,
  }
}

function lines({ changes, refused, untouched }: TakenBook, isDry: boolean, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const head = isDry ? (vi ? 'Thử, chưa ghi gì' : 'Dry run, nothing kept') : vi ? 'Đã ghi' : 'Kept'
  return [
    vi
      ? `${head}: ${changes.length} mục thay đổi, ${refused.length} mục trả lại, ${untouched} mục không đổi`
      : `${head}: ${changes.length} changed, ${refused.length} given back, ${untouched} as they were`,
    ...refused.map(
      (each) => `  ${vi ? 'dòng' : 'row'} ${each.row}\t${each.dossier}\t${each.label}\t${refusalText(each)}`,
    ),
  ]
}

// `hoso contents`: each dossier held against the official contents list, and the copies whose removal may be proposed.
import { resolve } from 'node:path'
import type { OutRecord } from '../../schemas/index.ts'
import { type Contents, contentsOf } from '../core/contents.ts'
import { registerOf } from '../runner/register.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { writeFile } from './list-file.ts'

interface Told extends Contents {
  readonly dossier: string
  /** Copies: the document and the one it repeats, with their pages. */
  readonly copies: readonly { readonly document: string; readonly of: string; readonly pages: readonly number[] }[]
}

export const contents: Command = {
  name: 'contents',
  vi: 'Đối chiếu từng hồ sơ với danh mục thành phần theo quy định: có gì, thiếu gì, bản nào trùng.',
  en: 'Hold each dossier against the official contents list: what is there, what is missing, what is a copy.',
  options: [
    { flags: '--dossier <id>', vi: 'Chỉ hồ sơ này', en: 'This dossier only' },
    { flags: '--out <file>', vi: 'Tệp .xlsx sẽ ghi', en: '.xlsx file to write' },
    json,
  ],
  examples: ['hoso contents', 'hoso contents --dossier 001-clean', 'hoso contents --out thanh-phan.xlsx'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const only = typeof options.dossier === 'string' ? options.dossier.normalize('NFC') : undefined
    const told: Told[] = []
    for await (const record of registerOf(store, config).records()) {
      if (only === undefined || record.dossier === only) told.push(toldOf(record))
    }
    if (typeof options.out === 'string') await write(resolve(options.out), told)
    if (options.json) printJson(terminal, { contract: 1, dossiers: told })
    else terminal.out(`${told.flatMap((each) => lines(each, only !== undefined, config.lang)).join('\n')}\n`)
    return exitCodes.done
  },
}

function toldOf({ dossier, documents, values }: OutRecord): Told {
  const code = values.rankCode
  const rankCode = code?.status === 'read' && typeof code.value === 'string' ? code.value : undefined
  return {
    dossier,
    ...contentsOf({ papers: documents.map(({ kind, form, document }) => ({ kind, form, document })), rankCode }),
    copies: documents.flatMap(({ document, copyOf, pages }) =>
      copyOf === undefined ? [] : [{ document, of: copyOf, pages }],
    ),
  }
}

const groups = {
  vi: { officials: 'công chức', employees: 'viên chức', unknown: 'chưa rõ công chức hay viên chức' },
  en: { officials: 'official', employees: 'public employee', unknown: 'group not known' },
} as const

function lines({ dossier, group, entries, copies }: Told, isWhole: boolean, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const missing = entries.filter(({ isMissing }) => isMissing)
  const head = vi
    ? `${dossier}\t${groups.vi[group]}\tthiếu ${missing.length}\ttrùng ${copies.length}`
    : `${dossier}\t${groups.en[group]}\t${missing.length} missing\t${copies.length} copies`
  if (!isWhole) return [`${head}\t${missing.map((entry) => entry.vi).join('; ')}`]
  const state = (entry: Told['entries'][number]) =>
    entry.isMissing ? (vi ? 'THIẾU' : 'MISSING') : entry.documents.length === 0 ? '–' : String(entry.documents.length)
  return [
    head,
    ...entries.map((entry) => `  ${entry.item}\t${entry.vi}\t${state(entry)}`),
    ...copies.map(({ pages }) => `  ${vi ? 'Bản trùng, trang' : 'Copy, pages'} ${pages.join(', ')}`),
  ]
}

async function write(out: string, told: readonly Told[]): Promise<void> {
  const { createWorkbookWriter } = await import('../adapters/exceljs.ts')
  const rows = told.flatMap(({ dossier, group, entries }) =>
    entries.map(({ item, vi, documents, isMissing }) => [
      dossier,
      groups.vi[group],
      item,
      vi,
      documents.length,
      isMissing ? 'Thiếu' : '',
    ]),
  )
  const copies = told.flatMap(({ dossier, copies: own }) =>
    own.map(({ pages, of }) => [dossier, pages.join(', '), of.slice(of.lastIndexOf('#') + 1)]),
  )
  const columns = ['Hồ sơ', 'Nhóm', 'Mục', 'Thành phần', 'Số tài liệu', 'Tình trạng']
  const bytes = await createWorkbookWriter().write([
    { name: 'Thành phần hồ sơ', columns, rows },
    { name: 'Đề xuất loại bản trùng', columns: ['Hồ sơ', 'Các trang', 'Trùng với bản từ trang quét'], rows: copies },
  ])
  await writeFile(out, bytes)
}

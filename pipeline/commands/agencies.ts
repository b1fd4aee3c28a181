// `hoso agencies`: the tree of agencies, taken in from a list and shown.
import { resolve } from 'node:path'
import { readWorksheets } from '../adapters/worksheets.ts'
import { agencyTree } from '../core/agency-tree.ts'
import { agencyList, importAgencies } from '../core/roster/read-agencies.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { allAgencies, keepAgencies } from '../store/agencies.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { dryRun, fileOf, refuseBadRows, wordOf, writeTemplate } from './list-file.ts'

export const agencies: Command = {
  name: 'agencies',
  vi: 'Danh mục cơ quan, đơn vị: nạp từ XLSX hoặc CSV (import), tạo tệp mẫu (template), hoặc in cây đơn vị.',
  en: 'The agencies: take them in from XLSX or CSV (import), write a template (template), or print the tree.',
  argument: '[words...]',
  options: [
    dryRun,
    { flags: '--out <file>', vi: 'Tệp mẫu .xlsx sẽ ghi (với template)', en: 'Template .xlsx to write' },
    json,
  ],
  examples: [
    'hoso agencies template --out mau-don-vi.xlsx',
    'hoso agencies import don-vi.xlsx --dry-run',
    'hoso agencies import don-vi.csv',
    'hoso agencies',
  ],
  run: async (call) => {
    const { words, options, terminal } = call
    const word = wordOf(words, ['import', 'template'])
    if (word === 'import') return importFile(call)
    if (word === 'template') return writeTemplate(options.out, 'Đơn vị', agencyList.columns, terminal)
    return show(call)
  },
}

type Call = Parameters<Command['run']>[0]

async function importFile({ words, options, config, terminal }: Call): Promise<number> {
  const sheets = await readWorksheets(resolve(fileOf(words, 'hoso agencies import don-vi.xlsx')))
  await using store = await openWorkspace(config, terminal.environment)
  const read = importAgencies(sheets, await allAgencies(store.database))
  for (const note of read.notes) terminal.err(`${note}\n`)
  refuseBadRows(read.problems)
  const isDry = options.dryRun === true
  if (!isDry) await keepAgencies(store.database, [...read.added, ...read.changed])
  const told = { added: read.added.length, changed: read.changed.length, unchanged: read.unchanged, dryRun: isDry }
  if (options.json) printJson(terminal, told)
  else if (config.lang === 'vi')
    terminal.out(
      `${isDry ? 'Thử, chưa ghi gì' : 'Đã nạp'}: ${told.added} đơn vị mới, ${told.changed} thay đổi, ${told.unchanged} giữ nguyên.\n`,
    )
  else
    terminal.out(
      `${isDry ? 'Dry run, nothing kept' : 'Taken in'}: ${told.added} new, ${told.changed} changed, ${told.unchanged} as they were.\n`,
    )
  return exitCodes.done
}

async function show({ options, config, terminal }: Call): Promise<number> {
  await using store = await openWorkspace(config, terminal.environment)
  const all = await allAgencies(store.database)
  if (options.json) printJson(terminal, all)
  else
    for (const { agency, depth } of agencyTree(all).ordered) {
      const secret = agency.mayHoldSecret
        ? config.lang === 'vi'
          ? '\tđược giữ tài liệu mật'
          : '\tmay hold secret'
        : ''
      terminal.out(`${'  '.repeat(depth)}${agency.code}\t${agency.name}${secret}\n`)
    }
  return exitCodes.done
}

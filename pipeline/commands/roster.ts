// `hoso roster`: who is expected, taken in from lists; and who of them is received, missing, or there without being expected.
import { resolve } from 'node:path'
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { readWorksheets } from '../adapters/worksheets.ts'
import { agencyTree } from '../core/agency-tree.ts'
import { compareRoster, within } from '../core/roster/compare-roster.ts'
import { coverageByAgency, expectedIn } from '../core/roster/coverage.ts'
import { readRoster } from '../core/roster/read-roster.ts'
import { rosterChanges } from '../core/roster/roster-changes.ts'
import { rosterColumns } from '../core/roster/roster-columns.ts'
import { rosterSheets } from '../core/roster/roster-sheets.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { allAgencies } from '../store/agencies.ts'
import { receivedPersons } from '../store/received.ts'
import { replaceRosters, rosterEntries } from '../store/roster.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { dryRun, fileOf, refuseBadRows, treeUnder, wordOf, writeFile, writeTemplate } from './list-file.ts'
import { rosterLines } from './roster-words.ts'

export const roster: Command = {
  name: 'roster',
  vi: 'Danh sách người phải có hồ sơ: nạp (import), tạo tệp mẫu (template), hoặc đối chiếu đã nhận với phải có.',
  en: 'Expected persons: take in lists (import), write a template (template), or hold received against expected.',
  argument: '[words...]',
  options: [
    { flags: '--agency <code>', vi: 'Chỉ đơn vị này và các đơn vị dưới nó', en: 'This agency and those under it only' },
    dryRun,
    { flags: '--out <file>', vi: 'Tệp .xlsx sẽ ghi', en: '.xlsx file to write' },
    json,
  ],
  examples: [
    'hoso roster template --out mau-danh-sach.xlsx',
    'hoso roster import danh-sach.xlsx --dry-run',
    'hoso roster import so-noi-vu.csv --agency TQ-SNV',
    'hoso roster --agency TQ-SNV --out doi-chieu.xlsx',
  ],
  run: async (call) => {
    const word = wordOf(call.words, ['import', 'template'])
    if (word === 'import') return importFile(call)
    if (word === 'template') return writeTemplate(call.options.out, 'Danh sách', rosterColumns, call.terminal)
    return compare(call)
  },
}

type Call = Parameters<Command['run']>[0]
const agencyOf = ({ options }: Call) => (typeof options.agency === 'string' ? options.agency : undefined)

async function importFile(call: Call): Promise<number> {
  const { words, options, config, terminal } = call
  const sheets = await readWorksheets(resolve(fileOf(words, 'hoso roster import danh-sach.xlsx')))
  await using store = await openWorkspace(config, terminal.environment)
  const agencies = new Set((await allAgencies(store.database)).map(({ code }) => code))
  const agency = agencyOf(call)
  const read = readRoster(sheets, {
    knowledge: loadKnowledge(),
    agencies,
    ...(agency === undefined ? {} : { agency }),
  })
  for (const note of read.notes) terminal.err(`${note}\n`)
  refuseBadRows(read.problems)
  const changes = rosterChanges(await rosterEntries(store.database), read.entries)
  const isDry = options.dryRun === true
  if (!isDry) await replaceRosters(store.database, read.entries)
  if (options.json) printJson(terminal, { dryRun: isDry, entries: read.entries.length, agencies: changes })
  else {
    const vi = config.lang === 'vi'
    const head = isDry ? (vi ? 'Thử, chưa ghi gì' : 'Dry run, nothing kept') : vi ? 'Đã nạp' : 'Taken in'
    terminal.out(`${head}: ${read.entries.length} ${vi ? 'người' : 'persons'}\n`)
    for (const { agency: code, added, changed, gone, unchanged } of changes)
      terminal.out(
        vi
          ? `  ${code}: ${added} người mới, ${changed} thay đổi, ${gone} không còn trong danh sách, ${unchanged} giữ nguyên\n`
          : `  ${code}: ${added} new, ${changed} changed, ${gone} gone, ${unchanged} as they were\n`,
      )
  }
  return exitCodes.done
}

async function compare(call: Call): Promise<number> {
  const { options, config, terminal } = call
  await using store = await openWorkspace(config, terminal.environment)
  const agencies = await allAgencies(store.database)
  const whole = agencyTree(agencies)
  const all = compareRoster(await rosterEntries(store.database), await receivedPersons(store.database), whole)
  const agency = agencyOf(call)
  const tree = agency === undefined ? whole : treeUnder(agencies, agency)
  const comparison = agency === undefined ? all : within(all, tree.under(agency))
  if (typeof options.out === 'string')
    await writeFile(options.out, await createWorkbookWriter().write(rosterSheets(comparison, tree)))
  const coverage = coverageByAgency(comparison, tree)
  if (options.json)
    printJson(terminal, {
      contract: 1,
      agencies: tree.ordered.flatMap(({ agency: { code, name } }) => {
        const of = coverage.get(code)
        return of === undefined
          ? []
          : [
              {
                agency: code,
                name,
                own: { expected: expectedIn(of.own), ...of.own },
                whole: { expected: expectedIn(of.whole), ...of.whole },
              },
            ]
      }),
      ...comparison,
    })
  else terminal.out(`${rosterLines(comparison, coverage, tree, config.lang).join('\n')}\n`)
  return exitCodes.done
}

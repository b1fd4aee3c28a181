// `hoso import`: takes in an HR system's list by a mapping file, to hold it beside the papers. It never changes a value.
import { resolve } from 'node:path'
import { z } from 'zod'
import { ListMapping } from '../../schemas/index.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { readJsonFile } from '../adapters/text-file.ts'
import { readWorksheets } from '../adapters/worksheets.ts'
import { UsageError } from '../core/errors.ts'
import { readImport } from '../core/import-list.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { replaceListed } from '../store/listed.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { dryRun, refuseBadRows } from './list-file.ts'

export const importList: Command = {
  name: 'import',
  vi: 'Nạp danh sách của phần mềm nhân sự (XLSX, CSV) theo tệp ánh xạ, chỉ để đối chiếu với giấy tờ.',
  en: 'Take in a list of an HR system (XLSX, CSV) by a mapping file, to compare it with the papers.',
  argument: '<file>',
  options: [
    {
      flags: '--mapping <file>',
      vi: 'Tệp ánh xạ JSON: cột nào là trường nào',
      en: 'JSON mapping: which column is which field',
    },
    {
      flags: '--skip-bad',
      vi: 'Bỏ qua các dòng sai, nạp phần còn lại',
      en: 'Leave bad rows out, take in the rest',
    },
    dryRun,
    json,
  ],
  examples: [
    'hoso import nhan-su-ha-giang.xlsx --mapping schemas/mappings/vnpt-ccvc.json --dry-run',
    'hoso import nhan-su.csv --mapping anh-xa.json',
  ],
  manual: {
    vi: 'Tệp ánh xạ: {"source": "vnpt-ha-giang", "name": "phần mềm nhân sự Hà Giang", "rank": 2, "columns": {"Họ và tên": "fullName", "Số CCCD": "citizenId"}, "warn": ["citizenId"]}. Mã trường: hoso forms --json.',
    en: 'Mapping: {"source", "name", "rank", "columns": {"heading": "field"}, "warn": ["field"]}. Field codes: hoso forms --json.',
  },
  run: async ({ words, options, config, terminal }) => {
    const [file, ...others] = words
    if (file === undefined || others.length > 0 || typeof options.mapping !== 'string')
      throw new UsageError('Cần một tệp danh sách và --mapping. Ví dụ: hoso import nhan-su.xlsx --mapping anh-xa.json.')
    const mapping = await mappingOf(resolve(options.mapping))
    const read = readImport(await readWorksheets(resolve(file)), mapping, loadKnowledge())
    for (const note of read.notes) terminal.err(`${note}\n`)
    if (!options.skipBad) refuseBadRows(read.problems)
    else if (read.problems.length > 0) terminal.err(`Bỏ qua ${read.problems.length} chỗ sai trong danh sách.\n`)
    const isDry = options.dryRun === true
    if (!isDry) {
      await using store = await openWorkspace(config, terminal.environment)
      await replaceListed(store.database, mapping.source, read.persons)
    }
    const told = { dryRun: isDry, source: mapping.source, persons: read.persons.length, problems: read.problems.length }
    if (options.json) printJson(terminal, { contract: 1, ...told })
    else
      terminal.out(
        `${isDry ? 'Thử, chưa ghi gì' : 'Đã nạp'}: ${mapping.name}, ${told.persons} người. Chạy \`hoso run\` để đối chiếu.\n`,
      )
    return exitCodes.done
  },
}

async function mappingOf(path: string): Promise<ListMapping> {
  const parsed = ListMapping.safeParse(await readJsonFile(path))
  if (parsed.success) return parsed.data
  throw new UsageError(`Tệp ánh xạ sai: ${z.prettifyError(parsed.error)}. Sửa theo \`hoso import --help\`.`)
}

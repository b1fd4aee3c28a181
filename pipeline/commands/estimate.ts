// `hoso estimate`: trains the linkage model on the register and writes a new file for review. A run never trains.
import { join, resolve } from 'node:path'
import { duckdbLinker } from '../adapters/duckdb/table.ts'
import { openResults } from '../adapters/link-results.ts'
import { loadLinkageModel } from '../adapters/linkage-model.ts'
import { UsageError } from '../core/errors.ts'
import { rounded } from '../core/linkage/weights.ts'
import { linkRowOf } from '../core/link-record.ts'
import type { LinkRow } from '../core/stage.ts'
import { registerOf } from '../runner/register.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { estimated } from '../stages/link/estimate.ts'
import type { LinkageModel } from '../../schemas/index.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { estimateReading } from './estimate-reading.ts'

/** Fewer dossiers hold too few people with two of them: the numbers would be noise. */
const FEWEST = 500

export const estimate: Command = {
  name: 'estimate',
  vi: 'Ước lượng lại mô hình ghép cặp trên kho hồ sơ (không cần nhãn), ghi ra tệp mới để xem xét trước khi dùng.',
  en: 'Estimate the linkage model again on the register (no labels needed), as a new file to be reviewed before use.',
  options: [
    { flags: '--out <dir>', vi: 'Thư mục ghi linkage-model.json mới', en: 'Folder for the new linkage-model.json' },
    {
      flags: '--model <file>',
      vi: 'Mô hình bắt đầu; để trống: mô hình kèm theo',
      en: 'Model to begin with; empty: the shipped one',
    },
    {
      flags: '--reading <files>',
      vi: 'Hiệu chỉnh độ tin cậy của kết quả đọc thay cho mô hình ghép: tệp CSV của npm run corpus, cách nhau bằng dấu phẩy',
      en: 'Calibrate the grades of readings instead: CSV files of npm run corpus, separated by commas',
    },
    json,
  ],
  examples: ['hoso estimate --out mo-hinh-moi', 'hoso estimate --reading nhe.csv,vua.csv --out bang-moi'],
  run: async ({ options, config, terminal }) => {
    if (typeof options.out !== 'string')
      throw new UsageError('Thiếu thư mục ghi mô hình mới. Ví dụ: hoso estimate --out mo-hinh-moi.')
    if (typeof options.reading === 'string')
      return await estimateReading(options.reading.split(','), options.out, {
        terminal,
        isJson: options.json === true,
        lang: config.lang,
      })
    const before = await loadLinkageModel(typeof options.model === 'string' ? resolve(options.model) : undefined)
    await using store = await openWorkspace(config, terminal.environment)
    const register = registerOf(store, config)
    async function* rows(): AsyncIterable<LinkRow> {
      for await (const record of register.linkRecords()) yield linkRowOf(record)
    }
    const linker = duckdbLinker({ spillFolder: join(config.workspace, 'spill'), threads: config.workers })
    await using table = await linker.load(before, rows())
    if (table.records < FEWEST)
      throw new UsageError(
        `Kho có ${table.records} hồ sơ, quá ít để ước lượng. Cần ít nhất ${FEWEST} hồ sơ; hãy dùng tiếp mô hình đang có.`,
      )
    const origin = `Ước lượng trên ${table.records} hồ sơ ngày ${terminal.today}. Trước đó: ${before.origin}`
    const after = { ...(await estimated(before, table)), version: before.version + 1, origin }
    await using results = await openResults(resolve(options.out))
    await results.writeJson('linkage-model.json', after)
    const changes = changesOf(before, after)
    if (options.json) printJson(terminal, { contract: 1, records: table.records, version: after.version, changes })
    else terminal.out(`${linesOf(changes, config.lang).join('\n')}\n`)
    return exitCodes.done
  },
}

interface Change {
  readonly comparison: string
  readonly level: string
  readonly before: number | undefined
  readonly after: number | undefined
}

/** Bits of each level before and after: what a reviewer looks at first. */
function changesOf(before: LinkageModel, after: LinkageModel): Change[] {
  const bits = ({ m, u }: { m?: number | undefined; u?: number | undefined }) =>
    m === undefined || u === undefined ? undefined : rounded(Math.log2(m / u))
  return after.comparisons.flatMap(({ comparison, levels }, at) =>
    levels.flatMap((level, index) => {
      const old = before.comparisons[at]?.levels[index]
      return level.isNeutral ? [] : [{ comparison, level: level.level, before: old && bits(old), after: bits(level) }]
    }),
  )
}

function linesOf(changes: readonly Change[], lang: 'vi' | 'en'): string[] {
  const number = (bits: number | undefined) => (bits === undefined ? '–' : bits.toFixed(1))
  const head = lang === 'vi' ? 'Trọng số (bit) trước → sau:' : 'Weights (bits) before → after:'
  return [
    head,
    ...changes.map(
      ({ comparison, level, before, after }) => `  ${comparison} · ${level}: ${number(before)} → ${number(after)}`,
    ),
  ]
}

// `hoso link`: deduplicates any CSV by a model written for it, and tells what it cost and what it did not compare.
import { resolve } from 'node:path'
import { loadLinkageModel } from '../adapters/linkage-model.ts'
import { UsageError } from '../core/errors.ts'
import { type LinkedFile, linkFile } from '../runner/link-file.ts'
import { type Command, exitCodes, json, type Options, printJson } from './command.ts'
import { modelHelp } from './link-help.ts'

export const link: Command = {
  name: 'link',
  vi: 'Tìm các bản ghi cùng một người trong một tệp CSV bất kỳ, theo một mô hình ghép cặp.',
  en: 'Find the records of one person in any CSV file, by a linkage model.',
  manual: modelHelp,
  options: [
    { flags: '--csv <file>', vi: 'Tệp CSV (UTF-8, dòng đầu là tên cột)', en: 'CSV file (UTF-8, with a header)' },
    { flags: '--model <file>', vi: 'Mô hình ghép cặp (JSON)', en: 'Linkage model (JSON)' },
    { flags: '--id <column>', vi: 'Cột mã định danh của từng dòng', en: 'Column that identifies each row' },
    {
      flags: '--estimate',
      vi: 'Ước lượng m, u, prior và ngưỡng trên chính tệp này (không cần nhãn), ghi DIR/model.json',
      en: 'Estimate m, u, prior and thresholds on this file (no labels needed), write DIR/model.json',
    },
    {
      flags: '--out <dir>',
      vi: 'Thư mục kết quả: pairs.csv, clusters.csv',
      en: 'Folder of results: pairs.csv, clusters.csv',
    },
    json,
  ],
  examples: [
    'hoso link --csv danh-sach.csv --model mo-hinh.json --id ma --estimate --out ket-qua',
    'hoso link --csv danh-sach-moi.csv --model ket-qua/model.json --id ma --out ket-qua-moi',
  ],
  run: async ({ options, config, terminal }) => {
    const asked = (name: string) => required(options, name)
    const linked = await linkFile({
      csv: resolve(asked('csv')),
      model: await loadLinkageModel(resolve(asked('model'))),
      idHeader: asked('id'),
      isEstimating: options.estimate === true,
      out: resolve(asked('out')),
      threads: config.workers,
      signal: terminal.signal,
    })
    if (options.json) printJson(terminal, { contract: 1, ...factsOf(linked) })
    else terminal.out(`${linesOf(linked, config.lang).join('\n')}\n`)
    return exitCodes.done
  },
}

function required(options: Options, name: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(
    `Thiếu --${name}. Ví dụ: hoso link --csv danh-sach.csv --model mo-hinh.json --id ma --estimate --out ket-qua.`,
  )
}

function factsOf({ model, expectedWrong, ...linked }: LinkedFile) {
  const { prior, reviewAbove, matchAbove } = model
  return { ...linked, expectedWrongPairs: Number(expectedWrong.toFixed(3)), prior, reviewAbove, matchAbove }
}

function linesOf(
  { records, same, review, clusters, expectedWrong, model, blocks }: LinkedFile,
  lang: 'vi' | 'en',
): string[] {
  const vi = lang === 'vi'
  const wrong = expectedWrong.toFixed(2)
  const { split, uncomparedBlocks, uncomparedRecords, pairsLeftOut } = blocks
  return [
    vi
      ? `${records} bản ghi, ${clusters} nhóm; ${same} cặp trùng (từ ${model.matchAbove} bit), ${review} cặp cần xem (từ ${model.reviewAbove} bit)`
      : `${records} records, ${clusters} clusters; ${same} pairs the same (from ${model.matchAbove} bits), ${review} to review (from ${model.reviewAbove} bits)`,
    vi ? `Số cặp ghép sai dự kiến theo mô hình: ${wrong}` : `Wrong pairs that the model expects: ${wrong}`,
    ...(split > 0
      ? [
          vi
            ? `${split} khối quá lớn đã được chia nhỏ, ${pairsLeftOut} cặp trong đó không so; ${uncomparedBlocks} khối (${uncomparedRecords} bản ghi) không chia được nên chưa so. Thêm cột vào "blocking" hoặc tăng "maxBlock".`
            : `${split} blocks were too large and were split, ${pairsLeftOut} of their pairs not compared; ${uncomparedBlocks} blocks (${uncomparedRecords} records) could not be split and were not compared. Add columns to "blocking" or raise "maxBlock".`,
        ]
      : []),
  ]
}

// `hoso separators`: prints the sheets that lie between dossiers or papers when a whole stack is scanned at once.
import { resolve } from 'node:path'
import { loadPaperBook } from '../adapters/paper-kinds.ts'
import { readTextFile } from '../adapters/text-file.ts'
import { UsageError } from '../core/errors.ts'
import { printedSeparator, separatorSheets } from '../core/separator-sheets.ts'
import { type Command, exitCodes } from './command.ts'
import { writeFile } from './list-file.ts'

export const separators: Command = {
  name: 'separators',
  vi: 'In tờ ngăn có mã QR, đánh số, để quét cả xấp nhiều hồ sơ vào một tệp.',
  en: 'Print numbered separator sheets with a QR code, to scan a stack of many dossiers into one file.',
  options: [
    { flags: '--agency <code>', vi: 'Mã đơn vị in trên tờ ngăn', en: 'Agency code on the sheets' },
    { flags: '--batch <name>', vi: 'Tên đợt số hóa', en: 'Name of the batch' },
    { flags: '--count <n>', vi: 'Số tờ', en: 'Number of sheets' },
    {
      flags: '--dossiers <file>',
      vi: 'Tệp văn bản, mỗi dòng một mã hồ sơ: mỗi mã một tờ',
      en: 'Text file, a dossier id a line: a sheet each',
    },
    {
      flags: '--kind <kind>',
      vi: 'Tờ ngăn giấy tờ trong một hồ sơ, của loại này',
      en: 'Sheets between the papers of one dossier, of this kind',
    },
    { flags: '--out <file>', vi: 'Tệp PDF sẽ ghi', en: 'PDF file to write' },
  ],
  examples: [
    'hoso separators --agency TQ-SNV --batch dot-01 --count 50 --out to-ngan.pdf',
    'hoso separators --agency TQ-SNV --batch dot-01 --dossiers danh-sach.txt --out to-ngan.pdf',
    'hoso run ./quet/dot-01 --stacks',
  ],
  run: async ({ options, config, terminal }) => {
    const { out, batch = terminal.today, kind, dossiers } = options
    if (typeof out !== 'string') throw new UsageError('Thiếu tên tệp PDF. Thêm --out, ví dụ: --out to-ngan.pdf.')
    const names = typeof dossiers === 'string' ? await linesOf(resolve(dossiers)) : []
    const sheets = separatorSheets({
      agency: config.agency,
      batch: String(batch).normalize('NFC'),
      count: countOf(options.count, names),
      dossiers: names,
      kind: kindOf(kind),
    })
    const { createPdfWriter } = await import('../adapters/pdf-lib.ts')
    const printed = sheets.map((sheet) => printedSeparator(sheet, nameOf(sheet.kind)))
    await writeFile(resolve(out), await createPdfWriter().sheets(printed, 'Tờ ngăn'))
    terminal.out(`${out}\t${sheets.length}\n`)
    return exitCodes.done
  },
}

function countOf(given: string | boolean | undefined, names: readonly string[]): number {
  const count = names.length > 0 ? names.length : Number(given)
  if (Number.isInteger(count) && count > 0 && count <= 5000) return count
  throw new UsageError('Số tờ phải là số nguyên từ 1 đến 5000. Ví dụ: --count 50, hoặc dùng --dossiers.')
}

const nameOf = (kind: string | undefined): string | undefined =>
  kind === undefined ? undefined : loadPaperBook().kinds.find((each) => each.kind === kind)?.vi

function kindOf(given: string | boolean | undefined): string | undefined {
  if (given === undefined) return undefined
  const { kinds } = loadPaperBook()
  const found = kinds.find(({ kind, vi }) => kind === given || vi === given)
  if (found) return found.kind
  throw new UsageError(`Không có loại giấy tờ này. Dùng một trong: ${kinds.map(({ kind }) => kind).join(', ')}.`)
}

async function linesOf(file: string): Promise<string[]> {
  const names = (await readTextFile(file)).split(/\r?\n/u).map((line) => line.trim().normalize('NFC'))
  const told = names.filter((name) => name !== '')
  if (new Set(told).size < told.length)
    throw new UsageError('Danh sách có mã hồ sơ lặp lại. Mỗi mã chỉ ghi một dòng, rồi chạy lại.')
  return told
}

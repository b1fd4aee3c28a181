// What the commands that take in lists share: the word after the command, the file, bad rows told all at once, the template.
import { dirname, basename, resolve } from 'node:path'
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { createFiles } from '../adapters/files.ts'
import type { Agency } from '../../schemas/index.ts'
import { type AgencyTree, subtree } from '../core/agency-tree.ts'
import { UsageError } from '../core/errors.ts'
import type { Columns } from '../core/worksheet/headings.ts'
import type { RowProblem } from '../core/worksheet/read-list.ts'
import { exitCodes, type Option, type Terminal } from './command.ts'

export const dryRun: Option = {
  flags: '--dry-run',
  vi: 'Chỉ kiểm tra và báo sẽ thay đổi gì, không ghi',
  en: 'Check and tell what would change, keep nothing',
}

/** Undefined when there is none. */
export function wordOf(words: readonly string[], known: readonly string[]): string | undefined {
  const [word] = words
  if (word === undefined || known.includes(word)) return word
  throw new UsageError(`Không có lệnh con "${word}". Dùng một trong: ${known.join(', ')}.`)
}

export function fileOf(words: readonly string[], example: string): string {
  const [, file, ...rest] = words
  if (file !== undefined && rest.length === 0) return file
  throw new UsageError(`Cần đúng một tệp danh sách. Ví dụ: ${example}.`)
}

/** The tree under an agency that somebody asked for by its code. */
export function treeUnder(agencies: readonly Agency[], code: string): AgencyTree {
  const tree = subtree(agencies, code)
  if (tree !== undefined) return tree
  throw new UsageError('Không có đơn vị nào mang mã này. Xem các mã bằng `hoso agencies`.')
}

/** Every bad row, so that the list is mended once, not row after row. */
export function refuseBadRows(problems: readonly RowProblem[]): void {
  if (problems.length === 0) return
  const lines = problems.map(({ sheet, row, problem }) => `  ${sheet}, dòng ${row}: ${problem}`)
  throw new UsageError(
    `Danh sách có ${problems.length} chỗ phải sửa nên chưa nạp gì. Sửa các dòng sau rồi nạp lại cả tệp:\n${lines.join('\n')}`,
  )
}

/** The headings and a page that explains them; the cells are text, so that zeros at the beginning stay. */
export async function writeTemplate<Name extends string>(
  out: string | boolean | undefined,
  sheet: string,
  columns: Columns<Name>,
  terminal: Terminal,
): Promise<number> {
  if (typeof out !== 'string') throw new UsageError('Thiếu tên tệp mẫu. Thêm --out, ví dụ: --out mau.xlsx.')
  const asked = Object.values<Columns<Name>[Name]>(columns).flatMap(({ vi, how, aliases }) =>
    how === undefined ? [] : [[vi, how, aliases.join('; ')]],
  )
  const bytes = await createWorkbookWriter().write([
    { name: sheet, columns: asked.map(([vi = '']) => vi), rows: [] },
    { name: 'Hướng dẫn', columns: ['Cột', 'Cách ghi', 'Tên khác cũng nhận'], rows: asked },
  ])
  await writeFile(out, bytes)
  terminal.out(`${out}\n`)
  return exitCodes.done
}

/** Whole or not at all, also when the power fails. */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(path)
  await createFiles(dirname(target)).writeOut(dirname(target), basename(target), bytes)
}

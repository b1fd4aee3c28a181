// `hoso estimate --reading`: measures anew what evidence for a reading is worth, from a run over scans whose truth is known, and
// writes a new table for review.
import { basename, join, resolve } from 'node:path'
import { loadGrading } from '../adapters/grading.ts'
import { openResults } from '../adapters/link-results.ts'
import { readWorksheets } from '../adapters/worksheets.ts'
import { UsageError } from '../core/errors.ts'
import { calibrated } from '../core/reading/calibrate.ts'
import { type Grading, ReadingCase } from '../../schemas/index.ts'
import { exitCodes, printJson, type Terminal } from './command.ts'

/** Fewer readings say nothing of faults as rare as those of a sure reading. */
const FEWEST = 1000

export async function estimateReading(
  files: readonly string[],
  out: string,
  { terminal, isJson, lang }: { terminal: Terminal; isJson: boolean; lang: 'vi' | 'en' },
): Promise<number> {
  const cases = (await Promise.all(files.map(casesIn))).flat()
  if (cases.length < FEWEST)
    throw new UsageError(
      `Chỉ có ${cases.length} giá trị, quá ít để hiệu chỉnh. Cần ít nhất ${FEWEST} giá trị; hãy chạy trên nhiều hồ sơ hơn.`,
    )
  const names = files.map((file) => basename(file)).join(', ')
  const origin = `${cases.length} giá trị có đáp án (${names}), ngày ${terminal.today}`
  const after = calibrated(loadGrading(), cases, origin)
  await using results = await openResults(resolve(out))
  await results.writeJson('grading.json', after)
  if (isJson)
    printJson(terminal, { contract: 1, cases: cases.length, file: join(out, 'grading.json'), promise: after.promise })
  else terminal.out(`${linesOf(after, lang).join('\n')}\n`)
  return exitCodes.done
}

async function casesIn(file: string): Promise<ReadingCase[]> {
  const [sheet] = await readWorksheets(resolve(file))
  const [head = [], ...rows] = sheet?.rows ?? []
  return rows
    .filter((row) => row.length === head.length)
    .map((row, index) => {
      const cells = Object.fromEntries(head.map(({ text }, at) => [text, typed(row[at]?.text ?? '')]))
      const parsed = ReadingCase.safeParse(cells)
      if (parsed.success) return parsed.data
      throw new UsageError(
        `${basename(file)}, dòng ${index + 2} sai khuôn dạng (${parsed.error.issues[0]?.path.join('.') ?? ''}). Tạo lại tệp bằng npm run corpus.`,
      )
    })
}

function typed(cell: string): string | number | boolean {
  if (cell === 'true' || cell === 'false') return cell === 'true'
  return /^\d+(?:\.\d+)?(?:e-\d+)?$/u.test(cell) ? Number(cell) : cell
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

function linesOf({ rows, promise, bands }: Grading, lang: 'vi' | 'en'): string[] {
  const heads =
    lang === 'vi'
      ? ['Bằng chứng: số giá trị, số sai, cận trên 95 %', 'Mức tốt theo loại bản quét: tỉ lệ, số sai, cận trên 95 %']
      : ['Evidence: readings, wrong, 95 % bound', 'Good by profile: share, wrong, 95 % bound']
  const band = (at: number) => (at < 0 ? '*' : at < bands.length ? `≥ ${bands[at]}` : `< ${bands.at(-1)}`)
  return [
    heads[0] ?? '',
    ...rows.map(
      (row) =>
        `  ${row.class} · ${row.second} · ${row.isExact ? 'exact' : 'tolerant'} · ${row.cross} · ${band(row.band)}: ${row.count}, ${row.wrong}, ${percent(row.bound)}`,
    ),
    heads[1] ?? '',
    ...Object.entries(promise).map(
      ([profile, { goodShare, count, wrong, bound }]) =>
        `  ${profile}: ${percent(goodShare)}; ${wrong}/${count}; ${percent(bound)}`,
    ),
  ]
}

// `npm start`: the committed samples from scan to export package; 0 when every outcome is the expected one.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { OutRecord } from '../schemas/index.ts'
import { ask, hoso } from './program.ts'
import { complaints } from './score.ts'
import { Truth } from './truth.ts'

/** The samples are drawn before it; the rules that know today judge them by it. */
const today = '2026-11-22'
const here = import.meta.dirname
const shown = (path: string) => relative(process.cwd(), path) || '.'
const workspace = join(process.cwd(), 'workspace')
const out = join(workspace, 'package')

const run = await hoso(['run', join(here, 'scans'), '--workspace', workspace, '--today', today], { isShown: true })
// Two samples cannot be read, so that the run itself must end with 1.
if (run.code !== 1) {
  console.error(`hoso run đã kết thúc với mã ${run.code}, lẽ ra phải là 1 (hai mẫu hỏng là lỗi được mong đợi).`)
  process.exit(run.code === 0 ? 1 : run.code)
}
const exported = await ask(['export', '--out', out, '--workspace', workspace])

const records = z.array(OutRecord).parse(JSON.parse(await ask(['records', '--json', '--workspace', workspace])))
const truths = await Promise.all(
  (await readdir(join(here, 'truth')))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map(async (file) => Truth.parse(JSON.parse(await readFile(join(here, 'truth', file), 'utf8')))),
)
console.log('\nMẫu thử                    kết quả')
let unexpected = 0
for (const truth of truths) {
  const record = records.find(({ dossier }) => dossier === truth.dossier)
  const wrong = complaints(truth, record)
  unexpected += wrong.length
  const outcome =
    truth.expected.outcome === 'failed' ? 'không đọc được' : record?.held === true ? 'đọc được, bị giữ' : 'đọc được'
  console.log(
    `${truth.dossier.padEnd(26)} ${wrong.length === 0 ? `✔ ${outcome}, như mong đợi` : `✘ ${wrong.join('; ')}`}`,
  )
}
console.log(`\n${exported.trim()}`)
console.log(`\nXem tiếp:
  ${shown(join(out, 'records.xlsx'))}            bảng tổng hợp, mở bằng Excel
  ${shown(join(out, 'dossiers', '001-clean.pdf'))}   bản quét kèm lớp chữ, tìm kiếm được
  npx hoso status --workspace ${shown(workspace)}          đếm trang, hồ sơ, phát hiện
  npx hoso text --dossier 001-clean --workspace ${shown(workspace)}`)
process.exit(unexpected === 0 ? 0 : 1)

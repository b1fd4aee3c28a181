// Examines the machine and the workspace before anybody relies on them: each thing a run needs is really done once, and what is
// wrong is told with its remedy. Nothing of the workspace is changed but what any command brings up to date.
import { createFiles } from '../adapters/files.ts'
import { type Machine, machineOf } from '../adapters/machine.ts'
import { createPdfWriter } from '../adapters/pdf-lib.ts'
import { createScanReader } from '../adapters/scan-reader.ts'
import { scratchFolder } from '../adapters/scratch-folder.ts'
import type { Config } from '../core/config.ts'
import { PipelineError } from '../core/errors.ts'
import type { Asked } from '../core/stage.ts'
import { fold } from '../core/text.ts'
import { databaseMoments } from '../store/moments.ts'
import { openWorkspace } from './workspace.ts'

type Text = { readonly vi: string; readonly en: string }

export interface Check {
  readonly name: 'disk' | 'memory' | 'reading' | 'database' | 'clock'
  /** `fault`: no run can work so; `doubt`: it works, somebody should look. */
  readonly state: 'good' | 'doubt' | 'fault'
  readonly told: Text
  readonly remedy?: Text
}

interface Patient extends Asked {
  readonly config: Config
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: () => number
}

export async function* examine(patient: Patient): AsyncGenerator<Check> {
  const machine = await machineOf(patient.config.workspace)
  const disk = diskOf(machine)
  yield disk
  yield memoryOf(machine, patient.config)
  yield await readingOf(patient)
  // Where nothing can be kept there is no database to ask.
  if (disk.state !== 'fault' || patient.config.databaseUrl !== undefined) yield* databaseAndClock(patient)
}

const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`
const mega = 2 ** 20
/** The database alone takes this much; a page with its pictures takes about 1 MB. */
const LEAST_DISK = 500 * mega
const SMALL_DISK = 5000 * mega

function diskOf({ folder, freeBytes, refusal, hasForeignLetters }: Machine): Check {
  if (freeBytes === undefined)
    return {
      name: 'disk',
      state: 'fault',
      told: {
        vi: `Không ghi được vào thư mục làm việc ${folder} (${refusal ?? ''}).`,
        en: `The workspace ${folder} cannot be written (${refusal ?? ''}).`,
      },
      remedy: {
        vi: 'Cấp quyền ghi cho người đang dùng, giải phóng ổ đĩa, hoặc chọn thư mục khác bằng --workspace.',
        en: 'Grant the right to write, free the disk, or choose another folder with --workspace.',
      },
    }
  if (hasForeignLetters)
    return {
      name: 'disk',
      state: 'fault',
      told: {
        vi: `Đường dẫn ${folder} có chữ có dấu; cơ sở dữ liệu kèm theo không chạy được ở đó.`,
        en: `The path ${folder} has letters the embedded database cannot bear.`,
      },
      remedy: {
        vi: 'Chọn thư mục không dấu, ví dụ --workspace C:/hoso/lam-viec.',
        en: 'Choose a folder of plain letters: --workspace C:/hoso/work.',
      },
    }
  const told = {
    vi: `Thư mục làm việc ${folder} ghi được; ổ đĩa còn ${gigabytes(freeBytes)}.`,
    en: `The workspace ${folder} can be written; ${gigabytes(freeBytes)} left on the disk.`,
  }
  const remedy = {
    vi: 'Giải phóng ổ đĩa hoặc chuyển thư mục làm việc: mỗi nghìn trang cần khoảng 1 GB.',
    en: 'Free the disk or move the workspace: a thousand pages take about 1 GB.',
  }
  const state = freeBytes < LEAST_DISK ? 'fault' : freeBytes < SMALL_DISK ? 'doubt' : 'good'
  return { name: 'disk', state, told, ...(state !== 'good' && { remedy }) }
}

/** An ordinary page of A4 takes one worker about this much; the program and its database the rest. */
const WORKER_MEMORY = 400 * mega
const OWN_MEMORY = 800 * mega

function memoryOf({ memoryBytes, freeMemoryBytes }: Machine, { workers }: Config): Check {
  const needed = OWN_MEMORY + workers * WORKER_MEMORY
  const told = {
    vi: `Bộ nhớ ${gigabytes(memoryBytes)}, đang trống ${gigabytes(freeMemoryBytes)}; ${workers} trang cùng lúc cần khoảng ${gigabytes(needed)}.`,
    en: `Memory ${gigabytes(memoryBytes)}, free ${gigabytes(freeMemoryBytes)}; ${workers} pages at once need about ${gigabytes(needed)}.`,
  }
  const remedy = {
    vi: 'Đóng bớt chương trình khác, hoặc giảm số trang cùng lúc: --workers 1 (HOSO_WORKERS).',
    en: 'Close other programs, or handle fewer pages at once: --workers 1 (HOSO_WORKERS).',
  }
  const isShort = freeMemoryBytes < needed
  return {
    name: 'memory',
    state: memoryBytes < OWN_MEMORY + WORKER_MEMORY ? 'fault' : isShort ? 'doubt' : 'good',
    told,
    ...(isShort && { remedy }),
  }
}

const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'

/** A page printed by our own writer goes the whole way: typeface, PDF, picture, engine and model. */
async function readingOf({ config, log, signal }: Patient): Promise<Check> {
  const remedy = {
    vi: 'Cài lại chương trình từ tệp ZIP; nếu phần mềm diệt vi-rút chặn tiến trình con, hãy cho phép thư mục chương trình.',
    en: 'Install the program again; if an antivirus stops its processes, allow its folder.',
  }
  try {
    await using scratch = await scratchFolder()
    await using reader = createScanReader({ ...config, workspace: scratch.path, workers: 1 })
    const blocks = [1, 2, 3].map(() => ({ kind: 'paragraph', text: motto, points: 13 }) as const)
    const files = createFiles(scratch.path)
    const page = await createPdfWriter().sheets([{ blocks, footer: '' }], 'hoso doctor')
    await files.writeOut(scratch.path, 'page.pdf', page)
    const { reading } = await reader.prepare('page.pdf', 1, { log, signal })
    const lines = reading ? await reader.read(await files.keepDerived('doctor', 'png', reading), { log, signal }) : []
    const read = lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n')
    const isRight = read.includes(motto)
    const isNear = fold(read).includes(fold(motto))
    return {
      name: 'reading',
      state: isRight ? 'good' : isNear ? 'doubt' : 'fault',
      told: isNear
        ? {
            vi: 'Bộ nhận dạng, mô hình tiếng Việt và phông chữ chạy được.',
            en: 'Engine, Vietnamese model and fonts work.',
          }
        : { vi: 'Bộ nhận dạng đọc sai trang thử.', en: 'The engine misread the trial page.' },
      ...(!isRight && { remedy }),
    }
  } catch (error) {
    return {
      name: 'reading',
      state: 'fault',
      told: failed('Không đọc được trang thử', 'No trial page could be read', error),
      remedy,
    }
  }
}

/** Only what our own errors say: another's may quote an address with its password. */
function failed(vi: string, en: string, error: unknown): Text {
  const why = error instanceof PipelineError ? error.message : error instanceof Error ? error.name : typeof error
  return { vi: `${vi}: ${why}`, en: `${en}: ${why}` }
}

/** More than a clock drifts. */
const CLOCK_TOLERANCE = 120_000
/** No run of this program is older. */
const BEGINNING = Date.UTC(2026, 0, 1)

async function* databaseAndClock({ config, environment, clock }: Patient): AsyncGenerator<Check> {
  try {
    await using store = await openWorkspace(config, environment)
    const { server, version, newest } = await databaseMoments(store.database)
    const where =
      config.databaseUrl === undefined ? { vi: 'kèm theo', en: 'embedded' } : { vi: 'máy chủ', en: 'server' }
    yield {
      name: 'database',
      state: 'good',
      told: {
        vi: `PostgreSQL ${version} (${where.vi}) trả lời; cấu trúc dữ liệu đúng bản chương trình.`,
        en: `PostgreSQL ${version} (${where.en}) answers; its tables are those of this program.`,
      },
    }
    yield clockOf(clock(), server, newest)
  } catch (error) {
    yield {
      name: 'database',
      state: 'fault',
      told: failed('Cơ sở dữ liệu không dùng được', 'The database cannot be used', error),
      remedy: {
        vi: 'Kiểm tra DATABASE_URL và máy chủ; với bản kèm theo, xem pgdata/server.log trong thư mục làm việc.',
        en: 'Check DATABASE_URL and the server; of the embedded one see pgdata/server.log in the workspace.',
      },
    }
  }
}

function clockOf(now: number, server: number, newest: number | undefined): Check {
  const shown = new Date(now).toISOString().slice(0, 16).replace('T', ' ')
  const wrong = (vi: string, en: string): Check => ({
    name: 'clock',
    state: 'doubt',
    told: { vi, en },
    remedy: {
      vi: 'Chỉnh lại ngày giờ của máy (và máy chủ cơ sở dữ liệu), rồi chạy lại.',
      en: 'Set the clock of this computer (and of the database server), then run again.',
    },
  })
  if (now < BEGINNING) return wrong(`Đồng hồ máy chỉ ${shown} UTC, chắc chắn sai.`, `The clock says ${shown} UTC.`)
  if (Math.abs(server - now) > CLOCK_TOLERANCE)
    return wrong(
      'Đồng hồ của máy này lệch với máy chủ cơ sở dữ liệu quá 2 phút.',
      'This clock and that of the database differ by more than 2 minutes.',
    )
  if (newest !== undefined && newest > now + CLOCK_TOLERANCE)
    return wrong(
      `Đồng hồ máy chỉ ${shown} UTC, nhưng đã có kết quả ghi sau giờ đó: đồng hồ đã bị đặt lùi.`,
      `The clock says ${shown} UTC, and there is work dated later: it was set back.`,
    )
  return { name: 'clock', state: 'good', told: { vi: `Đồng hồ máy: ${shown} UTC.`, en: `Clock: ${shown} UTC.` } }
}

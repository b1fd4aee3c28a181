// `hoso run`: takes in folders of scans and runs every stage; run again, it goes on where it stopped.
import { UsageError } from '../core/errors.ts'
import type { Tools } from '../core/stage.ts'
import { createLog } from '../runner/log.ts'
import { keepMeasures, measure } from '../runner/measure.ts'
import { createProgress } from '../runner/progress.ts'
import { exitCodeOf, reportLines } from '../runner/report.ts'
import { type RunReport, type RunRequest, runPipeline } from '../runner/run.ts'
import type { AnyStage } from '../runner/unit.ts'
import { openWorkspace } from '../runner/workspace.ts'
import type { Store } from '../store/database.ts'
import type { Command, Options, Terminal } from './command.ts'
import { tellKeyPlace } from './key-place.ts'

export const run: Command = {
  name: 'run',
  vi: 'Nhận các thư mục bản quét và chạy mọi công đoạn; chạy lại thì làm tiếp.',
  en: 'Take in folders of scans and run every stage; run again to go on.',
  argument: '<folder...>',
  options: [
    { flags: '--workers <n>', vi: 'Số trang xử lý cùng lúc', en: 'Pages handled at once' },
    {
      flags: '--today <YYYY-MM-DD>',
      vi: 'Ngày hôm nay cho các quy tắc theo thời gian',
      en: "Today's date for the rules that know time",
    },
    { flags: '--agency <code>', vi: 'Mã đơn vị của đợt số hóa', en: 'Agency code of the batch' },
    {
      flags: '--max-failed <share>',
      vi: 'Dừng khi tỉ lệ lỗi vượt mức này (0–1)',
      en: 'Stop when more than this share failed (0–1)',
    },
    {
      flags: '--stacks',
      vi: 'Mỗi tệp là một xấp nhiều hồ sơ, cắt theo tờ ngăn (hoso separators)',
      en: 'Each file is a stack of many dossiers, cut by its separator sheets (hoso separators)',
    },
    {
      flags: '--supplement',
      vi: 'Giấy tờ về sau của hồ sơ đã có: tên tệp hoặc thư mục là mã hồ sơ',
      en: 'Later papers of dossiers that are there: file or folder named by the dossier id',
    },
    {
      flags: '--queue',
      vi: 'Chỉ nhận tệp quét rồi đưa hồ sơ vào hàng đợi cho các máy hoso worker làm tiếp',
      en: 'Only take scans in, and send the dossiers to the queue for machines running hoso worker',
    },
  ],
  examples: [
    'hoso run ./quet/dot-01 --agency TQ-SNV',
    'hoso run ./quet/dot-01 --workers 4 --workspace D:/hoso',
    'hoso run ./bo-sung/2026-11 --supplement',
    'hoso run ./quet/dot-01 --queue',
  ],
  run: async ({ words, options, config, terminal }) => {
    const { stages } = await import('../pipeline.ts')
    const delivery = deliveryOf(options)
    const today = todayOf(options.today, terminal)
    const report = await work({
      config,
      terminal,
      folders: words,
      stages,
      today,
      delivery,
      isQueued: options.queue === true,
    })
    terminal.err(`${reportLines(report, config.lang).join('\n')}\n`)
    for (const { entry, vi } of report.notes ?? []) terminal.err(`${entry}: ${vi}\n`)
    return exitCodeOf(report)
  },
}

function deliveryOf({ stacks, supplement }: Options): RunRequest['delivery'] {
  if (stacks && supplement)
    throw new UsageError('Không dùng --stacks cùng với --supplement. Hãy chạy hai lần, mỗi lần một loại giao nhận.')
  return stacks ? 'stacks' : supplement ? 'supplement' : 'dossiers'
}

/** `--today` before the clock; a date that is none is a UsageError. */
export function todayOf(given: string | boolean | undefined, terminal: Terminal): string {
  if (given === undefined) return terminal.today
  const date = new Date(`${String(given)}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== given) {
    throw new UsageError('--today phải là một ngày có thật, dạng YYYY-MM-DD. Ví dụ: --today 2026-11-22.')
  }
  return given
}

/** Opens workspace and tools, runs the stages, gives everything back. */
export async function work(request: {
  config: Tools['config']
  terminal: Terminal
  folders: readonly string[]
  stages: readonly AnyStage[]
  today: string
  delivery?: RunRequest['delivery']
  out?: string
  /** Take in only, and leave the rest to workers. */
  isQueued?: boolean
}): Promise<RunReport> {
  const { config, terminal, folders, out } = request
  await using store = await openWorkspace(config, terminal.environment)
  await tellKeyPlace(store, config, terminal)
  // A person at the terminal watches the progress line; a machine that collects the stream gets every event.
  const log = createLog(terminal.err, terminal.isInteractive ? 'warn' : 'info')
  // Engine and writers are loaded only where there is work: questions are answered without them.
  const { openTools } = await import('../runner/tools.ts')
  await using tools = await openTools(config, { store, today: request.today, log, signal: terminal.signal })
  const progress = createProgress({
    write: terminal.err,
    isInteractive: terminal.isInteractive,
    lang: config.lang,
    clock: Date.now,
  })
  const asked: RunRequest = {
    stages: request.stages,
    store,
    tools,
    folders,
    log,
    progress,
    clock: Date.now,
    ...(out === undefined ? {} : { out }),
    ...(request.delivery && { delivery: request.delivery }),
  }
  if (request.isQueued) return await queueUp(asked, config.lang, terminal)
  const report = await runPipeline(asked)
  if (!report.isInterrupted) await measured(store, request.today)
  return report
}

async function measured({ database }: Store, today: string): Promise<void> {
  await keepMeasures(database, await measure(database, today), today, new Date())
}

async function queueUp(request: RunRequest, lang: Tools['config']['lang'], terminal: Terminal): Promise<RunReport> {
  const { openQueue } = await import('../store/queue.ts')
  const { sendOut } = await import('../runner/send-out.ts')
  await using queue = await openQueue(request.store, (error) => request.log.warn('queue', { error: error.name }))
  const report = await sendOut(request, queue)
  terminal.err(
    lang === 'vi'
      ? `Đã đưa ${report.sent} hồ sơ vào hàng đợi. Các máy chạy \`hoso worker\` làm tiếp; theo dõi bằng \`hoso status\`.\n`
      : `${report.sent} dossiers are in the queue for machines running \`hoso worker\`; see \`hoso status\`.\n`,
  )
  return report
}

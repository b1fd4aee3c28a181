// `hoso worker`: takes dossiers from the queue of a PostgreSQL server, on as many machines as there are.
import { hostname } from 'node:os'
import { UsageError } from '../core/errors.ts'
import { createLog } from '../runner/log.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type Command, exitCodes } from './command.ts'

export const worker: Command = {
  name: 'worker',
  vi: 'Máy xử lý: nhận hồ sơ từ hàng đợi của máy chủ PostgreSQL và làm mọi công đoạn; chạy trên bao nhiêu máy cũng được.',
  en: 'Worker: takes dossiers from the queue of a PostgreSQL server and runs every stage; on any number of machines.',
  options: [
    { flags: '--workers <n>', vi: 'Số trang xử lý cùng lúc trên máy này', en: 'Pages handled at once on this machine' },
    { flags: '--until-empty', vi: 'Dừng khi hàng đợi hết việc', en: 'End when the queue is empty' },
    {
      flags: '--metrics-port <port>',
      vi: 'Mở /health và /metrics (Prometheus) tại 127.0.0.1',
      en: 'Serve /health and /metrics (Prometheus) on 127.0.0.1',
    },
  ],
  examples: [
    'DATABASE_URL=postgresql://hoso@may-chu/hoso hoso worker --workspace //may-chu/hoso --workers 8',
    'hoso worker --until-empty',
    'hoso worker --metrics-port 9464',
  ],
  run: async ({ options, config, terminal }) => {
    const port = portOf(options.metricsPort)
    await using store = await openWorkspace(config, terminal.environment)
    const log = createLog(terminal.err, 'info')
    const { openTools } = await import('../runner/tools.ts')
    const { createFigures } = await import('../runner/worker-figures.ts')
    const { runWorker } = await import('../runner/worker.ts')
    const { openQueue } = await import('../store/queue.ts')
    const { dataDigests } = await import('../runner/stamp.ts')
    const { stages } = await import('../pipeline.ts')
    await using tools = await openTools(config, { store, today: terminal.today, log, signal: terminal.signal })
    await using queue = await openQueue(store, (error) => log.warn('queue', { error: error.name }))
    const figures = createFigures()
    await using _served = port === undefined ? undefined : await watch(port, store, figures)
    log.info('worker begins', { host: hostname(), process: terminal.pid, pagesAtOnce: config.workers })
    const run = { store, tools, config, digests: dataDigests(tools), log, clock: Date.now }
    const who = { host: hostname(), process: terminal.pid }
    await runWorker({ run, stages, queue, figures, who, untilEmpty: options.untilEmpty === true })
    log.info('worker ends', figures.told())
    return exitCodes.done
  },
}

type Store = Awaited<ReturnType<typeof openWorkspace>>

async function watch(port: number, store: Store, figures: { lines(): string[] }) {
  const { serveFigures } = await import('../adapters/figures-server.ts')
  const { queueFigures } = await import('../runner/queue-figures.ts')
  return serveFigures(port, {
    isWell: async () => (await store.database.$queryRaw<unknown[]>`SELECT 1`).length === 1,
    lines: async () => [...figures.lines(), ...(await queueFigures(store))],
  })
}

function portOf(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new UsageError('--metrics-port phải là số từ 0 đến 65535. Ví dụ: hoso worker --metrics-port 9464.')
}

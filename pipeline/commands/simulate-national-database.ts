// `hoso simulate-national-database`: a receiver for trying out the sender. It checks what it gets, keeps a book of its own on
// disk, and misbehaves by seed. It takes no part in anything else of the program.
import { resolve } from 'node:path'
import type { MessageKind, Shipment } from '../../schemas/index.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { jsonCheck } from '../adapters/schema-check.ts'
import { openSimulatedReceiver, serveReceiver } from '../adapters/simulated-receiver.ts'
import { UsageError } from '../core/errors.ts'
import { moodDrawer, randomBy } from '../core/exchange/receiver-moods.ts'
import { jsonSchemaOf } from '../core/profile/json-schema.ts'
import { type Command, exitCodes } from './command.ts'
import { profileOf } from './export-package.ts'

export const simulateNationalDatabase: Command = {
  name: 'simulate-national-database',
  vi: 'Chạy một nơi nhận giả để thử việc gửi: kiểm tra bản ghi, giữ sổ riêng, trả lời muộn, trùng, sai hoặc không trả lời.',
  en: 'Run a pretended receiver to try sending: checks records, keeps its own book, answers late, twice, wrongly or not at all.',
  options: [
    { flags: '--book <dir>', vi: 'Thư mục sổ của nơi nhận', en: "Folder of the receiver's book" },
    {
      flags: '--profile <name>',
      vi: 'Cấu hình nơi nhận (mặc định tt06-2023)',
      en: 'Profile of the receiver (default tt06-2023)',
    },
    { flags: '--port <n>', vi: 'Cổng trên máy này (mặc định 4190)', en: 'Port on this machine (default 4190)' },
    { flags: '--seed <text>', vi: 'Hạt giống của những lần trả lời sai', en: 'Seed of its misbehaviour' },
    {
      flags: '--moody <share>',
      vi: 'Tỉ lệ yêu cầu bị trả lời sai, 0 đến 1 (mặc định 0)',
      en: 'Share of requests answered badly, 0 to 1 (default 0)',
    },
    {
      flags: '--reject <share>',
      vi: 'Tỉ lệ bản ghi bị từ chối, 0 đến 1 (mặc định 0)',
      en: 'Share of records rejected, 0 to 1 (default 0)',
    },
  ],
  examples: ['hoso simulate-national-database --book ./so-gia --port 4190 --moody 0.4 --reject 0.1 --seed thu'],
  run: async (call) => {
    const { options, terminal, config } = call
    if (typeof options.book !== 'string') throw new UsageError('Thiếu thư mục sổ. Ví dụ: --book ./so-gia.')
    const seed = typeof options.seed === 'string' ? options.seed : 'hoso'
    const profile = profileOf(typeof options.profile === 'string' ? options.profile : 'tt06-2023', call)
    const { lists } = loadKnowledge()
    const flawsOf: Record<MessageKind, (body: unknown) => string[]> = {
      agencies: jsonCheck(jsonSchemaOf(profile, 'agencies', lists)),
      dossiers: jsonCheck(jsonSchemaOf(profile, 'dossiers', lists)),
    }
    const rejected = shareOf(options.reject, '--reject')
    const check = ({ message, body, idempotencyKey }: Shipment): string[] => {
      if (flawsOf[message](body).length > 0) return ['shape']
      return randomBy(`${seed} ${idempotencyKey}`)() < rejected ? ['citizen_id_mismatch'] : []
    }
    const mood = moodDrawer(seed, shareOf(options.moody, '--moody'))
    const token = terminal.environment.HOSO_RECEIVER_TOKEN
    const receiver = await openSimulatedReceiver(resolve(options.book), { check, mood, ...(token && { token }) })
    const server = await serveReceiver(receiver, portOf(options.port))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    terminal.out(`http://127.0.0.1:${port}\n`)
    terminal.err(
      config.lang === 'vi'
        ? 'Nơi nhận giả đang chạy; Ctrl+C để dừng.\n'
        : 'The pretended receiver runs; Ctrl+C ends it.\n',
    )
    await new Promise<void>((stop) => terminal.signal.addEventListener('abort', () => stop(), { once: true }))
    server.closeAllConnections()
    await new Promise<void>((closed) => server.close(() => closed()))
    await receiver.settled()
    return exitCodes.done
  },
}

function shareOf(given: string | boolean | undefined, flag: string): number {
  const share = Number(given ?? 0)
  if (share >= 0 && share <= 1) return share
  throw new UsageError(`${flag} phải là số từ 0 đến 1. Ví dụ: ${flag} 0.3.`)
}

/** 0 lets the system choose one. */
function portOf(given: string | boolean | undefined): number {
  const port = Number(given ?? 4190)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new UsageError('--port phải là số cổng. Ví dụ: --port 4190.')
}

// `hoso api`: lets other systems of the province read golden records: who may, how much, and the server itself.
import { randomToken } from '../adapters/passwords.ts'
import { reviewFolder } from '../adapters/review-folder.ts'
import { UsageError } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'
import { openApi } from '../core/read-api/open-api.ts'
import { ApiClient, FieldCode, Sight, TableCode } from '../../schemas/index.ts'
import { registerOf } from '../runner/register.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { apiClients, disableApiClient, keepApiClient } from '../store/api-clients.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { wordOf } from './list-file.ts'

type Call = Parameters<Command['run']>[0]

const verbs = ['serve', 'grant', 'revoke', 'list', 'openapi'] as const
const usualPort = 4185

export const api: Command = {
  name: 'api',
  vi: 'Giao diện đọc cho hệ thống khác: cấp (grant), thu (revoke), liệt kê (list), chạy (serve), in mô tả OpenAPI (openapi).',
  en: 'Read API for other systems: grant, revoke, list, serve, print the OpenAPI document.',
  argument: '[words...]',
  options: [
    { flags: '--name <text>', vi: 'grant: tên hệ thống', en: 'grant: name of the system' },
    {
      flags: '--agencies <codes>',
      vi: 'grant: các đơn vị được đọc, cách nhau bằng dấu phẩy; * là tất cả',
      en: 'grant: agencies it may read, commas between; * for all',
    },
    {
      flags: '--sight <class>',
      vi: 'grant: public, personal hoặc sensitive (mặc định public)',
      en: 'grant: public, personal or sensitive (default public)',
    },
    { flags: '--only <fields>', vi: 'grant: chỉ các trường và bảng này', en: 'grant: only these fields and tables' },
    { flags: '--port <n>', vi: `serve: cổng (mặc định ${usualPort})`, en: `serve: port (default ${usualPort})` },
    json,
  ],
  examples: [
    'hoso api grant luong --name "Phần mềm lương" --agencies TQ-SNV --sight personal --only fullName,rankCode,salaryStep',
    'hoso api serve --port 4185',
    'hoso api openapi > openapi.json',
    'hoso api revoke luong',
  ],
  manual: {
    vi: 'Mã truy cập chỉ in ra một lần khi cấp. Chỉ bản ghi đủ điều kiện xuất mới đọc được; mọi lần đọc được ghi vào nhật ký.',
    en: 'The token is printed once. Only what may leave can be read; every read is in the audit log.',
  },
  run: async (call) => {
    const verb = wordOf(call.words, verbs) ?? 'list'
    if (verb === 'openapi') {
      printJson(call.terminal, openApi())
      return exitCodes.done
    }
    if (verb === 'serve') return await serveApi(call)
    await using store = await openWorkspace(call.config, call.terminal.environment)
    if (verb === 'grant') {
      const token = randomToken()
      await keepApiClient(store.database, clientOf(call), sha256(token))
      call.terminal.out(`${token}\n`)
    } else if (verb === 'revoke') {
      if (!(await disableApiClient(store.database, nameOf(call))))
        throw new UsageError('Không có hệ thống nào mang mã này. Xem bằng `hoso api list`.')
    } else {
      const all = await apiClients(store.database)
      if (call.options.json) printJson(call.terminal, all)
      else
        for (const { client, name, agencies, sight, isDisabled } of all)
          call.terminal.out(
            `${[client, name, agencies.join(','), sight, isDisabled ? 'đã thu' : 'đang dùng'].join('\t')}\n`,
          )
    }
    return exitCodes.done
  },
}

function nameOf({ words }: Call): string {
  const [, name, ...rest] = words
  if (name !== undefined && rest.length === 0) return name
  throw new UsageError('Thiếu mã hệ thống. Ví dụ: hoso api grant luong --name "Phần mềm lương" --agencies TQ-SNV.')
}

function clientOf(call: Call): ApiClient {
  const { options } = call
  const list = (given: string | boolean | undefined) =>
    typeof given === 'string' ? given.split(',').map((each) => each.trim()) : undefined
  const only = list(options.only)
  const unknown = (only ?? []).filter(
    (name) => !FieldCode.safeParse(name).success && !TableCode.safeParse(name).success,
  )
  if (unknown.length > 0) throw new UsageError(`Không có trường hay bảng: ${unknown.join(', ')}. Xem \`hoso forms\`.`)
  const parsed = ApiClient.safeParse({
    ...{ client: nameOf(call), name: options.name, agencies: list(options.agencies), isDisabled: false },
    sight: Sight.safeParse(options.sight ?? 'public').data,
    ...(only === undefined ? {} : { only }),
  })
  if (parsed.success) return parsed.data
  throw new UsageError('Thiếu hoặc sai --name, --agencies hay --sight. Xem ví dụ bằng `hoso api --help`.')
}

async function serveApi({ options, config, terminal }: Call): Promise<number> {
  const port = Number(options.port ?? usualPort)
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new UsageError('--port phải là số cổng. Ví dụ: --port 4185.')
  await using store = await openWorkspace(config, terminal.environment)
  const { listenApi } = await import('../review/api/read-api.ts')
  const folder = reviewFolder(config.workspace)
  const desk = {
    store,
    folder,
    auditKey: await folder.auditKey(),
    clock: Date.now,
    register: registerOf(store, config),
  }
  await using listening = await listenApi(desk, port)
  terminal.out(`http://127.0.0.1:${listening.port}/api/v1/openapi.json\n`)
  terminal.err(
    config.lang === 'vi' ? 'Giao diện đọc đang chạy; Ctrl+C để dừng.\n' : 'The read API runs; Ctrl+C ends it.\n',
  )
  await new Promise<void>((stop) => terminal.signal.addEventListener('abort', () => stop(), { once: true }))
  return exitCodes.done
}

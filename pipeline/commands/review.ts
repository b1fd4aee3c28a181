// `hoso review`: the review station, on this computer alone or on the office network.
import { fingerprint, givenCertificate, selfSigned, type TlsFiles } from '../adapters/certificate.ts'
import type { ReviewFolder } from '../adapters/review-folder.ts'
import { EnvironmentError, UsageError } from '../core/errors.ts'
import { dayOf } from '../core/dates.ts'
import { createLog } from '../runner/log.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { hasAccounts } from '../store/accounts.ts'
import { type Command, exitCodes } from './command.ts'
import { todayOf } from './run.ts'

type Call = Parameters<Command['run']>[0]
const usualPort = 4180
const here = '127.0.0.1'

export const review: Command = {
  name: 'review',
  vi: 'Mở trạm rà soát trên trình duyệt: hàng đợi, hồ sơ, cặp nghi trùng, phê duyệt.',
  en: 'Open the review station in the browser: queue, dossiers, pairs, approval.',
  options: [
    { flags: '--port <n>', vi: `Cổng (mặc định ${usualPort})`, en: `Port (default ${usualPort})` },
    {
      flags: '--host <name>',
      vi: 'Tên hoặc địa chỉ của máy này trong mạng cơ quan; dùng TLS, cần có tài khoản',
      en: 'Name or address of this computer on the office network; by TLS, needs accounts',
    },
    { flags: '--tls-cert <file>', vi: 'Chứng thư của cơ quan (PEM)', en: "The office's certificate (PEM)" },
    { flags: '--tls-key <file>', vi: 'Khóa của chứng thư (PEM)', en: 'Key of the certificate (PEM)' },
    { flags: '--today <YYYY-MM-DD>', vi: 'Ngày hôm nay cho các quy tắc', en: "Today's date for the rules" },
  ],
  examples: ['hoso review', 'hoso review --host ra-soat.tuyenquang.local --port 443'],
  run: open,
}

async function open(call: Call): Promise<number> {
  const { config, terminal, options } = call
  const port = portOf(options.port)
  const host = typeof options.host === 'string' ? options.host : undefined
  await using store = await openWorkspace(config, terminal.environment)
  if (host !== undefined && !(await hasAccounts(store.database))) throw noAccounts()
  const log = createLog(terminal.err, 'warn')
  const { openTools } = await import('../runner/tools.ts')
  const { listen, openDesk } = await import('../review/server.ts')
  await using tools = await openTools(config, {
    store,
    today: todayOf(options.today, terminal),
    log,
    signal: terminal.signal,
  })
  const today = typeof options.today === 'string' ? options.today : undefined
  await using opened = await openDesk({
    store,
    tools,
    log,
    clock: Date.now,
    today: () => today ?? dayOf(new Date()),
    hosts: hostsOf(host, port),
    isSecure: host !== undefined,
  })
  const tls = host === undefined ? undefined : await certificateFor(call, opened.desk.folder, host)
  const hostname = host === undefined ? here : '0.0.0.0'
  await using _listening = await listen(opened.desk, { hostname, port, tls }).catch((error: unknown) => {
    throw portTaken(port, error)
  })
  const address = host === undefined ? `http://${here}:${port}/` : `https://${host}${port === 443 ? '' : `:${port}`}/`
  const token = opened.desk.alone?.token
  terminal.out(`${address}${token === undefined ? '' : `enter?token=${token}`}\n`)
  terminal.err(`${config.lang === 'vi' ? words.vi : words.en}\n`)
  await stopped(terminal.signal)
  return exitCodes.done
}

const words = {
  vi: 'Trạm rà soát đang chạy. Mở địa chỉ trên bằng trình duyệt; bấm Ctrl+C để dừng.',
  en: 'The review station is running. Open the address above in a browser; press Ctrl+C to stop.',
}

const noAccounts = () =>
  new UsageError('Chưa có tài khoản nào, không mở ra mạng được. Hãy lập tài khoản trước: hoso accounts add --help.')

const portTaken = (port: number, cause: unknown) =>
  new EnvironmentError(
    `Không mở được cổng ${port}, có thể chương trình khác đang dùng. Hãy chọn cổng khác bằng --port.`,
    { cause },
  )

function portOf(given: string | boolean | undefined): number {
  const port = given === undefined ? usualPort : Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new UsageError('--port phải là số từ 1 đến 65535. Ví dụ: hoso review --port 4180.')
}

/** As browsers write it: the port is left out where it is the usual one. */
function hostsOf(host: string | undefined, port: number): string[] {
  const names = host === undefined ? [here, 'localhost'] : [host]
  return names.flatMap((name) => [`${name}:${port}`, ...(port === 443 || port === 80 ? [name] : [])])
}

const stopped = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** The office's own, or one of ours, made once and kept: browsers are told to trust it once. */
async function certificateFor({ options, terminal }: Call, folder: ReviewFolder, host: string): Promise<TlsFiles> {
  const { tlsCert, tlsKey } = options
  if (typeof tlsCert === 'string' && typeof tlsKey === 'string') return givenCertificate(tlsCert, tlsKey)
  if (tlsCert !== undefined || tlsKey !== undefined)
    throw new UsageError('Phải nêu cả --tls-cert và --tls-key. Bỏ cả hai để dùng chứng thư tự lập.')
  const name = `tls-${host.replaceAll(/[^a-z0-9.-]/giu, '_')}`
  const [certificate, key] = [await folder.text(`${name}.crt`), await folder.text(`${name}.key`)]
  const tls = certificate !== undefined && key !== undefined ? { certificate, key } : await selfSigned(host, new Date())
  await folder.keepText(`${name}.crt`, tls.certificate)
  await folder.keepText(`${name}.key`, tls.key)
  terminal.err(`SHA-256: ${fingerprint(tls.certificate)}\n`)
  return tls
}

// Starts the embedded PostgreSQL of a workspace when no DATABASE_URL is given, and stops it when the last command leaves.
// Where its programs come from is told by postgres-binaries.ts, how its data folder is made by postgres-cluster.ts.
import { access, mkdir, readFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { EnvironmentError } from '../core/errors.ts'
import { type Environment, type ProgramCall, postgresAccount, runProgram } from './postgres-account.ts'
import { postgresBinaries, program } from './postgres-binaries.ts'
import { type Connection, here, isOwn, makeCluster, moveToFreePort, readConnection } from './postgres-cluster.ts'
import { withStartLock } from './start-lock.ts'

export interface EmbeddedPostgres extends AsyncDisposable {
  readonly url: string
}

/** Everyone at work holds it shared; who gets it alone when leaving is the last and may stop the server. */
const presenceLock = 7_465_726
const pollMillis = 100
/** A dead server's process id may linger or belong to another program by now. */
const lingerMillis = 20_000
const forgetMillis = 1000
/** After a power cut the server first replays its log. */
const recoveryMillis = 600_000

/** Starts or finds the server. Any number of processes may call it at once. */
export async function embeddedPostgres(workspace: string, environment: Environment): Promise<EmbeddedPostgres> {
  const data = join(resolve(workspace), 'pgdata')
  refuseForeignLetters(data)
  await mkdir(resolve(workspace), { recursive: true, mode: 0o750 }).catch((cause: unknown) => {
    throw new EnvironmentError(
      `Không tạo được thư mục làm việc ${workspace}. Hãy kiểm tra quyền ghi, hoặc chọn thư mục khác bằng --workspace.`,
      { cause },
    )
  })
  for (let attempt = 1; ; attempt++) {
    const found = await answering(data)
    const connection =
      'connection' in found ? found.connection : await withStartLock(`${data}.lock`, () => start(data, environment))
    try {
      const presence = await enter(connection)
      return { url: urlOf(connection), [Symbol.asyncDispose]: () => leave(presence, data, environment) }
    } catch (cause) {
      // The last one left between our two questions and took the server down.
      if (attempt === 5)
        throw new EnvironmentError(
          'Cơ sở dữ liệu kèm theo không trả lời. Hãy chạy lại; nếu vẫn lỗi, xem pgdata/server.log trong thư mục làm việc.',
          { cause },
        )
    }
  }
}

const urlOf = ({ user, password, port }: Connection) => `postgresql://${user}:${password}@127.0.0.1:${port}/hoso`
const clientFor = ({ user, password, port }: Connection) =>
  new Client({ user, password, port, host: '127.0.0.1', database: 'postgres', connectionTimeoutMillis: 3000 }).on(
    'error',
    () => undefined,
  )

/** Only Linux lets us name the folder without its letters; elsewhere initdb stumbles over them. */
function refuseForeignLetters(data: string): void {
  if (platform() === 'linux' || /^[\x20-\x7e]*$/.test(data)) return
  throw new EnvironmentError(
    `PostgreSQL kèm theo không chạy được trong đường dẫn có chữ có dấu: ${data}. Hãy chọn thư mục không dấu bằng --workspace, hoặc đặt DATABASE_URL.`,
  )
}

/** A process id can be there while nobody answers: only a real query counts. */
async function answering(data: string): Promise<{ connection: Connection } | { isRecovering: boolean }> {
  const connection = await readConnection(data)
  if (!connection || !(await isOwn(data, connection))) return { isRecovering: false }
  const client = clientFor(connection)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return { connection }
  } catch (error) {
    // 57P03: it is there, but still replaying its log (or closing down)
    return { isRecovering: error instanceof DatabaseError && error.code === '57P03' }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function start(data: string, environment: Environment): Promise<Connection> {
  const account = await postgresAccount(environment)
  const call: ProgramCall = { account, environment, folder: data }
  const bin = await postgresBinaries(account, environment)
  const ctl = (...args: string[]) => runProgram(program(bin, 'pg_ctl'), [...args, '-D', here], call)
  for (let waited = 0; ; waited += pollMillis) {
    const found = await answering(data)
    if ('connection' in found) return found.connection
    const isThere = (await exists(join(data, 'postmaster.pid'))) && (await ctl('status')).status === 0
    if (!isThere || waited > (found.isRecovering ? recoveryMillis : lingerMillis)) break
    await pause(pollMillis)
  }
  if (!(await exists(data))) await makeCluster(data, bin, call)
  return launch(data, bin, call)
}

async function launch(data: string, bin: string, call: ProgramCall): Promise<Connection> {
  let connection = await readConnection(data)
  if (!connection)
    throw new EnvironmentError(
      `Thư mục ${data} không phải do chương trình tạo ra. Hãy đổi tên nó, hoặc chọn thư mục làm việc khác.`,
    )
  if (!(await isOwn(data, connection))) connection = await moveToFreePort(data, connection, call)
  for (let attempt = 0; attempt < 3; attempt++) {
    const args = [
      'start',
      '-D',
      here,
      '-w',
      '-t',
      String(recoveryMillis / 1000),
      '-l',
      'server.log',
      '-o',
      serverOptions(connection.port),
    ]
    if ((await runProgram(program(bin, 'pg_ctl'), args, { ...call, leavesServer: true })).status === 0)
      return connection
    connection = await moveToFreePort(data, connection, call) // somebody else has the port
  }
  const log = await readFile(join(data, 'server.log'), 'utf8').catch(() => '')
  throw new EnvironmentError(
    `PostgreSQL kèm theo không khởi động được trong ${data} (${log.trim().split('\n').slice(-3).join(' | ')}). Thư mục làm việc phải do chính người dùng đã tạo nó chạy; nếu không, hãy đặt DATABASE_URL.`,
  )
}

function serverOptions(port: number): string {
  const settings = [
    'listen_addresses=127.0.0.1',
    'max_connections=60',
    'shared_buffers=256MB',
    'max_wal_size=2GB',
    'wal_compression=on',
    'log_timezone=UTC',
    'timezone=UTC',
  ]
  const sockets = platform() === 'win32' ? [] : [`-c unix_socket_directories=''`]
  return [`-p ${port}`, ...sockets, ...settings.map((setting) => `-c ${setting}`)].join(' ')
}

async function enter(connection: Connection): Promise<Client> {
  const client = clientFor(connection)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [presenceLock])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

/** Stops the server unless another command, or any other program, is still connected. Newcomers wait for the lock meanwhile. */
async function leave(presence: Client, data: string, environment: Environment): Promise<void> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [presenceLock])
    if (!(await isAlone(presence))) return
    const account = await postgresAccount(environment)
    const call: ProgramCall = { account, environment, folder: data }
    await runProgram(
      program(await postgresBinaries(account, environment), 'pg_ctl'),
      ['stop', '-D', here, '-m', 'fast', '-w'],
      call,
    )
  } catch {
    // The server went away by itself: there is nothing left to stop.
  } finally {
    await presence.end().catch(() => undefined)
  }
}

/** The server forgets connections that were just closed only after a moment. */
async function isAlone(presence: Client): Promise<boolean> {
  const { rows } = await presence.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [presenceLock])
  for (let waited = 0; rows[0]?.got && waited < forgetMillis; waited += pollMillis) {
    const others = await presence.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    if (others.rowCount === 0) return true
    await pause(pollMillis)
  }
  return false
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

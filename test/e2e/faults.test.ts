// The real program over few real scans while the machine fails it: its database dies, the disk is full or closed, a page's process
// hangs or grows, the clock goes back. It says what is wrong, and the next run comes to what an undisturbed one comes to.
import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedPostgres } from '../../pipeline/adapters/postgres.ts'
import { runWhole, toldOf } from '../../samples/kill/kill-run.ts'
import { deliverFewScans } from '../../samples/kill/scans.ts'
import { type Ended, hoso } from '../../samples/program.ts'

const isWindows = process.platform === 'win32'
const launcher = join(import.meta.dirname, '..', '..', 'pipeline', 'hoso.mjs')
let folder = ''
let told = ''
const at = (name: string) => join(folder, name)
const words = (name: string) => ['run', at('scans'), '--workspace', at(name), '--today', '2026-11-22']
const run = (name: string, environment: Readonly<Record<string, string>> = {}) => hoso(words(name), { environment })

/** Done once when the first page has been handled. */
function atFirstPage(name: string, act: (pid: number, scanProcess: number) => void, environment = {}): Promise<Ended> {
  let isDone = false
  return hoso(words(name), {
    environment,
    onErr: (part, pid) => {
      const scanProcess = /"job":"(?:prepare|read)","process":(\d+)/u.exec(part)?.[1]
      if (isDone || scanProcess === undefined) return
      isDone = true
      act(pid, Number(scanProcess))
    },
  })
}

async function comesRight(name: string): Promise<void> {
  await runWhole(at(name), at('scans'))
  expect(await toldOf(at(name))).toBe(told)
}

/** To the administrator no folder is closed but by a mount. Undefined where this machine lets us do neither. */
async function closed(path: string): Promise<(() => Promise<void>) | undefined> {
  await mkdir(path, { recursive: true })
  if (process.getuid?.() !== 0) {
    await chmod(path, 0o555)
    return () => chmod(path, 0o755)
  }
  if (!mounted('--bind', path, path)) return undefined
  spawnSync('mount', ['-o', 'remount,bind,ro', path])
  return () => Promise.resolve(void spawnSync('umount', [path]))
}
const mounted = (...how: readonly string[]) => spawnSync('mount', how).status === 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-faults-'))
  await deliverFewScans(at('scans'))
  await runWhole(at('undisturbed'), at('scans'))
  told = await toldOf(at('undisturbed'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a run', () => {
  it.skipIf(isWindows)('whose database is killed says so and ends with 3', async () => {
    const pidFile = join(at('database'), 'pgdata', 'postmaster.pid')
    let killed = Promise.resolve()
    const ended = await atFirstPage('database', () => {
      killed = readFile(pidFile, 'utf8').then((text) => void process.kill(Number(text.split('\n')[0]), 'SIGKILL'))
    })
    await killed
    expect([ended.code, ended.err.slice(-600)]).toEqual([3, expect.stringMatching(/cơ sở dữ liệu.*chạy lại/su)])
    await comesRight('database')
  })

  it.skipIf(isWindows)('whose disk takes no more ends with 3 and says so', async () => {
    await using _server = await embeddedPostgres(at('full'), process.env)
    // No file may grow beyond 64 kB: the system refuses the write as it does on a full disk. The database is not touched.
    const limited = ['-c', `trap '' XFSZ; ulimit -f 128; exec "$@"`, 'sh', process.execPath, launcher, ...words('full')]
    const child = spawn('sh', limited, { stdio: ['ignore', 'ignore', 'pipe'] })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, err.slice(-600)]).toEqual([3, expect.stringMatching(/Không ghi được.*dung lượng/su)])
    await comesRight('full')
  })

  it.skipIf(isWindows)(
    'on a disk that is really full, its database too, ends with 3 and goes on later',
    async (test) => {
      await mkdir(at('small'))
      if (process.getuid?.() !== 0 || !mounted('-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', at('small')))
        return test.skip('no right to mount a disk')
      try {
        const small = join('small', 'workspace')
        const ended = await atFirstPage(small, () => {
          spawnSync('dd', ['if=/dev/zero', `of=${at('small')}/ballast`, 'bs=1M'])
        })
        expect([ended.code, ended.err.slice(-600)]).toEqual([3, expect.stringMatching(/[Dd]ung lượng|đã đầy/u)])
        await rm(join(at('small'), 'ballast'))
        await comesRight(small)
      } finally {
        spawnSync('umount', ['-l', at('small')])
      }
    },
  )

  it.skipIf(isWindows)(
    'in a closed folder ends with 3 and says so; a closed delivery is no hindrance',
    async (test) => {
      const open = await closed(join(at('closed'), 'dossiers'))
      if (open === undefined) return test.skip('no right to close a folder to the administrator')
      const ended = await run('closed')
      await open()
      expect([ended.code, ended.err.slice(-600)]).toEqual([3, expect.stringMatching(/Không ghi được.*quyền ghi/su)])
      const openScans = await closed(at('scans'))
      await comesRight('closed')
      await openScans?.()
    },
  )

  it.skipIf(isWindows)('one of whose processes hangs goes on without it', async () => {
    const stopped: number[] = []
    const stop = (_: number, scanProcess: number) => {
      stopped.push(scanProcess)
      process.kill(scanProcess, 'SIGSTOP')
    }
    const ended = await atFirstPage('hung', stop, { HOSO_PAGE_MILLIS: '60000' })
    expect(ended.code).toBe(1)
    expect(stopped).toHaveLength(1)
    await comesRight('hung')
  })

  it('whose pages are too large for its memory tells each, and reads them when it has more', async () => {
    const ended = await run('narrow', { HOSO_PAGE_MEGABYTES: '60' })
    expect([ended.code, ended.err]).toEqual([1, expect.stringMatching(/hơn 60 MB bộ nhớ.*HOSO_PAGE_MEGABYTES/su)])
    await comesRight('narrow')
  })

  it('under which the clock goes back a day, after a kill, comes to the same', async () => {
    await atFirstPage('clock', (pid) => process.kill(pid, 'SIGKILL'))
    const preload = pathToFileURL(join(import.meta.dirname, '..', 'support', 'clock-set-back.mjs')).href
    const ended = await run('clock', { NODE_OPTIONS: `--import=${preload}` })
    expect(ended.code).toBe(1)
    await comesRight('clock')
  })
})

describe('hoso doctor', () => {
  const asked = async (name: string, environment = {}) => {
    const { code, out } = await hoso(['doctor', '--workspace', at(name)], { environment })
    return { code, out }
  }

  it('finds a good machine good', async () => {
    const { code, out } = await asked('undisturbed')
    expect([code, out]).toEqual([0, expect.not.stringContaining('HỎNG')])
    for (const told of [
      'ổ đĩa còn',
      'Bộ nhận dạng, mô hình tiếng Việt và phông chữ chạy được',
      'PostgreSQL',
      'Đồng hồ',
    ])
      expect(out).toContain(told)
  })

  it('ends with 3 and a remedy where nothing can be kept, or no database answers', async () => {
    await writeFile(at('file'), '')
    expect(await asked('file')).toEqual({ code: 3, out: expect.stringMatching(/HỎNG.*Không ghi được.*→/su) })
    const elsewhere = await asked('none', { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/none' })
    expect(elsewhere).toEqual({ code: 3, out: expect.stringMatching(/HỎNG.*Cơ sở dữ liệu.*→.*DATABASE_URL/su) })
    expect(elsewhere.out).not.toContain('secret')
  })
})

// One scan process seen from the program: started, given jobs, and killed when one takes too long. It dies with its parent.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Config } from '../core/config.ts'
import { EngineFailure, EnvironmentError } from '../core/errors.ts'
import { Answer } from './scan-jobs.ts'

/** Limits of one job. */
export type JobLimits = Pick<Config, 'pageMillis' | 'pageMegabytes'>

/** An answer that ends a job. */
export type Outcome = Exclude<Answer, { isReady: true } | { wantsFile: true }>

export interface ScanChild {
  readonly pid: number
  isAlive(): boolean
  /**
   * `file` gives the file that the job is about. Throws what that throws, EngineFailure when the process hangs, dies or
   * grows too large, and the signal's reason when that is aborted. It must be killed then: what it was doing goes on.
   */
  run(request: object, signal: AbortSignal, file: () => Promise<Uint8Array>): Promise<Outcome>
  kill(): Promise<void>
}

const entry = fileURLToPath(new URL('../scan-worker.mjs', import.meta.url))
/** A busy machine may take long to start a process; that is not the page's fault. */
const START_MILLIS = 60_000
const PART_BYTES = 8 * 2 ** 20
/** What the watch writes before it kills. */
const TOO_LARGE = 'too large'

/** `lists` opens spreadsheets and needs none of what reads pages. */
export async function startScanChild(
  limits: JobLimits,
  signal: AbortSignal,
  kind: 'scans' | 'lists' = 'scans',
): Promise<ScanChild> {
  const child = fork(entry, [String(limits.pageMegabytes), kind], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  // Sending to a process that has just died is told by its death.
  child.on('error', () => undefined)
  let said = ''
  child.stdout?.setEncoding('latin1').on('data', (part: string) => (said = part))
  const death = () => new EngineFailure(said.endsWith(TOO_LARGE) ? tooLarge(limits.pageMegabytes) : GONE)
  const kill = () => {
    child.kill('SIGKILL')
    return closed
  }
  try {
    await nextAnswer(child, { millis: START_MILLIS, signal, death })
  } catch (cause) {
    await kill()
    throw cause
  }
  return {
    pid: child.pid ?? 0,
    isAlive: () => child.connected,
    run: (request, stop, file) =>
      answered(child, request, file, () => nextAnswer(child, { millis: limits.pageMillis, signal: stop, death })),
    kill,
  }
}

/** The answer to a request; the child is handed the file as often as it wants it. */
async function answered(
  child: ChildProcess,
  request: Parameters<ScanChild['run']>[0],
  file: Parameters<ScanChild['run']>[2],
  next: () => ReturnType<typeof nextAnswer>,
): ReturnType<ScanChild['run']> {
  let answer = next()
  child.send(request)
  for (;;) {
    const told = await answer
    if ('isReady' in told) throw new EngineFailure(WRONG_ORDER)
    if (!('wantsFile' in told)) return told
    const bytes = await file()
    answer = next()
    sendFile(child, bytes)
  }
}

/** A process that dies meanwhile is told by its death. */
function sendFile(child: ChildProcess, bytes: Uint8Array, at = 0): void {
  const part = { part: bytes.subarray(at, at + PART_BYTES), at, bytes: bytes.byteLength }
  const end = at + part.part.byteLength
  child.send(part, (error) => {
    if (error === null && end < bytes.byteLength) sendFile(child, bytes, end)
  })
}

/** What comes first: the answer, the end of the process, of its time, or of the whole run. */
function nextAnswer(
  child: ChildProcess,
  { millis, signal, death }: { millis: number; signal: AbortSignal; death: () => EngineFailure },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer)
      child.off('message', answered).off('close', died).off('error', failed)
      signal.removeEventListener('abort', aborted)
      end()
    }
    const refuse = (reason: unknown) => settle(() => reject(reason))
    const answered = (message: unknown) => settle(() => resolve(Answer.parse(message)))
    const died = () => refuse(death())
    const failed = (cause: Error) => refuse(child.pid === undefined ? noProcess(cause) : death())
    const aborted = () => refuse(signal.reason)
    const timer = setTimeout(() => refuse(new EngineFailure(tooLong(millis))), millis)
    child.on('message', answered).on('close', died).on('error', failed)
    signal.addEventListener('abort', aborted)
    if (signal.aborted) aborted()
  })
}

const WRONG_ORDER = 'Tiến trình xử lý trang trả lời sai thứ tự. Hãy chạy lại.'
const GONE =
  'Tiến trình xử lý trang này đã dừng đột ngột. Hãy chạy lại; nếu vẫn vậy, hãy quét lại giấy này hoặc xin lại bản gốc.'
const tooLong = (millis: number) =>
  `Xử lý trang này quá thời gian cho phép (${Math.ceil(millis / 1000)} giây). Hãy quét lại ở độ phân giải thấp hơn, hoặc nâng HOSO_PAGE_MILLIS rồi chạy lại.`
const tooLarge = (megabytes: number) =>
  `Xử lý trang này cần hơn ${megabytes} MB bộ nhớ. Hãy quét lại ở độ phân giải thấp hơn, hoặc nâng HOSO_PAGE_MEGABYTES rồi chạy lại.`
const noProcess = (cause: Error) =>
  new EnvironmentError('Máy không mở thêm được tiến trình. Hãy đóng bớt chương trình khác rồi chạy lại.', { cause })

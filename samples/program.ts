// Runs the real program as its users do: a process of its own, results on stdout, everything else on stderr.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const launcher = join(import.meta.dirname, '..', 'pipeline', 'hoso.mjs')

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Manner {
  /** What the program tells goes on to our own stderr. */
  readonly isShown?: boolean
  readonly environment?: Readonly<Record<string, string>>
  /** Its current folder. */
  readonly folder?: string
  /** Told each part of its stderr, with its process id: to do something to it meanwhile. */
  readonly onErr?: (part: string, pid: number) => void
}

export function hoso(
  words: readonly string[],
  { isShown = false, environment, folder, onErr }: Manner = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [launcher, ...words], {
    stdio: ['ignore', 'pipe', isShown ? 'inherit' : 'pipe'],
    env: { ...process.env, ...environment },
    ...(folder !== undefined && { cwd: folder }),
  })
  child.stderr?.on('data', (part: Buffer) => onErr?.(part.toString('utf8'), child.pid ?? 0))
  const parts = { out: Array<Buffer>(), err: Array<Buffer>() }
  child.stdout?.on('data', (part: Buffer) => parts.out.push(part))
  child.stderr?.on('data', (part: Buffer) => parts.err.push(part))
  const text = (buffers: readonly Buffer[]) => Buffer.concat(buffers).toString('utf8')
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, out: text(parts.out), err: text(parts.err) }))
  })
}

/** The output of a call that must end with one of these codes. */
export async function ask(words: readonly string[], codes: readonly number[] = [0]): Promise<string> {
  const { code, out, err } = await hoso(words)
  if (!codes.includes(code)) throw new Error(`hoso ${words.join(' ')} ended with ${code}: ${err}`)
  return out
}

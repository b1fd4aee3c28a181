// Runs PostgreSQL's own programs. They refuse root, so root borrows an unprivileged account that is there already.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { parse } from 'node:path'
import { userInfo } from 'node:os'
import { EnvironmentError } from '../core/errors.ts'

export type Environment = Readonly<Record<string, string | undefined>>
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Undefined where the caller's own account will do. */
export async function postgresAccount(environment: Environment): Promise<Account | undefined> {
  if (!isRoot()) return undefined
  const accounts = await readFile('/etc/passwd', 'utf8')
  for (const name of [environment['HOSO_PG_OSUSER'], 'postgres', 'nobody']) {
    const [, , uid, gid] = (accounts.split('\n').find((line) => name && line.startsWith(`${name}:`)) ?? '').split(':')
    // macOS writes the account `nobody` as -2.
    if (uid && gid && uid !== '0') return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
  }
  throw new EnvironmentError(
    'PostgreSQL không chạy được bằng quyền root và máy không có tài khoản postgres hoặc nobody. Hãy chạy bằng người dùng thường, hoặc đặt HOSO_PG_OSUSER, hoặc đặt DATABASE_URL.',
  )
}

function isRoot(): boolean {
  try {
    return userInfo().uid === 0
  } catch {
    return false // an account without an entry in the system's list is not root's
  }
}

export interface ProgramCall {
  readonly account: Account | undefined
  readonly environment: Environment
  /** Entered before root's rights are given up, so it may lie where the account could not go by itself. */
  readonly folder?: string
  /** The program leaves a server behind, which must hold none of our streams. */
  readonly leavesServer?: boolean
}

export function runProgram(
  program: string,
  args: readonly string[],
  call: ProgramCall,
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...call.account,
      cwd: call.folder ?? parse(program).root,
      env: { ...call.environment, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC', PGCLIENTENCODING: 'UTF8' },
      // On Windows a server that shares our console dies with it.
      detached: call.leavesServer ?? false,
      windowsHide: true,
      stdio: call.leavesServer ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', (error) => resolve({ status: -1, output: error.message }))
    child.once('close', (status) => resolve({ status: status ?? -1, output }))
  })
}

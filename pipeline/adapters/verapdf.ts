// Asks veraPDF, where it is installed, for its own word on a PDF/A file. It is never needed and never shipped.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { NamingPlan } from '../../schemas/index.ts'

let isInstalled: boolean | undefined

/** Undefined where there is no veraPDF on the path, or it could not be run. */
export async function verapdfVerdict(
  path: string,
  { out, plan, signal }: { readonly out: string; readonly plan: NamingPlan; readonly signal: AbortSignal },
): Promise<'passed' | 'failed' | undefined> {
  isInstalled ??= (await answered(['--version'], signal)) !== undefined
  if (!isInstalled) return undefined
  const answer = await answered(['--format', 'text', '--flavour', plan.pdfa, join(out, path)], signal)
  return answer === undefined ? undefined : answer.startsWith('PASS') ? 'passed' : 'failed'
}

function answered(words: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('verapdf', words, { stdio: ['ignore', 'pipe', 'ignore'], signal })
    let told = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (told += part))
    child.once('error', () => resolve(undefined))
    child.once('close', () => resolve(told))
  })
}

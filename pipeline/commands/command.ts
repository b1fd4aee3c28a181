// What a command is: data for `--help` and one function. The command line builds itself from these.
import type { Config } from '../core/config.ts'

/** Everything a command may touch of the process; results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether somebody looks at `err`: progress is redrawn there, else told in plain lines. */
  readonly isInteractive: boolean
  /** ISO date of the clock; `--today` comes before it. */
  readonly today: string
  readonly signal: AbortSignal
  /** Of this process, so that a worker can be told from others on its machine. */
  readonly pid: number
}

export interface Option {
  readonly flags: string
  readonly vi: string
  readonly en: string
}

export type Options = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly name: string
  readonly vi: string
  readonly en: string
  /** As commander writes it: `<folder...>`. */
  readonly argument?: string
  readonly options: readonly Option[]
  readonly examples: readonly string[]
  /** What `--help` tells after the examples: the shape of a file the command reads. */
  readonly manual?: { readonly vi: string; readonly en: string }
  /** Gives the exit code. */
  readonly run: (call: {
    words: readonly string[]
    options: Options
    config: Config
    terminal: Terminal
  }) => Promise<number>
}

export const json: Option = { flags: '--json', vi: 'In ra JSON', en: 'Print JSON' }

/** Exit codes of contract.md; 2 to 4 come from errors (core/errors.ts). */
export const exitCodes = { done: 0, someFailed: 1, interrupted: 5 } as const

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`)
}

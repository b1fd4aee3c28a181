// The command line: the only file that touches the process. It hands arguments, environment and streams down, and turns an
// error into words and an exit code.
import { readFileSync } from 'node:fs'
import { Command as Program } from 'commander'
import type { Command, Options, Terminal } from './commands/command.ts'
import { commands } from './commands/index.ts'
import { readConfig, settings } from './core/config.ts'
import { dayOf } from './core/dates.ts'
import { PipelineError, UsageError } from './core/errors.ts'

const usage = 2
const defect = 4
const interrupted = 5

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())
// A reader that closes the pipe (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const lang = process.argv.includes('en') && process.argv.includes('--lang') ? 'en' : (process.env.HOSO_LANG ?? 'vi')
const say = (text: { vi: string; en: string }) => (lang === 'en' ? text.en : text.vi)

const terminal: Terminal = {
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isInteractive: process.stderr.isTTY,
  today: dayOf(new Date()),
  signal: stop.signal,
  pid: process.pid,
}

/** `hoso.config.json` of the current folder, if there is one. */
function fileSettings(): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(readFileSync('hoso.config.json', 'utf8'))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
  }
  throw new UsageError('Tệp hoso.config.json không phải một đối tượng JSON hợp lệ. Hãy sửa hoặc xóa tệp đó.')
}

async function run(command: Command, words: readonly string[], flags: Options): Promise<void> {
  const config = readConfig({ flags, environment: process.env, file: fileSettings() })
  process.exitCode = await command.run({ words, options: flags, config, terminal })
}

/** Loaded only now: whoever asks for help needs no database client. */
async function troubleOf(cause: unknown): Promise<unknown> {
  const { databaseTrouble } = await import('./store/trouble.ts')
  return databaseTrouble(cause)
}

async function fail(cause: unknown): Promise<number> {
  const error = cause instanceof PipelineError ? cause : await troubleOf(cause)
  if (stop.signal.aborted) {
    terminal.err(
      `${say({ vi: 'Đã dừng theo yêu cầu. Chạy lại lệnh cũ để làm tiếp.', en: 'Stopped as asked. Run the same command again to go on.' })}\n`,
    )
    return interrupted
  }
  if (error instanceof PipelineError) {
    terminal.err(`${error.message}\n`)
    return error.exitCode
  }
  terminal.err(
    `${say({ vi: 'Lỗi của chương trình, không phải của dữ liệu. Hãy gửi các dòng sau cho nhóm phát triển:', en: 'A defect of the program, not of the data. Please send these lines to its developers:' })}\n`,
  )
  terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return defect
}

/** Settings that every command takes, with the sentence of the catalogue of settings. */
const shared = ['workspace', 'databaseUrl', 'lang'] as const
const kebab = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

function build(): Program {
  const program = new Program('hoso')
    .description(
      say({
        vi: 'Số hóa hồ sơ cán bộ, công chức, viên chức: từ bản quét đến gói dữ liệu.',
        en: 'Personnel files of Vietnamese officials: from scans to an export package.',
      }),
    )
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
  for (const command of commands) {
    const built = program.command(command.name).description(say(command))
    if (command.argument) built.argument(command.argument)
    for (const option of command.options) built.option(option.flags, say(option))
    for (const name of shared)
      built.option(`--${kebab(name)} <value>`, `${say(settings[name])} (${settings[name].env})`)
    built.addHelpText(
      'after',
      `\n${say({ vi: 'Ví dụ', en: 'Examples' })}:\n${command.examples.map((line) => `  ${line}`).join('\n')}`,
    )
    if (command.manual) built.addHelpText('after', `\n${say(command.manual)}`)
    built.action(async (...given: unknown[]) => {
      // One word alone is handed over as it is, several as a list.
      const words = [given[0]].flat().filter((word) => typeof word === 'string')
      await run(command, words, built.opts<Options>())
    })
  }
  return program
}

try {
  await build().parseAsync(process.argv)
} catch (error) {
  // Commander has said what is wrong; help and version are no errors.
  const said = error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
  const isHelp = said && 'exitCode' in error && error.exitCode === 0
  process.exitCode = isHelp ? 0 : said ? usage : await fail(error)
}

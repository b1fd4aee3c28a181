// `hoso held`: what may not leave, each with the one thing to do next; the same list as in an export package.
import { gatherRelease } from '../core/release.ts'
import { dimensionNames } from '../core/release-sheets.ts'
import { registerOf } from '../runner/register.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

export const held: Command = {
  name: 'held',
  vi: 'Liệt kê hồ sơ bị giữ lại, tiêu chí chưa đạt và việc cần làm trước tiên.',
  en: 'List what is held, the criteria it fails, and the one thing to do next.',
  options: [json],
  examples: ['hoso held', 'hoso held --json'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const { held: all, records } = await gatherRelease(registerOf(store, config))
    if (options.json) printJson(terminal, all)
    else
      for (const { dossiers, fails = [], next = '' } of all)
        terminal.out(`${dossiers.join(', ')}\t${fails.map((each) => dimensionNames[each]).join(', ')}\t${next}\n`)
    terminal.err(
      config.lang === 'vi'
        ? `Bị giữ: ${all.length}; xuất được: ${records.length}\n`
        : `Held: ${all.length}; may leave: ${records.length}\n`,
    )
    return exitCodes.done
  },
}

// `hoso doctor`: is everything here that a run needs? The first command on a new machine, and the first when something is odd.
import { createLog } from '../runner/log.ts'
import { type Check, examine } from '../runner/doctor.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

const environmentFault = 3

const words: Readonly<Record<Check['state'], { readonly vi: string; readonly en: string }>> = {
  good: { vi: 'TỐT', en: 'GOOD' },
  doubt: { vi: 'NÊN XEM', en: 'LOOK' },
  fault: { vi: 'HỎNG', en: 'FAULT' },
}

export const doctor: Command = {
  name: 'doctor',
  vi: 'Kiểm tra máy và thư mục làm việc: ổ đĩa, bộ nhớ, bộ nhận dạng, cơ sở dữ liệu, đồng hồ; nói cách sửa.',
  en: 'Examine machine and workspace: disk, memory, engine, database, clock; tell the remedy.',
  options: [json],
  examples: ['hoso doctor', 'hoso doctor --workspace D:/hoso --json'],
  manual: {
    vi: 'Kết thúc bằng 0 khi chạy được, 3 khi có chỗ hỏng.',
    en: 'Ends with 0 where runs can work, with 3 where something is at fault.',
  },
  run: async ({ options, config, terminal }) => {
    const log = createLog(terminal.err, 'warn').scoped({ stage: 'doctor', unit: 'machine' })
    const { environment, signal } = terminal
    const checks: Check[] = []
    for await (const check of examine({ config, environment, clock: Date.now, log, signal })) {
      checks.push(check)
      if (options.json) continue
      terminal.out(`${words[check.state][config.lang].padEnd(8)}${check.told[config.lang]}\n`)
      if (check.remedy) terminal.out(`${' '.repeat(8)}→ ${check.remedy[config.lang]}\n`)
    }
    if (options.json) printJson(terminal, { contract: 1, checks })
    return checks.some(({ state }) => state === 'fault') ? environmentFault : exitCodes.done
  },
}

// `hoso sample`: draws values for a second, blind look, and tells what came of those before.
import { fieldOf } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import { type Rated, type SamplingOfKind, samplingReport } from '../core/sampling/sampling-report.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { percentForPeople } from '../report/report-data.ts'
import { drawSamples, lookedSamples } from '../store/samples.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { wordOf } from './list-file.ts'

export const sample: Command = {
  name: 'sample',
  vi: 'Kiểm tra mẫu: rút giá trị cho người thứ hai xem lại mà không thấy giá trị đầu (draw), và tỉ lệ sai tìm được.',
  en: 'Sampling: draw values for a blind second look (draw), and the error rates found.',
  argument: '[words...]',
  options: [
    { flags: '--sample-share <share>', vi: 'Tỉ lệ rút mẫu, ví dụ 0.02', en: 'Share to draw, such as 0.02' },
    json,
  ],
  examples: ['hoso sample draw', 'hoso sample draw --sample-share 0.05', 'hoso sample --json'],
  run: async ({ words, options, config, terminal }) => {
    const isDraw = wordOf(words, ['draw']) === 'draw'
    await using store = await openWorkspace(config, terminal.environment)
    const drawn = isDraw
      ? await drawSamples(store.database, { share: config.sampleShare, today: terminal.today })
      : undefined
    const report = samplingReport(await lookedSamples(store.database))
    if (options.json) printJson(terminal, { contract: 1, ...(drawn === undefined ? {} : { drawn }), sampling: report })
    else terminal.out(`${lines(report, drawn, config.lang).join('\n')}\n`)
    return exitCodes.done
  },
}

function lines(report: readonly SamplingOfKind[], drawn: number | undefined, lang: Config['lang']): string[] {
  const vi = lang === 'vi'
  const kinds = {
    confirmed: vi ? 'Giá trị người đã xác nhận' : 'Values confirmed by a person',
    automatic: vi ? 'Giá trị máy đọc chắc' : 'Values accepted automatically',
  }
  return [
    ...(drawn === undefined ? [] : [`${vi ? 'Mới rút' : 'Newly drawn'}: ${drawn}`]),
    ...report.flatMap(({ kind, total, fields }) => [
      `${kinds[kind]}: ${rateInWords(total, vi)}`,
      ...fields
        .filter(([, { wrong }]) => wrong > 0)
        .map(([field, rated]) => `  ${fieldOf(field)[lang]}: ${rateInWords(rated, vi)}`),
    ]),
  ]
}

/** "1/50 sai (0,1 % – 10,7 %), chờ 12" */
function rateInWords({ wrong, checked, lower, upper, waiting }: Rated, vi: boolean): string {
  const percent = (share: number) => percentForPeople(Math.round(share * 1000) / 10)
  const bounds = checked === 0 ? '' : ` (${percent(lower)} – ${percent(upper)})`
  return `${wrong}/${checked} ${vi ? 'sai' : 'wrong'}${bounds}, ${vi ? 'chờ xem' : 'waiting'} ${waiting}`
}

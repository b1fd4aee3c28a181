// `hoso rejudge`: what the rules and lists of today would say of all that was judged before. Dry unless told otherwise:
// whoever switches over sees first what was valid and no longer is. No page is read again.
import { loadKnowledge } from '../adapters/knowledge.ts'
import { byChange, changesByRule, type Rejudged, rejudged } from '../core/rejudged.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { rules } from '../rules/index.ts'
import { tellFinding } from '../rules/render.ts'
import { exitCodeOf, reportLines } from '../runner/report.ts'
import { openWorkspace } from '../runner/workspace.ts'
import type { Database } from '../store/database.ts'
import { judgedRecords } from '../store/register.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { todayOf, work } from './run.ts'

/** Stages that read scans; everything after them only thinks. */
const readers: readonly string[] = ['intake', 'render', 'recognize']

export const rejudge: Command = {
  name: 'rejudge',
  vi: 'Xét lại mọi bản ghi theo quy tắc và danh mục hiện nay; chỉ cho xem trước, trừ khi có --apply. Không đọc lại ảnh.',
  en: 'Judge everything again by the rules and lists of today; a dry run unless --apply. No image is read again.',
  options: [
    { flags: '--apply', vi: 'Xét lại thật và ghi kết quả', en: 'Judge again and keep the results' },
    { flags: '--today <YYYY-MM-DD>', vi: 'Xét theo ngày này', en: 'Judge as of this day' },
    json,
  ],
  examples: ['hoso rejudge', 'hoso rejudge --json > thay-doi.json', 'hoso rejudge --apply'],
  run: async (call) => (call.options.apply === true ? apply(call) : preview(call)),
}

type Call = Parameters<Command['run']>[0]

async function apply({ options, config, terminal }: Call): Promise<number> {
  const { stages } = await import('../pipeline.ts')
  const later = stages.filter(({ name }) => !readers.includes(name))
  const today = todayOf(options.today, terminal)
  const report = await work({ config, terminal, folders: [], stages: later, today })
  terminal.err(`${reportLines(report, config.lang).join('\n')}\n`)
  return exitCodeOf(report)
}

async function preview({ options, config, terminal }: Call): Promise<number> {
  await using store = await openWorkspace(config, terminal.environment)
  const all = (await changes(store.database, todayOf(options.today, terminal))).sort(byChange)
  const lost = all.filter(({ change }) => change === 'lost')
  const tell = (finding: Rejudged['came'][number]) => tellFinding(finding, config.lang)
  if (options.json)
    printJson(terminal, {
      lost: lost.map(({ subject }) => subject),
      won: all.filter(({ change }) => change === 'won').map(({ subject }) => subject),
      rules: changesByRule(all),
      records: all.map(({ came, gone, ...record }) => ({
        ...record,
        came: came.map((finding) => ({ code: finding.code, severity: finding.severity, message: tell(finding) })),
        gone: gone.map(({ code, severity }) => ({ code, severity })),
      })),
    })
  else {
    for (const { subject, came } of lost)
      for (const finding of came.filter(({ severity }) => severity === 'error'))
        terminal.out(`${subject}\t${finding.code}\t${tell(finding)}\n`)
    for (const { code, came, gone } of changesByRule(all)) terminal.out(`${code}\t+${came}\t-${gone}\n`)
  }
  terminal.err(
    config.lang === 'vi'
      ? `Từng đạt, nay không đạt: ${lost.length}; bản ghi có thay đổi: ${all.length}. Đồng ý thì chạy \`hoso rejudge --apply\`.\n`
      : `Was valid, no longer is: ${lost.length}; records that change: ${all.length}. To go on: \`hoso rejudge --apply\`.\n`,
  )
  return exitCodes.done
}

async function changes(database: Database, today: string): Promise<Rejudged[]> {
  const knowledge = loadKnowledge()
  const found: Rejudged[] = []
  for (const stage of ['validate', 'revalidate'] as const)
    for await (const { judged, findings } of judgedRecords(database, stage, today)) {
      const after = [...applyRules(rules, judged, { knowledge }), ...applyRules(rules, judged, { knowledge, today })]
      found.push(...[rejudged(judged, findings, after) ?? []].flat())
    }
  return found.map(({ subject, kind, came, gone, change }) => ({ subject, kind, came, gone, change }))
}

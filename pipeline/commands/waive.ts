// `hoso waive`: accepts that one dossier breaks one rule, by whom, why and until when; lists what was accepted; takes it
// back. Each is a decision added to the others; nothing is changed or taken away.
import type { StewardDecision } from '../../schemas/index.ts'
import { reviewFolder } from '../adapters/review-folder.ts'
import { newestOf, subjectOf } from '../core/decision-subject.ts'
import { UsageError } from '../core/errors.ts'
import { idOf } from '../core/id.ts'
import { standing } from '../core/standing.ts'
import { rules } from '../rules/index.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { decisionsOn, isKnownDossier } from '../store/decisions.ts'
import { appendDecisions } from '../store/review-decisions.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { forPeople } from './words.ts'

type Call = Parameters<Command['run']>[0]
type Waiver = Extract<StewardDecision, { kind: 'waive' | 'unwaive' }>

export const waive: Command = {
  name: 'waive',
  vi: 'Chấp nhận ngoại lệ: một hồ sơ, một quy tắc, có lý do, người quyết định và thời hạn.',
  en: 'Accept an exception: one dossier, one rule, with reason, author and expiry.',
  options: [
    { flags: '--dossier <id>', vi: 'Mã hồ sơ', en: 'Dossier id' },
    { flags: '--rule <code>', vi: 'Mã quy tắc (xem `hoso rules`)', en: 'Code of the rule (see `hoso rules`)' },
    { flags: '--reason <text>', vi: 'Lý do, căn cứ', en: 'Reason' },
    { flags: '--by <name>', vi: 'Người quyết định', en: 'Who decides' },
    { flags: '--until <YYYY-MM-DD>', vi: 'Ngày cuối cùng còn hiệu lực', en: 'Last day on which it holds' },
    { flags: '--take-back', vi: 'Thu lại ngoại lệ đã chấp nhận', en: 'Take the exception back' },
    { flags: '--list', vi: 'Liệt kê các ngoại lệ (của một hồ sơ hoặc tất cả)', en: 'List exceptions' },
    json,
  ],
  examples: [
    'hoso waive --dossier TQ-0012 --rule work_history_gap --reason "Nghỉ không lương, có xác nhận" --by "Ma Thị Lan" --until 2027-12-31',
    'hoso waive --dossier TQ-0012 --rule work_history_gap --reason "Đã bổ sung" --by "Ma Thị Lan" --take-back',
    'hoso waive --list --dossier TQ-0012',
  ],
  run: async (call) => (call.options.list === true ? list(call) : append(call)),
}

async function append(call: Call): Promise<number> {
  const { options, config, terminal } = call
  const [dossier, rule] = [given(call, 'dossier').normalize('NFC'), given(call, 'rule')]
  const head = { steward: given(call, 'by'), decidedAt: new Date(Date.now()).toISOString(), dossier, rule }
  const reason = given(call, 'reason')
  if (!rules.some(({ code }) => code === rule))
    throw new UsageError(`Không có quy tắc "${rule}". Xem các mã quy tắc bằng \`hoso rules\`.`)
  const until = limitOf(call)
  const decision: Waiver =
    options.takeBack === true
      ? { kind: 'unwaive', decisionId: idOf('unwaive', head), ...head, reason }
      : { kind: 'waive', decisionId: idOf('waive', head), ...head, reason, ...(until === undefined ? {} : { until }) }
  await using store = await openWorkspace(config, terminal.environment)
  if (!(await isKnownDossier(store.database, dossier)))
    throw new UsageError('Không có hồ sơ nào mang mã này. Xem các mã bằng `hoso records`.')
  const newest = newestOf(subjectOf(decision), standing(await decisionsOn(store.database, dossier)))
  await appendDecisions(store.database, [{ decision, newest: newest?.decisionId }], {
    account: `cli:${decision.steward}`,
    at: new Date(decision.decidedAt),
    auditKey: await reviewFolder(config.workspace).auditKey(),
  })
  if (options.json) printJson(terminal, decision)
  else terminal.out(`${lineOf(decision, terminal.today, config.lang)}\n`)
  terminal.err(
    config.lang === 'vi'
      ? 'Đã ghi quyết định. Chạy `hoso rejudge --apply` để xét lại hồ sơ.\n'
      : 'The decision is kept. Run `hoso rejudge --apply` to judge the dossier again.\n',
  )
  return exitCodes.done
}

/** A day that has passed would accept nothing. */
function limitOf({ options, terminal }: Call): string | undefined {
  const { until } = options
  if (until === undefined) return undefined
  const date = new Date(`${String(until)}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== until || until < terminal.today)
    throw new UsageError('--until phải là một ngày có thật, chưa qua, dạng YYYY-MM-DD. Ví dụ: --until 2027-12-31.')
  return until
}

function given({ options }: Call, name: 'dossier' | 'rule' | 'reason' | 'by'): string {
  const value = options[name]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new UsageError(`Thiếu --${name}. Xem ví dụ bằng \`hoso waive --help\`.`)
}

async function list({ options, config, terminal }: Call): Promise<number> {
  await using store = await openWorkspace(config, terminal.environment)
  const dossier = typeof options.dossier === 'string' ? options.dossier.normalize('NFC') : undefined
  const all = (await decisionsOn(store.database, dossier)).filter(isWaiver)
  const newest = new Map(all.map((decision) => [`${decision.dossier} ${decision.rule}`, decision]))
  const accepted = [...newest.values()].filter(({ kind }) => kind === 'waive')
  if (options.json) printJson(terminal, accepted)
  else for (const decision of accepted) terminal.out(`${lineOf(decision, terminal.today, config.lang)}\n`)
  return exitCodes.done
}

const isWaiver = (decision: StewardDecision): decision is Waiver =>
  decision.kind === 'waive' || decision.kind === 'unwaive'

function lineOf(decision: Waiver, today: string, lang: 'vi' | 'en'): string {
  const vi = lang === 'vi'
  const { dossier, rule, steward, reason, kind } = decision
  const until = kind === 'waive' ? decision.until : undefined
  const limit = until === undefined ? (vi ? 'không thời hạn' : 'no limit') : forPeople(until)
  const state =
    kind === 'unwaive'
      ? vi
        ? 'đã thu lại'
        : 'taken back'
      : until !== undefined && until < today
        ? `${limit} (${vi ? 'đã hết hạn' : 'run out'})`
        : limit
  return [dossier, rule, state, steward, reason].join('\t')
}

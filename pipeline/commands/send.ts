// `hoso send`: sends an approved package to its receiver over HTTP and writes down what was sent and what was answered. Cut
// short or unanswered, the same command goes on; nothing is taken in twice.
import { setTimeout as sleep } from 'node:timers/promises'
import { createReceiver, httpTransport } from '../adapters/national-database.ts'
import { packagedPapers } from '../adapters/packaged-papers.ts'
import { UsageError } from '../core/errors.ts'
import { createLog } from '../runner/log.ts'
import { type Sent, sendPackage, usualPatience } from '../runner/send.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { mayLeave, packageOf } from '../store/profile-packages.ts'
import { nextStep } from './package-words.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

export const send: Command = {
  name: 'send',
  vi: 'Gửi một gói đã duyệt tới nơi nhận qua HTTP; gửi lại không trùng, đứt giữa chừng thì chạy lại lệnh cũ.',
  en: 'Send an approved package to its receiver over HTTP; nothing twice, cut short it goes on.',
  options: [
    { flags: '--package <id>', vi: 'Mã gói (xem `hoso packages`)', en: 'Package id (see `hoso packages`)' },
    { flags: '--to <url>', vi: 'Địa chỉ của nơi nhận', en: 'Address of the receiver' },
    {
      flags: '--timeout <seconds>',
      vi: 'Chờ mỗi trả lời tối đa (mặc định 60)',
      en: 'Longest wait for an answer (default 60)',
    },
    json,
  ],
  examples: ['hoso send --package 4f1c --to https://csdl.example.gov.vn/api'],
  manual: {
    vi: 'Mã truy cập của nơi nhận, nếu có, đọc từ biến môi trường HOSO_RECEIVER_TOKEN.',
    en: 'The access token of the receiver, if any, is read from HOSO_RECEIVER_TOKEN.',
  },
  run: async ({ options, config, terminal }) => {
    const { package: wanted, to } = options
    if (typeof wanted !== 'string' || typeof to !== 'string' || !URL.canParse(to))
      throw new UsageError('Thiếu mã gói hoặc địa chỉ nơi nhận. Ví dụ: hoso send --package 4f1c --to https://…/api.')
    const seconds = Number(options.timeout ?? 60)
    if (!(seconds > 0)) throw new UsageError('--timeout phải là số giây lớn hơn 0.')
    await using store = await openWorkspace(config, terminal.environment)
    const kept = await packageOf(store.database, wanted)
    const { package: made, folder } = kept
    if (!(await mayLeave(store.database, made.packageId)))
      throw new UsageError(`Gói chưa được phép gửi. ${nextStep(kept, config.lang)}`)
    const { signal } = terminal
    const token = terminal.environment.HOSO_RECEIVER_TOKEN
    const transport = httpTransport(to, { millis: seconds * 1000, signal, ...(token === undefined ? {} : { token }) })
    const sent = await sendPackage({
      ...{ store, packageId: made.packageId, profile: made.profile, signal, patience: usualPatience },
      receiver: createReceiver(transport),
      papersOf: ({ key, message }) => (message === 'dossiers' ? packagedPapers(folder, key) : Promise.resolve([])),
      clock: () => new Date(),
      sleep: (millis) => sleep(millis, undefined, { signal }),
      log: createLog(terminal.err, 'warn'),
    })
    if (options.json) printJson(terminal, sent)
    else terminal.out(`${lineOf(sent, config.lang)}\n`)
    if (sent.returned > 0)
      terminal.err(
        config.lang === 'vi'
          ? 'Lý do trả lại: `hoso ledger`. Chạy `hoso rejudge --apply` để các hồ sơ ấy trở lại hàng đợi rà soát.\n'
          : 'Why they were returned: `hoso ledger`. `hoso rejudge --apply` puts them back into the review queue.\n',
      )
    return sent.unanswered > 0 || !sent.isReconciled ? exitCodes.someFailed : exitCodes.done
  },
}

function lineOf({ accepted, returned, unanswered, isReconciled }: Sent, lang: 'vi' | 'en'): string {
  const vi = lang === 'vi'
  const sums = vi
    ? `Được chấp nhận: ${accepted}; bị trả lại: ${returned}; chưa có trả lời: ${unanswered}.`
    : `Accepted: ${accepted}; returned: ${returned}; not answered: ${unanswered}.`
  if (isReconciled && unanswered === 0)
    return vi ? `${sums} Khớp với sổ của nơi nhận.` : `${sums} Agrees with the receiver's book.`
  return vi
    ? `${sums} Chưa đối soát xong: chạy lại lệnh cũ.`
    : `${sums} Not reconciled yet: run the same command again.`
}

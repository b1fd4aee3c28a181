// `hoso packages sign`: hands a package over to the agency's signing tool, and takes back what was signed once it is verified.
import { resolve } from 'node:path'
import { createPdfWriter } from '../adapters/pdf-lib.ts'
import { handOver, takeSignature } from '../adapters/signature-files.ts'
import { UsageError } from '../core/errors.ts'
import { packageState } from '../core/profile/package-state.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { appendEvent, packageOf } from '../store/profile-packages.ts'
import { exitCodes, printJson } from './command.ts'
import { minutesOf } from './package-minutes.ts'
import { byOf, type Call, idOf, notingOf, refuseBroken } from './packages.ts'

export async function signPackage(call: Call): Promise<number> {
  const { options, config, terminal } = call
  await using store = await openWorkspace(config, terminal.environment)
  const kept = await packageOf(store.database, idOf(call))
  await refuseBroken(kept.folder)
  if (typeof options.take === 'string') {
    if (typeof options.chain !== 'string')
      throw new UsageError('Thiếu chứng thư của cơ quan. Thêm --chain chung-thu.pem.')
    const by = byOf(call)
    const taken = await takeSignature(kept.folder, resolve(options.take), resolve(options.chain), new Date())
    const { packageId, manifestSha256 } = kept.package
    const { kind, file, signer, serial, signedAt, chain } = taken
    const facts = { kind, file, signer, serial, signedAt, chain: [...chain], manifestSha256 }
    await appendEvent(store.database, { packageId, event: 'signed', by, facts }, await notingOf(call))
    if (options.json) printJson(terminal, taken)
    else terminal.out(`${signer}\t${signedAt}\t${chain.join(' < ')}\n`)
    return exitCodes.done
  }
  if (typeof options.out !== 'string')
    throw new UsageError('Thêm --out để ghi tệp đem ký, hoặc --take để nhận tệp đã ký. Xem `hoso packages --help`.')
  if (packageState(kept.events) !== 'approved' && packageState(kept.events) !== 'signed')
    throw new UsageError('Gói chưa được duyệt nên chưa đem ký. Duyệt bằng `hoso packages approve`.')
  const sheet = await minutesOf(store, kept, call)
  const bytes = await createPdfWriter().sheets([sheet], 'Biên bản bàn giao gói dữ liệu')
  for (const file of await handOver(kept.folder, bytes, resolve(options.out))) terminal.out(`${file}\n`)
  return exitCodes.done
}

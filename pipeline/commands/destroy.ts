// `hoso destroy`: the end of a dossier, by destroying its key. There is no way back.
import { reviewFolder } from '../adapters/review-folder.ts'
import { UsageError } from '../core/errors.ts'
import { destroyDossier } from '../runner/destroy.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type Command, exitCodes } from './command.ts'

export const destroy: Command = {
  name: 'destroy',
  vi: 'Hủy một hồ sơ: hủy khóa của nó, mọi bản quét, ảnh, chữ và giá trị không ai đọc lại được. Không lấy lại được.',
  en: 'Destroy a dossier: its key, and with it every scan, picture, text and value. There is no way back.',
  options: [
    { flags: '--dossier <id>', vi: 'Mã hồ sơ', en: 'Dossier id' },
    { flags: '--reason <text>', vi: 'Căn cứ (số quyết định hủy)', en: 'Reason (the decision to destroy)' },
    { flags: '--by <name>', vi: 'Người thực hiện', en: 'Who does it' },
  ],
  examples: ['hoso destroy --dossier TQ-0012 --reason "QĐ 15/QĐ-SNV ngày 20/11/2026" --by "Ma Thị Lan"'],
  run: async ({ options, config, terminal }) => {
    const { dossier, reason, by } = options
    if (typeof dossier !== 'string' || typeof reason !== 'string' || typeof by !== 'string')
      throw new UsageError('Cần đủ --dossier, --reason và --by. Xem `hoso destroy --help`.')
    await using store = await openWorkspace(config, terminal.environment)
    const auditKey = await reviewFolder(config.workspace).auditKey()
    await destroyDossier(store, config, { dossier: dossier.normalize('NFC'), reason, by, at: new Date(), auditKey })
    terminal.out(`${done[config.lang]}\n`)
    return exitCodes.done
  },
}

const done = {
  vi: 'Đã hủy khóa, tệp và dữ liệu của hồ sơ; việc hủy đã ghi vào nhật ký. KHÔNG với tới: bản sao lưu, gói đã kết xuất hoặc đã gửi, gói chuyển (bundle), tệp quét gốc ngoài kho. Hãy tự hủy các thứ đó; chạy lại `hoso run` để ghép nối lại các hồ sơ còn lại.',
  en: 'Key, files and rows of the dossier are destroyed; the audit log tells of it. NOT reached: backups, packages written or sent, bundles, the scans outside the workspace. Destroy those yourself; `hoso run` links the remaining dossiers anew.',
}

// Once in the life of a workspace: where its key lies, and what losing it means.
import { isFirstTelling, keyFile, keyPlace } from '../adapters/workspace-key.ts'
import type { Config } from '../core/config.ts'
import type { Store } from '../store/database.ts'
import type { Terminal } from './command.ts'

export async function tellKeyPlace(
  { vault: { fingerprint } }: Pick<Store, 'vault'>,
  { lang }: Pick<Config, 'lang'>,
  terminal: Pick<Terminal, 'environment' | 'err'>,
): Promise<void> {
  const place = keyPlace(terminal.environment)
  if (await isFirstTelling(place, fingerprint)) terminal.err(`${words(keyFile(place, fingerprint))[lang]}\n`)
}

const words = (file: string) => ({
  vi: `Khóa kho của thư mục làm việc này: ${file}. MẤT TỆP NÀY LÀ MẤT MỌI HỒ SƠ, không ai khôi phục được. Hãy chép ngay một bản ra nơi khác (ví dụ USB cất trong két), đừng để chung với bản sao lưu. Xem lại: hoso vault show.`,
  en: `The key of this workspace: ${file}. WHO LOSES THIS FILE LOSES EVERY DOSSIER; nobody can bring them back. Copy it elsewhere now (say, a USB stick in a safe), not beside the backups. To see this place again: hoso vault show.`,
})

// `hoso vault`: the workspace key, where it lies, and a new one in its place.
import { isFirstTelling, keyFile, keyPlace, makeKey, setKeyAside } from '../adapters/workspace-key.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type Command, exitCodes } from './command.ts'
import { wordOf } from './list-file.ts'

export const vault: Command = {
  name: 'vault',
  vi: 'Khóa kho: tệp khóa nằm ở đâu (show), thay khóa mới (rotate). Mất tệp khóa là mất mọi hồ sơ: hãy giữ một bản ở nơi khác.',
  en: 'The workspace key: where its file lies (show), a new key in its place (rotate). Without the file every dossier is lost: keep a copy elsewhere.',
  argument: '[words...]',
  options: [],
  examples: ['hoso vault show', 'hoso vault rotate', 'HOSO_KEY_PASSPHRASE=… hoso vault rotate'],
  run: async ({ words, config, terminal }) => {
    const word = wordOf(words, ['show', 'rotate']) ?? 'show'
    await using store = await openWorkspace(config, terminal.environment)
    const place = keyPlace(terminal.environment)
    const { fingerprint } = store.vault
    if (word === 'show') {
      terminal.out(`${keyFile(place, fingerprint)}\n`)
      return exitCodes.done
    }
    await store.runAlone(async () => {
      const next = await makeKey(place)
      const dossiers = await store.vault.rewrap(next)
      const aside = await setKeyAside(place, fingerprint)
      await isFirstTelling(place, next.fingerprint)
      terminal.out(`${keyFile(place, next.fingerprint)}\n`)
      terminal.err(`${rotated(dossiers, aside)[config.lang]}\n`)
    })
    return exitCodes.done
  },
}

const rotated = (dossiers: number, aside: string) => ({
  vi: `Đã bọc lại khóa của ${dossiers} hồ sơ. Hãy chép tệp khóa mới ra nơi cất giữ. Khóa cũ được để riêng ở ${aside}: các bản sao lưu trước đây vẫn cần nó; khi không còn bản sao lưu nào cần, hãy tự hủy nó.`,
  en: `Wrapped the keys of ${dossiers} dossiers anew. Keep a copy of the new file elsewhere. The old key lies aside in ${aside}: earlier backups still need it; destroy it yourself when none of them is left.`,
})

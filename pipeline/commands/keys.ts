// `hoso keys`: the keys of this place, the card others need, and the places whose bundles are believed.
import { resolve } from 'node:path'
import { makeKeys, ownKeys, trust, trustedPlaces } from '../adapters/keys.ts'
import { UsageError } from '../core/errors.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { fileOf, wordOf } from './list-file.ts'

const verbs = ['show', 'make', 'card', 'trust'] as const

export const keys: Command = {
  name: 'keys',
  vi: 'Khóa để chuyển gói hồ sơ: tạo (make), in thẻ khóa (card), tin một nơi khác (trust), xem (show).',
  en: 'Keys for moving bundles: make, print the card, trust another place, show.',
  argument: '[words...]',
  options: [{ flags: '--name <text>', vi: 'make: tên đơn vị', en: 'make: name of the place' }, json],
  examples: [
    'hoso keys make --name "UBND xã Hùng Lợi"',
    'hoso keys card > hung-loi.json',
    'hoso keys trust ./so-noi-vu.json',
  ],
  manual: {
    vi: 'Đọc dấu vân tay của thẻ qua điện thoại hoặc gặp mặt trước khi tin. Đặt HOSO_KEYS_PASSPHRASE để khóa riêng được mã hóa trên đĩa.',
    en: 'Compare the fingerprint of a card in person or by telephone before trusting it. HOSO_KEYS_PASSPHRASE encrypts the private keys on disk.',
  },
  run: async ({ words, options, config, terminal }) => {
    const verb = wordOf(words, verbs) ?? 'show'
    const workspace = resolve(config.workspace)
    const passphrase = terminal.environment.HOSO_KEYS_PASSPHRASE
    const told = (place: { fingerprint: string; card: { name: string } }) =>
      `${place.fingerprint}\t${place.card.name}\n`
    if (verb === 'make') {
      if (typeof options.name !== 'string' || options.name.trim() === '')
        throw new UsageError('Thiếu tên đơn vị. Ví dụ: hoso keys make --name "UBND xã Hùng Lợi".')
      terminal.out(told(await makeKeys(workspace, options.name.trim().normalize('NFC'), passphrase)))
      return exitCodes.done
    }
    if (verb === 'trust') {
      terminal.out(told(await trust(workspace, fileOf(words, 'hoso keys trust ./so-noi-vu.json'))))
      return exitCodes.done
    }
    const own = await ownKeys(workspace, passphrase)
    if (verb === 'card') {
      printJson(terminal, own.card)
      return exitCodes.done
    }
    const trusted = await trustedPlaces(workspace)
    const plain = ({ fingerprint, card }: typeof own | (typeof trusted)[number]) => ({ fingerprint, name: card.name })
    if (options.json) printJson(terminal, { own: plain(own), trusted: trusted.map(plain) })
    else terminal.out([own, ...trusted].map(told).join(''))
    return exitCodes.done
  },
}

// What a writing says of a place beside its name: "(nay là phường Mỹ Lâm)", "trước thuộc huyện Na Hang", "(Hà Tuyên cũ)".

export interface WithAside {
  readonly main: string
  /** The same place by its name of another time. */
  readonly aside?: string
}

const words =
  '(?:(?:hiện\\s+)?nay|bây giờ)\\s+(?:đã\\s+)?(?:là|thuộc|đổi thành|đổi tên thành|sáp nhập vào|nhập vào)|' +
  '(?:trước đây|trước kia|trước|nguyên)\\s+(?:là|thuộc)'
const inBrackets = new RegExp(`\\s*\\(\\s*(?:(?:${words})\\s*:?\\s+)?([^()]*\\p{L}[^()]*)\\)?`, 'iu')
const toTheEnd = new RegExp(`[\\s,;–-]+(?:${words})\\s*:?\\s+(.*)$`, 'isu')
/** `huyện Yên Sơn cũ`: said of the unit, no part of its name. */
const former = /\s+(?:\(\s*cũ\s*\)|cũ(?=\s*(?:[,;.)–-]|$)))/gu

export function asideOf(text: string): WithAside {
  const plain = text.replace(former, '')
  const found = inBrackets.exec(plain) ?? toTheEnd.exec(plain)
  if (!found) return { main: plain }
  const [all, aside = ''] = found
  const main = plain.slice(0, found.index) + plain.slice(found.index + all.length)
  return { main, aside: aside.trim() }
}

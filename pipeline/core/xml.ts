// Writes XML: elements as data, every text escaped, characters that XML 1.0 cannot hold left out. Reads none.

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Element | string)[]
}

export function element(
  name: string,
  attributes: Element['attributes'] = {},
  children: Element['children'] = [],
): Element {
  return { name, attributes, children }
}

export const xmlDocument = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(root)}\n`

/** An element of text alone stands on one line; an empty one is closed at once. */
export function xmlOf({ name, attributes, children }: Element, indent = ''): string {
  const told = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  )
  const head = `${indent}<${name}${told.join('')}`
  if (children.length === 0) return `${head}/>`
  if (children.every((child) => typeof child === 'string')) return `${head}>${escaped(children.join(''))}</${name}>`
  const lines = children.map((child) =>
    typeof child === 'string' ? `${indent}  ${escaped(child)}` : xmlOf(child, `${indent}  `),
  )
  return `${head}>\n${lines.join('\n')}\n${indent}</${name}>`
}

/** Control characters, surrogates by themselves and the two last code points of the plane are no characters of XML 1.0. */
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

export function escaped(text: string): string {
  return text
    .normalize('NFC')
    .replace(unfit, '')
    .replace(/[&<>"']/gu, (sign) => entities[sign] ?? '')
    .replace(/[\t\n\r]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}

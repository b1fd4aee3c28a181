// HTML by template, everything put into it escaped: no value of the data can become a tag.

/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

type Inserted = string | number | Html | readonly Html[] | undefined

export function html(strings: TemplateStringsArray, ...inserted: readonly Inserted[]): Html {
  return { html: strings.reduce((text, part, index) => text + textOf(inserted[index - 1]) + part) }
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function textOf(inserted: Inserted): string {
  if (inserted === undefined) return ''
  if (typeof inserted === 'number') return String(inserted)
  if (typeof inserted === 'string') return inserted.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign)
  return isList(inserted) ? inserted.map((each) => each.html).join('') : inserted.html
}

const isList = (inserted: Html | readonly Html[]): inserted is readonly Html[] => Array.isArray(inserted)

/** Ids of agencies and rules may hold anything; what an anchor may hold is less. */
export const anchor = (...parts: readonly string[]): string =>
  parts.map((part) => encodeURIComponent(part).replaceAll('%', '_')).join('.')

// Papers written by hand after what offices of all decades really issue, known kinds and kinds nobody has named; `=== kind`
// opens a paper, `-` one that nobody may name surely, `a|b` one that either name suits. Rows as in envelopes/paper.ts.
import { readdirSync, readFileSync } from 'node:fs'
import type { Tools } from '../../pipeline/core/stage.ts'
import { classify } from '../../pipeline/stages/classify.ts'
import { toolsWith } from '../../test/support/tools.ts'
import { pageTextOf, spoilings } from '../envelopes/page-words.ts'
import { seeded } from '../random.ts'

export interface OfficePaper {
  readonly name: string
  /** Names that suit; `-` is left to a person. */
  readonly suits: readonly string[]
  readonly rows: readonly string[]
}

/** Letters on a line of a typed page. */
const carriage = 76

export function officePapers(): OfficePaper[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))
  return files.flatMap((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .split(/^=== /mu)
      .slice(1)
      .map((text, index) => {
        const [suits = '', ...rows] = text.trimEnd().split('\n')
        return { name: `${file}#${index + 1}`, suits: suits.trim().split('|'), rows: rows.flatMap(wrapped) }
      }),
  )
}

function wrapped(row: string): string[] {
  if (/^[\^|]| \|\| /u.test(row)) return [row]
  const lines: string[] = ['']
  for (const word of row.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > carriage) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

/** What the real stage calls the paper; `-` where it leaves it to a person. */
export async function nameGiven(
  { name, rows }: OfficePaper,
  profile: keyof typeof spoilings,
  book: Pick<Tools, 'forms' | 'paperBook'>,
): Promise<string> {
  const page = { rows, size: [8.27, 11.69] as const }
  const text = pageTextOf(page, `${name}#1`, spoilings[profile], seeded(`${name} ${profile}`))
  const pages = [{ pageId: `${name}#1`, number: 1, isBlank: false, isUnreadable: false, text }]
  const { documents } = await classify.run({ dossier: name, pages }, toolsWith(book))
  return documents[0]?.kind ?? '-'
}

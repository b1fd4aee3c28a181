// A dossier held against the official contents list: which papers are there, which are missing. Whose list it is, the papers
// themselves tell; where they do not, only what both lists ask for is missed.
import { type ContentsItem, type ContentsList, contentsLists } from '../../schemas/index.ts'

/** What is known of a dossier for this: the kinds of its papers, and what tells whose dossier it is. */
export interface Listed {
  readonly papers: readonly { readonly kind: string | undefined; readonly form: string; readonly document: string }[]
  readonly rankCode: string | undefined
}

export interface ContentsEntry extends Pick<ContentsItem, 'item' | 'vi' | 'need'> {
  readonly documents: readonly string[]
  readonly isMissing: boolean
}

export interface Contents {
  readonly group: ContentsList['group'] | 'unknown'
  readonly basis: string
  readonly entries: readonly ContentsEntry[]
}

export function contentsOf(listed: Listed): Contents {
  const group = groupOf(listed)
  const [first, ...others] = contentsLists.filter((list) => group === 'unknown' || list.group === group)
  const wanted = (first?.items ?? []).filter((item) =>
    others.every(({ items }) => items.some((other) => asks(other, item))),
  )
  return {
    group,
    basis: contentsLists
      .filter((list) => group === 'unknown' || list.group === group)
      .map(({ basis }) => basis)
      .join('; '),
    entries: wanted.map(({ item, vi, need, kinds }) => {
      const documents = listed.papers.filter(({ kind }) => kind !== undefined && kinds.includes(kind))
      return {
        item,
        vi,
        need,
        documents: documents.map(({ document }) => document),
        isMissing: need === 'always' && documents.length === 0,
      }
    }),
  }
}

const asks = (a: ContentsItem, b: ContentsItem): boolean => a.kinds.some((kind) => b.kinds.includes(kind))

/** The form of viên chức, or a professional title's code (V.07.04.31, and the older 15.…, 16.… of teachers and doctors). */
function groupOf({ papers, rankCode }: Listed): Contents['group'] {
  if (papers.some(({ form }) => form === 'hs02-vc')) return 'employees'
  if (rankCode !== undefined && /^(?:V\.|1[3-8][a-c]?\.)/u.test(rankCode)) return 'employees'
  if (rankCode !== undefined && /^0[1-9]\./u.test(rankCode)) return 'officials'
  return papers.some(({ form }) => form === '2c-bnv-2008' || form === '2c-tctw-98') ? 'officials' : 'unknown'
}

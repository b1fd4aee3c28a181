// What a template finds on a document: each printed label with its place and likeness, and what was not found. For whoever writes a
// new template; what is read behind the labels, the extraction says.
import type { FormItem, FormTemplate, PageText } from '../../schemas/index.ts'
import { anchorsOf } from './form/anchors.ts'
import { evidenceOf } from './form/evidence.ts'
import { tokensOf } from './form/tokens.ts'
import { unionOf } from './box.ts'

export interface CheckedItem {
  readonly kind: FormItem['kind']
  /** Field or table; the printed words themselves where they are neither. */
  readonly about: string
  readonly label: string
  readonly isFound: boolean
  /** Counts from 1 in the scan. */
  readonly page?: number
  readonly box?: readonly number[]
  /** 1: every letter agrees. */
  readonly likeness?: number
}

export interface FormCheck {
  /** Pages, from 1, that bear the title; and whether the first of them says what the template asks for. */
  readonly titled: readonly number[]
  readonly isSaid: boolean
  readonly items: readonly CheckedItem[]
}

export function checkTemplate(template: FormTemplate, pages: readonly PageText[]): FormCheck {
  const tokens = tokensOf(pages)
  const anchors = anchorsOf(template, tokens)
  const evidence = pages.map((page) => evidenceOf(template, tokensOf([page])))
  return {
    titled: evidence.flatMap(({ hasTitle }, index) => (hasTitle ? [index + 1] : [])),
    isSaid: evidence.some(({ isSaid }) => isSaid),
    items: template.items.map((item, index) => {
      const anchor = anchors.find((each) => each.index === index)
      const own = anchor === undefined ? [] : tokens.slice(anchor.start, anchor.end)
      const pageId = own[0]?.pageId
      return {
        kind: item.kind,
        about: item.kind === 'field' ? item.field : item.kind === 'table' ? item.table : '',
        label: item.label[0] ?? '',
        isFound: anchor !== undefined,
        ...(anchor && {
          page: pages.findIndex((page) => page.pageId === pageId) + 1,
          box: unionOf(own.filter((token) => token.pageId === pageId).map(({ box }) => box)).map(
            (part) => Math.round(part * 1000) / 1000,
          ),
          likeness: Math.round(anchor.likeness * 100) / 100,
        }),
      }
    }),
  }
}

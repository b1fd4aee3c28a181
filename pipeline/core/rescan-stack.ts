// A stack of rescans: each page scanned again lies behind its slip. Says which page of the stack belongs to which slip, and
// what does not fit; blank backs of a duplex scan are passed over.

/** What was seen of one page of the stack. */
export interface StackPage {
  /** Digits of the slip (slip-code.ts), when the page is a slip. */
  readonly slip?: string
  readonly isBlank: boolean
}

export interface Stack {
  /** `page` counts from 1 through the stack. */
  readonly rescans: readonly { readonly slip: string; readonly page: number }[]
  readonly problems: readonly string[]
}

export function stackOf(pages: readonly StackPage[]): Stack {
  const rescans: { slip: string; page: number }[] = []
  const problems: string[] = []
  for (const { slip, at, behind } of groupsOf(pages)) {
    const [page] = behind
    if (slip === undefined) {
      if (page !== undefined)
        problems.push(`Trang ${page} của xấp không có phiếu đứng trước. Hãy đặt phiếu ngay trước nó.`)
    } else if (page !== undefined && behind.length === 1) rescans.push({ slip, page })
    else
      problems.push(
        `Sau phiếu ở trang ${at} của xấp có ${behind.length} trang, cần đúng 1. Hãy xếp lại: mỗi phiếu rồi đến trang của nó.`,
      )
  }
  return { rescans, problems }
}

interface Group {
  readonly slip: string | undefined
  readonly at: number
  readonly behind: number[]
}

function groupsOf(pages: readonly StackPage[]): Group[] {
  let last: Group = { slip: undefined, at: 0, behind: [] }
  const groups = [last]
  for (const [index, { slip, isBlank }] of pages.entries()) {
    if (slip === undefined && !isBlank) last.behind.push(index + 1)
    // A slip printed on both sides is one slip.
    const isNew = slip !== undefined && (slip !== last.slip || last.behind.length > 0)
    if (isNew) groups.push((last = { slip, at: index + 1, behind: [] }))
  }
  return groups
}

// A printed sheet as data: what a slip, a contradiction sheet or a handover record says. How it is set on A4 is
// sheet-layout.ts; how it becomes a PDF, the writer's business.

export type Weight = 'regular' | 'bold'
export type Align = 'left' | 'centre' | 'right'

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2; readonly align?: Align }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly weight?: Weight
      readonly align?: Align
      /** Size of the letters in points. */
      readonly points?: number
    }
  /** Its head is repeated on every page; `share` is the column's part of the width, whatever the sum. */
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly title: string; readonly share: number }[]
      readonly rows: readonly (readonly string[])[]
    }
  /** A JPEG, as large as fits into the given room, with a thin frame. */
  | { readonly kind: 'picture'; readonly jpeg: Uint8Array; readonly widthMm: number; readonly heightMm: number }
  | { readonly kind: 'qr'; readonly text: string; readonly sideMm: number; readonly align?: Align }
  /** Side by side, never broken over two pages. */
  | {
      readonly kind: 'columns'
      readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[]
    }
  /** Who signs, side by side, with room for the hand: "Người lập", "(Ký, ghi rõ họ tên)". */
  | { readonly kind: 'signatures'; readonly places: readonly { readonly title: string; readonly note: string }[] }
  | { readonly kind: 'gap'; readonly millimetres: number }

/** One printed thing: it begins on a page of its own and is broken over as many as it needs. */
export interface Sheet {
  readonly blocks: readonly Block[]
  /** At the foot of each of its pages, left; the page number stands right. */
  readonly footer: string
}

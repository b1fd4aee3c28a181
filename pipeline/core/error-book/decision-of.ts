// A change of the error book as a decision: what it says, without who says it and when.
import type { Change, Ruling } from './judge-edits.ts'

type Said = Omit<Change, 'row' | 'note' | 'ruling' | 'standing'> & { readonly note?: string } & {
  readonly seen: string
  readonly from: Change['standing']['outcome']
}

export function decisionOf({ dossier, field, note, ruling, standing }: Change): Said & Ruling {
  return {
    dossier,
    field,
    seen: standing.seen,
    from: standing.outcome,
    ...(note === '' ? {} : { note }),
    ...ruling,
  }
}

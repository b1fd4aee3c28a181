// What the cutting of a dossier knows of papers: the kinds, and the weights of the signs that part them. Loaded by adapters.
import type { FormTemplate, PaperCut, PaperKind } from '../../../schemas/index.ts'

export interface PaperBook {
  readonly kinds: readonly PaperKind[]
  readonly cut: PaperCut
}

/** A template that no kind names is a kind of its own: a province adds a form without touching the kinds. */
export function kindsWith(kinds: readonly PaperKind[], forms: readonly FormTemplate[]): PaperKind[] {
  const named = new Set(kinds.flatMap((kind) => kind.forms))
  const own = forms.filter(({ form, isGeneral }) => !named.has(form) && !isGeneral)
  return [...kinds, ...own.map(kindOfForm)]
}

function kindOfForm({ form, kind, title, pages, knownBy }: FormTemplate): PaperKind {
  return {
    kind: form,
    group: kind,
    ...title,
    forms: [form],
    titles: knownBy.title,
    says: knownBy.says,
    needs: [],
    unless: [],
    holds: [],
    inside: [],
    pages,
    isBooklet: false,
  }
}

// Which templates are worth asking on a page: the whole chain of labels is looked for only where some of them stand there.
import type { FormTemplate } from '../../../schemas/index.ts'
import { type Evidence, evidenceOf } from '../form/evidence.ts'
import { lettersOf, type Token } from '../form/tokens.ts'

/** Labels of so many letters say something by themselves. */
const telling = 8
const leastFound = 2
/** Templates that share their wording are all asked; more than so many never stand on one page. */
const asked = 6

/** Letters of the telling labels of a template, one wording each; made once. */
const known = new WeakMap<FormTemplate, readonly (readonly string[])[]>()

function labelsOf(template: FormTemplate): readonly (readonly string[])[] {
  const made =
    known.get(template) ??
    template.items
      .map((item) => item.label.map(lettersOf).filter(({ length }) => length >= telling))
      .filter((wordings) => wordings.length > 0)
  known.set(template, made)
  return made
}

export function evidenceOn(
  forms: readonly FormTemplate[],
  tokens: readonly Token[],
  letters: string,
  /** Forms of the kinds whose title the page bears: they are always asked. */
  titled: ReadonlySet<string>,
): Evidence[] {
  const counted = forms
    .map((template) => ({
      template,
      found: labelsOf(template).filter((wordings) => wordings.some((wording) => letters.includes(wording))).length,
    }))
    .sort((a, b) => b.found - a.found)
  const chosen = counted.filter(
    ({ template, found }, rank) =>
      titled.has(template.form) || (found >= leastFound && (rank < asked || template.isGeneral)),
  )
  return chosen
    .map(({ template }) => evidenceOf(template, tokens))
    .filter(({ labels, hasTitle }) => labels.length > 0 || hasTitle)
}

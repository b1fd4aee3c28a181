// Free text stays as written; only leader dots and outer punctuation come off. A share or an amount has a figure in it.
import { exact, showText, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting } from './writing.ts'

export const text: ValueKind = {
  parse: (written, { hasFigure }) =>
    hasFigure && !/\d|^không$/iu.test(cleanWriting(written))
      ? unparsed('Không có con số.')
      : exact(cleanWriting(written)),
  show: showText,
}

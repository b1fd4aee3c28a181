// Free text stays as written; only leader dots and outer punctuation come off.
import { exact, showText, type ValueKind } from './interpretation.ts'
import { cleanWriting } from './writing.ts'

export const text: ValueKind = { parse: (written) => exact(cleanWriting(written)), show: showText }

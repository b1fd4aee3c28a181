// Codes as written: of a rank (`01.003`, `V.07.03.29`, `15a.201`), a staff number, a decision (`123/QĐ-SNV`).
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting } from './writing.ts'

export const code: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const text = cleanWriting(written)
    .replace(/\s*([./–-])\s*/gu, '$1')
    .replaceAll('–', '-')
  // A comma never stands in a code; between digits it is a dot that OCR saw too long.
  const dotted = text.replace(/\s*,\s*/gu, '.').replace(/^v(?=\.\d)/u, 'V')
  if (/^(?:V|\d{2}[a-c]?)(?:\.\d{2,3})+$/u.test(dotted)) return text.includes(',') ? tolerant(dotted) : exact(dotted)
  if (!/[\p{L}\d]/u.test(text)) return unparsed('Không đọc được thành mã.')
  const hasLookAlike = /[OoIl]\d|\d[OoIl]/u.test(text)
  return !hasLookAlike && /^[\p{L}\d][\p{L}\d./&-]*$/u.test(text) ? exact(text) : tolerant(text)
}

// A place in three layers: as written, its names, today's unit (domain.md 3.2). What is a name is known by core/places.ts.
import type { FieldDefinition } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import { blank, exact, type Interpretation, showText, tolerant, type ValueKind } from './interpretation.ts'
import { cleanWriting } from './writing.ts'

/** The words the form prints for its writer: `Xã …, Huyện …, Tỉnh …`. */
const printedWords = /(?<!\p{L})(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)(?!\p{L})|[\s.,;:()/-]/giu

export const place: ValueKind = { parse, show: showText }

function parse(written: string, _definition: FieldDefinition, knowledge: Knowledge): Interpretation {
  const text = cleanWriting(written)
  if (text.replace(printedWords, '') === '') return blank
  const found = knowledge.places.read(text)
  return found.isExact ? exact(found.place) : tolerant(found.place)
}

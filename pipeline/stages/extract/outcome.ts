// From the tokens of a value to its outcome: raw text, meaning, confidence and the rectangle it stands in.
import type { Box, FieldDefinition, Outcome, Provenance } from '../../../schemas/index.ts'
import { unionOf } from '../../core/box.ts'
import type { Token } from '../../core/form/tokens.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { interpret } from '../../core/values/index.ts'

/** What an outcome says where nothing is written: the place, and how surely it was found. */
export interface Place {
  readonly pageId: string
  readonly box: Box
  readonly confidence: number
}

/** A meaning found by a tolerant comparison only, or a label that was hardly recognised, is never good (core/grade.ts). */
const unsure = 0.7
/** Under this likeness a label may be another one; where nothing is written, the label is all the proof there is. */
const hardlyAlike = { written: 0.8, blank: 0.85 }

export interface Reader {
  readonly documentId: string
  readonly knowledge: Knowledge
}

export function outcomeOf(
  definition: FieldDefinition,
  tokens: readonly Token[],
  place: Place,
  likeness: number,
  reader: Reader,
): Outcome {
  const raw = rawOf(tokens)
  const meaning = interpret(definition, raw, reader.knowledge)
  if (raw === '' || meaning.status === 'blank') {
    return {
      status: 'blank',
      confidence: Math.min(likeness < hardlyAlike.blank ? unsure : 1, place.confidence),
      provenance: provenanceOf(place.pageId, place.box, reader),
    }
  }
  const cap = likeness < hardlyAlike.written ? unsure : 1
  const confidence = Math.min(cap, ...tokens.map((token) => token.confidence))
  const provenance = provenanceOfTokens(tokens, reader)
  if (meaning.status === 'unparsed') return { ...meaning, raw, confidence, provenance }
  const { isExact, ...read } = meaning
  return { ...read, raw, confidence: isExact ? confidence : Math.min(confidence, unsure), provenance }
}

const outer = /^[\s:;,.…/|_\-–—]+|[\s:;,.…/|_\-–—]+$/gu
const quote = /["“”]/gu

/** The words as read, without leader dots and outer punctuation; a closing bracket stays with its opening one. */
export function rawOf(tokens: readonly Token[]): string {
  const text = tokens
    .map((token, at) => (at === 0 || token.isGlued ? '' : ' ') + token.text)
    .join('')
    .trim()
  const bare = text.replace(outer, '')
  // A quotation mark without its other one is what a ruled line has left on the word beside it.
  const open = (bare.match(quote) ?? []).length === 1 ? bare.replace(/^["“”]|["“”]$/gu, '').replace(outer, '') : bare
  return open.includes('(') ? open : open.replace(/[\s,.;]*\)+$/u, '')
}

/** A value that runs over a page's end is shown where it begins. */
export function provenanceOfTokens(tokens: readonly Token[], reader: Reader): Provenance {
  const pageId = tokens[0]?.pageId ?? ''
  const box = unionOf(tokens.filter((token) => token.pageId === pageId).map((token) => token.box))
  return provenanceOf(pageId, box, reader)
}

function provenanceOf(pageId: string, box: Box, { documentId }: Reader): Provenance {
  return { documentId, pageId, box }
}

export function placeOf(tokens: readonly Token[]): Place {
  const pageId = tokens[0]?.pageId ?? ''
  const first = tokens.filter((token) => token.pageId === pageId)
  return {
    pageId,
    box: unionOf(first.map(({ box }) => box)),
    confidence: Math.min(1, ...first.map(({ confidence }) => confidence)),
  }
}

// A PDF/A laid open for its check: its bytes, every object by number, and what its pages paint. Read apart from how it was
// written; what cannot be read at all is a fault too.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFPage,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'
import { type Operation, operationsIn } from '../operations.ts'

export interface OpenedFile {
  readonly bytes: Buffer
  readonly pdf: PDFDocument
  readonly part: 1 | 2
  readonly objects: readonly { readonly number: number; readonly object: PDFObject }[]
  readonly pages: readonly PaintedPage[]
}

export interface PaintedPage {
  readonly page: PDFPage
  readonly operations: readonly Operation[]
}

export async function openArchive(bytes: Uint8Array, part: 1 | 2): Promise<OpenedFile> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  const objects = pdf.context.enumerateIndirectObjects().map(([ref, object]) => ({ number: ref.objectNumber, object }))
  const pages = pdf.getPages().map((page) => ({ page, operations: operationsOf(page) }))
  return { bytes: Buffer.from(bytes), pdf, part, objects, pages }
}

function operationsOf({ node }: PDFPage): Operation[] {
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => node.context.lookup(ref)) : [contents]
  const text = streams
    .map((stream) => (stream instanceof PDFRawStream ? contentOf(stream).toString('latin1') : ''))
    .join('\n')
  return operationsIn(text)
}

export const contentOf = (stream: PDFRawStream): Buffer => Buffer.from(decodePDFRawStream(stream).decode())

export const nameOf = (text: string): PDFName => PDFName.of(text)

/** The dictionary of a dictionary or a stream. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : undefined
}

/** The object and everything in it, as far as it lies in it and not behind a reference. */
export function* inside(object: PDFObject): Generator<PDFObject> {
  yield object
  const dict = dictOf(object)
  const parts = dict ? dict.values() : object instanceof PDFArray ? object.asArray() : []
  for (const part of parts) if (!(part instanceof PDFRef)) yield* inside(part)
}

/** Numbers of the objects in which it holds. */
export const objectsWhere = ({ objects }: OpenedFile, holds: (object: PDFObject) => boolean): number[] =>
  objects.filter(({ object }) => holds(object)).map(({ number }) => number)

// The only reader of XML from outside: a stream of tags, no tree, no network, no entity but the five of XML itself. A file
// that brings a document type is refused before a letter of it is believed: there is no honest need for one here.
import { SaxesParser } from 'saxes'
import { UnreadableInput } from '../core/errors.ts'

export interface XmlHandler {
  open?(name: string): void
  text?(text: string): void
  close?(name: string): void
}

/** No message of ours is deeper; a file of brackets alone is no reason to grow. */
const deepest = 50

/** Throws UnreadableInput; what it says quotes nothing of the file. */
export async function readXml(chunks: Iterable<string> | AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const refuse = (what: string): never => {
    throw new UnreadableInput(`Tệp XML ${what} (dòng ${parser.line}). Yêu cầu nơi gửi xuất lại tệp.`)
  }
  let depth = 0
  parser.on('doctype', () => refuse('có khai báo DOCTYPE nên bị từ chối'))
  parser.on('error', () => refuse('sai cú pháp'))
  parser.on('opentag', ({ local }) => {
    depth += 1
    if (depth > deepest) refuse('lồng quá sâu nên bị từ chối')
    handler.open?.(local)
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', ({ local }) => {
    depth -= 1
    handler.close?.(local)
  })
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
}

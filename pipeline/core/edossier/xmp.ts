// The metadata a PDF/A carries inside itself (XMP, ISO 16684-1). Only schemas the standard knows, so that no extension has
// to be described; no clock, for the same paper must give the same bytes.
import { element, type Element, xmlOf } from '../xml.ts'

export interface PaperMetadata {
  readonly title: string
  readonly identifier: string
  readonly description?: string | undefined
  /** Who issued the paper. */
  readonly creator?: string | undefined
  /** ISO, as precise as the paper tells it. */
  readonly date?: string | undefined
}

export const producer = 'hoso'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const spaces = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:pdfaid': 'http://www.aiim.org/pdfa/ns/id/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
}

export function xmpPacket(paper: PaperMetadata, part: 1 | 2): string {
  const description = element('rdf:Description', { 'rdf:about': '', ...spaces }, [
    element('pdfaid:part', {}, [String(part)]),
    element('pdfaid:conformance', {}, ['B']),
    element('dc:format', {}, ['application/pdf']),
    element('dc:identifier', {}, [paper.identifier]),
    element('dc:language', {}, [element('rdf:Bag', {}, [element('rdf:li', {}, ['vi-VN'])])]),
    ...spoken('dc:title', paper.title),
    ...spoken('dc:description', paper.description),
    ...listed('dc:creator', paper.creator),
    ...listed('dc:date', paper.date),
    element('pdf:Producer', {}, [producer]),
    element('xmp:CreatorTool', {}, [producer]),
  ])
  const meta = element('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [
    element('rdf:RDF', { 'xmlns:rdf': rdf }, [description]),
  ])
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xmlOf(meta)}\n<?xpacket end="w"?>`
}

function spoken(name: string, text: string | undefined): Element[] {
  if (text === undefined) return []
  return [element(name, {}, [element('rdf:Alt', {}, [element('rdf:li', { 'xml:lang': 'x-default' }, [text])])])]
}

function listed(name: string, text: string | undefined): Element[] {
  return text === undefined ? [] : [element(name, {}, [element('rdf:Seq', {}, [element('rdf:li', {}, [text])])])]
}

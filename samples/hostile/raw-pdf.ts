// A PDF written object by object, so that it may say what no writer would.

export type PdfObject = string | { readonly dictionary: string; readonly stream: Uint8Array }

/** Objects are numbered from 1; the first is the catalogue. `trailer` comes into the trailer's dictionary. */
export function rawPdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = []
  let length = 0
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
    parts.push(bytes)
    length += bytes.length
  }
  put('%PDF-1.7\n')
  const offsets = objects.map((object, index) => {
    const offset = length
    put(`${index + 1} 0 obj\n`)
    if (typeof object === 'string') put(object)
    else {
      put(`<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`)
      put(object.stream)
      put('\nendstream')
    }
    put('\nendobj\n')
    return offset
  })
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`)
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer.replaceAll('START', String(start))} >>\n`)
  put(`startxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'

/** One page of A4 with this content and these things to draw with; `more` are the objects from number 5 on. */
export const onePage = (content: PdfObject, resources = '<< >>', more: readonly PdfObject[] = []): Buffer =>
  rawPdf([
    catalogue,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${resources} >>`,
    content,
    ...more,
  ])

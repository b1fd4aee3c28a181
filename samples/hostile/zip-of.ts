// A ZIP of these texts, as Word and Excel files are; names may be what no writer would let through.
import { ZipFile } from 'yazl'

const fixedDate = new Date(1980, 0, 1)

export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile()
  const patched: [from: string, to: string][] = []
  for (const [name, content] of Object.entries(files)) {
    // The writer refuses such names: a harmless one of the same length is written and then changed.
    const isOdd = /^[/\\]|\.\.|\\|:/u.test(name)
    const safe = isOdd ? name.replaceAll(/[^a-z]/gu, 'q') : name
    if (isOdd) patched.push([safe, name])
    zip.addBuffer(Buffer.from(content), safe, { mtime: fixedDate, forceDosTimestamp: true })
  }
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  let text = Buffer.concat(parts).toString('latin1')
  for (const [from, to] of patched) text = text.replaceAll(from, to)
  return Buffer.from(text, 'latin1')
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const wordXml = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

// XML from outside: read as a stream, and refused where it brings more than elements and text.
import { describe, expect, it } from 'vitest'
import { readXml } from '../../pipeline/adapters/xml-reader.ts'

const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY ${'bcdefghij'[level] ?? ''} "${`&${'abcdefghi'[level] ?? ''};`.repeat(10)}">`,
).join('')}]><a>&j;</a>`

async function read(xml: string): Promise<string> {
  const seen: string[] = []
  await readXml([xml], { open: (name) => seen.push(`<${name}>`), text: (text) => seen.push(text) })
  return seen.join('')
}

describe('XML from outside', () => {
  it('gives elements and text, also where a text holds the five entities of XML itself', async () => {
    expect(await read('<HoSo xmlns="urn:x"><hoTen>Lò &lt;Văn&gt; &amp; Ín</hoTen></HoSo>')).toBe(
      '<HoSo><hoTen>Lò <Văn> & Ín',
    )
  })

  it.each([
    ['a file of the machine', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an address of the network', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>'],
    ['a bomb of entities', bomb],
  ])('is refused before anything of it is believed when it asks for %s', async (_what, xml) => {
    const seen: string[] = []
    await expect(readXml([xml], { open: (name) => seen.push(name) })).rejects.toThrow(/DOCTYPE/u)
    expect(seen).toEqual([])
  })

  it('is refused when it is broken or a well of brackets', async () => {
    await expect(read('<a><b></a>')).rejects.toThrow(/sai cú pháp/u)
    await expect(read('<a>&khong;</a>')).rejects.toThrow(/sai cú pháp/u)
    await expect(read('<a>'.repeat(5000))).rejects.toThrow(/lồng quá sâu/u)
  })

  it('tells nothing of what stood in it', async () => {
    const error: unknown = await read('<a>Nguyễn Văn Mật<b></a>').catch((cause: unknown) => cause)
    expect(String(error)).not.toContain('Nguyễn')
  })
})

// Files made to exhaust or to mislead whoever opens them. Each is small on the disk.
import { deflateRawSync, deflateSync } from 'node:zlib'
import { onePage, rawPdf } from './raw-pdf.ts'
import { paragraph, wordXml, zipOf } from './zip-of.ts'

export interface Bomb {
  readonly name: string
  readonly bytes: () => Buffer | Promise<Buffer>
}

const mega = 1024 * 1024
const flate = (bytes: Uint8Array, more = '') => ({
  dictionary: `/Filter /FlateDecode ${more}`,
  stream: deflateSync(bytes),
})
const nothing = flate(Buffer.from(' '))

/** Each draws the next ten times: ten thousand million strokes on one page. */
function laughingForms(): Buffer {
  const depth = 10
  const forms = Array.from({ length: depth }, (_, level) => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${level + 6} 0 R >> >>`,
    stream: Buffer.from(level === depth - 1 ? '0 0 m 595 842 l S' : '/F Do '.repeat(10)),
  }))
  return onePage(flate(Buffer.from('/F Do')), '<< /XObject << /F 5 0 R >> >>', forms)
}

const hugePicture = (): Buffer =>
  onePage(flate(Buffer.from('595 0 0 842 0 0 cm /I Do')), '<< /XObject << /I 5 0 R >> >>', [
    flate(
      Buffer.alloc(8 * mega),
      '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    ),
  ])

/** Says what its width and height are, and holds next to nothing. */
function floodPng(): Buffer {
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    // The sum at the end is wrong; readers look at the head first.
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(mega)))])
}

/** One directory of long values, each after the other: tag, value. */
function floodTiff(entries: readonly (readonly [tag: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(8 + 2 + entries.length * 12 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(entries.length, 8)
  for (const [index, [tag, value]] of entries.entries()) {
    const at = 10 + index * 12
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(4, at + 2)
    bytes.writeUInt32LE(1, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  }
  return bytes
}
const tiffOf = (width: number, height: number) =>
  floodTiff([
    ...[
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 8],
      [277, 1],
      [278, height],
      [279, 4],
    ].map(([tag = 0, value = 0]) => [tag, value] as const),
  ])

const entities = `<!DOCTYPE d [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index] ?? 'a'};`.repeat(10)}">`)
  .join('')}]>`
const outside = '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
const docx = (xml: string, more: Readonly<Record<string, string>> = {}) => zipOf({ 'word/document.xml': xml, ...more })

/** The directory says 100 bytes; what is packed is a hundred thousand times that. */
async function lyingDocx(): Promise<Buffer> {
  const content = Buffer.from(wordXml(' '.repeat(10 * mega)))
  const zip = await zipOf({ 'word/document.xml': content })
  const real = Buffer.alloc(4)
  real.writeUInt32LE(content.length)
  for (let at = zip.indexOf(real); at >= 0; at = zip.indexOf(real, at + 1)) zip.writeUInt32LE(100, at)
  return zip
}

export const bombs: readonly Bomb[] = [
  { name: 'bomb-content.pdf', bytes: () => onePage(flate(Buffer.alloc(200 * mega, '0 0 m '))) },
  {
    name: 'bomb-in-bomb.pdf',
    bytes: () =>
      onePage({
        dictionary: '/Filter [/FlateDecode /FlateDecode]',
        stream: deflateSync(deflateSync(Buffer.alloc(500 * mega))),
      }),
  },
  { name: 'bomb-forms.pdf', bytes: laughingForms },
  { name: 'bomb-picture.pdf', bytes: hugePicture },
  {
    name: 'loop-pages.pdf',
    bytes: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>']),
  },
  {
    name: 'loop-form.pdf',
    bytes: () =>
      onePage(flate(Buffer.from('/F Do')), '<< /XObject << /F 5 0 R >> >>', [
        {
          dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>',
          stream: Buffer.from('/F Do'),
        },
      ]),
  },
  { name: 'deep-arrays.pdf', bytes: () => onePage(nothing, `<< /X ${'['.repeat(200_000)}${']'.repeat(200_000)} >>`) },
  { name: 'loop-tables.pdf', bytes: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>'], '/Prev START') },
  {
    name: 'objects-bomb.pdf',
    bytes: () =>
      onePage(nothing, '<< >>', [flate(Buffer.alloc(100 * mega, '1 0 '), '/Type /ObjStm /N 100000000 /First 100')]),
  },
  {
    name: 'actions.pdf',
    bytes: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /JavaScript /JS (while(1);) >> >> >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ]),
  },
  { name: 'flood.png', bytes: floodPng },
  { name: 'flood.tif', bytes: () => tiffOf(0x7fff_ffff, 0x7fff_ffff) },
  { name: 'flood-strip.tif', bytes: () => tiffOf(20_000, 20_000) },
  { name: 'none.tif', bytes: () => tiffOf(0, 0) },
  {
    name: 'outside.jpg',
    bytes: () =>
      Buffer.from(
        `<?xml version="1.0"?>${outside}<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/><text>&secret;</text></svg>`,
      ),
  },
  { name: 'bomb.docx', bytes: () => docx(wordXml('<w:p/>'.repeat(10 * mega))) },
  { name: 'lying.docx', bytes: lyingDocx },
  { name: 'laughing.docx', bytes: () => docx(wordXml(paragraph('&j;'), entities)) },
  { name: 'outside.docx', bytes: () => docx(wordXml(paragraph('&secret;'), outside)) },
  { name: 'deep.docx', bytes: () => docx(wordXml('<w:p>'.repeat(100_000))) },
  {
    name: 'climbing.docx',
    bytes: () =>
      docx(wordXml(paragraph('Đơn xin')), {
        '../../climbed.txt': 'x',
        '/tmp/climbed.txt': 'x',
        '..\\climbed.txt': 'x',
      }),
  },
  {
    name: 'both.pdf',
    bytes: async () => Buffer.concat([onePage(nothing), await docx(wordXml(paragraph('Hai trong một')))]),
  },
  {
    name: 'raw.docx',
    bytes: () => Buffer.concat([Buffer.from('PK\u0003\u0004word/document.xml'), deflateRawSync(Buffer.alloc(mega))]),
  },
]

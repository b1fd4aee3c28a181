// The colour profile of archive files: sRGB (IEC 61966-2-1) as a profile of version 2, made here from the standard's own
// numbers, so that it is free of rights and the same bytes each time. PDF/A-1 takes no profile of version 4.

/** Points of the tone curve; with as many, the error is far below one step of 16 bits in print. */
const curvePoints = 1024
/** Colours of the primaries and white, adapted to D50 (Bradford), as ICC writes them. */
const colorants = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.82491],
} as const
const description = 'sRGB IEC61966-2.1'
const copyright = 'No copyright, use freely'

export const colourCondition = description

export function srgbProfile(): Uint8Array {
  const curve = toneCurve()
  const tags: [string, Buffer][] = [
    ['desc', descriptionTag()],
    ['cprt', Buffer.concat([signature('text'), Buffer.from(`${copyright}\0`, 'latin1')])],
    ...Object.entries(colorants).map(([name, xyz]): [string, Buffer] => [name, xyzTag(xyz)]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  return withHeader(tags)
}

const signature = (name: string): Buffer => Buffer.concat([Buffer.from(name, 'latin1'), Buffer.alloc(4)])
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
/** s15Fixed16Number. */
const fixed = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), index * 4))
  return bytes
}
const xyzTag = (xyz: readonly number[]): Buffer => Buffer.concat([signature('XYZ '), fixed(xyz)])

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + curvePoints * 2)
  bytes.write('curv', 'latin1')
  bytes.writeUInt32BE(curvePoints, 8)
  for (let index = 0; index < curvePoints; index++) {
    const value = index / (curvePoints - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    bytes.writeUInt16BE(Math.round(linear * 65_535), 12 + index * 2)
  }
  return bytes
}

/** textDescriptionType: the ASCII words, then empty words in Unicode and ScriptCode. */
function descriptionTag(): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(description.length + 1)
  return Buffer.concat([
    signature('desc'),
    length,
    Buffer.from(`${description}\0`, 'latin1'),
    Buffer.alloc(4 + 4 + 3 + 67),
  ])
}

function withHeader(tags: readonly (readonly [string, Buffer])[]): Uint8Array {
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length)
  const placed = new Map<Buffer, number>()
  const parts: Buffer[] = []
  let at = 128 + table.length
  for (const [index, [name, bytes]] of tags.entries()) {
    if (!placed.has(bytes)) {
      placed.set(bytes, at)
      parts.push(padded(bytes))
      at += padded(bytes).length
    }
    table.write(name, 4 + index * 12, 'latin1')
    table.writeUInt32BE(placed.get(bytes) ?? 0, 8 + index * 12)
    table.writeUInt32BE(bytes.length, 12 + index * 12)
  }
  const header = Buffer.alloc(128)
  header.writeUInt32BE(at)
  header.writeUInt32BE(0x02100000, 8)
  header.write('mntrRGB XYZ ', 12, 'latin1')
  // Every profile tells a day: that of the standard, so that the same bytes come each time.
  for (const [index, part] of [1999, 10, 18, 0, 0, 0].entries()) header.writeUInt16BE(part, 24 + index * 2)
  header.write('acsp', 36, 'latin1')
  fixed(colorants.wtpt).copy(header, 68)
  return new Uint8Array(Buffer.concat([header, table, ...parts]))
}

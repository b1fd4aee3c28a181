// What the pages show (ISO 19005-1, 6.2 and 6.4): colours that mean something without the device, whole pictures, nothing
// transparent, no operator a reader may not know.
import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib'
import { contentOf, dictOf, inside, nameOf, objectsWhere, type OpenedFile } from './opened-file.ts'

type Check = (file: OpenedFile) => readonly number[]

export const outputIntent: Check = ({ pdf, part }) => {
  const intents = pdf.catalog.lookupMaybe(nameOf('OutputIntents'), PDFArray)
  const profiles = (intents?.asArray() ?? []).flatMap((_, index) => {
    const intent = intents?.lookupMaybe(index, PDFDict)
    if (intent?.lookup(nameOf('S')) !== nameOf('GTS_PDFA1') || !intent.has(nameOf('OutputConditionIdentifier')))
      return []
    return [intent.lookup(nameOf('DestOutputProfile'))]
  })
  const [profile] = profiles
  return profiles.length === 1 && profile instanceof PDFRawStream && isRgbProfile(profile, part) ? [] : [0]
}

function isRgbProfile(stream: PDFRawStream, part: 1 | 2): boolean {
  const profile = contentOf(stream)
  const components = stream.dict.lookup(nameOf('N'))
  const text = (start: number) => profile.toString('latin1', start, start + 4)
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => text(132 + index * 12))
  const needed = ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']
  return (
    profile.readUInt32BE(0) === profile.length &&
    (profile[8] ?? 9) <= (part === 1 ? 2 : 4) &&
    ['mntr', 'prtr'].includes(text(12)) &&
    text(16) === 'RGB ' &&
    text(36) === 'acsp' &&
    needed.every((tag) => tags.includes(tag)) &&
    components instanceof PDFNumber &&
    components.asNumber() === 3
  )
}

const isImage = (object: PDFObject): object is PDFRawStream =>
  object instanceof PDFRawStream && object.dict.get(nameOf('Subtype')) === nameOf('Image')

/** Grey and RGB by the output intent, or by a profile of their own; no colours of print, none of a spot. */
export const colours: Check = (file) => [
  ...objectsWhere(file, (object) => isImage(object) && !isKnownColour(object.dict.lookup(nameOf('ColorSpace')))),
  ...file.pages.flatMap(({ operations }) => (operations.some(({ operator }) => /^[kK]$/u.test(operator)) ? [0] : [])),
]

function isKnownColour(space: PDFObject | undefined): boolean {
  if (space instanceof PDFName) return space === nameOf('DeviceGray') || space === nameOf('DeviceRGB')
  if (!(space instanceof PDFArray)) return false
  const kind = space.lookup(0)
  if (kind === nameOf('Indexed')) return isKnownColour(space.lookup(1))
  const profile = space.lookup(1)
  const components = profile instanceof PDFRawStream ? profile.dict.lookup(nameOf('N')) : undefined
  return kind === nameOf('ICCBased') && components instanceof PDFNumber && [1, 3].includes(components.asNumber())
}

/** A JPEG says in its frame how large it is and of how many colours: as the image says of it. */
export const images: Check = (file) =>
  objectsWhere(file, (object) => {
    if (!isImage(object)) return false
    const { dict } = object
    if (['Alternates', 'OPI'].some((key) => dict.has(nameOf(key)))) return true
    if (dict.lookup(nameOf('Interpolate')) === PDFBool.True) return true
    return dict.lookup(nameOf('Filter')) === nameOf('DCTDecode') && !isFrameOf(object)
  })

function isFrameOf({ dict, contents }: PDFRawStream): boolean {
  const number = (key: string) => {
    const found = dict.lookup(nameOf(key))
    return found instanceof PDFNumber ? found.asNumber() : Number.NaN
  }
  for (let at = 2; at + 9 < contents.length && contents[at] === 0xff;) {
    const marker = contents[at + 1] ?? 0
    const view = Buffer.from(contents.buffer, contents.byteOffset + at + 2, 8)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return view.readUInt16BE(3) === number('Height') && view.readUInt16BE(5) === number('Width')
    at += 2 + view.readUInt16BE(0)
  }
  return false
}

export const opaque: Check = (file) =>
  objectsWhere(file, (object) => [...inside(object)].some((each) => isTransparent(dictOf(each))))

function isTransparent(dict: PDFDict | undefined): boolean {
  if (dict === undefined) return false
  const get = (key: string) => dict.lookup(nameOf(key))
  const mask = get('SMask')
  const group = get('Group')
  const blend = get('BM')
  const isOne = (value: PDFObject | undefined) => !(value instanceof PDFNumber) || value.asNumber() === 1
  return (
    (mask !== undefined && mask !== nameOf('None')) ||
    (group instanceof PDFDict && group.lookup(nameOf('S')) === nameOf('Transparency')) ||
    (blend !== undefined && blend !== nameOf('Normal') && blend !== nameOf('Compatible')) ||
    !isOne(get('ca')) ||
    !isOne(get('CA'))
  )
}

const operators = new Set(
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S sc SC scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(
    ' ',
  ),
)
const deepest = 28

/** Known operators, states given back as they were taken, and only resources that are there. */
export const content: Check = ({ pages }) =>
  pages.flatMap(({ page, operations }) => {
    let [depth, most] = [0, 0]
    for (const { operator } of operations) {
      depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
      most = depth < 0 ? deepest + 1 : Math.max(most, depth)
    }
    const resources = page.node.Resources()
    const isThere = (kind: string, name = '') =>
      resources?.lookupMaybe(nameOf(kind), PDFDict)?.has(nameOf(name.slice(1))) === true
    const isSound = operations.every(
      ({ operator, operands }) =>
        operators.has(operator) &&
        (operator !== 'Do' || isThere('XObject', operands[0])) &&
        (operator !== 'Tf' || isThere('Font', operands[0])),
    )
    return isSound && depth === 0 && most <= deepest ? [] : [0]
  })

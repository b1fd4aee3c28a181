// A delivered picture as an image of a PDF, its bytes as they came. What an older part of PDF/A may not hold is said by
// fitsPart: such a page is kept as its drawing.
import { type PDFArray, type PDFContext, PDFHexString as Hex, type PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import type { DeliveredPicture, PictureColour } from '../../../schemas/index.ts'

/** PDF/A-1 stands on PDF 1.4, which knows no JPEG 2000. */
export const fitsPart = ({ filter }: DeliveredPicture, part: 1 | 2): boolean => part === 2 || filter !== 'JPXDecode'

export function pictureStream(context: PDFContext, picture: DeliveredPicture, part: 1 | 2): PDFRef {
  const { width, height, bits, filter, decode, bytes } = picture
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: colourSpace(context, picture.colour, part),
    Filter: filter,
    ...(decode && { Decode: decode }),
    ...parametersOf(context, picture),
    Length: bytes.byteLength,
  })
  return context.register(PDFRawStream.of(dict, bytes))
}

function parametersOf(context: PDFContext, { parameters, globals }: DeliveredPicture) {
  if (parameters === undefined && globals === undefined) return {}
  const shared = globals === undefined ? {} : { JBIG2Globals: context.register(context.flateStream(globals)) }
  return { DecodeParms: context.obj({ ...parameters, ...shared }) }
}

function colourSpace(
  context: PDFContext,
  { components, profile, table }: PictureColour,
  part: 1 | 2,
): PDFName | PDFArray {
  const device = context.obj(components === 1 ? 'DeviceGray' : 'DeviceRGB')
  const base =
    profile === undefined || !isProfileFor(profile, components, part)
      ? device
      : context.obj(['ICCBased', context.register(context.flateStream(profile, { N: components }))])
  if (table === undefined) return base
  return context.obj(['Indexed', base, table.length / components - 1, Hex.of(Buffer.from(table).toString('hex'))])
}

/** An ICC profile tells its version and its colours in its head; PDF/A-1 takes none of version 4. */
function isProfileFor(profile: Uint8Array, components: number, part: 1 | 2): boolean {
  const head = Buffer.from(profile.subarray(0, 40))
  const isProfile = head.length === 40 && head.toString('latin1', 36, 40) === 'acsp'
  const colours = head.toString('latin1', 16, 20)
  return isProfile && (head[8] ?? 9) <= (part === 1 ? 2 : 4) && colours === (components === 1 ? 'GRAY' : 'RGB ')
}

import { z } from 'zod'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** How the samples of a picture are colours; `profile` is an ICC profile of that many components. */
export const PictureColour = z.object({
  components: z.union([z.literal(1), z.literal(3)]),
  profile: Bytes.optional(),
  /** The samples are indexes into this table of colours. */
  table: Bytes.optional(),
})
export type PictureColour = z.infer<typeof PictureColour>

/** A picture of a page as it was delivered: the very bytes of the scan where the format allows it, else its exact samples. */
export const DeliveredPicture = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  bits: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]),
  /** As PDF names them; the bytes are coded so. */
  filter: z.enum(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'FlateDecode']),
  parameters: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
  /** Segments all pictures of a JBIG2 file share. */
  globals: Bytes.optional(),
  colour: PictureColour,
  decode: z.array(z.number()).optional(),
  bytes: Bytes,
  /** From the picture's unit square (origin bottom left, as PDF has it) into that of the upright page (origin top left). */
  place: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
})
export type DeliveredPicture = z.infer<typeof DeliveredPicture>

/** Absent pictures: the page is more than pictures (drawn by a program, colours of print), and only a drawing of it can be kept. */
export const DeliveredPage = z.object({ pictures: z.array(DeliveredPicture).min(1).optional() })
export type DeliveredPage = z.infer<typeof DeliveredPage>

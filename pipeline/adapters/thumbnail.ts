// A page made small enough for a slip, legible enough to be found again in the dossier.
import sharp from 'sharp'

const WIDTH = 620
const QUALITY = 60

export const thumbnail = (jpeg: Uint8Array): Promise<Uint8Array> =>
  sharp(jpeg).resize({ width: WIDTH, withoutEnlargement: true }).jpeg({ quality: QUALITY }).toBuffer()

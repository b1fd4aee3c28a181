// What a scanner and the years do to a page: skew, uneven light, blur, noise, border shadow, grey, one bit. Pixels in, pixels out.
import sharp, { type Sharp } from 'sharp'
import { between, type Random } from './random.ts'

/** Three bytes a pixel. */
export interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
  readonly dpi: number
}

export interface Damage {
  readonly dpi: 200 | 300
  readonly colour: 'colour' | 'grey' | 'bitonal'
  /** Degrees, clockwise. */
  readonly skew: number
  /** Share of light lost in the darkest corner. */
  readonly shade: number
  /** Standard deviation of the sensor's noise, of 255. */
  readonly noise: number
  /** Standard deviation of the blur in pixels. */
  readonly blur: number
  /** A dark edge where the lid did not close. */
  readonly shadow: boolean
  /** JPEG quality. */
  readonly quality: number
}

export type Profile = 'clean' | 'light' | 'medium' | 'heavy'

const upTo = (random: Random, most: number): number => (random() * 2 - 1) * most
const some = (random: Random, low: number, high: number): number => low + random() * (high - low)

/** The bounds of each profile. */
const profiles: Readonly<Record<Profile, (random: Random) => Damage>> = {
  clean: () => ({ dpi: 300, colour: 'colour', skew: 0, shade: 0, noise: 1, blur: 0, shadow: false, quality: 72 }),
  light: (random) => ({
    dpi: 300,
    colour: random() < 0.5 ? 'grey' : 'colour',
    skew: upTo(random, 0.5),
    shade: some(random, 0, 0.06),
    noise: some(random, 1, 4),
    blur: 0,
    shadow: false,
    quality: 70,
  }),
  medium: (random) => ({
    dpi: random() < 0.5 ? 300 : 200,
    colour: random() < 0.6 ? 'grey' : 'colour',
    skew: upTo(random, 1.5),
    shade: some(random, 0.08, 0.2),
    noise: some(random, 3, 7),
    blur: some(random, 0.4, 0.8),
    shadow: false,
    quality: 60,
  }),
  heavy: (random) => {
    const isBitonal = random() < 0.3
    return {
      dpi: 200,
      colour: isBitonal ? 'bitonal' : 'grey',
      skew: upTo(random, 3),
      shade: some(random, 0.1, isBitonal ? 0.15 : 0.35),
      noise: some(random, 6, 13),
      blur: some(random, 0.4, 0.8),
      shadow: !isBitonal,
      quality: 50,
    }
  },
}

/** Each page lies a little differently; what the scanner is set to stays for the whole dossier. */
export function damagesOf(profile: Profile, random: Random): () => Damage {
  const { dpi, colour, shadow, quality } = profiles[profile](random)
  return () => ({ ...profiles[profile](random), dpi, colour, shadow, quality })
}

export async function damaged(page: Pixels, damage: Damage, random: Random): Promise<Pixels> {
  const turned = damage.skew === 0 ? page : await skewed(page, damage.skew)
  dim(turned, damage, random)
  const soft = damage.blur < 0.3 ? turned : { ...turned, data: await raw(turned).blur(damage.blur).raw().toBuffer() }
  grain(soft.data, damage.noise, random)
  if (damage.colour === 'bitonal') threshold(soft.data)
  return soft
}

export const raw = ({ data, width, height }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } })

/** Turned about the middle; the sheet keeps its size, the corners are the white of the lid. */
async function skewed(page: Pixels, degrees: number): Promise<Pixels> {
  const turned = await raw(page).rotate(degrees, { background: '#fcfcfb' }).raw().toBuffer({ resolveWithObject: true })
  const { width, height } = turned.info
  const cut = {
    left: Math.floor((width - page.width) / 2),
    top: Math.floor((height - page.height) / 2),
    width: page.width,
    height: page.height,
  }
  return {
    ...page,
    data: await sharp(turned.data, { raw: { width, height, channels: 3 } })
      .extract(cut)
      .raw()
      .toBuffer(),
  }
}

/** Light falls off towards one corner; a shadow may lie along one edge. */
function dim({ data, width, height }: Pixels, { shade, shadow }: Damage, random: Random): void {
  const [cornerX, cornerY] = [between(random, 0, 1), between(random, 0, 1)]
  const band = shadow ? width * (0.015 + random() * 0.02) : 0
  const atLeft = random() < 0.5
  if (shade === 0 && band === 0) return
  for (let y = 0; y < height; y++) {
    const fromY = Math.abs(cornerY - y / height)
    for (let x = 0; x < width; x++) {
      const fromX = Math.abs(cornerX - x / width)
      const edge = band === 0 ? 1 : Math.min(1, 0.25 + (0.75 * (atLeft ? x : width - 1 - x)) / band)
      const light = (1 - shade * (1 - (fromX + fromY) / 2) ** 2) * edge
      const at = (y * width + x) * 3
      data[at] = (data[at] ?? 0) * light
      data[at + 1] = (data[at + 1] ?? 0) * light
      data[at + 2] = (data[at + 2] ?? 0) * light
    }
  }
}

/** The same grain on the three channels, from a table of normal values for speed. */
function grain(data: Buffer, deviation: number, random: Random): void {
  if (deviation === 0) return
  const table = Int16Array.from({ length: 8192 }, () =>
    Math.round(deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())),
  )
  let state = between(random, 1, 0x7fffffff)
  for (let at = 0; at + 2 < data.length; at += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const noise = table[(state >>> 16) & 8191] ?? 0
    for (let channel = at; channel < at + 3; channel++)
      data[channel] = Math.max(0, Math.min(255, (data[channel] ?? 0) + noise))
  }
}

function threshold(data: Buffer): void {
  for (let at = 0; at + 2 < data.length; at += 3) {
    const grey = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
    data.fill(grey < 148 ? 0 : 255, at, at + 3)
  }
}

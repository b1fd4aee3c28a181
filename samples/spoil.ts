// Ways a page can be scanned badly, graded, and pages that only look as if: what the verdict on scans is measured by.
import sharp from 'sharp'
import { damaged, type Pixels, raw } from './damage.ts'
import { between, pick, type Random } from './random.ts'

const some = (random: Random, low: number, high: number): number => low + random() * (high - low)

/** What a scanner does to a page of 300 dpi, from as good as it can be to unreadable. */
interface Spoiling {
  readonly dpi: number
  /** Degrees, clockwise. */
  readonly skew: number
  /** Standard deviation in pixels of the scan. */
  readonly blur: number
  /** Share of its blackness the ink keeps. */
  readonly ink: number
  readonly noise: number
  /** Share of the page that lies outside the scan, on one side. */
  readonly crop: number
  readonly side: 'left' | 'right' | 'top' | 'bottom'
  /** Share of the width that is black. */
  readonly dark: number
  /** JPEG quality. */
  readonly quality: number
}

const ordinary = (random: Random): Spoiling => ({
  dpi: pick(random, [200, 300]),
  skew: some(random, -1, 1),
  blur: some(random, 0, 0.5),
  ink: some(random, 0.7, 1),
  noise: some(random, 1, 5),
  crop: 0,
  side: pick(random, ['left', 'right', 'top', 'bottom'] as const),
  dark: 0,
  quality: between(random, 50, 75),
})

const either = (random: Random): number => (random() < 0.5 ? -1 : 1)

/** By name; what is not told is ordinary. */
export const spoilings: Readonly<Record<string, (random: Random) => Partial<Spoiling>>> = {
  good: () => ({}),
  blurred: (random) => ({ blur: some(random, 0.5, 4) }),
  coarse: (random) => ({ dpi: between(random, 60, 220) }),
  pale: (random) => ({ ink: some(random, 0.06, 0.6) }),
  grainy: (random) => ({ noise: some(random, 5, 50) }),
  compressed: (random) => ({ quality: between(random, 3, 25) }),
  askew: (random) => ({ skew: some(random, 2, 13) * either(random) }),
  cut: (random) => ({ crop: some(random, 0.06, 0.25) }),
  dark: (random) => ({ dark: some(random, 0.1, 0.6) }),
  several: (random) => ({
    dpi: between(random, 120, 220),
    blur: some(random, 0.5, 2),
    ink: some(random, 0.2, 0.6),
    noise: some(random, 5, 20),
  }),
}

/** A JPEG of the page as such a scanner delivers it. */
export async function spoilt(page: Pixels, kind: string, random: Random): Promise<Buffer> {
  const spoiling = { ...ordinary(random), ...spoilings[kind]?.(random) }
  const { dpi, skew, blur, noise } = spoiling
  const lying = await damaged(
    pale(await coarser(page, dpi), spoiling.ink),
    { dpi: 200, colour: 'grey', skew, shade: 0, noise, blur, shadow: false, quality: 0 },
    random,
  )
  const scanned = await cropped(lying, spoiling)
  darken(scanned, spoiling.dark)
  return jpegOf(scanned, spoiling.quality)
}

const jpegOf = (page: Pixels, quality: number): Promise<Buffer> =>
  raw(page).toColourspace('b-w').withDensity(page.dpi).jpeg({ quality }).toBuffer()

async function cropped(page: Pixels, { crop, side }: Spoiling): Promise<Pixels> {
  const isAcross = side === 'left' || side === 'right'
  const width = isAcross ? Math.round(page.width * (1 - crop)) : page.width
  const height = isAcross ? page.height : Math.round(page.height * (1 - crop))
  const left = side === 'left' ? page.width - width : 0
  const top = side === 'top' ? page.height - height : 0
  return { ...page, width, height, data: await raw(page).extract({ left, top, width, height }).raw().toBuffer() }
}

async function coarser(page: Pixels, dpi: number): Promise<Pixels> {
  const { data, info } = await raw(page)
    .resize({ width: Math.round((page.width * dpi) / page.dpi) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, dpi }
}

const pale = (page: Pixels, ink: number): Pixels => ({
  ...page,
  data: Buffer.from(page.data.map((value) => 250 - (250 - value) * ink)),
})

/** Black from the left up to a slanting edge: a lid, a fold, another sheet. */
function darken({ data, width, height }: Pixels, share: number): void {
  for (let y = 0; share > 0 && y < height; y++) {
    const edge = Math.round(share * width * (0.7 + (0.6 * y) / height))
    data.fill(10, y * width * 3, (y * width + Math.min(edge, width)) * 3)
  }
}

/** Pages nobody should be sent back to the scanner for. */
export const harmless: Readonly<Record<string, (page: Pixels, random: Random) => Promise<Buffer>>> = {
  'blank with grain and shadow': async (page, random) =>
    jpegOf(await shadowed(white(page.width, page.height, page.dpi), random), 60),
  'blank with the back shining through': async (page, random) => {
    const back = await raw(page).flop().blur(4).raw().toBuffer()
    return jpegOf(await shadowed(pale({ ...page, data: back }, some(random, 0.08, 0.2)), random), 60)
  },
  'small paper on a black ground': async (page) => {
    const small = await raw(page).resize({ width: 1400 }).png().toBuffer()
    const ground = { create: { width: page.width, height: page.height, channels: 3, background: '#101010' } } as const
    const composed = sharp(ground).composite([{ input: small, left: 500, top: 700 }])
    return composed.withDensity(300).jpeg({ quality: 70 }).toBuffer()
  },
  photograph: (page, random) => jpegOf(clouds(page, random), 80),
}

const shadowed = (page: Pixels, random: Random): Promise<Pixels> =>
  damaged(
    page,
    { dpi: 300, colour: 'grey', skew: 0, shade: 0.2, noise: 5, blur: 0.5, shadow: true, quality: 60 },
    random,
  )

const white = (width: number, height: number, dpi: number): Pixels => ({
  data: Buffer.alloc(width * height * 3, 248),
  width,
  height,
  dpi,
})

/** Soft light and dark of no letters: what is left of a picture when nobody looks at what it shows. */
function clouds({ width, height, dpi }: Pixels, random: Random): Pixels {
  const waves = Array.from(
    { length: 12 },
    () => [some(random, 1, 30), some(random, 1, 30), some(random, 0, 6)] as const,
  )
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = waves.reduce((all, [a, b, c]) => all + Math.sin((a * x) / width + (b * y) / height + c), 0)
      data.fill(Math.max(0, Math.min(255, 128 + sum * 22)), (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { data, width, height, dpi }
}

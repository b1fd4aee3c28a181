// How Vietnamese was written before Unicode: the letters of TCVN3 (ABC) and VNI fonts, as data (legacy-encodings.json).
import { z } from 'zod'

export const LegacyEncoding = z.object({
  encoding: z.enum(['tcvn3', 'vni']),
  vi: z.string(),
  /** Patterns of the names of its fonts. */
  fonts: z.array(z.string()),
  /** Fonts whose small letters are drawn as capitals (.VnTimeH). */
  capitalFonts: z.array(z.string()),
  /** The signs a Vietnamese letter is written by, as Windows-1252 shows them; letters without marks stand for themselves. */
  letters: z.record(z.string(), z.string()),
})
export type LegacyEncoding = z.infer<typeof LegacyEncoding>

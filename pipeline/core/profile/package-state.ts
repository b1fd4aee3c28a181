// What state a package is in, from what happened to it; and whether two names are those of one person.
import type { PackageEvent, PackageEventKind } from '../../../schemas/index.ts'
import { nfc, unifyTones } from '../text.ts'

/** Made once more, it begins anew: what was approved before was another folder. */
export const packageState = (events: readonly PackageEvent[]): PackageEventKind => events.at(-1)?.event ?? 'prepared'

/** Neither capitals nor spaces make another person. */
export const isSamePerson = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

const nameKey = (name: string): string => unifyTones(nfc(name)).toLowerCase().replaceAll(/\s+/gu, ' ').trim()

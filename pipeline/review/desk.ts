// What the review station works with: the store, the stages of one dossier, pictures, secrets, clock. Opened once.
import type { Asset } from '../adapters/review-assets.ts'
import type { ReviewFolder } from '../adapters/review-folder.ts'
import type { Run } from '../runner/unit.ts'
import type { Store } from '../store/database.ts'
import type { Recompute } from './recompute.ts'
import type { Throttle } from './throttle.ts'

export interface Desk {
  readonly store: Store
  /** Tools, settings and digests of data: what the stages of one dossier are run again with. */
  readonly run: Run
  readonly folder: ReviewFolder
  readonly auditKey: Uint8Array
  readonly assets: ReadonlyMap<string, Asset>
  /** Milliseconds. */
  readonly clock: () => number
  /** ISO date of the office's calendar. */
  readonly today: () => string
  /** A station without accounts, for one person on this computer: the token signs in once, then it is gone. */
  readonly alone: { token: string | undefined } | undefined
  readonly throttle: Throttle
  readonly recompute: Recompute
  /** Work nobody waits for; done one after the other, and to the end before the station closes. */
  readonly later: (work: () => Promise<void>) => void
  /** Names under which the station may be asked for; anything else is another site's trick. */
  readonly hosts: Set<string>
  readonly isSecure: boolean
}

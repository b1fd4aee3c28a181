// Reads originals again and compares each with the hash it was taken in by; each answer is noted at once, so that a check that
// was stopped goes on.
import type { Files } from '../core/stage.ts'
import { sha256 } from '../core/id.ts'
import type { Store } from '../store/database.ts'
import { dueOriginals, noteChecked, type Original } from '../store/fixity.ts'

const atOnce = 500

/** Tells the damaged and the missing. */
export async function* checkOriginals(
  { database }: Pick<Store, 'database'>,
  files: Pick<Files, 'read'>,
  { before, now, signal }: { readonly before: Date; readonly now: Date; readonly signal: AbortSignal },
): AsyncGenerator<Original> {
  const seen = new Set<string>()
  for (;;) {
    // What is damaged stays due: it must not be asked for again in the same check.
    const due = (await dueOriginals(database, before, atOnce + seen.size)).filter(({ original }) => !seen.has(original))
    if (due.length === 0) return
    for (const each of due) {
      signal.throwIfAborted()
      const isWhole = await files.read(each.original).then(
        (bytes) => sha256(bytes) === each.sha256,
        () => false,
      )
      await noteChecked(database, each.original, now, isWhole)
      if (isWhole) continue
      seen.add(each.original)
      yield each
    }
  }
}

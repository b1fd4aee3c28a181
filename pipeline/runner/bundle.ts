// Makes bundles of dossiers for another place, and takes in those that come. Nothing of a bundle is believed before it was
// proved whole, meant for us, and made by a place we trust; then each dossier is taken in whole or not at all.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { CarriedDossier } from '../../schemas/index.ts'
import { type KnownPlace, type OwnKeys } from '../adapters/keys.ts'
import { openSealed, writeSealed } from '../adapters/sealed-file.ts'
import { framed, unframed } from '../core/bundle-frames.ts'
import { UnreadableInput } from '../core/errors.ts'
import type { Files } from '../core/stage.ts'
import { carriedDossier, type Conflict, mergeDossier, refusalOf } from '../store/carried-dossiers.ts'
import type { Store } from '../store/database.ts'

interface Place {
  readonly store: Store
  readonly files: Files
  readonly workspace: string
  readonly own: OwnKeys
}

export interface Bundled {
  readonly dossiers: number
  readonly files: number
  /** Closed: they hold a secret paper. */
  readonly closed: readonly string[]
}

export async function writeBundle(
  file: string,
  dossiers: readonly string[],
  to: KnownPlace,
  place: Place,
): Promise<Bundled> {
  const closed: string[] = []
  const sums = { dossiers: 0, files: 0 }
  async function* content(): AsyncGenerator<Uint8Array> {
    for (const dossier of dossiers) {
      const carried = await carriedDossier(place.store.database, dossier, place.own.fingerprint)
      if (carried === undefined) {
        closed.push(dossier)
        continue
      }
      yield framed({ kind: 'dossier', dossier: carried })
      sums.dossiers++
      for (const path of filesOf(carried)) {
        const bytes = await place.files.read(path)
        yield framed({
          kind: 'file',
          path,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })
        yield bytes
        sums.files++
      }
    }
    yield framed({ kind: 'end', ...sums })
  }
  await writeSealed(file, place.own, to, content())
  return { ...sums, closed }
}

/** Each once: originals, what replaced pages of them, pictures. */
function filesOf({ scans, replacements, images }: CarriedDossier): string[] {
  const pictures = images.flatMap(({ display, reading, redPrint }) => [display, reading, redPrint])
  const all = [...scans.map(({ original }) => original), ...replacements.map(({ original }) => original), ...pictures]
  return [...new Set(all.flatMap((path) => path ?? []))].sort()
}

export interface Unbundled {
  readonly from: string
  readonly dossiers: number
  /** Facts that were new here; none when the bundle came before. */
  readonly added: number
  readonly conflicts: readonly Conflict[]
}

export async function takeBundle(file: string, trusted: readonly KnownPlace[], place: Place): Promise<Unbundled> {
  const { from, content } = await openSealed(file, place.own, trusted)
  const told = { dossiers: 0, added: 0 }
  const conflicts: Conflict[] = []
  let open: { carried: CarriedDossier; isRefused: boolean } | undefined
  const close = async () => {
    if (open === undefined || open.isRefused) return
    const merged = await merge(open.carried, place)
    told.added += merged.added
    conflicts.push(...merged.conflicts)
  }
  for await (const piece of unframed(content())) {
    if (piece.kind === 'file') {
      if (open === undefined)
        throw new UnreadableInput('Gói chuyển sai thứ tự. Hãy lập lại gói bằng cùng bản chương trình.')
      if (!open.isRefused) await keepFile(piece, open.carried, place)
      continue
    }
    await close()
    open = undefined
    if (piece.kind === 'end') break
    told.dossiers++
    const refusal = await refusalOf(place.store.database, piece.dossier, place.own.fingerprint)
    if (refusal !== undefined) conflicts.push(refusal)
    open = { carried: piece.dossier, isRefused: refusal !== undefined }
  }
  return { from: from.fingerprint, ...told, conflicts }
}

const named = /^dossiers\/[a-z0-9-]+\/(?:originals|pages)\/(?<hash>[0-9a-f]{64})(?:\.[a-z0-9]{1,5})?$/u

/** A file is known by its hash, and belongs to what its dossier names: no other path is ever written. */
async function keepFile(
  { path, sha256, bytes }: { readonly path: string; readonly sha256: string; readonly bytes: Uint8Array },
  carried: CarriedDossier,
  { files }: Place,
): Promise<void> {
  if (named.exec(path)?.groups?.hash !== sha256 || !filesOf(carried).includes(path))
    throw new UnreadableInput('Gói chuyển có tệp không thuộc hồ sơ nào. Hãy lập lại gói bằng cùng bản chương trình.')
  await files.keepAs(path, bytes)
}

function merge(carried: CarriedDossier, { store, workspace, own }: Place) {
  const originals = new Map(carried.scans.map(({ scanId, original }) => [scanId, join(workspace, original)]))
  return mergeDossier(store.database, carried, {
    ownOrigin: own.fingerprint,
    deliveredAt: (scanId) => originals.get(scanId),
  })
}

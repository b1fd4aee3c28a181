// The register on its way to the linker, record by record, and what of it is as it was the last time.
import type { LinkageModel, LinkedRecord } from '../../../schemas/index.ts'
import { canonicalJson, sha256 } from '../../core/id.ts'
import { linkRowOf } from '../../core/link-record.ts'
import type { LinkRow, Tools } from '../../core/stage.ts'

export interface Arrivals {
  /** To be read once; the other two are whole after that. */
  readonly rows: () => AsyncIterable<LinkRow>
  readonly linked: readonly LinkedRecord[]
  readonly unchanged: ReadonlySet<string>
}

/** `version` is the stage's: another model or another program means that nothing is as it was. */
export async function arrivalsOf(
  version: number,
  { register, linkageModel }: { register: Tools['register']; linkageModel: LinkageModel },
): Promise<Arrivals> {
  const before = new Map<string, string>()
  for await (const { dossier, digest } of register.linked()) before.set(dossier, digest)
  const by = sha256(canonicalJson([version, linkageModel]))
  const linked: LinkedRecord[] = []
  const unchanged = new Set<string>()
  async function* rows() {
    for await (const record of register.linkRecords()) {
      const { dossier } = record
      const digest = sha256(canonicalJson([by, record]))
      const isNew = before.get(dossier) !== digest
      linked.push({ dossier, digest })
      if (!isNew) unchanged.add(dossier)
      yield { ...linkRowOf(record), isNew }
    }
  }
  return { rows, linked, unchanged }
}

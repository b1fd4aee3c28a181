// Linking with the real engine: one pair weighed, a register linked, and linked again on what was linked before.
import { duckdbLinker } from '../../pipeline/adapters/duckdb/table.ts'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { linkRowOf } from '../../pipeline/core/link-record.ts'
import { unhindered } from '../../pipeline/core/linkage/band.ts'
import { pairsBy } from '../../pipeline/core/linkage/pair.ts'
import type { LinkTable } from '../../pipeline/core/stage.ts'
import { linkRegister } from '../../pipeline/stages/link/link.ts'
import type { CandidatePair, LinkageModel, Linked, LinkRecord, StewardDecision } from '../../schemas/index.ts'

export const linkageModel = await loadLinkageModel()

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

export const loaded = (records: readonly LinkRecord[], model = linkageModel): Promise<LinkTable> =>
  duckdbLinker().load(model, each(records.map(linkRowOf)))

/** As the model alone has it: no other record bears a number of theirs, no class of evidence is closed. */
export async function weighed(x: LinkRecord, y: LinkRecord): Promise<CandidatePair> {
  await using table = await loaded([x, y])
  const [scored] = await table.score(linkageModel, [[x.dossier, y.dossier]])
  if (!scored) throw new Error('the pair was not scored')
  return pairsBy(linkageModel, unhindered)(scored)
}

export interface LinkRequest {
  readonly decisions?: readonly StewardDecision[]
  readonly before?: Pick<Linked, 'pairs' | 'linked'>
  readonly model?: LinkageModel
  /** Told how many pairs the engine weighed. */
  readonly onWeighed?: (pairs: number) => void
}

export function linked(records: readonly LinkRecord[], request: LinkRequest = {}): Promise<Linked> {
  const { decisions = [], before = { pairs: [], linked: [] }, model = linkageModel } = request
  return linkRegister(decisions, {
    linkageModel: model,
    linker: duckdbLinker(),
    register: {
      linkRecords: () => each(records),
      linked: () => each(before.linked),
      pairs: () => each(before.pairs),
      records: () => each([]),
      persons: () => each([]),
      pages: () => Promise.resolve([]),
    },
    log: {
      info: (event, facts) => {
        if (event === 'pairs weighed') request.onWeighed?.(Number(facts?.weighed))
      },
      warn: () => undefined,
    },
    signal: new AbortController().signal,
  })
}

// A register in a scratch database without scans: drafts put there as assembling would have left them, linked by the real stage.
import { duckdbLinker } from '../../pipeline/adapters/duckdb/table.ts'
import { createLog } from '../../pipeline/runner/log.ts'
import { type RunReport, runPipeline } from '../../pipeline/runner/run.ts'
import type { Store } from '../../pipeline/store/database.ts'
import { inChunks } from '../../pipeline/store/in-chunks.ts'
import { records, toRow } from '../../pipeline/store/records.ts'
import { openRegister } from '../../pipeline/store/register.ts'
import { link } from '../../pipeline/stages/link/link.ts'
import type { LinkRecord, PersonDraft, StewardDecision } from '../../schemas/index.ts'
import { aPersonDraft, aReadValue } from './person-drafts.ts'
import { toolsWithoutPorts } from './scratch.ts'

/** What of a link record a draft can tell again. */
export function draftOf(record: LinkRecord): PersonDraft {
  const { dossier, hometown, hometownCommune, hometownDistrict, hometownProvince, hometownUnits, ...told } = record
  const texts = [
    'fullName',
    'birthDate',
    'gender',
    'citizenId',
    'socialInsuranceNo',
    'recruitmentDate',
    'partyAdmissionDate',
  ] as const
  const [code] = hometownUnits
  const place = {
    text: hometown,
    commune: hometownCommune,
    district: hometownDistrict,
    province: hometownProvince,
    ...(code === undefined ? {} : { currentCode: code, currentName: hometownCommune }),
  }
  return aPersonDraft(dossier, {
    ...Object.fromEntries(texts.filter((field) => told[field] !== '').map((field) => [field, aReadValue(told[field])])),
    ...(hometown === '' ? {} : { hometown: aReadValue(place) }),
  })
}

export async function keepDrafts({ database }: Store, drafts: readonly PersonDraft[]): Promise<void> {
  await database.agency.upsert({ where: { code: 'TQ' }, create: { code: 'TQ', name: 'TQ' }, update: {} })
  const batch = { batchId: 'b', agency: 'TQ', body: {} }
  await database.batch.upsert({ where: { batchId: 'b' }, create: batch, update: {} })
  const ids = drafts.map(({ dossier }) => dossier)
  await database.personDraft.deleteMany({ where: { dossier: { in: ids.slice(0, 30_000) } } })
  await inChunks(
    ids.map((dossier) => ({ dossier, batchId: 'b', agency: 'TQ', entry: dossier, body: {} })),
    ({ data }) => database.dossier.createMany({ data, skipDuplicates: true }),
  )
  await inChunks(
    drafts.map((draft) => toRow(records.personDraft, draft)),
    (call) => database.personDraft.createMany(call),
  )
}

export async function keepDecision({ database }: Store, decision: StewardDecision): Promise<void> {
  await database.stewardDecision.create({ data: toRow(records.stewardDecision, decision) })
}

/** One run of linking alone; `onFacts` hears what the stage logs. */
export function linkStore(
  store: Store,
  workspace: string,
  onLine: (line: string) => void = () => undefined,
): Promise<RunReport> {
  const register = openRegister(store.database, ({ code }) => code)
  const tools = toolsWithoutPorts(workspace, { register, linker: duckdbLinker() })
  const quiet = { stage: () => undefined, step: () => undefined, end: () => undefined }
  const log = createLog(onLine, 'info')
  return runPipeline({ stages: [link], store, tools, folders: [], log, progress: quiet, clock: () => 0 })
}

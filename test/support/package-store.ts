// Persons as the stages leave them, put straight into the store: what packages are made of, without scans.
import type { FieldCode, Value } from '../../schemas/index.ts'
import type { Store } from '../../pipeline/store/database.ts'
import { records, toRow } from '../../pipeline/store/records.ts'
import { aDraft } from './a-draft.ts'

export interface InventedPerson {
  readonly personId: string
  readonly values?: Readonly<Partial<Record<FieldCode, Value>>>
}

const agency = 'TQ'

/** Each with one dossier of its own; kept in the order given. */
export async function keepPersons({ database }: Store, persons: readonly InventedPerson[]): Promise<void> {
  const row = { code: agency, name: 'Tỉnh Tuyên Quang' }
  await database.agency.upsert({ where: { code: agency }, create: row, update: {} })
  const batch = { batchId: 'b', name: 'Đợt 1', folder: '/quet', agency }
  await database.batch.upsert({ where: { batchId: 'b' }, create: { batchId: 'b', agency, body: batch }, update: {} })
  for (const { personId, values = {} } of persons) {
    const dossier = `hồ sơ ${personId}`
    const body = { dossier, batchId: 'b', agency }
    await database.dossier.create({ data: { ...body, entry: `${dossier}/`, body } })
    const draft = { ...aDraft({ values }), dossier }
    await database.personDraft.create({ data: toRow(records.personDraft, draft) })
    await database.person.create({ data: { personId, founder: dossier, agency } })
    await database.personDossier.create({ data: { personId, dossier } })
    await keepGolden({ database }, personId, values)
  }
}

/** The golden record anew, as if the dossier had been computed again. */
export async function keepGolden(
  { database }: Pick<Store, 'database'>,
  personId: string,
  values: InventedPerson['values'] = {},
): Promise<void> {
  const dossier = `hồ sơ ${personId}`
  const { values: all, tables } = aDraft({ values })
  const golden = {
    ...{ personId, agency, dossiers: [dossier] },
    values: Object.fromEntries(Object.entries(all).map(([field, value]) => [field, { ...value, dossier }])),
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, rows.map((each) => ({ ...each, dossier }))]),
    ),
  }
  const data = toRow(records.goldenRecord, golden)
  await database.goldenRecord.upsert({ where: { personId }, create: data, update: data })
}

/** The receiver's answer, as it is kept. */
export async function answer(
  { database }: Store,
  packageId: string,
  key: string,
  outcome: 'accepted' | 'rejected',
): Promise<void> {
  const receipt = {
    receiptId: `${packageId} ${key} ${outcome}`,
    ...{ packageId, personId: key, outcome, receivedAt: '2026-11-22T08:00:00.000Z' },
  }
  await database.receipt.create({ data: toRow(records.receipt, receipt) })
}

// Computes again what follows from a new decision on one dossier: its draft, its findings, and the record of its person.
// Who is whom is a question over the whole register and waits for the next run.
import { BrokenContract } from '../core/errors.ts'
import { assemble } from '../stages/assemble.ts'
import { consolidate } from '../stages/consolidate.ts'
import { revalidate, validate } from '../stages/validate.ts'
import { personsOf } from '../store/identities.ts'
import { runsOf } from '../store/ledger.ts'
import { unitsOn } from '../store/units.ts'
import { type AnyStage, type Run, runUnit } from './unit.ts'

const ofDossier: readonly AnyStage[] = [assemble, validate]
const ofPerson: readonly AnyStage[] = [consolidate, revalidate]

export async function computeDossier(run: Run, dossier: string): Promise<void> {
  await computeAll(run, ofDossier, dossier)
}

/** The person the dossier belongs to, if linking has given it one. */
export async function computePersonOf(run: Run, dossier: string): Promise<void> {
  const person = (await personsOf(run.store.database, [dossier])).get(dossier)
  if (person !== undefined) await computeAll(run, ofPerson, person)
}

async function computeAll(run: Run, stages: readonly AnyStage[], id: string): Promise<void> {
  const { today } = run.tools
  for (const stage of stages) {
    const units = unitsOn(run.store.database, stage, id, { today, day: today, out: undefined })
    const ids = units.map(({ unitId }) => unitId)
    const before = await runsOf(run.store.database, stage.name, ids)
    for (const unit of units) {
      const end = await runUnit(run, stage, unit, before.get(unit.unitId))
      if (typeof end === 'object')
        throw new BrokenContract(
          `Không tính lại được hồ sơ sau quyết định, công đoạn ${end.stage}: ${end.message} Quyết định đã được ghi.`,
        )
    }
  }
}

// In which agencies somebody may see values of many dossiers at once: where a reason is asked for each dossier, only one by one.
import type { Right } from '../core/rights.ts'
import type { Visit } from './visit.tsx'

export async function openAgencies({ desk, seat }: Visit, right: Right): Promise<readonly string[] | 'all'> {
  const asking = await desk.store.database.agency.findMany({ where: { asksReason: true }, select: { code: true } })
  const mine = seat.agencies(right)
  if (asking.length === 0) return mine
  const closed = new Set(asking.map(({ code }) => code))
  const all =
    mine === 'all'
      ? (await desk.store.database.agency.findMany({ select: { code: true } })).map(({ code }) => code)
      : mine
  return all.filter((code) => !closed.has(code))
}

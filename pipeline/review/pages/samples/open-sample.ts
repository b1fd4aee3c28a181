// A drawn value somebody asked for: only in an agency that is open to him, and never one he vouched for himself.
import { type KnownSample, knownSample } from '../../../store/samples.ts'
import { openAgencies } from '../../open-agencies.ts'
import type { Text, Visit } from '../../visit.tsx'

export const notThere: Text = {
  vi: 'Không có mẫu này, hoặc không phải của bạn để xem.',
  en: 'There is no such sample, or it is not for you to see.',
}

export async function openSample(visit: Visit): Promise<KnownSample | undefined> {
  const found = await knownSample(visit.desk.store.database, visit.params.sample ?? '')
  if (found === undefined) return undefined
  const agencies = await openAgencies(visit, 'decide')
  const isOpen = agencies === 'all' || agencies.includes(found.sample.agency)
  return isOpen && !isOwn(visit, found) ? found : undefined
}

/** Decisions taken at the command line bear a name, those taken here an account. */
const isOwn = ({ seat }: Visit, { sample: { steward } }: KnownSample): boolean =>
  steward !== undefined && [seat.account, seat.name].includes(steward)

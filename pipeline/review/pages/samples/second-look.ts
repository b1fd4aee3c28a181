// Takes down what the second person saw, before anything of the first value is shown.
import { fieldOf, type SeenAgain } from '../../../../schemas/index.ts'
import { agree } from '../../../core/sampling/sampling-report.ts'
import { typedValue } from '../../../core/typed-value.ts'
import { keepLook } from '../../../store/samples.ts'
import { audit } from '../../audit.ts'
import type { Text, Visit } from '../../visit.tsx'
import { notThere, openSample } from './open-sample.ts'
import { blindPage } from './sample-pages.tsx'

const late: Text = {
  vi: 'Người khác vừa xem mẫu này. Không ghi đè; hãy sang mẫu kế tiếp.',
  en: 'Somebody else has just looked at this sample. Nothing was written over; go on to the next.',
}

export async function keepSecondLook(visit: Visit): Promise<Response> {
  const found = await openSample(visit)
  if (found?.value === undefined) return visit.wrong(404, notThere)
  const { sampleId, field, dossier } = found.sample
  const saw = seenBy(visit, field)
  if ('problem' in saw) return blindPage(visit, found, saw.problem, 422)
  const agrees = agree(found.value.outcome, saw)
  const at = new Date(visit.desk.clock()).toISOString()
  const isFirst = await keepLook(visit.desk.store.database, {
    sampleId,
    steward: visit.seat.account,
    at,
    kind: 'look',
    saw,
    agrees,
  })
  if (!isFirst) return visit.wrong(409, late)
  await audit(visit, 'second_look', dossier, { field, sample: sampleId, agrees })
  if (agrees) return visit.redirect('/samples/next?told=agreed')
  return visit.redirect(saw.status === 'unreadable' ? '/samples/next?told=set' : `/samples/${sampleId}`)
}

function seenBy({ form, desk }: Visit, field: Parameters<typeof fieldOf>[0]): SeenAgain | { problem: string } {
  const said = form.get('do')
  if (said === 'blank' || said === 'unreadable') return { status: said }
  const typed = typedValue(fieldOf(field), form.get('text') ?? '', desk.run.tools.knowledge)
  return 'problem' in typed ? { problem: typed.problem } : { status: 'read', ...typed }
}

// The queue and the ledger in the words of Prometheus, beside what a worker counts of itself.
import type { Store } from '../store/database.ts'
import { paceOf, queued, workersTold } from '../store/queued.ts'
import { family } from './worker-figures.ts'

export async function queueFigures({ database }: Store): Promise<string[]> {
  const [queue, workers, pace] = [await queued(database), await workersTold(database), await paceOf(database)]
  const [size] = await database.$queryRaw<{ bytes: number }[]>`
    SELECT pg_database_size(current_database())::float8 AS bytes`
  const gauge = (name: string, help: string, value: number) => [...family(name, 'gauge', help), `${name} ${value}`]
  return [
    ...family('hoso_dossiers', 'gauge', 'Dossiers in the queue by state.'),
    ...(['waiting', 'active', 'failed'] as const).map(
      (state) => `hoso_dossiers{state="${state}"} ${queue?.[state] ?? 0}`,
    ),
    ...gauge('hoso_workers', 'Living workers.', workers.length),
    ...gauge('hoso_pages_per_hour', 'Pages read, by the last ten minutes.', pace.pagesPerHour),
    ...gauge('hoso_pages_left', 'Pages that have no fate yet.', pace.pagesLeft),
    ...gauge('hoso_database_bytes', 'Size of the database.', size?.bytes ?? 0),
  ]
}

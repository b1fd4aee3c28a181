// What one worker counts of itself, for `hoso status` and for Prometheus: units by stage and end, and the seconds they took.
import type { UnitEnd } from './unit.ts'

export interface WorkerFigures {
  readonly unit: (stage: string, end: UnitEnd, millis: number) => void
  job(kind: 'dossier' | 'register', end: 'done' | 'lost' | 'failed'): void
  begin(jobId: string): void
  end(jobId: string): void
  /** Counts only: what is at work is told by the queue. */
  told(): { dossiers: number; pages: number; failed: number }
  lines(): string[]
}

type Key = `${string} ${string}`

export function createFigures(): WorkerFigures {
  const units = new Map<Key, { count: number; seconds: number }>()
  const jobs = new Map<Key, number>()
  const atWork = new Set<string>()
  const countOf = (of: (stage: string, end: string) => boolean) =>
    [...units].reduce((sum, [key, { count }]) => (of(...partsOf(key)) ? sum + count : sum), 0)
  return {
    unit: (stage, end, millis) => {
      const key: Key = `${stage} ${typeof end === 'string' ? end : 'failed'}`
      const before = units.get(key) ?? { count: 0, seconds: 0 }
      units.set(key, { count: before.count + 1, seconds: before.seconds + millis / 1000 })
    },
    job: (kind, end) => jobs.set(`${kind} ${end}`, (jobs.get(`${kind} ${end}`) ?? 0) + 1),
    begin: (jobId) => atWork.add(jobId),
    end: (jobId) => atWork.delete(jobId),
    told: () => ({
      dossiers: jobs.get('dossier done') ?? 0,
      pages: countOf((stage, end) => stage === 'render' && end === 'done'),
      failed: countOf((_stage, end) => end === 'failed'),
    }),
    lines: () => [
      ...family('hoso_units_total', 'counter', 'Units of work by stage and end.'),
      ...[...units].map(([key, { count }]) => `hoso_units_total{${labels(key)}} ${count}`),
      ...family('hoso_unit_seconds_total', 'counter', 'Seconds spent on units, waiting included.'),
      ...[...units].map(([key, { seconds }]) => `hoso_unit_seconds_total{${labels(key)}} ${seconds.toFixed(3)}`),
      ...family('hoso_jobs_total', 'counter', 'Jobs of the queue by end.'),
      ...[...jobs].map(([key, count]) => `hoso_jobs_total{kind="${partsOf(key)[0]}",end="${partsOf(key)[1]}"} ${count}`),
      ...family('hoso_jobs_at_work', 'gauge', 'Jobs this worker holds now.'),
      `hoso_jobs_at_work ${atWork.size}`,
    ],
  }
}

export const family = (name: string, type: 'counter' | 'gauge', help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

function partsOf(key: Key): [stage: string, end: string] {
  const [stage = '', end = ''] = key.split(' ')
  return [stage, end]
}

function labels(key: Key): string {
  const [stage, end] = partsOf(key)
  return `stage="${stage}",end="${end}"`
}

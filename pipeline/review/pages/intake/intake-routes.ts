// The addresses of batches and of the intake room.
import type { Route } from '../../route.ts'
import { showBatches } from './batch-list.tsx'
import { showIntake } from './intake-page.tsx'
import { minutesPdf, rescansXlsx, slipsPdf } from './intake-papers.ts'

export const intakeRoutes: readonly Route[] = [
  { method: 'GET', path: '/batches', right: 'see', subject: 'none', handle: showBatches },
  { method: 'GET', path: '/batches/:batch', right: 'see', subject: 'batch', handle: showIntake },
  { method: 'GET', path: '/batches/:batch/rescans.pdf', right: 'see', subject: 'batch', handle: slipsPdf },
  { method: 'GET', path: '/batches/:batch/rescans.xlsx', right: 'see', subject: 'batch', handle: rescansXlsx },
  { method: 'GET', path: '/batches/:batch/minutes.pdf', right: 'see', subject: 'batch', handle: minutesPdf },
]

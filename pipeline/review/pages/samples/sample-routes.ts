// The addresses of the second look.
import type { Route } from '../../route.ts'
import { keepSecondLook } from './second-look.ts'
import { showDifference, showDifferences, keepVerdict } from './differences.tsx'
import { drawAgain, nextSample, showRates } from './sample-pages.tsx'

export const sampleRoutes: readonly Route[] = [
  { method: 'GET', path: '/samples', right: 'decide', subject: 'none', handle: showRates },
  { method: 'POST', path: '/samples', right: 'join', subject: 'none', handle: drawAgain },
  { method: 'GET', path: '/samples/next', right: 'decide', subject: 'none', handle: nextSample },
  { method: 'GET', path: '/samples/differences', right: 'decide', subject: 'none', handle: showDifferences },
  { method: 'GET', path: '/samples/:sample', right: 'decide', subject: 'none', handle: showDifference },
  { method: 'POST', path: '/samples/:sample/look', right: 'decide', subject: 'none', handle: keepSecondLook },
  { method: 'POST', path: '/samples/:sample/verdict', right: 'decide', subject: 'none', handle: keepVerdict },
]

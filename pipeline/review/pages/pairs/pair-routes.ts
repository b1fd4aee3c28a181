// The addresses of the pair pages.
import type { Route } from '../../route.ts'
import { linkAgain, showPairs } from './pair-list.tsx'
import { decidePair, showPair } from './pair-page.tsx'

export const pairRoutes: readonly Route[] = [
  { method: 'GET', path: '/pairs', right: 'see', subject: 'none', handle: showPairs },
  { method: 'POST', path: '/pairs/relink', right: 'join', subject: 'none', handle: linkAgain },
  { method: 'GET', path: '/pairs/:a/:b', right: 'see', subject: 'pair', handle: showPair },
  { method: 'POST', path: '/pairs/:a/:b', right: 'join', subject: 'pair', handle: decidePair },
]

// The addresses of the person pages.
import type { Route } from '../../route.ts'
import { contradictionPdf, leaveOut, waive } from './person-actions.ts'
import { showPersons } from './person-list.tsx'
import { showPerson } from './person-page.tsx'

export const personRoutes: readonly Route[] = [
  { method: 'GET', path: '/persons', right: 'see', subject: 'none', handle: showPersons },
  { method: 'GET', path: '/persons/:person', right: 'see', subject: 'person', handle: showPerson },
  {
    method: 'GET',
    path: '/persons/:person/contradictions.pdf',
    right: 'see',
    subject: 'person',
    handle: contradictionPdf,
  },
  { method: 'POST', path: '/persons/:person/leave-out', right: 'join', subject: 'person', handle: leaveOut },
  { method: 'POST', path: '/persons/:person/waive', right: 'waive', subject: 'person', handle: waive },
]

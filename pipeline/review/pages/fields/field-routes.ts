// The addresses of the group view.
import type { Route } from '../../route.ts'
import { decideField } from './decide-field.ts'
import { showField, showFields } from './field-pages.tsx'

export const fieldRoutes: readonly Route[] = [
  { method: 'GET', path: '/fields', right: 'decide', subject: 'none', handle: showFields },
  { method: 'GET', path: '/fields/:field', right: 'decide', subject: 'none', handle: showField },
  { method: 'POST', path: '/fields/:field/:dossier', right: 'decide', subject: 'dossier', handle: decideField },
]

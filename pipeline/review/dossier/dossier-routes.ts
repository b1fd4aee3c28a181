// The addresses of one dossier.
import type { Route } from '../route.ts'
import { takeFlow } from './flow.ts'
import { showDossier } from './page.tsx'
import { askRescan, changeRow, keepInHand, putBack, undo } from './rows.tsx'
import { freshen, settleValue } from './values.tsx'

const of = { subject: 'dossier' } as const

export const dossierRoutes: readonly Route[] = [
  { ...of, method: 'GET', path: '/dossiers/:dossier', right: 'see', handle: showDossier },
  { ...of, method: 'POST', path: '/dossiers/:dossier/values', right: 'decide', handle: settleValue },
  { ...of, method: 'POST', path: '/dossiers/:dossier/fresh', right: 'see', handle: freshen },
  { ...of, method: 'POST', path: '/dossiers/:dossier/rows', right: 'decide', handle: changeRow },
  { ...of, method: 'POST', path: '/dossiers/:dossier/undo', right: 'decide', handle: undo },
  { ...of, method: 'POST', path: '/dossiers/:dossier/rescan', right: 'decide', handle: askRescan },
  { ...of, method: 'POST', path: '/dossiers/:dossier/claim', right: 'decide', handle: keepInHand },
  { ...of, method: 'POST', path: '/dossiers/:dossier/release', right: 'see', handle: putBack },
  // Who submits and who approves hold different rights: the page asks for the one that fits.
  { ...of, method: 'POST', path: '/dossiers/:dossier/flow', right: 'see', handle: takeFlow },
]

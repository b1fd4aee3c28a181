// The table of routes: every address of the station, who may ask for it and whose it must be. Nothing else answers.
import { assetRoutes } from './assets.ts'
import { dossierRoutes } from './dossier/dossier-routes.ts'
import { accountRoutes } from './pages/accounts/account-routes.ts'
import { auditRoutes } from './pages/audit.tsx'
import { doorRoutes } from './pages/door.tsx'
import { excelRoutes } from './pages/excel/excel-page.tsx'
import { fieldRoutes } from './pages/fields/field-routes.ts'
import { figureRoutes } from './pages/figures/figure-pages.tsx'
import { intakeRoutes } from './pages/intake/intake-routes.ts'
import { pairRoutes } from './pages/pairs/pair-routes.ts'
import { personRoutes } from './pages/persons/person-routes.ts'
import { passwordRoutes } from './pages/password.tsx'
import { pictureRoutes } from './pages/pictures.ts'
import { queueRoutes } from './pages/queue.tsx'
import { reasonRoutes } from './pages/reason.tsx'
import { sampleRoutes } from './pages/samples/sample-routes.ts'
import type { Route } from './route.ts'

export const routes: readonly Route[] = [
  ...assetRoutes,
  ...doorRoutes,
  ...passwordRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...queueRoutes,
  ...dossierRoutes,
  ...reasonRoutes,
  ...pictureRoutes,
  ...pairRoutes,
  ...personRoutes,
  ...fieldRoutes,
  ...sampleRoutes,
  ...excelRoutes,
  ...intakeRoutes,
  ...figureRoutes,
]

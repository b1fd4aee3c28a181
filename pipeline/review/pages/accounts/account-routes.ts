// The addresses of accounts.
import type { Route } from '../../route.ts'
import { addAccount, askReason, changeAccount } from './account-changes.ts'
import { accountsPage } from './accounts-page.tsx'

const own = { right: 'administer', subject: 'none' } as const

export const accountRoutes: readonly Route[] = [
  { ...own, method: 'GET', path: '/accounts', handle: (visit) => accountsPage(visit, 200) },
  { ...own, method: 'POST', path: '/accounts', handle: addAccount },
  { ...own, method: 'POST', path: '/accounts/:account', handle: changeAccount },
  { ...own, method: 'POST', path: '/agencies/:agency/reason', handle: askReason },
]

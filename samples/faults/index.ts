// All faults that can be planted.
import type { Fault } from './fault.ts'
import { faultsOfFamily } from './family.ts'
import { faultsOfLife } from './life.ts'
import { faultsOfPay } from './pay.ts'
import { faultsOfPerson } from './person.ts'

export const faults: readonly Fault[] = [...faultsOfPerson, ...faultsOfLife, ...faultsOfFamily, ...faultsOfPay]

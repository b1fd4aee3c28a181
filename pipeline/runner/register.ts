// All computed results, with messages in the language of the reader. Opens nothing but the store: queries are quick.
import type { Config } from '../core/config.ts'
import type { Register } from '../core/stage.ts'
import { tellFinding } from '../rules/render.ts'
import type { Store } from '../store/database.ts'
import { openRegister } from '../store/register.ts'

export function registerOf(store: Store, config: Config): Register {
  return openRegister(store.database, (finding) => tellFinding(finding, config.lang))
}

// Tools for a stage that needs only some of them; reaching for another one fails the test.
import type { Tools } from '../../pipeline/core/stage.ts'

export function toolsWith(given: Partial<Tools>): Tools {
  return new Proxy(given, {
    get(target, name) {
      // A promise is asked for `then` by whoever awaits it.
      if (name === 'then') return undefined
      if (name in target) return Reflect.get(target, name)
      throw new Error(`this test gave the stage no ${String(name)}`)
    },
  }) as Tools
}

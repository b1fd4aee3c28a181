// Loaded before the program (NODE_OPTIONS): its clock goes back by a day a few seconds after it has begun.
import { performance } from 'node:perf_hooks'

const day = 86_400_000
const startedAt = performance.now()
const real = Date.now
const RealDate = Date
const now = () => real() - (performance.now() - startedAt > 4000 ? day : 0)
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }
  static now() {
    return now()
  }
}

// Bounded concurrency that ends at the first error which must stop the run, after what is under way has settled.
import PQueue from 'p-queue'

export interface Pool {
  /** Waits for room, so that inputs are read no earlier than needed; false when nothing more should begin. */
  mayGoOn(): Promise<boolean>
  add(work: () => Promise<void>): void
  /** Waits for what is under way, then throws the error that stopped the pool, if one did. */
  finish(): Promise<void>
}

export function createPool(width: number, signal: AbortSignal): Pool {
  const queue = new PQueue({ concurrency: width })
  let stop: { readonly error: unknown } | undefined
  return {
    mayGoOn: async () => {
      await queue.onSizeLessThan(width)
      return !stop && !signal.aborted
    },
    add: (work) => {
      void queue.add(async () => {
        if (stop || signal.aborted) return
        await work().catch((error: unknown) => {
          stop ??= { error }
        })
      })
    },
    finish: async () => {
      await queue.onIdle()
      if (stop) throw stop.error
    },
  }
}

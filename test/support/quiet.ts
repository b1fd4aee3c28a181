// Whoever asks for a job and wants to hear nothing of it.
import type { Asked } from '../../pipeline/core/stage.ts'

export const quiet: Asked = {
  log: { info: () => undefined, warn: () => undefined },
  signal: new AbortController().signal,
}

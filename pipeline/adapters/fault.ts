// An error on its way out of a process that works on hostile files.
import { EngineFailure, EnvironmentError, PipelineError, UnreadableInput, UsageError } from '../core/errors.ts'
import type { Fault } from './scan-jobs.ts'

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: '' }
  // The text of an error nobody foresaw may quote what it was reading.
  return { name: error.name, message: error instanceof PipelineError ? error.message : '', stack: error.stack ?? '' }
}

const known = { UnreadableInput, EngineFailure, EnvironmentError, UsageError }

/** The error as it was in the process; one that nobody foresaw keeps its place. */
export function errorOf({ name, message, stack }: Fault): Error {
  const Known = Object.entries(known).find(([each]) => each === name)?.[1]
  if (Known) return new Known(message)
  return Object.assign(new Error(message), { name, stack })
}

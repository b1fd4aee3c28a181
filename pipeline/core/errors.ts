// The taxonomy of failures: what is wrong with the WORK. What is wrong with the data is a finding, never an error.

export type Remedy = 'stop' | 'skip unit' | 'retry'

/** Its message says in two sentences what is wrong and what to do; it never holds a value of a person. */
export abstract class PipelineError extends Error {
  abstract readonly remedy: Remedy
  abstract readonly exitCode: number
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = new.target.name
  }
}

/** Wrong flag or setting: stops before any work. */
export class UsageError extends PipelineError {
  readonly remedy = 'stop'
  readonly exitCode = 2
}

/** Language data missing, folder not writable, database unreachable. */
export class EnvironmentError extends PipelineError {
  readonly remedy = 'stop'
  readonly exitCode = 3
}

/** Encrypted, truncated, not an image: the unit is skipped and the dossier carries a mark. */
export class UnreadableInput extends PipelineError {
  readonly remedy = 'skip unit'
  readonly exitCode = 1
}

/** A worker died or took too long: once more with a fresh worker, then skipped. */
export class EngineFailure extends PipelineError {
  readonly remedy = 'retry'
  readonly exitCode = 1
}

/** The national database is unavailable: the package is kept. */
export class TargetFailure extends PipelineError {
  readonly remedy = 'retry'
  readonly exitCode = 1
}

/** A stage's input or output is not its shape: a defect of ours. */
export class BrokenContract extends PipelineError {
  readonly remedy = 'stop'
  readonly exitCode = 4
}

// The log: one JSON line an event, scoped to stage and unit. Ids and counts, never a value of a person.
import { type Logger, pino } from 'pino'
import type { Log } from '../core/stage.ts'

export interface RunLog extends Log {
  /** The same log, told of a stage or a unit. */
  scoped(scope: Readonly<Record<string, string>>): RunLog
}

/** `level` as pino names them; `warn` keeps a terminal quiet. */
export function createLog(write: (line: string) => void, level: 'info' | 'warn'): RunLog {
  return around(pino({ level, base: null }, { write }))
}

function around(logger: Logger): RunLog {
  return {
    info: (event, facts) => logger.info(facts ?? {}, event),
    warn: (event, facts) => logger.warn(facts ?? {}, event),
    scoped: (scope) => around(logger.child(scope)),
  }
}

// What the database says of itself and of time: its version, its clock, and when the newest piece of work ended.
import type { Database } from './database.ts'

interface Row {
  readonly version: string
  readonly server: Date
  readonly newest: Date | null
}

export async function databaseMoments(
  database: Database,
): Promise<{ readonly version: string; readonly server: number; readonly newest: number | undefined }> {
  const [row] = await database.$queryRaw<Row[]>`
    SELECT current_setting('server_version') AS version, clock_timestamp() AS server,
      (SELECT max("finishedAt") FROM "StageRun") AS newest`
  return { version: row?.version ?? '?', server: row?.server.getTime() ?? 0, newest: row?.newest?.getTime() }
}

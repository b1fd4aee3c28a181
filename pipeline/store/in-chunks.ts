// Many rows in few statements.

/** PostgreSQL takes 32 767 values in one statement. */
const rowsAtOnce = 1000

/** In their order: what counts upwards in the database counts in it. */
export async function inChunks<T>(
  rows: readonly T[],
  create: (call: { data: T[] }) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await create({ data: rows.slice(start, start + rowsAtOnce) })
}

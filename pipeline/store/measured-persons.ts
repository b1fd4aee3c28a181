// What the management figures look at: of every golden record the few values they count, and only where they are sure.
import { z } from 'zod'
import { FieldCode, Value } from '../../schemas/index.ts'
import type { MeasuredPerson } from '../core/scorecard/figures.ts'
import type { Database } from './database.ts'
import { checkedBy } from './records.ts'

const rowsAtOnce = 400
const Row = z.object({
  personId: z.string(),
  agency: z.string(),
  values: z.partialRecord(FieldCode, Value.nullable()),
})

/** In the order of their ids. A value that is neither graded good nor confirmed is not told. */
export async function* measuredPersons(
  database: Database,
  fields: readonly FieldCode[],
): AsyncGenerator<MeasuredPerson> {
  for (let after = ''; ;) {
    const rows = await database.$queryRaw<unknown[]>`
      SELECT g."personId", g."agency", (
        SELECT coalesce(jsonb_object_agg(f.key,
          CASE WHEN f.value#>>'{outcome,status}' = 'read' THEN f.value#>'{outcome,value}' ELSE 'null'::jsonb END), '{}')
        FROM jsonb_each(g."body"->'values') f
        WHERE f.key = ANY(${[...fields]}) AND f.value#>>'{outcome,status}' IN ('read', 'blank')
          AND (f.value->>'grade' = 'good' OR f.value#>>'{source,kind}' = 'steward')) AS values
      FROM "GoldenRecord" g WHERE g."personId" > ${after} ORDER BY g."personId" LIMIT ${rowsAtOnce}`
    const persons = rows.map((row) => checkedBy(Row, row, 'một dòng trong cơ sở dữ liệu'))
    const last = persons.at(-1)
    if (last === undefined) return
    yield* persons
    after = last.personId
  }
}

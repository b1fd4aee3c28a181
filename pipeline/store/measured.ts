// What the measures look at, picked out of the results by the database some hundred dossiers at a time: whole records never
// leave it, so that a province is measured in bounded memory.
import { z } from 'zod'
import { FieldCode, QualityDimension, Severity, TableCode } from '../../schemas/index.ts'
import type { FieldState, MeasuredDossier, MeasuredFinding } from '../core/scorecard/measured.ts'
import type { Database } from './database.ts'
import { checkedBy } from './records.ts'
import { todaySuffix } from './ledger.ts'

/** Few enough that a key pressed at the review station meanwhile does not wait long. */
const rowsAtOnce = 200
const what = 'một dòng trong cơ sở dữ liệu'

const Row = z.object({
  dossier: z.string(),
  agency: z.string(),
  batchId: z.string(),
  personId: z.string().nullable(),
  isJudged: z.boolean(),
  /** `read/good/steward`: status, grade, and who says so. */
  fields: z.partialRecord(FieldCode, z.string()),
  rows: z.partialRecord(TableCode, z.int()),
  citizenId: z.string().nullable(),
  codedPlaces: z.array(FieldCode),
  isDated: z.boolean(),
  isDoubled: z.boolean(),
  isShared: z.boolean(),
})

/** In the order of their ids; also those that have no draft yet. A body is unpacked once (`jsonb_to_record`), not once a question. */
export async function* measuredDossiers(database: Database): AsyncGenerator<MeasuredDossier> {
  for (let after = ''; ;) {
    const rows = await database.$queryRaw<unknown[]>`
      WITH page AS (SELECT * FROM "Dossier" WHERE "dossier" > ${after} ORDER BY "dossier" LIMIT ${rowsAtOnce})
      SELECT d."dossier", d."agency", d."batchId", m."personId",
        (SELECT count(*) = 2 FROM "StageRun" r WHERE r."stage" = 'validate' AND r."status" = 'succeeded'
          AND r."unitId" IN (d."dossier", d."dossier" || ${todaySuffix})) AS "isJudged",
        (SELECT coalesce(jsonb_object_agg(f.key, concat_ws('/', f.value#>>'{outcome,status}', f.value->>'grade',
            f.value#>>'{source,kind}')), '{}')
          FROM jsonb_each(b."values") f WHERE f.value#>>'{outcome,status}' <> 'missing') AS fields,
        (SELECT coalesce(jsonb_object_agg(t.key, jsonb_array_length(t.value)), '{}')
          FROM jsonb_each(b."tables") t) AS rows,
        b."values"#>>'{citizenId,outcome,value}' AS "citizenId",
        (SELECT coalesce(jsonb_agg(f.key), '[]') FROM jsonb_each(b."values") f
          WHERE f.value#>>'{outcome,value,currentCode}' IS NOT NULL) AS "codedPlaces",
        coalesce(b."values"#>>'{declarationDate,outcome,status}' = 'read'
          OR jsonb_path_exists(b."documents", '$[*].date'), false) AS "isDated",
        (EXISTS (SELECT 1 FROM "CandidatePair" c WHERE c."a" = d."dossier" AND c."band" = 'review')
          OR EXISTS (SELECT 1 FROM "CandidatePair" c WHERE c."b" = d."dossier" AND c."band" = 'review')) AS "isDoubled",
        coalesce((SELECT r."body"->>'outcome' = 'accepted' AND EXISTS (
            SELECT 1 FROM "ExportPackage" e WHERE e."packageId" = r."packageId"
            UNION ALL SELECT 1 FROM "ProfilePackage" e WHERE e."packageId" = r."packageId")
          FROM "Receipt" r WHERE r."personId" = m."personId" ORDER BY r."rowVersion" DESC LIMIT 1), false) AS "isShared"
      FROM page d LEFT JOIN "PersonDraft" p USING ("dossier")
        LEFT JOIN LATERAL jsonb_to_record(p."body") AS b("values" jsonb, "tables" jsonb, "documents" jsonb) ON true
        LEFT JOIN "CurrentMember" m USING ("dossier")
      ORDER BY d."dossier"`
    const dossiers = rows.map((row) => checkedBy(Row, row, what))
    const last = dossiers.at(-1)
    if (last === undefined) return
    const findings = await findingsOf(database, dossiers)
    for (const row of dossiers) yield measuredOf(row, findings)
    after = last.dossier
  }
}

function measuredOf(
  { personId, citizenId, fields, ...rest }: z.infer<typeof Row>,
  findings: ReadonlyMap<string, MeasuredFinding[]>,
): MeasuredDossier {
  return {
    ...rest,
    ...(personId === null ? {} : { personId }),
    ...(citizenId === null ? {} : { citizenIdDigits: citizenId.length }),
    fields: Object.fromEntries(Object.entries(fields).map(([field, words]) => [field, stateOf(words)])),
    findings: [...(findings.get(rest.dossier) ?? []), ...(findings.get(personId ?? '') ?? [])],
  }
}

const Status = z.enum(['read', 'unparsed', 'blank'])
function stateOf(words: string): FieldState {
  const [status, grade, by] = words.split('/')
  return { status: Status.parse(status), isSure: grade === 'good' || by === 'steward' }
}

const FindingRow = z.object({
  subject: z.string(),
  code: z.string(),
  severity: Severity,
  dimension: QualityDimension,
  fields: z.array(z.string()),
  table: z.string().nullable(),
  isWaived: z.boolean(),
})

/** Of a person only what joining its dossiers showed: the rest is told of the dossiers already. */
async function findingsOf(
  database: Database,
  dossiers: readonly { readonly dossier: string; readonly personId: string | null }[],
): Promise<Map<string, MeasuredFinding[]>> {
  const persons = dossiers.flatMap(({ personId }) => personId ?? [])
  const rows = await database.$queryRaw<unknown[]>`
    SELECT f."subject", f."code", f."severity", f."body"->>'dimension' AS dimension, f."body"->'fields' AS fields,
      f."body"#>>'{row,table}' AS table, f."isWaived"
    FROM "Finding" f
    WHERE (f."stage" = 'validate' AND f."subject" = ANY(${dossiers.map(({ dossier }) => dossier)}))
      OR (f."stage" = 'revalidate' AND f."subject" = ANY(${persons}) AND NOT EXISTS (
        SELECT 1 FROM "CurrentMember" m JOIN "Finding" g ON g."stage" = 'validate' AND g."subject" = m."dossier"
        WHERE m."personId" = f."subject" AND g."code" = f."code" AND g."body"->'fields' = f."body"->'fields'))
    ORDER BY f."subject", f."code", f."findingId"`
  const bySubject = new Map<string, MeasuredFinding[]>()
  for (const row of rows) {
    const { subject, fields, table, ...finding } = checkedBy(FindingRow, row, what)
    const told = { ...finding, about: table === null ? fields : [...fields, table] }
    const before = bySubject.get(subject)
    if (before === undefined) bySubject.set(subject, [told])
    else before.push(told)
  }
  return bySubject
}

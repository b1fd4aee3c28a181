// The review station asked at random, with ids of another agency among the words: nothing of it ever comes out. Then the log of
// all this is looked at for what was changed behind its back.
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../pipeline/review/routes.ts'
import { subjectParams } from '../../pipeline/review/route.ts'
import { checkAudit } from '../../pipeline/runner/check-audit.ts'
import { Role } from '../../schemas/index.ts'
import { pdfText } from '../support/pdf-text.ts'
import { secrets, twoAgencies, type TwoAgencies } from '../support/two-agencies.ts'

let two: TwoAgencies
beforeAll(async () => {
  two = await twoAgencies()
})
afterAll(() => two[Symbol.asyncDispose]())

const guarded = routes.filter(({ right, path }) => right !== 'anybody' && path !== '/leave')

/** What a person can read in an answer, also in a workbook or a PDF. */
async function textIn(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  if (type.includes('spreadsheet')) {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer)
    return JSON.stringify(workbook.model)
  }
  if (type.includes('pdf')) return (await pdfText(bytes)).map(({ text }) => text).join('\n')
  return new TextDecoder().decode(bytes)
}

const foreign = ['TQ-B-1', 'TQ-B-2', 'TQ-B', 'batch-TQ-B', 'TQ-B-1/a.pdf#1', 'TQ-B-1#1', 'PERSON', 'SAMPLE']
const word = fc.oneof(
  fc.constantFrom(...foreign, 'TQ-A', 'TQ-A-1', 'batch-TQ-A', 'fullName', '*', '%', "' OR 1=1 --", '../TQ-B-1'),
  fc.string({ maxLength: 12 }),
)
const names = [
  ...['agency', 'batch', 'code', 'form', 'state', 'holder', 'dossier', 'page', 'all', 'after', 'box', 'back', 'field'],
  ...['subject', 'account', 'joined', 'before', 'table', 'row', 'other', 'kind', 'verdict', 'do', 'reason', 'rule'],
]

describe('whatever is asked', () => {
  it('never gives another agency’s data', async () => {
    const { 'TQ-B': theirs } = two.ids
    const real = (text: string) => (text === 'PERSON' ? theirs.person : text === 'SAMPLE' ? theirs.sample : text) ?? ''
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...guarded),
        fc.constantFrom(...Role.options),
        fc.dictionary(fc.constantFrom(...names), word, { maxKeys: 4 }),
        fc.array(word, { minLength: 3, maxLength: 3 }),
        async (route, role, fields, words) => {
          const by = two.by(role, 'TQ-A')
          const params = new Map<string, string>()
          const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => {
            params.set(name, words[params.size] ?? '')
            return encodeURIComponent(real(params.get(name) ?? ''))
          })
          const asked = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, real(text)]))
          const query = new URLSearchParams(asked).toString()
          const answer = await (route.method === 'POST'
            ? two.station.post(by, path, asked)
            : two.station.request(`${path}?${query}`, { headers: { cookie: by.cookie } }))
          expect(answer.status, `${route.method} ${path}`).toBeLessThan(500)
          // Pictures hold no text: whatever names the other agency must not be there at all.
          if (subjectParams[route.subject].some((name) => foreign.includes(params.get(name) ?? '')))
            expect([303, 403, 404], `${route.method} ${path}`).toContain(answer.status)
          expect((await textIn(answer)).includes(secrets['TQ-B']), `${route.method} ${path}?${query}`).toBe(false)
        },
      ),
      { numRuns: 600 },
    )
    const { database } = two.station.desk.store
    expect(await database.stewardDecision.count({ where: { dossier: { startsWith: 'TQ-B' } } })).toBe(0)
    expect(await database.reviewClaim.count({ where: { dossier: { startsWith: 'TQ-B' } } })).toBe(0)
  })

  it('tells no name in the log', () => {
    const told = two.station.log.join('\n')
    for (const name of Object.values(secrets)) expect(told).not.toContain(name)
  })
})

describe('the audit log of all this', () => {
  const check = async () => {
    const { store, auditKey, folder } = two.station.desk
    const head = await folder.auditHead()
    const found: string[] = []
    for await (const { kind } of checkAudit(store.database, auditKey, head === undefined ? [] : [head]))
      found.push(kind)
    return found
  }
  /** As somebody with the run of the database would, with the guards of the tables asleep. */
  const behindItsBack = (statement: string) =>
    two.station.desk.store.database.$transaction(async (transaction) => {
      await transaction.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
      await transaction.$executeRawUnsafe(statement)
    })

  it('is whole, and takes no change by itself', async () => {
    const { database } = two.station.desk.store
    expect(await database.auditEntry.count()).toBeGreaterThan(10)
    expect(await check()).toEqual([])
    await expect(database.auditEntry.updateMany({ data: { subject: 'x' } })).rejects.toThrow()
    await expect(database.auditEntry.deleteMany({})).rejects.toThrow()
  })

  it('shows what was changed, taken out or cut off behind its back', async () => {
    await behindItsBack(`UPDATE "AuditEntry" SET "account" = 'another' WHERE "sequence" = 3`)
    // The entry itself, and the next, which no longer follows it.
    expect(await check()).toEqual(['changed', 'changed'])
    await behindItsBack('DELETE FROM "AuditEntry" WHERE "sequence" = 5')
    expect(await check()).toEqual(['changed', 'changed', 'missing', 'changed'])
    await behindItsBack('DELETE FROM "AuditEntry" WHERE "sequence" = (SELECT max("sequence") FROM "AuditEntry")')
    expect(await check()).toContain('cut_off')
  })
})

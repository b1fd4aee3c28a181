// Other systems of the province read what they may, field by field, and nothing else; every read is logged, and every answer
// is what the OpenAPI document says.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { reviewFolder } from '../../pipeline/adapters/review-folder.ts'
import { sha256 } from '../../pipeline/core/id.ts'
import { outPerson } from '../../pipeline/core/outward.ts'
import { readApi } from '../../pipeline/review/api/read-api.ts'
import { disableApiClient, keepApiClient } from '../../pipeline/store/api-clients.ts'
import type { Sight } from '../../schemas/index.ts'
import { aPersonDraft, aReadValue } from '../support/person-drafts.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchStore()
}, 120_000)
afterAll(() => scratch[Symbol.asyncDispose]())

const Answer = z.object({ content: z.object({ 'application/json': z.object({ schema: z.looseObject({}) }) }) })
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.object({ get: z.object({ responses: z.record(z.string(), Answer) }) })),
})

describe('the read API', () => {
  const golden = (personId: string, agency: string) => {
    const { values, tables } = aPersonDraft('D', {
      fullName: aReadValue('Lò Thị Mai'),
      religion: aReadValue('Không'),
      citizenId: aReadValue('008190001234'),
    })
    return outPerson(
      {
        golden: {
          personId,
          agency,
          dossiers: ['D'],
          values,
          tables: Object.fromEntries(Object.keys(tables).map((table) => [table, []])) as never,
        },
        findings: [],
        pageNumbers: new Map(),
      },
      () => '',
    )
  }
  const people = [
    { ...golden('p1', 'TQ'), held: false },
    { ...golden('p2', 'HG'), held: false },
    { ...golden('p3', 'TQ'), held: true },
  ]
  const appOf = async () => {
    await mkdir(join(scratch.folder, 'api'), { recursive: true })
    const folder = reviewFolder(join(scratch.folder, 'api'))
    const register = {
      persons: async function* () {
        yield* people
      },
    }
    return readApi({
      store: scratch.store,
      folder,
      auditKey: await folder.auditKey(),
      clock: () => 1_795_392_000_000,
      register,
    })
  }
  const grant = async (token: string, sight: Sight, agencies: string[], only?: string[]) =>
    keepApiClient(
      scratch.store.database,
      { client: `c-${sight}`, name: 'thử', agencies, sight, isDisabled: false, ...(only && { only }) },
      sha256(token),
    )
  const ask = async (path: string, token?: string) =>
    (await appOf()).request(path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })

  it('shows each system its agencies, what may leave, and no field above its sight', async () => {
    await scratch.store.database.agency.createMany({
      data: [
        { code: 'TQ', name: 'TQ' },
        { code: 'HG', name: 'HG' },
      ],
      skipDuplicates: true,
    })
    await grant('a'.repeat(30), 'personal', ['TQ'])
    const page = (await (await ask('/api/v1/persons', 'a'.repeat(30))).json()) as {
      persons: { personId: string; values: object }[]
    }
    expect(page.persons.map(({ personId }) => personId)).toEqual(['p1'])
    expect(page.persons[0]?.values).toHaveProperty('fullName')
    expect(page.persons[0]?.values).not.toHaveProperty('religion')
    expect((await ask('/api/v1/persons/p2', 'a'.repeat(30))).status).toBe(404)
    expect((await ask('/api/v1/persons/p3', 'a'.repeat(30))).status).toBe(404)
  })

  it('lets nobody in without a token that stands, and logs every read', async () => {
    expect((await ask('/api/v1/persons')).status).toBe(401)
    expect((await ask('/api/v1/persons', 'b'.repeat(30))).status).toBe(401)
    const before = await scratch.store.database.auditEntry.count()
    expect((await ask('/api/v1/persons/p1', 'a'.repeat(30))).status).toBe(200)
    expect(await scratch.store.database.auditEntry.count()).toBe(before + 1)
    await disableApiClient(scratch.store.database, 'c-personal')
    expect((await ask('/api/v1/persons/p1', 'a'.repeat(30))).status).toBe(401)
  })

  it('answers as its own OpenAPI document says, with every status, and with nothing the document does not name', async () => {
    await grant('s'.repeat(30), 'sensitive', ['*'])
    const { paths } = Document.parse(await (await ask('/api/v1/openapi.json')).json())
    const one = '/api/v1/persons/{personId}'
    const asked: readonly (readonly [path: string, at: string, token: string | undefined, status: number])[] = [
      ['/api/v1/persons', '/api/v1/persons', 's'.repeat(30), 200],
      ['/api/v1/persons?limit=1', '/api/v1/persons', 's'.repeat(30), 200],
      ['/api/v1/persons', '/api/v1/persons', undefined, 401],
      ['/api/v1/persons/p1', one, 's'.repeat(30), 200],
      ['/api/v1/persons/p9', one, 's'.repeat(30), 404],
      ['/api/v1/persons/p1', one, undefined, 401],
    ]
    for (const [path, at, token, status] of asked) {
      const response = await ask(path, token)
      expect(response.status).toBe(status)
      const schema = paths[at]?.get.responses[String(status)]?.content['application/json'].schema ?? expect.fail(at)
      const check = new Ajv2020({ allErrors: true, strict: false }).compile(schema)
      const body = z.looseObject({}).parse(await response.json())
      expect([path, check(body), check.errors]).toEqual([path, true, null])
      expect(check({ ...body, unheard: 1 })).toBe(false)
    }
  })
})

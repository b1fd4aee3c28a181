// The read API for other systems: token, agency, field by field, every read in the audit log. Answers are held to their shape.
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { type ApiClient, ApiPerson, ApiPersonPage, type ApiProblem } from '../../../schemas/index.ts'
import { agencyTree } from '../../core/agency-tree.ts'
import { sha256 } from '../../core/id.ts'
import { apiPerson } from '../../core/read-api/api-person.ts'
import { openApi } from '../../core/read-api/open-api.ts'
import { everyAgency } from '../../core/rights.ts'
import type { OutPerson, Register } from '../../core/stage.ts'
import { allAgencies } from '../../store/agencies.ts'
import { apiClientBy } from '../../store/api-clients.ts'
import { auditFor } from '../audit.ts'

type AuditDesk = Parameters<typeof auditFor>[0]

export interface ApiDesk extends AuditDesk {
  readonly register: Pick<Register, 'persons'>
}

const usualLimit = 50
const largestLimit = 200

export function readApi(desk: ApiDesk): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
    context.header('x-content-type-options', 'nosniff')
  })
  app.get('/api/v1/openapi.json', (context) => context.json(openApi()))
  app.get('/api/v1/persons', (context) => asked(desk, context, listPersons))
  app.get('/api/v1/persons/:person', (context) => asked(desk, context, readPerson))
  app.notFound((context) => problem(context, 404))
  app.onError((_, context) => problem(context, 500))
  return app
}

const words = { 401: 'token', 404: 'not found', 500: 'defect' } as const
const problem = (context: Context, status: keyof typeof words): Response =>
  context.json({ error: words[status] } satisfies ApiProblem, status)

interface Reader {
  readonly client: ApiClient
  readonly maySee: (agency: string) => boolean
}

async function asked(
  desk: ApiDesk,
  context: Context,
  answer: (desk: ApiDesk, context: Context, reader: Reader) => Promise<Response>,
): Promise<Response> {
  const token = /^Bearer (?<token>\S{20,})$/u.exec(context.req.header('authorization') ?? '')?.groups?.token
  const client = token === undefined ? undefined : await apiClientBy(desk.store.database, sha256(token))
  if (client === undefined) return problem(context, 401)
  const tree = agencyTree(await allAgencies(desk.store.database))
  const seen = new Set(client.agencies.flatMap((agency) => [...tree.under(agency)]))
  const isEverywhere = client.agencies.includes(everyAgency)
  return await answer(desk, context, { client, maySee: (agency) => isEverywhere || seen.has(agency) })
}

/** What may not leave yet is not read either. */
async function* readable({ register }: ApiDesk, { maySee }: Reader): AsyncGenerator<OutPerson> {
  for await (const person of register.persons()) if (!person.held && maySee(person.agency)) yield person
}

async function listPersons(desk: ApiDesk, context: Context, reader: Reader): Promise<Response> {
  const after = context.req.query('after') ?? ''
  const wanted = Number(context.req.query('limit') ?? usualLimit)
  const limit = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, largestLimit) : usualLimit
  const persons = []
  let isMore = false
  for await (const person of readable(desk, reader)) {
    if (person.personId <= after) continue
    isMore = persons.length === limit
    if (isMore) break
    persons.push(apiPerson(person, reader.client))
  }
  const last = persons.at(-1)?.personId
  await auditFor(desk, `api:${reader.client.client}`, 'api_list', '', { after, persons: persons.length })
  return context.json(ApiPersonPage.parse({ persons, ...(isMore && last !== undefined ? { next: last } : {}) }))
}

async function readPerson(desk: ApiDesk, context: Context, reader: Reader): Promise<Response> {
  const wanted = context.req.param('person')
  for await (const person of readable(desk, reader)) {
    if (person.personId !== wanted) continue
    await auditFor(desk, `api:${reader.client.client}`, 'api_read', person.personId, { sight: reader.client.sight })
    return context.json(ApiPerson.parse(apiPerson(person, reader.client)))
  }
  return problem(context, 404)
}

/** On this computer alone; the office's own gateway stands before it. */
export function listenApi(desk: ApiDesk, port: number): Promise<{ readonly port: number } & AsyncDisposable> {
  const app = readApi(desk)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (at) =>
      resolve({
        port: at.port,
        [Symbol.asyncDispose]: () => new Promise<void>((closed) => void server.close(() => closed())),
      }),
    )
    server.once('error', reject)
  })
}

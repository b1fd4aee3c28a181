// Every address of the review station, asked by every role from every agency: nobody gets what is not theirs, whatever is asked.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agenciesWith } from '../../pipeline/core/rights.ts'
import { routes } from '../../pipeline/review/routes.ts'
import { checkAudit } from '../../pipeline/runner/check-audit.ts'
import { type Route, subjectParams } from '../../pipeline/review/route.ts'
import { Role } from '../../schemas/index.ts'
import { addressOf } from '../support/route-address.ts'
import { openStation, type Signed, type Station } from '../support/review.ts'
import { keepDossiers } from '../support/review-dossiers.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

const agencies = ['TQ-A', 'TQ-B'] as const
const reading = (value: string) => ({ value, confidence: 0.7 })
/** Names that stand nowhere else: whoever sees one of the other agency's has been shown too much. */
const secrets = { 'TQ-A': 'Tẩn Lở Mẩy', 'TQ-B': 'Phùng Chòi Khé' } as const

let scratch: Scratch
let station: Station
const people = new Map<string, Signed>()
const key = (role: Role, agency: string) => `${role} ${agency}`

beforeAll(async () => {
  scratch = await scratchStore()
  station = await openStation(scratch)
  await keepDossiers(
    station.desk.run,
    agencies.flatMap((agency) =>
      [1, 2].map((number) => ({
        dossier: `${agency}-${number}`,
        agency,
        fields: { fullName: reading(secrets[agency]), gender: reading('Nữ') },
      })),
    ),
  )
  for (const agency of agencies)
    for (const role of Role.options)
      people.set(key(role, agency), await station.hire(`${role}.${agency.toLowerCase()}`, [role], agency))
})

afterAll(async () => {
  await station[Symbol.asyncDispose]()
  await scratch[Symbol.asyncDispose]()
})

function mayBy(role: Role, right: Route['right']): boolean {
  if (right === 'anybody' || right === 'account') return true
  const set = agenciesWith([{ role, agency: 'X' }], right, (code) => [code])
  return set === 'all' || set.size > 0
}

async function ask(route: Route, by: Signed | undefined, agency: string): Promise<Response> {
  const path = addressOf(route, agency)
  if (by === undefined) return station.request(path, { method: route.method })
  if (route.method === 'POST') return station.post(by, path, {})
  return station.request(path, { headers: { cookie: by.cookie } })
}

const guarded = routes.filter(({ right, path }) => right !== 'anybody' && path !== '/leave')

describe('every route, every role, every agency', () => {
  it('has no route that forgets to say what it is about', () => {
    for (const { path, subject } of routes) {
      const named = [...path.matchAll(/:(\w+)/gu)].map(([, name]) => name)
      if (named.some((name) => ['dossier', 'page', 'person', 'batch', 'a', 'b'].includes(name ?? '')))
        expect([subject, subjectParams[subject].every((name) => named.includes(name))], path).toEqual([
          expect.not.stringMatching('none'),
          true,
        ])
      else expect(subject, path).toBe('none')
    }
  })

  it('asks everybody to sign in first', async () => {
    for (const route of guarded) {
      const { status, headers } = await ask(route, undefined, 'TQ-A')
      expect([status, headers.get('location')], `${route.method} ${route.path}`).toEqual(
        route.method === 'GET' ? [303, '/enter'] : [403, null],
      )
    }
  })

  it('refuses who has not the right, before anything is looked up', async () => {
    for (const route of guarded)
      for (const role of Role.options)
        if (!mayBy(role, route.right))
          expect(
            (await ask(route, people.get(key(role, 'TQ-A')), 'TQ-A')).status,
            `${role} ${route.method} ${route.path}`,
          ).toBe(403)
  })

  it('lets nobody see or change what lies in another agency', async () => {
    for (const route of guarded.filter(({ subject }) => subject !== 'none'))
      for (const role of Role.options) {
        if (!mayBy(role, route.right)) continue
        const { status } = await ask(route, people.get(key(role, 'TQ-A')), 'TQ-B')
        expect(status, `${role} ${route.method} ${route.path}`).toBe(404)
      }
    expect(
      await station.desk.store.database.stewardDecision.count({ where: { dossier: { startsWith: 'TQ-B' } } }),
    ).toBe(0)
  })

  it('gives its own people their own', async () => {
    const by = people.get(key('entry', 'TQ-A'))
    const own = routes.filter(
      ({ method, right, subject }) => method === 'GET' && right === 'see' && subject === 'dossier',
    )
    expect(own.length).toBeGreaterThan(0)
    for (const route of own) expect((await ask(route, by, 'TQ-A')).status, route.path).toBe(200)
  })

  it('takes no form without the token of the session', async () => {
    const by = people.get(key('check', 'TQ-A'))
    for (const route of guarded.filter(({ method }) => method === 'POST')) {
      const wrong = { cookie: by?.cookie ?? '', csrf: 'x'.repeat(43), token: '' }
      expect((await station.post(wrong, addressOf(route, 'TQ-A'), {})).status, route.path).toBe(403)
    }
  })

  it('sends the same guarding headers with every answer', async () => {
    for (const path of ['/', '/enter', '/dossiers/TQ-A-1', '/nowhere', '/assets/review.css']) {
      const { headers } = await station.request(path)
      expect(headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/u,
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe(
        path.startsWith('/assets') ? 'public, max-age=31536000, immutable' : 'no-store',
      )
    }
    expect((await station.request('/', { headers: { host: 'evil.example' } })).status).toBe(421)
  })
})

describe('whatever is asked', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'TQ-B-1',
      'TQ-B-2',
      'TQ-B',
      'batch-TQ-B',
      'TQ-B-1/a.pdf#1',
      '*',
      '%',
      "' OR 1=1 --",
      '../TQ-B-1',
      'TQ-A-1',
      'TQ-B-1#1',
    ),
    fc.string({ maxLength: 12 }),
  )
  const names = [
    'agency',
    'batch',
    'code',
    'form',
    'state',
    'holder',
    'dossier',
    'page',
    'all',
    'after',
    'box',
    'back',
    'field',
    'subject',
    'account',
  ]

  it('never gives another agency’s data', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...guarded),
        fc.constantFrom(...Role.options),
        fc.dictionary(fc.constantFrom(...names), word, { maxKeys: 4 }),
        fc.array(word, { minLength: 3, maxLength: 3 }),
        async (route, role, fields, words) => {
          const by = people.get(key(role, 'TQ-A'))
          if (by === undefined) throw new Error('nobody')
          let next = 0
          const path = route.path.replaceAll(/:\w+/gu, () => encodeURIComponent(words[next++] ?? ''))
          const answer =
            route.method === 'POST'
              ? await station.post(by, path, fields)
              : await station.request(`${path}?${new URLSearchParams(fields).toString()}`, {
                  headers: { cookie: by.cookie },
                })
          expect(answer.status, `${route.method} ${path}`).toBeLessThan(500)
          const text = await answer.text()
          expect(text.includes(secrets['TQ-B']), path).toBe(false)
        },
      ),
      { numRuns: 600 },
    )
    const changed = await station.desk.store.database.stewardDecision.count({
      where: { dossier: { startsWith: 'TQ-B' } },
    })
    expect(changed).toBe(0)
  })

  it('tells no name in the log', () => {
    const told = station.log.join('\n')
    for (const name of Object.values(secrets)) expect(told).not.toContain(name)
  })
})

describe('the audit log of all this', () => {
  const check = async () => {
    const { store, auditKey, folder } = station.desk
    const head = await folder.auditHead()
    const found: string[] = []
    for await (const { kind } of checkAudit(store.database, auditKey, head === undefined ? [] : [head]))
      found.push(kind)
    return found
  }
  /** As somebody with the run of the database would, with the guards of the tables asleep. */
  const behindItsBack = (statement: string) =>
    station.desk.store.database.$transaction(async (transaction) => {
      await transaction.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
      await transaction.$executeRawUnsafe(statement)
    })

  it('is whole, and takes no change by itself', async () => {
    const { database } = station.desk.store
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

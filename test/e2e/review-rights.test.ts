// Every address of the review station, asked by every role from every agency: nobody gets what is not theirs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewApp } from '../../pipeline/review/app.ts'
import { routes } from '../../pipeline/review/routes.ts'
import { type Route, subjectParams } from '../../pipeline/review/route.ts'
import { Role } from '../../schemas/index.ts'
import { addressOf } from '../support/route-address.ts'
import { mayBy, rightsOfRoutes } from '../support/rights-table.ts'
import { agencies, secrets, twoAgencies, type TwoAgencies } from '../support/two-agencies.ts'

let two: TwoAgencies
beforeAll(async () => {
  two = await twoAgencies()
})
afterAll(() => two[Symbol.asyncDispose]())

const named = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const guarded = routes.filter(({ right, path }) => right !== 'anybody' && path !== '/leave')
/** What is about a sample says so in its path alone: the page itself looks whose it is. */
const isAboutSample = ({ path }: Route) => path.includes(':sample')

describe('every route, every role, every agency', () => {
  it('the application answers at the addresses of the table alone, and each is held to the right written down for it', () => {
    const served = reviewApp(two.station.desk).routes.filter(({ method }) => method !== 'ALL')
    expect(served.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(rightsOfRoutes).sort())
    expect(Object.fromEntries(routes.map((route) => [named(route), [route.right, route.subject]]))).toEqual(
      rightsOfRoutes,
    )
  })

  it('has no route that forgets to say what it is about', () => {
    for (const { path, subject } of routes) {
      const params = [...path.matchAll(/:(\w+)/gu)].map(([, name]) => name)
      if (params.some((name) => ['dossier', 'page', 'person', 'batch', 'a', 'b'].includes(name ?? '')))
        expect([subject, subjectParams[subject].every((name) => params.includes(name))], path).toEqual([
          expect.not.stringMatching('none'),
          true,
        ])
      else expect(subject, path).toBe('none')
    }
  })

  it('asks everybody to sign in first', async () => {
    for (const route of guarded) {
      const { status, headers } = await two.ask(route, undefined, 'TQ-A')
      expect([status, headers.get('location')], named(route)).toEqual(
        route.method === 'GET' ? [303, '/enter'] : [403, null],
      )
    }
  })

  it('refuses who has not the right, before anything is looked up', async () => {
    for (const agency of agencies)
      for (const route of guarded)
        for (const role of Role.options)
          if (!mayBy(role, route.right))
            expect((await two.ask(route, two.by(role, agency), agency)).status, `${role} ${named(route)}`).toBe(403)
  })

  it('lets nobody see or change what lies in another agency', async () => {
    const { database } = two.station.desk.store
    const before = await database.stewardDecision.count()
    for (const [mine, other] of [agencies, [...agencies].reverse()] as const)
      for (const route of guarded.filter((each) => each.subject !== 'none' || isAboutSample(each)))
        for (const role of Role.options) {
          if (mine === undefined || other === undefined || !mayBy(role, route.right)) continue
          const { status } = await two.ask(route, two.by(role, mine), other)
          expect(status, `${role} ${named(route)}`).toBe(404)
        }
    expect(await database.stewardDecision.count()).toBe(before)
    expect(await database.secondLook.count()).toBe(0)
  })

  it('gives its own people their own', async () => {
    // Nothing has to be scanned again, no papers differ, nobody has looked at the sample: there is nothing to show.
    const nothing = ['/batches/:batch/rescans.pdf', '/persons/:person/contradictions.pdf', '/samples/:sample']
    for (const route of guarded.filter(({ method, path }) => method === 'GET' && !nothing.includes(path)))
      for (const role of Role.options) {
        if (!mayBy(role, route.right)) continue
        const { status } = await two.ask(route, two.by(role, 'TQ-A'), 'TQ-A')
        const isElsewhere = ['/', '/queue/next'].includes(route.path)
        const expected = route.path === '/pages/:page/crop' ? 400 : isElsewhere ? 303 : 200
        // Nothing was submitted: who only approves has no next dossier.
        if (!(route.path === '/queue/next' && role === 'approve')) expect(status, named(route)).toBe(expected)
      }
    for (const route of guarded.filter(({ method, subject }) => method === 'POST' && subject !== 'none'))
      for (const role of Role.options)
        if (mayBy(role, route.right))
          // An empty form is refused for what it lacks, not for who sends it.
          expect([200, 303, 409, 422, 403, 404], named(route)).toContain(
            (await two.ask(route, two.by(role, 'TQ-A'), 'TQ-A')).status,
          )
  })

  it('takes no form without the token of the session', async () => {
    const { cookie } = two.by('check', 'TQ-A')
    for (const route of guarded.filter(({ method }) => method === 'POST')) {
      const wrong = { cookie, csrf: 'x'.repeat(43), token: '' }
      expect((await two.station.post(wrong, addressOf(route, 'TQ-A'), {})).status, route.path).toBe(403)
    }
  })

  it('takes a right away at once, with every session of the account', async () => {
    const before = await two.station.hire('mai', ['check'], 'TQ-A')
    const page = () => two.station.request('/dossiers/TQ-A-1', { headers: { cookie: before.cookie } })
    expect((await page()).status).toBe(200)
    await two.station.hire('mai', ['check'], 'TQ-B')
    expect((await page()).headers.get('location')).toBe('/enter')
  })

  it('keeps in the log who has read a dossier, wherever its values are shown, once a session', async () => {
    const { cookie } = await two.station.hire('doc.ho.so', ['entry'], 'TQ-A')
    const image = `/pages/${encodeURIComponent('TQ-A-1/a.pdf#1')}/image`
    for (const path of [image, image, `/persons/${two.ids['TQ-A'].person ?? ''}`, '/queue', '/pairs/TQ-A-1/TQ-A-2'])
      expect((await two.station.request(path, { headers: { cookie } })).status, path).toBe(200)
    const read = await two.station.desk.store.database.auditEntry.findMany({
      where: { account: 'doc.ho.so', action: 'read' },
      orderBy: { sequence: 'asc' },
    })
    expect(read.map(({ subject }) => subject)).toEqual(['TQ-A-1', 'TQ-A-2'])
  })

  it('sends the same guarding headers with every answer', async () => {
    const { cookie } = two.by('check', 'TQ-A')
    const paths = guarded
      .filter(({ method }) => method === 'GET')
      .map((route) => addressOf(route, 'TQ-A', two.ids['TQ-A']))
    for (const path of [...paths, '/', '/enter', '/nowhere', '/assets/review.css']) {
      const { headers } = await two.station.request(path, { headers: { cookie } })
      expect(headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/u,
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe(
        path.startsWith('/assets') ? 'public, max-age=31536000, immutable' : 'no-store',
      )
    }
    expect((await two.station.request('/', { headers: { host: 'evil.example' } })).status).toBe(421)
  })

  it('tells no name in the log', () => {
    const told = two.station.log.join('\n')
    for (const name of Object.values(secrets)) expect(told).not.toContain(name)
  })
})

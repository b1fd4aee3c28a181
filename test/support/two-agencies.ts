// Two agencies at one review station, with persons, samples and a batch each, and somebody in every role in both.
import { relink } from '../../pipeline/runner/relink.ts'
import type { Route } from '../../pipeline/review/route.ts'
import { personsOf } from '../../pipeline/store/identities.ts'
import { drawSamples } from '../../pipeline/store/samples.ts'
import { Role } from '../../schemas/index.ts'
import { openStation, type Signed, type Station } from './review.ts'
import { keepDossiers } from './review-dossiers.ts'
import { addressOf } from './route-address.ts'
import { scratchStore } from './scratch.ts'

export const agencies = ['TQ-A', 'TQ-B'] as const
export type TheAgency = (typeof agencies)[number]

/** Names that stand nowhere else: whoever sees one of the other agency's has been shown too much. */
export const secrets = { 'TQ-A': 'Tẩn Lở Mẩy', 'TQ-B': 'Phùng Chòi Khé' } as const

export interface TwoAgencies extends AsyncDisposable {
  readonly station: Station
  by(role: Role, agency: TheAgency): Signed
  /** Ids of persons and samples, by the name of the parameter. */
  readonly ids: Readonly<Record<TheAgency, Readonly<Record<string, string>>>>
  ask(route: Pick<Route, 'method' | 'path'>, by: Signed | undefined, agency: TheAgency): Promise<Response>
}

const reading = (value: string, confidence = 0.7) => ({ value, confidence })

export async function twoAgencies(): Promise<TwoAgencies> {
  const scratch = await scratchStore()
  const station = await openStation(scratch)
  const { database } = scratch.store
  const people = new Map<string, Signed>()
  await keepDossiers(
    station.desk.run,
    agencies.flatMap((agency) =>
      [1, 2].map((number) => ({
        dossier: `${agency}-${number}`,
        agency,
        fields: { fullName: reading(secrets[agency]), gender: reading('Nữ'), birthDate: reading('1980-05-12', 0.99) },
      })),
    ),
  )
  await relink(station.desk.run)
  await drawSamples(database, { share: 1, today: '2026-11-22' })
  for (const agency of agencies)
    for (const role of Role.options)
      people.set(`${role} ${agency}`, await station.hire(`${role}.${agency.toLowerCase()}`, [role], agency))
  const idsOf = async (agency: TheAgency) => ({
    person: (await personsOf(database, [`${agency}-1`])).get(`${agency}-1`) ?? 'nobody',
    sample: (await database.sampledValue.findFirst({ where: { agency } }))?.sampleId ?? 'none',
  })
  const ids = { 'TQ-A': await idsOf('TQ-A'), 'TQ-B': await idsOf('TQ-B') }
  return {
    station,
    ids,
    by: (role, agency) => {
      const signed = people.get(`${role} ${agency}`)
      if (signed === undefined) throw new Error(`nobody is ${role} in ${agency}`)
      return signed
    },
    ask: (route, by, agency) => {
      const path = addressOf(route, agency, ids[agency])
      if (by === undefined) return station.request(path, { method: route.method })
      if (route.method === 'POST') return station.post(by, path, {})
      return station.request(path, { headers: { cookie: by.cookie } })
    },
    [Symbol.asyncDispose]: async () => {
      await station[Symbol.asyncDispose]()
      await scratch[Symbol.asyncDispose]()
    },
  }
}

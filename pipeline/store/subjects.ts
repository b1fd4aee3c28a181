// Whose a thing is: the agency that a dossier, a page, a person or a batch belongs to. Nothing more is told of it.
import type { Database } from './database.ts'

export interface Owned {
  readonly agency: string
  /** The dossier it is, or lies in. */
  readonly dossier?: string
  /** The agency wants to know why its dossiers are opened. */
  readonly asksReason: boolean
}

export async function ownerOfDossier(database: Database, dossier: string): Promise<Owned | undefined> {
  const [owned] = await database.$queryRaw<Owned[]>`
    SELECT d."agency", d."dossier", a."asksReason" FROM "Dossier" d JOIN "Agency" a ON a."code" = d."agency"
    WHERE d."dossier" = ${dossier}`
  return owned
}

export async function ownerOfPage(database: Database, pageId: string): Promise<Owned | undefined> {
  const page = await database.page.findUnique({ where: { pageId }, select: { dossier: true } })
  return page === null ? undefined : ownerOfDossier(database, page.dossier)
}

/** A person may have dossiers in several agencies: all of them must be open to who looks. */
export async function ownersOfPerson(database: Database, personId: string): Promise<Owned[]> {
  return database.$queryRaw<Owned[]>`
    SELECT d."agency", d."dossier", a."asksReason" FROM "CurrentMember" m JOIN "Dossier" d USING ("dossier")
    JOIN "Agency" a ON a."code" = d."agency" WHERE m."personId" = ${personId} ORDER BY d."dossier"`
}

export async function ownerOfBatch(database: Database, batchId: string): Promise<Owned | undefined> {
  const row = await database.batch.findUnique({ where: { batchId }, select: { agency: true } })
  return row === null ? undefined : { agency: row.agency, asksReason: false }
}

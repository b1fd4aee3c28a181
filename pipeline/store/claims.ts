// Who has a dossier in hand. A claim runs out by itself, so that nothing stays locked behind somebody who went home.
import type { Database } from './database.ts'

export interface Claim {
  readonly dossier: string
  readonly account: string
  readonly claimedAt: Date
  readonly expiresAt: Date
}

/** Takes or prolongs it; gives the claim that stands then, which may be somebody else's. */
export async function claim(database: Database, wanted: Claim): Promise<Claim> {
  const { dossier, account, claimedAt, expiresAt } = wanted
  const [row] = await database.$queryRaw<Claim[]>`
    INSERT INTO "ReviewClaim" ("dossier", "account", "claimedAt", "expiresAt")
    VALUES (${dossier}, ${account}, ${claimedAt}, ${expiresAt})
    ON CONFLICT ("dossier") DO UPDATE SET "account" = excluded."account", "expiresAt" = excluded."expiresAt",
      "claimedAt" = CASE WHEN "ReviewClaim"."account" = excluded."account" AND "ReviewClaim"."expiresAt" > excluded."claimedAt"
        THEN "ReviewClaim"."claimedAt" ELSE excluded."claimedAt" END
    WHERE "ReviewClaim"."account" = excluded."account" OR "ReviewClaim"."expiresAt" <= excluded."claimedAt"
    RETURNING "dossier", "account", "claimedAt", "expiresAt"`
  return row ?? (await claimOn(database, dossier, claimedAt)) ?? (await claim(database, wanted))
}

export async function claimOn(database: Database, dossier: string, now: Date): Promise<Claim | undefined> {
  const row = await database.reviewClaim.findUnique({ where: { dossier } })
  return row === null || row.expiresAt <= now ? undefined : row
}

/** Only one's own. */
export async function release(database: Database, dossier: string, account: string): Promise<void> {
  await database.reviewClaim.deleteMany({ where: { dossier, account } })
}

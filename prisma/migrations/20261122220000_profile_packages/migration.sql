-- Packages made for a receiver by its profile, what each holds, and what became of it.
CREATE TABLE "ProfilePackage" (
    "packageId" TEXT COLLATE "C" NOT NULL,
    "profile" TEXT COLLATE "C" NOT NULL,
    "folder" TEXT NOT NULL,
    "preparedBy" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "ProfilePackage_pkey" PRIMARY KEY ("packageId")
);
CREATE INDEX "ProfilePackage_profile_idx" ON "ProfilePackage"("profile");

CREATE TABLE "PackageRecord" (
    "rowVersion" BIGSERIAL NOT NULL,
    "packageId" TEXT COLLATE "C" NOT NULL,
    "message" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "profile" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "idempotencyKey" TEXT COLLATE "C" NOT NULL,
    "dossiers" TEXT[] NOT NULL,
    "leftOut" JSONB,
    "body" JSONB,
    CONSTRAINT "PackageRecord_pkey" PRIMARY KEY ("packageId", "message", "key")
);
CREATE UNIQUE INDEX "PackageRecord_rowVersion_key" ON "PackageRecord"("rowVersion");
CREATE INDEX "PackageRecord_profile_message_key_rowVersion_idx" ON "PackageRecord"("profile", "message", "key", "rowVersion");

CREATE TABLE "PackageEvent" (
    "rowVersion" BIGSERIAL NOT NULL,
    "packageId" TEXT COLLATE "C" NOT NULL,
    "event" TEXT COLLATE "C" NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "PackageEvent_pkey" PRIMARY KEY ("rowVersion")
);
CREATE INDEX "PackageEvent_packageId_rowVersion_idx" ON "PackageEvent"("packageId", "rowVersion");

-- The data keys of dossiers, each wrapped by the workspace key that is kept outside the database. A key that is gone is the end
-- of its dossier: what was sealed by it can be read by nobody.
CREATE TABLE "DossierKey" (
    "keyId" TEXT COLLATE "C" NOT NULL,
    "wrapped" BYTEA,
    "destroyed" JSONB,
    CONSTRAINT "DossierKey_pkey" PRIMARY KEY ("keyId"),
    CONSTRAINT "DossierKey_wrapped_or_destroyed" CHECK (("wrapped" IS NULL) = ("destroyed" IS NOT NULL))
);

-- One row: which workspace key has wrapped them.
CREATE TABLE "WorkspaceKey" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "fingerprint" TEXT NOT NULL,
    CONSTRAINT "WorkspaceKey_pkey" PRIMARY KEY ("one"),
    CONSTRAINT "WorkspaceKey_one" CHECK ("one")
);

-- When each original was last read again and found as it was taken in.
CREATE TABLE "FixityCheck" (
    "original" TEXT COLLATE "C" NOT NULL,
    "checkedAt" TIMESTAMPTZ NOT NULL,
    "isWhole" BOOLEAN NOT NULL,
    CONSTRAINT "FixityCheck_pkey" PRIMARY KEY ("original")
);

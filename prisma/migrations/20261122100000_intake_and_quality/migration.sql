-- Facts of the intake room (roster, pages scanned again, secret papers), the measures over time, and what was linked by.
ALTER TABLE "Agency" ADD COLUMN "mayHoldSecret" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "RosterEntry" (
    "entryId" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("entryId")
);
CREATE INDEX "RosterEntry_agency_idx" ON "RosterEntry"("agency");

CREATE TABLE "PageReplacement" (
    "rowVersion" BIGSERIAL NOT NULL,
    "pageId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "PageReplacement_pkey" PRIMARY KEY ("rowVersion")
);
CREATE UNIQUE INDEX "PageReplacement_pageId_sha256_key" ON "PageReplacement"("pageId", "sha256");
CREATE INDEX "PageReplacement_dossier_idx" ON "PageReplacement"("dossier");

CREATE TABLE "SecretPaper" (
    "pageId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "level" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "SecretPaper_pkey" PRIMARY KEY ("pageId")
);
CREATE INDEX "SecretPaper_dossier_idx" ON "SecretPaper"("dossier");

CREATE TABLE "Scorecard" (
    "rowVersion" BIGSERIAL NOT NULL,
    "measuredAt" TIMESTAMPTZ NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "Scorecard_pkey" PRIMARY KEY ("rowVersion")
);

CREATE TABLE "LinkedRecord" (
    "dossier" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "LinkedRecord_pkey" PRIMARY KEY ("dossier")
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PageReplacement" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Scorecard" EXECUTE FUNCTION refuse_change();

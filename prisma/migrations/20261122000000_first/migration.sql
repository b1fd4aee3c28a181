-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('succeeded', 'failed');

-- CreateTable
CREATE TABLE "Agency" (
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "parentCode" TEXT COLLATE "C",

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Batch" (
    "batchId" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("batchId")
);

-- CreateTable
CREATE TABLE "Dossier" (
    "dossier" TEXT COLLATE "C" NOT NULL,
    "batchId" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "entry" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Dossier_pkey" PRIMARY KEY ("dossier")
);

-- CreateTable
CREATE TABLE "Delivered" (
    "scanId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "delivered" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "seen" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Delivered_pkey" PRIMARY KEY ("scanId")
);

-- CreateTable
CREATE TABLE "StewardDecision" (
    "decisionId" TEXT COLLATE "C" NOT NULL,
    "rowVersion" BIGSERIAL NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "other" TEXT COLLATE "C",
    "body" JSONB NOT NULL,

    CONSTRAINT "StewardDecision_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "receiptId" TEXT COLLATE "C" NOT NULL,
    "rowVersion" BIGSERIAL NOT NULL,
    "packageId" TEXT COLLATE "C" NOT NULL,
    "personId" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("receiptId")
);

-- CreateTable
CREATE TABLE "Person" (
    "personId" TEXT COLLATE "C" NOT NULL,
    "rowVersion" BIGSERIAL NOT NULL,
    "founder" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "PersonDossier" (
    "rowVersion" BIGSERIAL NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "personId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PersonDossier_pkey" PRIMARY KEY ("rowVersion")
);

-- CreateTable
CREATE TABLE "PersonAlias" (
    "rowVersion" BIGSERIAL NOT NULL,
    "alias" TEXT COLLATE "C" NOT NULL,
    "personId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PersonAlias_pkey" PRIMARY KEY ("rowVersion")
);

-- CreateTable
CREATE TABLE "Scan" (
    "scanId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Scan_pkey" PRIMARY KEY ("scanId")
);

-- CreateTable
CREATE TABLE "Page" (
    "pageId" TEXT COLLATE "C" NOT NULL,
    "scanId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "scanPage" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Page_pkey" PRIMARY KEY ("pageId")
);

-- CreateTable
CREATE TABLE "PageImage" (
    "pageId" TEXT COLLATE "C" NOT NULL,
    "isBlank" BOOLEAN NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "PageImage_pkey" PRIMARY KEY ("pageId")
);

-- CreateTable
CREATE TABLE "PageText" (
    "pageId" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "PageText_pkey" PRIMARY KEY ("pageId")
);

-- CreateTable
CREATE TABLE "Document" (
    "documentId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "form" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "PageFate" (
    "pageId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "fate" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "PageFate_pkey" PRIMARY KEY ("pageId")
);

-- CreateTable
CREATE TABLE "FieldReading" (
    "documentId" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "FieldReading_pkey" PRIMARY KEY ("documentId","field")
);

-- CreateTable
CREATE TABLE "RowReading" (
    "documentId" TEXT COLLATE "C" NOT NULL,
    "table" TEXT COLLATE "C" NOT NULL,
    "row" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "RowReading_pkey" PRIMARY KEY ("documentId","table","row")
);

-- CreateTable
CREATE TABLE "PersonDraft" (
    "dossier" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "PersonDraft_pkey" PRIMARY KEY ("dossier")
);

-- CreateTable
CREATE TABLE "Finding" (
    "stage" TEXT COLLATE "C" NOT NULL,
    "unitId" TEXT COLLATE "C" NOT NULL,
    "findingId" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "severity" TEXT COLLATE "C" NOT NULL,
    "isWaived" BOOLEAN NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("stage","unitId","findingId")
);

-- CreateTable
CREATE TABLE "CandidatePair" (
    "a" TEXT COLLATE "C" NOT NULL,
    "b" TEXT COLLATE "C" NOT NULL,
    "band" TEXT COLLATE "C" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "CandidatePair_pkey" PRIMARY KEY ("a","b")
);

-- CreateTable
CREATE TABLE "Cluster" (
    "clusterId" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("clusterId")
);

-- CreateTable
CREATE TABLE "GoldenRecord" (
    "personId" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "GoldenRecord_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "ExportPackage" (
    "packageId" TEXT COLLATE "C" NOT NULL,
    "out" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "ExportPackage_pkey" PRIMARY KEY ("out")
);

-- CreateTable
CREATE TABLE "StageRun" (
    "stage" TEXT COLLATE "C" NOT NULL,
    "unitId" TEXT COLLATE "C" NOT NULL,
    "stamp" TEXT COLLATE "C" NOT NULL,
    "status" "RunStatus" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "error" TEXT COLLATE "C",
    "message" TEXT COLLATE "C",
    "startedAt" TIMESTAMPTZ NOT NULL,
    "finishedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StageRun_pkey" PRIMARY KEY ("stage","unitId")
);

-- CreateIndex
CREATE INDEX "Dossier_agency_idx" ON "Dossier"("agency");

-- CreateIndex
CREATE UNIQUE INDEX "Dossier_batchId_entry_key" ON "Dossier"("batchId", "entry");

-- CreateIndex
CREATE INDEX "Delivered_dossier_idx" ON "Delivered"("dossier");

-- CreateIndex
CREATE UNIQUE INDEX "StewardDecision_rowVersion_key" ON "StewardDecision"("rowVersion");

-- CreateIndex
CREATE INDEX "StewardDecision_dossier_idx" ON "StewardDecision"("dossier");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_rowVersion_key" ON "Receipt"("rowVersion");

-- CreateIndex
CREATE INDEX "Receipt_personId_idx" ON "Receipt"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_rowVersion_key" ON "Person"("rowVersion");

-- CreateIndex
CREATE UNIQUE INDEX "Person_founder_key" ON "Person"("founder");

-- CreateIndex
CREATE INDEX "Person_agency_idx" ON "Person"("agency");

-- CreateIndex
CREATE INDEX "PersonDossier_dossier_rowVersion_idx" ON "PersonDossier"("dossier", "rowVersion");

-- CreateIndex
CREATE INDEX "PersonDossier_personId_idx" ON "PersonDossier"("personId");

-- CreateIndex
CREATE INDEX "PersonAlias_alias_rowVersion_idx" ON "PersonAlias"("alias", "rowVersion");

-- CreateIndex
CREATE INDEX "PersonAlias_personId_idx" ON "PersonAlias"("personId");

-- CreateIndex
CREATE INDEX "Scan_dossier_idx" ON "Scan"("dossier");

-- CreateIndex
CREATE INDEX "Scan_sha256_idx" ON "Scan"("sha256");

-- CreateIndex
CREATE INDEX "Page_scanId_idx" ON "Page"("scanId");

-- CreateIndex
CREATE INDEX "Page_dossier_idx" ON "Page"("dossier");

-- CreateIndex
CREATE INDEX "Document_dossier_idx" ON "Document"("dossier");

-- CreateIndex
CREATE INDEX "PageFate_dossier_idx" ON "PageFate"("dossier");

-- CreateIndex
CREATE INDEX "Finding_stage_subject_idx" ON "Finding"("stage", "subject");

-- CreateIndex
CREATE INDEX "Finding_severity_isWaived_idx" ON "Finding"("severity", "isWaived");

-- CreateIndex
CREATE INDEX "CandidatePair_b_idx" ON "CandidatePair"("b");

-- CreateIndex
CREATE INDEX "CandidatePair_band_idx" ON "CandidatePair"("band");

-- CreateIndex
CREATE INDEX "StageRun_stage_status_idx" ON "StageRun"("stage", "status");

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Agency"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_agency_fkey" FOREIGN KEY ("agency") REFERENCES "Agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("batchId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_agency_fkey" FOREIGN KEY ("agency") REFERENCES "Agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivered" ADD CONSTRAINT "Delivered_dossier_fkey" FOREIGN KEY ("dossier") REFERENCES "Dossier"("dossier") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_agency_fkey" FOREIGN KEY ("agency") REFERENCES "Agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonDossier" ADD CONSTRAINT "PersonDossier_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("personId") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Whose a dossier is now: the latest word of the history.
CREATE VIEW "CurrentMember" AS
SELECT "dossier", "personId", "rowVersion" FROM "PersonDossier" m
WHERE NOT EXISTS (SELECT 1 FROM "PersonDossier" later WHERE later."dossier" = m."dossier" AND later."rowVersion" > m."rowVersion");

-- Decisions, receipts and identities are added, never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are only ever added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "StewardDecision" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Receipt" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Person" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PersonDossier" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PersonAlias" EXECUTE FUNCTION refuse_change();

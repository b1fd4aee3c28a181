-- Values drawn for a second look, and what the second person saw.
CREATE TABLE "SampledValue" (
    "sampleId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "steward" TEXT COLLATE "C",
    "body" JSONB NOT NULL,
    CONSTRAINT "SampledValue_pkey" PRIMARY KEY ("sampleId")
);
CREATE INDEX "SampledValue_dossier_idx" ON "SampledValue"("dossier");
CREATE INDEX "SampledValue_agency_idx" ON "SampledValue"("agency");

-- One look and one verdict a value: whoever comes second is told so.
CREATE TABLE "SecondLook" (
    "sampleId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "SecondLook_pkey" PRIMARY KEY ("sampleId", "kind")
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "SampledValue" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "SecondLook" EXECUTE FUNCTION refuse_change();

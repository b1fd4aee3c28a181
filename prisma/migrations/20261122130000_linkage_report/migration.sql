-- How many merges of a run of linking are likely wrong; and when the history of persons took each step.
CREATE TABLE "LinkageReport" (
    "unitId" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "LinkageReport_pkey" PRIMARY KEY ("unitId")
);

ALTER TABLE "Person" ADD COLUMN "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "PersonDossier" ADD COLUMN "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "PersonAlias" ADD COLUMN "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;

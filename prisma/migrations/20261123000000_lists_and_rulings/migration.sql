-- What the HR systems' lists say of persons, for comparison alone; and what people said of pages: which paper starts, which goes on.
CREATE TABLE "ListedPerson" (
    "listedId" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "citizenId" TEXT COLLATE "C",
    "staffNumber" TEXT COLLATE "C",
    "nameKey" TEXT COLLATE "C",
    "body" JSONB NOT NULL,
    CONSTRAINT "ListedPerson_pkey" PRIMARY KEY ("listedId")
);
CREATE INDEX "ListedPerson_source_idx" ON "ListedPerson"("source");
CREATE INDEX "ListedPerson_citizenId_idx" ON "ListedPerson"("citizenId");
CREATE INDEX "ListedPerson_staffNumber_idx" ON "ListedPerson"("staffNumber");
CREATE INDEX "ListedPerson_nameKey_idx" ON "ListedPerson"("nameKey");

CREATE TABLE "PageRuling" (
    "rowVersion" BIGSERIAL NOT NULL,
    "pageId" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "PageRuling_pkey" PRIMARY KEY ("rowVersion")
);
CREATE INDEX "PageRuling_pageId_rowVersion_idx" ON "PageRuling"("pageId", "rowVersion");
CREATE INDEX "PageRuling_dossier_idx" ON "PageRuling"("dossier");

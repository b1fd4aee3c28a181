-- Where a dossier was founded, for those that came in a bundle from another place; one of our own has no row.
CREATE TABLE "DossierOrigin" (
    "dossier" TEXT COLLATE "C" NOT NULL,
    "origin" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "DossierOrigin_pkey" PRIMARY KEY ("dossier")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "DossierOrigin" EXECUTE FUNCTION refuse_change();

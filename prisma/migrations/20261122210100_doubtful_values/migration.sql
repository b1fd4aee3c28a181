-- Values nobody has decided and that are not sure, by field: what the view over all dossiers shows. Kept beside the drafts by
-- triggers; nobody else writes it.
CREATE TABLE "DoubtfulValue" (
    "field" TEXT COLLATE "C" NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "DoubtfulValue_pkey" PRIMARY KEY ("field", "dossier")
);
CREATE INDEX "DoubtfulValue_dossier_idx" ON "DoubtfulValue"("dossier");
CREATE INDEX "DoubtfulValue_agency_idx" ON "DoubtfulValue"("agency", "field");

CREATE FUNCTION refresh_doubtful_values(changed TEXT[]) RETURNS VOID LANGUAGE sql AS $$
  DELETE FROM "DoubtfulValue" WHERE "dossier" = ANY(changed);
  INSERT INTO "DoubtfulValue" ("field", "dossier", "agency")
  SELECT f.key, p."dossier", p."agency" FROM "PersonDraft" p, jsonb_each(p."body"->'values') f
  WHERE p."dossier" = ANY(changed) AND f.value->>'grade' <> 'good' AND f.value#>>'{outcome,status}' <> 'missing'
    AND f.value#>>'{source,kind}' IS DISTINCT FROM 'steward'
$$;

CREATE FUNCTION doubtful_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_doubtful_values(ARRAY(SELECT "dossier" FROM written));
  RETURN NULL;
END $$;
CREATE FUNCTION doubtful_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DoubtfulValue" v USING gone g WHERE v."dossier" = g."dossier";
  RETURN NULL;
END $$;

CREATE TRIGGER doubtful_written AFTER INSERT ON "PersonDraft" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION doubtful_written();
CREATE TRIGGER doubtful_rewritten AFTER UPDATE ON "PersonDraft" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION doubtful_written();
CREATE TRIGGER doubtful_gone AFTER DELETE ON "PersonDraft" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION doubtful_gone();

SELECT refresh_doubtful_values(ARRAY(SELECT "dossier" FROM "PersonDraft"));

-- The review station: who may sign in, who has what in hand, what waits and how urgently, and the log of who did what.
ALTER TABLE "Agency" ADD COLUMN "asksReason" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "Account" (
    "account" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "Account_pkey" PRIMARY KEY ("account")
);

-- The token itself is with the browser alone.
CREATE TABLE "ReviewSession" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "account" TEXT COLLATE "C" NOT NULL,
    "csrf" TEXT COLLATE "C" NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL,
    "seenAt" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "ReviewSession_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "ReviewSession_account_idx" ON "ReviewSession"("account");

CREATE TABLE "ReviewClaim" (
    "dossier" TEXT COLLATE "C" NOT NULL,
    "account" TEXT COLLATE "C" NOT NULL,
    "claimedAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "ReviewClaim_pkey" PRIMARY KEY ("dossier")
);
CREATE INDEX "ReviewClaim_account_idx" ON "ReviewClaim"("account");

CREATE TABLE "AuditEntry" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "account" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("sequence")
);
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject", "sequence");
CREATE INDEX "AuditEntry_account_idx" ON "AuditEntry"("account", "sequence");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry" EXECUTE FUNCTION refuse_change();

-- What the queue shows and sorts by, kept beside the drafts and findings it follows from.
CREATE TABLE "ReviewItem" (
    "dossier" TEXT COLLATE "C" NOT NULL,
    "agency" TEXT COLLATE "C" NOT NULL,
    "batchId" TEXT COLLATE "C" NOT NULL,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "warnings" INTEGER NOT NULL DEFAULT 0,
    "doubtful" INTEGER NOT NULL DEFAULT 0,
    "risk" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT COLLATE "C" NOT NULL DEFAULT 'open',
    "codes" TEXT[] COLLATE "C" NOT NULL DEFAULT '{}',
    "forms" TEXT[] COLLATE "C" NOT NULL DEFAULT '{}',
    "digest" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "ReviewItem_pkey" PRIMARY KEY ("dossier")
);
CREATE INDEX "ReviewItem_risk_idx" ON "ReviewItem"("risk" DESC, "dossier");
CREATE INDEX "ReviewItem_agency_idx" ON "ReviewItem"("agency", "state", "risk" DESC, "dossier");
CREATE INDEX "ReviewItem_state_idx" ON "ReviewItem"("state", "risk" DESC, "dossier");
CREATE INDEX "ReviewItem_batch_idx" ON "ReviewItem"("batchId", "state");
CREATE INDEX "ReviewItem_codes_idx" ON "ReviewItem" USING GIN ("codes");
CREATE INDEX "ReviewItem_forms_idx" ON "ReviewItem" USING GIN ("forms");

-- Where four eyes stand: the last word that was not withdrawn, as long as the draft is the one that was shown.
CREATE FUNCTION review_state(dossier_id TEXT, draft_digest TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT CASE WHEN s."kind" = 'return' THEN 'returned'
      WHEN s."body"->>'shown' IS DISTINCT FROM draft_digest THEN 'changed'
      WHEN s."kind" = 'approve' THEN 'approved' ELSE 'submitted' END
    FROM "StewardDecision" s
    WHERE s."dossier" = dossier_id AND s."kind" IN ('submit', 'approve', 'return') AND NOT EXISTS (
      SELECT 1 FROM "StewardDecision" w WHERE w."dossier" = s."dossier" AND w."kind" = 'withdraw'
        AND w."body"->>'withdrawn' = s."decisionId")
    ORDER BY s."rowVersion" DESC LIMIT 1), 'open')
$$;

-- Values of a draft that nobody has decided and that are not sure; what no label was found for is told by findings.
CREATE FUNCTION review_doubtful(body JSONB) RETURNS INTEGER LANGUAGE sql IMMUTABLE AS $$
  SELECT count(*)::int FROM (
    SELECT f.value FROM jsonb_each(body->'values') f
    UNION ALL
    SELECT c.value FROM jsonb_each(body->'tables') t, jsonb_array_elements(t.value) r, jsonb_each(r.value->'cells') c
  ) v WHERE v.value->>'grade' <> 'good' AND v.value#>>'{outcome,status}' <> 'missing'
    AND v.value#>>'{source,kind}' IS DISTINCT FROM 'steward'
$$;

-- Findings of the dossiers, counted. An error weighs as ten warnings or thirty doubtful values.
CREATE FUNCTION refresh_review_findings(changed TEXT[]) RETURNS VOID LANGUAGE sql AS $$
  UPDATE "ReviewItem" i SET "errors" = f.errors, "warnings" = f.warnings, "codes" = f.codes,
    "risk" = f.errors * 300 + f.warnings * 30 + i."doubtful" * 10
  FROM (
    SELECT c.dossier,
      count(*) FILTER (WHERE g."severity" = 'error')::int AS errors,
      count(*) FILTER (WHERE g."severity" = 'warning')::int AS warnings,
      coalesce(array_agg(DISTINCT g."code") FILTER (WHERE g."severity" <> 'info'), '{}') AS codes
    FROM unnest(changed) AS c(dossier)
    LEFT JOIN "Finding" g ON g."stage" = 'validate' AND g."subject" = c.dossier AND NOT g."isWaived"
    GROUP BY c.dossier
  ) f WHERE i."dossier" = f.dossier
$$;

CREATE FUNCTION refresh_review_items(changed TEXT[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO "ReviewItem" ("dossier", "agency", "batchId", "doubtful", "forms", "digest", "state")
  SELECT p."dossier", p."agency", d."batchId", review_doubtful(p."body"),
    ARRAY(SELECT DISTINCT e->>'form' FROM jsonb_array_elements(p."body"->'documents') e ORDER BY 1),
    md5(p."body"::text), review_state(p."dossier", md5(p."body"::text))
  FROM "PersonDraft" p JOIN "Dossier" d USING ("dossier") WHERE p."dossier" = ANY(changed)
  ON CONFLICT ("dossier") DO UPDATE SET "agency" = excluded."agency", "batchId" = excluded."batchId",
    "doubtful" = excluded."doubtful", "forms" = excluded."forms", "digest" = excluded."digest", "state" = excluded."state";
  SELECT refresh_review_findings(changed);
$$;

CREATE FUNCTION review_draft_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_review_items(ARRAY(SELECT "dossier" FROM written));
  RETURN NULL;
END $$;
CREATE FUNCTION review_draft_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ReviewItem" i USING gone g WHERE i."dossier" = g."dossier";
  RETURN NULL;
END $$;
CREATE FUNCTION review_findings_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_review_findings(ARRAY(SELECT DISTINCT "subject" FROM changed WHERE "stage" = 'validate'));
  RETURN NULL;
END $$;
CREATE FUNCTION review_decision_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ReviewItem" i SET "state" = review_state(i."dossier", i."digest") WHERE i."dossier" = NEW."dossier";
  RETURN NULL;
END $$;

CREATE TRIGGER review_written AFTER INSERT ON "PersonDraft" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION review_draft_written();
CREATE TRIGGER review_rewritten AFTER UPDATE ON "PersonDraft" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION review_draft_written();
CREATE TRIGGER review_gone AFTER DELETE ON "PersonDraft" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION review_draft_gone();
CREATE TRIGGER review_found AFTER INSERT ON "Finding" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION review_findings_changed();
CREATE TRIGGER review_refound AFTER UPDATE ON "Finding" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION review_findings_changed();
CREATE TRIGGER review_unfound AFTER DELETE ON "Finding" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION review_findings_changed();
CREATE TRIGGER review_decided AFTER INSERT ON "StewardDecision"
  FOR EACH ROW WHEN (NEW."kind" IN ('submit', 'approve', 'return', 'withdraw')) EXECUTE FUNCTION review_decision_taken();

SELECT refresh_review_items(ARRAY(SELECT "dossier" FROM "PersonDraft"));

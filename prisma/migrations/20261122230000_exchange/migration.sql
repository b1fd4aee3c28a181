-- What was done and heard between us and a receiver, record by record, in the order it happened.
CREATE TABLE "ExchangeEvent" (
    "rowVersion" BIGSERIAL NOT NULL,
    "packageId" TEXT COLLATE "C" NOT NULL,
    "message" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "event" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "ExchangeEvent_pkey" PRIMARY KEY ("rowVersion")
);
CREATE INDEX "ExchangeEvent_packageId_message_key_idx" ON "ExchangeEvent"("packageId", "message", "key");
CREATE INDEX "Receipt_packageId_personId_rowVersion_idx" ON "Receipt"("packageId", "personId", "rowVersion");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ExchangeEvent" EXECUTE FUNCTION refuse_change();

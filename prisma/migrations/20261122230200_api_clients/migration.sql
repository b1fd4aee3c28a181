-- Other systems that may read: known by the hash of their token, each with what it may see.
CREATE TABLE "ApiClient" (
    "client" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "ApiClient_pkey" PRIMARY KEY ("client")
);
CREATE UNIQUE INDEX "ApiClient_tokenHash_key" ON "ApiClient"("tokenHash");

CREATE TABLE "Worker" (
    "number" SERIAL NOT NULL,
    "host" TEXT NOT NULL,
    "process" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" JSONB NOT NULL,
    CONSTRAINT "Worker_pkey" PRIMARY KEY ("number")
);

CREATE TABLE "WorkerJob" (
    "jobId" TEXT COLLATE "C" NOT NULL,
    "worker" INTEGER NOT NULL,
    "dossier" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "WorkerJob_pkey" PRIMARY KEY ("jobId"),
    CONSTRAINT "WorkerJob_worker_fkey" FOREIGN KEY ("worker") REFERENCES "Worker" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WorkerJob_worker_idx" ON "WorkerJob" ("worker");

-- Whoever holds the lock of a worker's number lives; the server gives it back when the process or its machine dies.
CREATE VIEW "LivingWorker" AS
SELECT w."number" FROM "Worker" w JOIN pg_locks l
ON l.locktype = 'advisory' AND l.classid = 7465728 AND l.objid = w."number"::oid AND l.objsubid = 2 AND l.granted
AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database());

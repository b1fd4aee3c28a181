-- A page may be replaced by a file it had before: the latest row counts, so no file is barred from coming back.
DROP INDEX "PageReplacement_pageId_sha256_key";
CREATE INDEX "PageReplacement_pageId_rowVersion_idx" ON "PageReplacement"("pageId", "rowVersion");

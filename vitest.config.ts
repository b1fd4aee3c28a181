import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The keys of tests lie apart from the person's own. */
const env = { HOSO_KEY_FOLDER: mkdtempSync(join(tmpdir(), 'hoso-test-keys-')) }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'fast', include: ['test/{unit,property,golden}/**/*.test.ts'], testTimeout: 30_000, env } },
      {
        // The real engine, database and commands: one file at a time, they use all cores themselves.
        test: {
          name: 'e2e',
          env,
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})

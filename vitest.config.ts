import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'fast', include: ['test/{unit,property,golden}/**/*.test.ts'], testTimeout: 30_000 } },
      {
        // The real engine, database and commands: one file at a time, they use all cores themselves.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})

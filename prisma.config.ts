// Settings of the prisma command line; the program itself never reads this file.
import { defineConfig } from 'prisma/config'

// Every prisma command first insists on a schema-engine file and would download one. Naming a file that exists stops
// that: validate, format and generate never run it. The stand-in also makes migrate, db and diff work without a network.
// Windows cannot spawn an .mjs, so there only the first three work.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??=
  process.platform === 'win32' ? process.execPath : 'prisma/schema-engine.mjs'
process.env['CHECKPOINT_DISABLE'] ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://unset@127.0.0.1:1/unset' },
})

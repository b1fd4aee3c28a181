#!/usr/bin/env node
// Stands in for Prisma's schema-engine binary, which cannot be downloaded everywhere. It answers the same
// line-by-line JSON-RPC on stdio with the wasm build of the same engine (same commit as prisma@7.10.0).
import crypto from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { __wbg_set_wasm, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bg from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const argv = process.argv.slice(2),
  datamodels = []
let url = process.env.DATABASE_URL,
  cli
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '--datamodels') datamodels.push([argv[++i], fs.readFileSync(argv[i], 'utf8')])
  else if (argv[i] === '--datasource') url = JSON.parse(argv[++i]).url ?? url
  else if (argv[i] === '--version') {
    console.log('schema-engine-wasm shim')
    process.exit(0)
  } else if (argv[i] === 'cli') cli = argv[++i]
  else if (argv[i] === '--enabled-preview-features' || argv[i] === '--extension-types') i++
}

if (cli) {
  // can-connect-to-database | create-database | drop-database
  const say = (level, message, extra) =>
    process.stderr.write(
      JSON.stringify({ level, fields: { message, ...extra }, target: 'schema_engine::logger' }) + '\n',
    )
  say('INFO', 'shim') // the CLI drops the first line
  const admin = new URL(url),
    name = decodeURIComponent(admin.pathname.slice(1))
  if (cli !== 'can-connect-to-database') admin.pathname = '/postgres'
  const c = new pg.Client({ connectionString: admin.toString() })
  try {
    await c.connect()
    if (cli === 'create-database') await c.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
    if (cli === 'drop-database') await c.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`)
    await c.end()
    process.exit(0)
  } catch (e) {
    say('ERROR', e.message, { is_panic: false, error_code: { '3D000': 'P1003', '28P01': 'P1000' }[e.code] ?? 'P1001' })
    process.exit(1)
  }
}

// adapter-pg has no mapping for the catalog type "char" (oid 18, array 1002) that the engine's introspection
// reads. Let it through as text, then tell the engine what it was.
const described = pg.Query.prototype.handleRowDescription
pg.Query.prototype.handleRowDescription = function (m) {
  for (const f of m.fields)
    if (f.dataTypeID === 18 || f.dataTypeID === 1002) {
      f.chars = true
      f.dataTypeID = f.dataTypeID === 18 ? 25 : 1009
    }
  return described.call(this, m)
}
function withChars(conn) {
  const perform = conn.performIO.bind(conn),
    query = conn.queryRaw.bind(conn),
    begin = conn.startTransaction?.bind(conn)
  let fields = []
  conn.performIO = async (q) => {
    const r = await perform(q)
    fields = r.fields ?? []
    return r
  }
  conn.queryRaw = async (q) => {
    const r = await query(q)
    r.columnTypes = r.columnTypes.map((t, i) =>
      !fields[i]?.chars ? t : t === ColumnTypeEnum.Text ? ColumnTypeEnum.Character : ColumnTypeEnum.CharacterArray,
    )
    return r
  }
  // adapter-pg cuts a script at every semicolon, also inside the body of a function; the server itself knows better.
  conn.executeScript = async (script) => {
    await conn.client.query(script)
  }
  if (begin) conn.startTransaction = async (...a) => withChars(await begin(...a))
  return conn
}
const plain = new PrismaPg({ connectionString: url }),
  connect = plain.connect.bind(plain)
plain.connect = async () => withChars(await connect())
// adapter-pg's own shadow database keeps connectionString, so it would run on the MAIN database. Never let it.
plain.connectToShadowDb = async () => {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`,
    admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0`)
  const at = new URL(url)
  at.pathname = '/' + name
  const conn = withChars(await new PrismaPg({ connectionString: at.toString() }).connect()),
    dispose = conn.dispose.bind(conn)
  conn.dispose = async () => {
    try {
      await dispose()
    } finally {
      await admin.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`)
      await admin.end()
    }
  }
  return conn
}
const factory = bindMigrationAwareSqlAdapterFactory(plain)

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: '',
  set_message(m) {
    this.message = m
  },
}
let current
process.on('uncaughtException', (e) => {
  // a panic in the engine: answer, or the CLI would end silently with 0
  const message = globalThis.PRISMA_WASM_PANIC_REGISTRY.message || e.stack
  process.stdout.write(
    JSON.stringify({
      jsonrpc: '2.0',
      id: current,
      error: { code: 4466, message, data: { is_panic: false, message } },
    }) + '\n',
    () => process.exit(101),
  )
})
const wasm = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm')
  .replace('schema_engine.js', 'schema_engine_bg.wasm')
const { instance } = await WebAssembly.instantiate(fs.readFileSync(wasm), { './schema_engine_bg.js': bg })
__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()
let started
const engine = () =>
  (started ??= SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory))

const send = (o) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...o }) + '\n')
let queue = Promise.resolve(),
  prints = 1e6
async function handle({ id, method, params }) {
  current = id
  try {
    const e = await engine()
    let result =
      method === 'getDatabaseVersion'
        ? await e.version(params)
        : method === 'createDatabase' || method === 'dropDatabase'
          ? {}
          : await e[method](params)
    if (method === 'diff') {
      if (result.stdout !== null && result.stdout !== undefined)
        send({ id: prints++, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } })
      result = { exitCode: result.exitCode, stdout: null }
    }
    send({ id, result: result ?? {} })
  } catch (e) {
    const ext = /External error id#(\d+)/.exec(e?.message ?? ''),
      rec = ext && factory.errorRegistry.consumeError(Number(ext[1]))
    const message = rec ? String(rec.error?.message ?? rec.error) : (e?.message ?? String(e))
    send({ id, error: { code: 4466, message, data: { is_panic: false, message, error_code: e?.code } } })
  }
}
readline
  .createInterface({ input: process.stdin })
  .on('line', (l) => {
    const m = JSON.parse(l)
    if (m.method) queue = queue.then(() => handle(m))
  })
  .on('close', () => void queue.then(() => process.exit(0)))

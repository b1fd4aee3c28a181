// `npx tsx samples/model/ship.ts CHECKPOINT STOCK.traineddata`: makes the shipped model of a training checkpoint: 8-bit weights, the
// stock model's signs and word lists, packed. Afterwards raise the versions of `recognize` and `reread`: they read otherwise now.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const [checkpoint = '', stock = ''] = process.argv.slice(2)
const shipped = join(import.meta.dirname, '..', '..', 'pipeline', 'adapters', 'models', 'hoso.traineddata.gz')
const bytesAtMost = 4 * 1024 * 1024

const folder = mkdtempSync(join(tmpdir(), 'hoso-model-'))
const made = join(folder, 'hoso.traineddata')
const manner = ['--stop_training', '--convert_to_int']
execFileSync('lstmtraining', [...manner, '--continue_from', checkpoint, '--traineddata', stock, '--model_output', made])
const model = readFileSync(made)
if (model.length > bytesAtMost) throw new RangeError(`${model.length} bytes are more than ${bytesAtMost}`)
writeFileSync(shipped, gzipSync(model, { level: 9 }))
rmSync(folder, { recursive: true })
console.log(`${shipped}: ${model.length} bytes unpacked`)

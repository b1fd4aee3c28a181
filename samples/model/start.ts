// `npx tsx samples/model/start.ts FROM.lstm TO.lstm [--keep N]`: the float model that training starts from. The integer model's weights
// are turned back into floats; with `--keep` its widest LSTM, where four fifths of the work is done, keeps only its N busiest
// units: a smaller and faster model that still knows Vietnamese and is trained on from there.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Layer, type Matrix, readModel, weightsOf, writeModel } from './lstm-file.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } })
const [from = '', to = ''] = positionals
const model = readModel(await readFile(from))
if (values.keep) prune(model.root, Number(values.keep))
await writeFile(to, writeModel(model))
console.log(`${model.spec}: ${weightsOf(model.root)} weights`)

/** The last LSTM and the output above it: a unit is worth what leaves it, upwards and back into its own layer. */
function prune(root: Layer, keep: number): void {
  const output = root.children.at(-1)
  const lstm = root.children.at(-2)
  if (!output || lstm?.type !== 'LSTM') throw new Error('The model does not end in an LSTM and its output.')
  const { inputs, outputs, matrices } = lstm
  const worth = Array.from({ length: outputs }, (_, unit) => {
    const back = matrices.reduce((sum, gate) => sum + squares(gate, inputs + unit), 0)
    return output.matrices.reduce((sum, matrix) => sum + squares(matrix, unit), 0) + back / matrices.length
  })
  const kept = worth
    .map((value, unit) => ({ value, unit }))
    .sort((a, b) => b.value - a.value)
    .slice(0, keep)
    .map(({ unit }) => unit)
    .sort((a, b) => a - b)
  const columns = [
    ...Array.from({ length: inputs }, (_, at) => at),
    ...kept.map((unit) => inputs + unit),
    inputs + outputs,
  ]
  lstm.matrices = matrices.map((gate) => part(gate, kept, columns))
  output.matrices = output.matrices.map((matrix) => part(matrix, range(matrix.rows), [...kept, outputs]))
  lstm.shape.writeInt32LE(inputs + keep)
  lstm.outputs = output.inputs = keep
  lstm.name = lstm.name.replace(String(outputs), String(keep))
  model.spec = model.spec.replace(`Lfx${outputs}`, `Lfx${keep}`)
}

function squares({ rows, columns, data }: Matrix, column: number): number {
  return range(rows).reduce((sum, row) => sum + (data[row * columns + column] ?? 0) ** 2, 0)
}

function part(matrix: Matrix, rows: readonly number[], columns: readonly number[]): Matrix {
  const data = Float64Array.from(
    rows.flatMap((row) => columns.map((column) => matrix.data[row * matrix.columns + column] ?? 0)),
  )
  return { rows: rows.length, columns: columns.length, data }
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at)
}

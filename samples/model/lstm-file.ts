// Tesseract's LSTM component as a tree of layers, read from the integer or float form and written as the float form that
// lstmtraining can go on from. The layout is that of Tesseract 4 and 5 (src/lstm: network, weightmatrix, lstmrecognizer).

/** Rows are the outputs of a layer, columns its inputs; the last column is the bias. */
export interface Matrix {
  rows: number
  columns: number
  data: Float64Array
}

export interface Layer {
  readonly type: string
  name: string
  readonly state: Buffer
  readonly flags: number
  inputs: number
  outputs: number
  children: Layer[]
  matrices: Matrix[]
  /** Bytes between the head and the weights that we only carry over; learning rates stand after the children. */
  readonly shape: Buffer
  readonly rates: Buffer
}

export interface Model {
  readonly root: Layer
  spec: string
  trainingFlags: number
  readonly rest: Buffer
}

/** Bits of a weight matrix's mode byte, of a layer's flags and of the recogniser's training flags. */
const integerWeights = 1
const doubleWeights = 128
const ratesPerLayer = 64
const integerMode = 1

class Cursor {
  private at = 0
  private readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
  take(size: number): Buffer {
    const taken = this.bytes.subarray(this.at, (this.at += size))
    if (taken.length < size) throw new Error('The model ends too early: not the layout of Tesseract 4 or 5.')
    return taken
  }
  int = () => this.take(4).readInt32LE()
  text = () => this.take(this.int()).toString('latin1')
  rest = () => this.bytes.subarray(this.at)
}

/** An 8-bit weight is worth itself times the scale of its row. */
function readMatrix(cursor: Cursor): Matrix {
  const mode = cursor.take(1).readUInt8()
  if ((mode & doubleWeights) === 0) throw new Error('A weight matrix is of the form before Tesseract 4.')
  const [rows, columns] = [cursor.int(), cursor.int()]
  const data = new Float64Array(rows * columns)
  if ((mode & integerWeights) === 0) {
    cursor.take(8)
    const bytes = cursor.take(8 * data.length)
    return { rows, columns, data: data.map((_, at) => bytes.readDoubleLE(8 * at)) }
  }
  cursor.take(1)
  const weights = cursor.take(data.length)
  const scales = cursor.take(8 * cursor.int())
  return {
    rows,
    columns,
    data: data.map((_, at) => weights.readInt8(at) * scales.readDoubleLE(8 * Math.floor(at / columns))),
  }
}

const containers =
  /^(?:Series|Parallel|RevParallel|RTLReversed|YReversed|XYTranspose|ParBidiLSTM|DepParUDLSTM|Par2dLSTM)$/u
const weighted = /^(?:Softmax|SoftmaxNoCTC|Linear|Tanh|Relu|Logistic|SymClip|PosClip)$/u
const bytesOfShape: Readonly<Record<string, number>> = {
  Input: 20,
  Convolve: 8,
  Maxpool: 8,
  Reconfig: 8,
  LSTM: 4,
  SummLSTM: 4,
}
const gatesOfLstm = 4

function readLayer(cursor: Cursor): Layer {
  if (cursor.take(1).readInt8() !== 0) throw new Error('A layer is written in the old form without a name.')
  const type = cursor.text()
  const state = cursor.take(2)
  const flags = cursor.int()
  const [inputs, outputs] = [cursor.int(), cursor.int()]
  cursor.int()
  const name = cursor.text()
  const shape = cursor.take(bytesOfShape[type] ?? 0)
  const times = <T>(count: number, read: (from: Cursor) => T): T[] => Array.from({ length: count }, () => read(cursor))
  const children = containers.test(type) ? times(cursor.int(), readLayer) : []
  const matrices =
    /LSTM$/u.test(type) && shape.length > 0
      ? times(gatesOfLstm, readMatrix)
      : weighted.test(type)
        ? [readMatrix(cursor)]
        : []
  if (shape.length + children.length + matrices.length === 0) throw new Error(`A layer of unknown kind: ${type}.`)
  const rates = children.length > 0 && flags & ratesPerLayer ? cursor.take(4 * cursor.int()) : Buffer.alloc(0)
  return { type, name, state, flags, inputs, outputs, children, matrices, shape, rates }
}

export function readModel(bytes: Buffer): Model {
  const cursor = new Cursor(bytes)
  const root = readLayer(cursor)
  return { root, spec: cursor.text(), trainingFlags: cursor.int(), rest: cursor.rest() }
}

const int = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}
const text = (value: string) => Buffer.concat([int(Buffer.byteLength(value, 'latin1')), Buffer.from(value, 'latin1')])

export const weightsOf = (layer: Layer): number =>
  layer.matrices.reduce((sum, { data }) => sum + data.length, 0) +
  layer.children.reduce((sum, child) => sum + weightsOf(child), 0)

function writeLayer(layer: Layer): Buffer[] {
  const { type, state, flags, inputs, outputs, name, shape, children, matrices, rates } = layer
  const head = [
    Buffer.from([0]),
    text(type),
    state,
    int(flags),
    int(inputs),
    int(outputs),
    int(weightsOf(layer)),
    text(name),
    shape,
  ]
  const below = children.length === 0 ? [] : [int(children.length), ...children.flatMap(writeLayer)]
  const after = rates.length === 0 ? [] : [int(rates.length / 4), rates]
  return [...head, ...below, ...matrices.flatMap(writeMatrix), ...after]
}

function writeMatrix({ rows, columns, data }: Matrix): Buffer[] {
  return [
    Buffer.from([doubleWeights]),
    int(rows),
    int(columns),
    Buffer.alloc(8),
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  ]
}

export function writeModel({ root, spec, trainingFlags, rest }: Model): Buffer {
  return Buffer.concat([...writeLayer(root), text(spec), int(trainingFlags & ~integerMode), rest])
}

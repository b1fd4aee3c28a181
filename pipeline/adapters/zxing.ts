// QR codes, written and read by ZXing (WASM from disk: nothing is fetched).
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule as prepareReader, readBarcodes } from 'zxing-wasm/reader'
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer'

const require = createRequire(import.meta.url)

/** From black to white modules, a row a list of its black runs. */
export type QrModules = readonly (readonly { readonly start: number; readonly length: number }[])[]

let writer: Promise<unknown> | undefined
let reader: Promise<unknown> | undefined

async function wasm(file: string): Promise<{ overrides: { wasmBinary: ArrayBuffer } }> {
  return { overrides: { wasmBinary: new Uint8Array(await readFile(require.resolve(file))).buffer } }
}

/** Level Q mends a quarter of the code: a slip is folded, clipped and scanned. The same text gives the same code. */
export async function qrModules(text: string): Promise<QrModules> {
  await (writer ??= wasm('zxing-wasm/writer/zxing_writer.wasm').then((options) =>
    prepareWriter({ ...options, fireImmediately: true }),
  ))
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'Q' })
  if (error !== '') throw new RangeError(`no QR code for this text: ${error}`)
  return Array.from({ length: symbol.height }, (_, row) =>
    runsOf(symbol.data.subarray(row * symbol.width, (row + 1) * symbol.width)),
  )
}

function runsOf(row: Uint8ClampedArray): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = []
  for (const [column, value] of row.entries()) {
    if (value !== 0) continue
    const last = runs.at(-1)
    if (last !== undefined && last.start + last.length === column) last.length += 1
    else runs.push({ start: column, length: 1 })
  }
  return runs
}

/** What the QR codes of a picture say; four bytes a pixel. */
export async function readQrCodes(picture: Picture): Promise<string[]> {
  return (await findQrCodes(picture)).codes.map(({ text }) => text)
}

/** `corners` in pixels; `isUnread`: a code was seen that could not be read. */
export async function findQrCodes({ data, width, height }: Picture): Promise<{
  codes: { text: string; corners: readonly (readonly [number, number])[] }[]
  isUnread: boolean
}> {
  await (reader ??= wasm('zxing-wasm/reader/zxing_reader.wasm').then((options) =>
    prepareReader({ ...options, fireImmediately: true }),
  ))
  const pixels = new Uint8ClampedArray(data)
  const picture = { data: pixels, width, height, colorSpace: 'srgb' } as const
  const found = await readBarcodes(picture, { formats: ['QRCode'], returnErrors: true })
  const codes = found
    .filter(({ isValid }) => isValid)
    .map(({ text, position: { topLeft, topRight, bottomLeft, bottomRight } }) => ({
      text,
      corners: [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }): [number, number] => [x, y]),
    }))
  return { codes, isUnread: found.length > codes.length }
}

interface Picture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

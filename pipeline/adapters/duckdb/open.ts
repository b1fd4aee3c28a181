// One DuckDB in this process and the functions of ours it may call. Nothing of a person touches the disk unless a spill
// folder is given; no network, no file but the one that is allowed.
import {
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBScalarFunction,
  type DuckDBType,
  type DuckDBVector,
} from '@duckdb/node-api'
import { EnvironmentError } from '../../core/errors.ts'

export interface DuckdbOptions {
  /** Where DuckDB may put what does not fit into memory. */
  readonly spillFolder?: string
  readonly memoryLimit?: string
  readonly threads?: number
}

export interface Duckdb extends Disposable {
  readonly connection: DuckDBConnection
  /** Another connection to the same data. */
  connect(): Promise<DuckDBConnection>
  /** All rows of a query, as plain JavaScript values. */
  rows(sql: string, values?: (string | number)[]): Promise<unknown[][]>
  /** The single number a query gives; 0 for none. */
  number(sql: string, values?: (string | number)[]): Promise<number>
}

export async function openDuckdb(options: DuckdbOptions, allowedFile?: string): Promise<Duckdb> {
  const instance = await create(options, allowedFile)
  const connection = await instance.connect()
  const rows: Duckdb['rows'] = async (sql, values) => (await connection.runAndReadAll(sql, values)).getRowsJS()
  return {
    connection,
    connect: () => instance.connect(),
    rows,
    number: async (sql, values) => Number((await rows(sql, values))[0]?.[0] ?? 0),
    [Symbol.dispose]: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function create(
  { spillFolder, memoryLimit = '2GB', threads = 2 }: DuckdbOptions,
  allowedFile: string | undefined,
): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      memory_limit: memoryLimit,
      // Its default is a folder in the current one, where nobody would look for copies of personal data.
      temp_directory: spillFolder ?? '',
      enable_external_access: allowedFile === undefined ? 'false' : 'true',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
    })
  } catch (cause) {
    throw new EnvironmentError('Không mở được DuckDB. Chạy lại `npm ci` để cài đủ gói.', { cause })
  }
}

/** Makes a function of ours known to SQL; it is called with texts that are told, on the main thread. */
export function registerFunction(
  connection: DuckDBConnection,
  given: {
    readonly name: string
    readonly parameters: readonly DuckDBType[]
    readonly returns: DuckDBType
    readonly call: (...texts: string[]) => string | number
  },
): void {
  const mainFunction = (
    _: unknown,
    chunk: { rowCount: number; getColumnVector: (at: number) => DuckDBVector },
    out: DuckDBVector,
  ) => {
    const columns = given.parameters.map((_type, at) => chunk.getColumnVector(at))
    for (let row = 0; row < chunk.rowCount; row++) {
      const texts = columns.map((column) => column.getItem(row))
      // DuckDB calls it for rows that are not told, too.
      out.setItem(row, texts.includes(null) ? null : given.call(...texts.map(String)))
    }
    out.flush()
  }
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: given.name,
      parameterTypes: given.parameters,
      returnType: given.returns,
      mainFunction,
    }),
  )
}

/** A VARCHAR as it comes out of a query. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

// Reads a small text file that a person named on the command line.
import { readFile } from 'node:fs/promises'
import { UsageError } from '../core/errors.ts'

export async function readTextFile(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`Không đọc được tệp ${path}. Hãy kiểm tra đường dẫn.`, { cause })
  })
  return text.replace(/^\uFEFF/u, '')
}

export async function readJsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readTextFile(path))
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`Tệp ${path} không phải JSON. Hãy kiểm tra dấu phẩy và ngoặc.`, { cause })
  }
}
